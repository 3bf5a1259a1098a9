/**
 * As what somebody confirms an inspection (B7): as who gets the goods or the service, as who sells them or renders it, or as who brought them. The first
 * may always; the others where the payer said so when it reserved the payment.
 */
export const inspectionParties = ['RECIPIENT', 'MERCHANT', 'CARRIER'] as const
export type InspectionParty = (typeof inspectionParties)[number]

/** Whose thread it is, and what was agreed with its reservation. */
export type InspectionAgreement = {
  readonly buyerId: string
  readonly sellerId: string
  readonly inspectionBy: readonly InspectionParty[]
  readonly carrierId: string | null
}

/**
 * As what a member may confirm (B7); NOT_AGREED for a seller that the reservation does not name, null for whom the thread is none of its business, a
 * carrier that may not confirm included.
 */
export function capacityOf(
  memberId: string,
  { buyerId, sellerId, inspectionBy, carrierId }: InspectionAgreement,
): InspectionParty | 'NOT_AGREED' | null {
  if (memberId === buyerId) return 'RECIPIENT'
  if (memberId === sellerId) return inspectionBy.includes('MERCHANT') ? 'MERCHANT' : 'NOT_AGREED'
  return memberId === carrierId && inspectionBy.includes('CARRIER') ? 'CARRIER' : null
}

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
