import { dayIn, startOfDay } from '@torihiki/shared/time-zone.ts'
import { addDays } from './dates.ts'

/** How something was sold, as far as laws on cooling off tell apart: at a distance, as over the hub, or at the buyer's door. */
export const saleKinds = ['DISTANCE', 'DOOR_TO_DOOR'] as const
export type SaleKind = (typeof saleKinds)[number]
/** From when a cooling-off period counts. */
export const coolingOffStarts = ['RECEIPT', 'CONCLUSION'] as const
export type CoolingOffStart = (typeof coolingOffStarts)[number]

/** The longest period that is taken: no law gives a consumer more than a year and fourteen days. */
export const longestCoolingOffDays = 379

/**
 * The cooling-off period by a country's law (B15): data, changed by administrators. `firstDayCounts`: the day from which it counts is its
 * first; `excludable`: sellers may state beforehand that they grant none. Days are those of the time zone.
 */
export type CoolingOffRule = {
  readonly country: string
  readonly sale: SaleKind
  readonly days: number
  readonly countsFrom: CoolingOffStart
  readonly firstDayCounts: boolean
  readonly excludable: boolean
  readonly timeZone: string
  readonly source: string
}

/** The last day of a period, and the instant at which it is over. */
export type CoolingOffEnd = { readonly lastDay: string; readonly until: Date }

/** When a period that began at an instant ends: its last day counts in full. Null when there is none. */
export function coolingOffEnd(
  rule: Pick<CoolingOffRule, 'days' | 'firstDayCounts' | 'timeZone'>,
  began: Date,
): CoolingOffEnd | null {
  if (rule.days === 0) return null
  const lastDay = addDays(dayIn(rule.timeZone, began), rule.firstDayCounts ? rule.days - 1 : rule.days)
  return { lastDay, until: startOfDay(addDays(lastDay, 1), rule.timeZone) }
}

/** What decides whether a purchase has a cooling-off period. `receivedAt` is when the buyer confirmed that it has all, null before. */
export type CoolingOffCase = {
  readonly consumer: boolean
  readonly rule: CoolingOffRule | null
  readonly excludedBySeller: boolean
  readonly concludedAt: Date
  readonly receivedAt: Date | null
}

/**
 * Until when a buyer may give back without a reason, by law: consumers alone, by the rule of their country, unless the seller excluded it
 * where it may. A period from receipt has no end before the receipt.
 * @returns null when there is no such right, `RUNS_ON` when its end is not known yet
 */
export function coolingOffOf(purchase: CoolingOffCase): CoolingOffEnd | 'RUNS_ON' | null {
  const { rule } = purchase
  if (!purchase.consumer || !rule || rule.days === 0 || (rule.excludable && purchase.excludedBySeller)) return null
  const began = rule.countsFrom === 'RECEIPT' ? purchase.receivedAt : purchase.concludedAt
  return began ? coolingOffEnd(rule, began) : 'RUNS_ON'
}

/** Whether the right holds at an instant. */
export function mayCoolOff(end: CoolingOffEnd | 'RUNS_ON' | null, now: Date): boolean {
  return end === 'RUNS_ON' || (end !== null && now < end.until)
}
