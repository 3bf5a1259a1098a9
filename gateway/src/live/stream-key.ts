import type { Actor } from '@torihiki/shared/identity/actor.ts'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import { resumptionOf } from '../federation/resumption.ts'
import type { Admitted } from '../identity/authenticate.ts'

/** What somebody may see, as text: equal texts see the same. */
export function rightsOf({ actor, headers }: Pick<Admitted, 'actor' | 'headers'>): string {
  const party = actor ? `${actor.memberId} ${actor.roles.toSorted().join(' ')}${scopesText(actor)}` : ''
  return headers ? `${party} ${canonical(headers)}` : party
}

/** An API key sees what its scopes allow; a session is limited by none. An operator is not the member that it acts for. */
function scopesText({ scopes, operator }: Actor): string {
  const by = operator ? ` operator ${operator.memberId} ${operator.channel}` : ''
  return by + (scopes ? ` scopes ${scopes.toSorted().join(' ')}` : '')
}

/**
 * Rights and variables as text: subscriptions to one operation with equal texts get the same events, but for where they begin. Variables that
 * the operation does not define make no difference: nothing has looked at them.
 */
export function streamKey(prepared: PreparedOperation, variables: Variables, rights: string): string {
  const beginning = resumptionOf(prepared)?.clientsVariable
  const used: Record<string, unknown> = {}
  for (const { variable } of prepared.definition.variableDefinitions ?? []) {
    const name = variable.name.value
    if (name !== beginning && Object.hasOwn(variables, name)) used[name] = variables[name]
  }
  return `${rights}\n${canonical(used)}`
}

/** JSON in which the order of names makes no difference. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}
