import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'

/** Whether the actor works for the payment institution. */
export function isOperator(actor: Actor | null): boolean {
  return hasRole(actor, 'OPERATOR', 'ADMIN')
}

/** Refuses all but operators and administrators of the institution. */
export function refuseUnlessOperator(actor: Actor): Refusal | null {
  return isOperator(actor) ? null : refuse('NOT_ALLOWED', 'Only an operator of the payment institution may do this.')
}
