import type { AccountKey } from './account.ts'
import { balanced, type Leg, type Posting } from './posting.ts'

/** A claim on a payer that passes from one book to another: between whom, how much of it, and the discount; minor units. */
export type PassedClaim = {
  /** The purchase, or what gave it back: each is posted once in each book. */
  readonly id: string
  readonly purchaserId: string
  readonly sellerId: string
  readonly payerId: string
  readonly currency: string
  readonly minor: bigint
  readonly discount: bigint
}

const credit = (claim: PassedClaim): AccountKey => ({ kind: 'CREDIT', owner: claim.payerId, currency: claim.currency })
const discounts = (claim: PassedClaim): AccountKey => ({ kind: 'DISCOUNT', owner: '', currency: claim.currency })
const due = (kind: 'DUE_OUT' | 'DUE_IN', owner: string, { currency }: PassedClaim): AccountKey => ({
  kind,
  owner,
  currency,
})

/** The payer's whole debt on one side, the price and the discount, if there is one, on the other. */
function legs(claim: PassedClaim, debtIs: Leg['side'], price: AccountKey): Leg[] {
  const other = debtIs === 'DEBIT' ? 'CREDIT' : 'DEBIT'
  const { minor, discount } = claim
  const all: Leg[] = [
    { key: credit(claim), side: debtIs, minor },
    { key: price, side: other, minor: minor - discount },
    { key: discounts(claim), side: other, minor: discount },
  ]
  return all.filter((leg) => leg.minor > 0n)
}

/** Step 16 of the money model, in the purchaser's book: what the payer owes it / what it owes the seller, and the discount. */
export function claimPurchasedPosting(claim: PassedClaim): Posting {
  const price = due('DUE_OUT', claim.sellerId, claim)
  return balanced({ kind: 'CLAIM_PURCHASED', fact: `claim purchased ${claim.id}`, legs: legs(claim, 'DEBIT', price) })
}

/** The same in the seller's book: what is to come in for it, and the discount / what the payer owed it. */
export function claimSoldPosting(claim: PassedClaim): Posting {
  const price = due('DUE_IN', claim.purchaserId, claim)
  return balanced({ kind: 'CLAIM_SOLD', fact: `claim sold ${claim.id}`, legs: legs(claim, 'CREDIT', price) })
}

/** Recourse, in the purchaser's book: what is to come back of the price, and the discount that was not earned / what the payer owed it. */
export function claimReturnedPosting(claim: PassedClaim): Posting {
  const price = due('DUE_IN', claim.sellerId, claim)
  return balanced({ kind: 'CLAIM_RETURNED', fact: `claim returned ${claim.id}`, legs: legs(claim, 'CREDIT', price) })
}

/** The same in the seller's book: what the payer owes it again / what it owes the purchaser, and the discount. */
export function claimTakenBackPosting(claim: PassedClaim): Posting {
  const price = due('DUE_OUT', claim.purchaserId, claim)
  return balanced({ kind: 'CLAIM_TAKEN_BACK', fact: `claim taken back ${claim.id}`, legs: legs(claim, 'DEBIT', price) })
}

/** Another member has paid what was to come in from it: cash / what was to come in. `owedId` names what it owed, once. */
export function dueInSettledPosting(owner: string, currency: string, minor: bigint, owedId: string): Posting {
  return balanced({
    kind: 'DUE_IN_SETTLED',
    fact: `due in settled ${owedId}`,
    legs: [
      { key: { kind: 'CASH', owner: '', currency }, side: 'DEBIT', minor },
      { key: { kind: 'DUE_IN', owner, currency }, side: 'CREDIT', minor },
    ],
  })
}
