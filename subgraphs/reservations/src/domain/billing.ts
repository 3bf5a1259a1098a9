import { startOfDay, dayIn } from '@torihiki/shared/time-zone.ts'
import { addDays } from './dates.ts'

/**
 * When a member's credit is billed (B21), as data of its credit terms: at the end of the closing day of each month (of a shorter month,
 * its last day), by the clocks of the time zone; to be paid so many days after the closing day.
 */
export type BillingTerms = {
  readonly closingDay: number
  readonly dueAfterDays: number
  readonly timeZone: string
}

/** By calendar month, when nobody says: 31 is the last day of every month. */
export const usualBilling: BillingTerms = { closingDay: 31, dueAfterDays: 30, timeZone: 'UTC' }
/** How many days after the closing a bill may be due at most: a longer time would be another credit. */
export const longestDueAfterDays = 180

/** The end of a billing period: the closing day, and the instant at which it is over in the time zone. */
export type Closing = { readonly day: string; readonly at: Date }

/** The first closing after an instant, which is never that of a period that has ended by then. */
export function nextClosing(after: Date, { closingDay, timeZone }: BillingTerms): Closing {
  const today = dayIn(timeZone, after)
  const inMonth = closingDayIn(today.slice(0, 7), closingDay)
  const day = today <= inMonth ? inMonth : closingDayIn(monthAfter(today.slice(0, 7)), closingDay)
  return { day, at: startOfDay(addDays(day, 1), timeZone) }
}

/** The last day on which a bill is paid in time, and the instant at which it is over. */
export function dueOf(closedOn: string, { dueAfterDays, timeZone }: BillingTerms): { dueOn: string; dueUntil: Date } {
  const dueOn = addDays(closedOn, dueAfterDays)
  return { dueOn, dueUntil: startOfDay(addDays(dueOn, 1), timeZone) }
}

function closingDayIn(month: string, closingDay: number): string {
  const last = addDays(`${monthAfter(month)}-01`, -1)
  const wanted = `${month}-${String(closingDay).padStart(2, '0')}`
  return wanted < last ? wanted : last
}

function monthAfter(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7)
}

/** The states of a bill. */
export type BillStatus = 'OPEN' | 'PART_PAID' | 'PAID' | 'OVERDUE'
type BillEvent = 'Made' | 'PartPaid' | 'Paid' | 'DuePassed'

/** The life of a bill (B21): from which state what leads where. `NONE` is before it is on record. An overdue one stays so until all is paid. */
export const billTransitions = {
  NONE: { Made: 'OPEN' },
  OPEN: { PartPaid: 'PART_PAID', Paid: 'PAID', DuePassed: 'OVERDUE' },
  PART_PAID: { PartPaid: 'PART_PAID', Paid: 'PAID', DuePassed: 'OVERDUE' },
  OVERDUE: { PartPaid: 'OVERDUE', Paid: 'PAID' },
  PAID: {},
} as const satisfies Record<BillStatus | 'NONE', Partial<Record<BillEvent, BillStatus>>>

/**
 * The state of a bill after an event.
 * @throws when the event cannot happen in its state: no act may lead there
 */
export function billAfter(status: BillStatus | 'NONE', event: BillEvent): BillStatus {
  const ways: Partial<Record<BillEvent, BillStatus>> = billTransitions[status]
  const after = ways[event]
  if (!after) throw new Error(`${event} cannot happen to a bill that is ${status}.`)
  return after
}

/** A bill as far as paying it goes. `amount` is what its lines sum to, below zero when more was refunded than drawn; minor units. */
export type BillToPay = {
  readonly id: string
  readonly status: BillStatus
  readonly amount: bigint
  readonly paid: bigint
}

/** What of a bill is to be paid still. */
export function unpaidOf({ amount, paid }: Pick<BillToPay, 'amount' | 'paid'>): bigint {
  return amount > paid ? amount - paid : 0n
}

/** What one bill gets of what was paid in, and what it comes to by it. */
export type BillPayment = { readonly bill: BillToPay; readonly minor: bigint; readonly status: BillStatus }

/**
 * Applies what is there to bills, the oldest first (B21), each up to what is unpaid of it. What is left stays: it is the member's credit
 * balance, and is applied to the next bill that is made. A bill on which nothing is to be paid is paid by that.
 * @param bills not paid yet, oldest first
 */
export function applyToBills(there: bigint, bills: readonly BillToPay[]): { payments: BillPayment[]; left: bigint } {
  const payments: BillPayment[] = []
  let left = there
  for (const bill of bills) {
    const unpaid = unpaidOf(bill)
    const minor = left < unpaid ? left : unpaid
    if (minor === 0n && unpaid > 0n) continue
    left -= minor
    payments.push({ bill, minor, status: billAfter(bill.status, minor === unpaid ? 'Paid' : 'PartPaid') })
  }
  return { payments, left }
}
