/** What is agreed and what was accepted of it so far, in minor units. */
export type InspectionStanding = { readonly contract: bigint; readonly inspected: bigint }

/** What is accepted, or why it cannot be. */
export type Accepted =
  | { readonly kind: 'ACCEPTED'; readonly amount: bigint; readonly partial: boolean }
  | { readonly kind: 'ALL_INSPECTED' }
  | { readonly kind: 'EXCEEDS_HOLD'; readonly held: bigint; readonly excess: bigint }
  | { readonly kind: 'ABOVE_CONTRACT'; readonly left: bigint }

/**
 * What an inspection accepts (B7, B8): the amount named, else all that is left of the contract as far as `held` reaches (null: on
 * account, nothing is held). `partial` says that the contract is not inspected in full by it. Refuses, in this order: when nothing
 * is left to inspect, more than is held, more than is left of the contract.
 */
export function acceptedBy(standing: InspectionStanding, asked: bigint | null, held: bigint | null): Accepted {
  const left = standing.contract - standing.inspected
  if (left <= 0n) return { kind: 'ALL_INSPECTED' }
  const amount = asked ?? (held !== null && held < left ? held : left)
  if (held !== null && amount > held) return { kind: 'EXCEEDS_HOLD', held, excess: amount - held }
  if (amount > left) return { kind: 'ABOVE_CONTRACT', left }
  return { kind: 'ACCEPTED', amount, partial: amount < left }
}
