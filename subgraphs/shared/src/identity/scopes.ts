import type { Actor } from './actor.ts'

/** What an API key may be for (A6): reading, cases with their orders, contracts and deliveries, money, opportunities. */
export const apiScopes = ['READ', 'TRADE', 'PAY', 'LIST'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Whether the actor may do what needs this scope: a session may, an API key only when the scope was given to it. */
export function hasScope(actor: Actor | null, scope: ApiScope): boolean {
  return !actor?.scopes || actor.scopes.includes(scope)
}
