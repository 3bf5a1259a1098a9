import { assertObligations, byText, getOrMake, type Obligation } from './obligation.ts'
import { multilateralPositions } from './positions.ts'

/** The group that a member belongs to; null for a member without one, which stands for itself under its own id. */
export type GroupOf = (memberId: string) => string | null

/** What a group owes all other groups and is owed by them in one currency, in minor units; `net` is `owed − owes`. */
export type GroupPosition = {
  readonly currency: string
  readonly groupId: string
  readonly owes: bigint
  readonly owed: bigint
  readonly net: bigint
}

/**
 * What the members of a group owe one another in one currency: settled inside the group, and no part of its position.
 */
export type InternalVolume = {
  readonly currency: string
  readonly groupId: string
  readonly obligationIds: readonly string[]
  /** Gross, in minor units. */
  readonly amount: bigint
}

/** Positions between groups, and what stays inside them. */
export type GroupPositions = {
  readonly positions: readonly GroupPosition[]
  readonly internal: readonly InternalVolume[]
}

/**
 * The positions between groups (A9), by currency, then group; they sum to zero per currency. Obligations between
 * members of one group are left out of them and listed as `internal`. Throws on obligations that cannot be.
 */
export function groupPositions(obligations: readonly Obligation[], groupOf: GroupOf): GroupPositions {
  assertObligations(obligations)
  const lifted = obligations.map((obligation) => ({
    ...obligation,
    debtorId: groupOf(obligation.debtorId) ?? obligation.debtorId,
    creditorId: groupOf(obligation.creditorId) ?? obligation.creditorId,
  }))
  const between = lifted.filter(({ debtorId, creditorId }) => debtorId !== creditorId)
  return {
    positions: multilateralPositions(between).map(({ memberId, ...figures }) => ({ ...figures, groupId: memberId })),
    internal: internalVolumes(lifted.filter(({ debtorId, creditorId }) => debtorId === creditorId)),
  }
}

function internalVolumes(inside: readonly Obligation[]): InternalVolume[] {
  const volumes = new Map<string, { currency: string; groupId: string; obligationIds: string[]; amount: bigint }>()
  for (const { id, currency, debtorId: groupId, amount } of inside) {
    const key = JSON.stringify([currency, groupId])
    const volume = getOrMake(volumes, key, () => ({ currency, groupId, obligationIds: [], amount: 0n }))
    volume.obligationIds.push(id)
    volume.amount += amount
  }
  return [...volumes.values()]
    .map((volume) => ({ ...volume, obligationIds: volume.obligationIds.toSorted(byText) }))
    .toSorted((a, b) => byText(a.currency, b.currency) || byText(a.groupId, b.groupId))
}
