import { endOf, type ContractTerms, type DeliverySlot } from '../matching/index.ts'
import { dayIn } from '@torihiki/shared/time-zone.ts'

/**
 * How many deliveries of one contract have a due day of their own. Of more, those beyond are due on the last day together: a frame
 * contract with a delivery on each working day of a year still has all of them.
 */
export const mostDueDeliveries = 300

/** The first and last day that is taken as due. Documents write days like 9999-12-31 for `at any time`: nothing is ever late by them. */
export const [firstDueDay, lastDueDay] = ['1900-01-01', '9900-12-31']

/** Whether it is a day, `YYYY-MM-DD`, on which something can be due. */
export function isDueDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDueDay || text > lastDueDay) return false
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/**
 * The days on which a contract's deliveries are due, each day once and in order (A12): the condition's day where one was stated, else the
 * ends of the delivery windows of the whole contract, else those of its lines. The n-th day is the contract's n-th delivery.
 * A window that ends at a moment with an offset ends on the day that it is then in the contract's time zone.
 */
export function deliveryDays(
  stated: string | null,
  terms: Pick<ContractTerms, 'deliveries' | 'lines'>,
  timeZone: string,
): string[] {
  if (stated) return [stated]
  const ofContract = days(terms.deliveries, timeZone)
  const all =
    ofContract.length > 0
      ? ofContract
      : days(
          terms.lines.flatMap((line) => line.deliveries),
          timeZone,
        )
  return all.length <= mostDueDeliveries ? all : [...all.slice(0, mostDueDeliveries - 1), ...all.slice(-1)]
}

function days(slots: readonly DeliverySlot[], timeZone: string): string[] {
  return [...new Set(slots.flatMap((slot) => dueDay(slot, timeZone) ?? []))].toSorted()
}

/** The last day of a window, or null when it has no end that can be read. */
function dueDay(slot: DeliverySlot, timeZone: string): string | null {
  const end = slot.end ?? ''
  if (!Number.isFinite(endOf(slot))) return null
  const day = /T.*(Z|[+-]\d{2}:\d{2})$/.test(end) ? dayIn(timeZone, new Date(endOf(slot))) : end.slice(0, 10)
  return isDueDay(day) ? day : null
}
