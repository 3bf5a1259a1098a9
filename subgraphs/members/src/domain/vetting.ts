/** Who approves applications that are addressed to it (B1); administrators approve all. */
export const addresseeRoles: readonly string[] = ['GUARANTOR', 'INTERMEDIARY', 'SELLER']
/** The levels that others than administrators may give. */
const levelsOfAddressees: readonly string[] = ['STANDARD', 'TRIAL']

/** What an application asks for, as far as it decides who may approve it and what must be seen. */
export type Asked = { readonly roles: readonly string[]; readonly addressedTo: string | null }
/** Who would decide. */
export type Decider = { readonly memberId: string; readonly roles: readonly string[] }

/** Why somebody may not decide on an application: it is not its own to see, roles are asked for that the hub vets, or the level is not its to give. */
export type DecisionFault = 'NOT_THEIRS' | 'VETTED_BY_HUB' | 'LEVEL' | null

/**
 * Whether somebody may decide on an application (B1): administrators on all; whom it is addressed to when it asks for nothing but BUYER, for
 * merchants and institutions are vetted by the hub.
 */
export function mayDecide({ memberId, roles }: Decider, asked: Asked, level: string | null): DecisionFault {
  if (roles.includes('ADMIN')) return null
  if (asked.addressedTo !== memberId || !roles.some((role) => addresseeRoles.includes(role))) return 'NOT_THEIRS'
  if (asked.roles.some((role) => role !== 'BUYER')) return 'VETTED_BY_HUB'
  return level === null || levelsOfAddressees.includes(level) ? null : 'LEVEL'
}

/** Whether a reason and the documents that were seen must be put on record: for merchants and institutions (B1). */
export function needsVetting({ roles }: Pick<Asked, 'roles'>): boolean {
  return roles.some((role) => role !== 'BUYER')
}
