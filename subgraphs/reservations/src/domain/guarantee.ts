import { holdExpiry } from './dates.ts'

/** The states of a guarantee (B10; glossary, `Guarantee`). */
export const guaranteeStatuses = [
  'REQUESTED',
  'GRANTED',
  'REFUSED',
  'PAYABLE',
  'PAID',
  'INVOKED',
  'REPAID',
  'SOLD',
  'RELEASED',
  'EXPIRED',
] as const
export type GuaranteeStatus = (typeof guaranteeStatuses)[number]

/**
 * What happens to a guarantee. `ReliedOn` and `SetFree`: a reservation relies on it, or does so no more. `Sold` and `TakenBack`: the hub bought what its payer owes,
 * or gave it back (B19). `Reduced` and `Cleared`: a refund lowered what its payer owes, or left nothing of it (B15).
 */
export type GuaranteeEvent =
  | 'Granted'
  | 'Refused'
  | 'ReliedOn'
  | 'SetFree'
  | 'Accepted'
  | 'Paid'
  | 'Invoked'
  | 'Repaid'
  | 'Reduced'
  | 'Cleared'
  | 'Sold'
  | 'TakenBack'
  | 'Released'
  | 'Expired'

/**
 * The life of a guarantee. What was GRANTED runs out unless the goods are accepted before; what is PAYABLE does not, for the promise has
 * fallen due: it is paid or the guarantor is called upon, and the one excludes the other.
 */
export const guaranteeTransitions = {
  REQUESTED: { Granted: 'GRANTED', Refused: 'REFUSED', Released: 'RELEASED', Expired: 'EXPIRED' },
  GRANTED: {
    ReliedOn: 'GRANTED',
    SetFree: 'GRANTED',
    Accepted: 'PAYABLE',
    Released: 'RELEASED',
    Expired: 'EXPIRED',
  },
  PAYABLE: { Paid: 'PAID', Invoked: 'INVOKED' },
  PAID: { Released: 'RELEASED' },
  INVOKED: { Repaid: 'REPAID', Reduced: 'INVOKED', Cleared: 'REPAID', Sold: 'SOLD' },
  REFUSED: {},
  REPAID: {},
  SOLD: { TakenBack: 'INVOKED' },
  RELEASED: {},
  EXPIRED: {},
} as const satisfies Record<GuaranteeStatus, Partial<Record<GuaranteeEvent, GuaranteeStatus>>>

/** The state after an event, or null when it cannot happen in this one. */
export function guaranteeAfter(status: GuaranteeStatus, event: GuaranteeEvent): GuaranteeStatus | null {
  const next: Partial<Record<GuaranteeEvent, GuaranteeStatus>> = guaranteeTransitions[status]
  return next[event] ?? null
}

/**
 * A guarantee's figures in minor units: what was promised, what is to be paid of it since the goods were accepted, and how much of that its payer does
 * not owe any more, though nobody paid it under the number.
 */
export type Promised = {
  readonly status: GuaranteeStatus
  readonly minor: bigint
  readonly payable: bigint | null
  readonly cleared: bigint
}

/** What is to be paid under a guarantee's number: what is payable, less what is cleared of it. Minor units. */
export function owedUnder({ payable, cleared }: Pick<Promised, 'payable' | 'cleared'>): bigint {
  return (payable ?? 0n) - cleared
}

/**
 * What a guarantee uses of its pool (step 13 of the money model): all of it from the grant on, what is payable once the goods were accepted,
 * and still so when the guarantor was called upon, for the payer owes it that. Nothing in every other state.
 */
export function memoOf({ status, minor, payable, cleared }: Promised): bigint {
  switch (status) {
    case 'GRANTED':
      return minor
    case 'PAYABLE':
    case 'INVOKED':
      return payable === null ? minor : owedUnder({ payable, cleared })
    default:
      return 0n
  }
}

/** When a request is too late to be granted: as soon as the day of payment is over. */
export function requestExpiry(dueOn: string): Date {
  return new Date(Date.parse(`${dueOn}T00:00:00Z`) + 86_400_000)
}

/** When a grant runs out: as late as a hold would (`holdLifeDays` after the day of payment), so that a late inspection still finds it. */
export function grantExpiry(dueOn: string): Date {
  return holdExpiry(dueOn)
}

/** What a reservation needs of a guarantee: from whom to whom, and how much. */
export type Needed = {
  readonly payerId: string
  readonly payeeId: string
  readonly minor: bigint
  readonly currency: string
}

/** A guarantee as a reservation looks at it. `overdue`: its time is over by the database's clock. */
export type Offered = Needed & {
  readonly status: GuaranteeStatus
  readonly overdue: boolean
  readonly reliedOn: boolean
}

/** Why a guarantee does not stand for a reservation, as a sentence, or null when it does. Only its payer asks. */
export function coverFault(offered: Offered, needed: Needed): string | null {
  if (offered.payeeId !== needed.payeeId) return 'It is for another merchant.'
  if (offered.status !== 'GRANTED') return `It is ${offered.status}.`
  if (offered.overdue) return 'It has expired.'
  if (offered.reliedOn) return 'Another reservation relies on it already.'
  if (offered.currency !== needed.currency) return `It is in ${offered.currency}, the amount in ${needed.currency}.`
  if (offered.minor < needed.minor) return 'It is for a lower amount.'
  return null
}
