/** How many days ahead a payment is due when nobody says. */
export const defaultDueDays = 30
/** How many days ahead a payment may be due: a longer promise is a guarantee, not a hold. */
export const longestDueDays = 366
/** How many days after the due day a hold lives on, so that a late inspection still finds it. */
export const holdLifeDays = 30

const dayMs = 86_400_000

/** The day of an instant, in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** The day so many days after an instant's. */
export function dayAfter(at: Date, days: number): string {
  return dayOf(new Date(at.getTime() + days * dayMs))
}

/** The day so many days after another, or before it. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * dayMs))
}

/** When a hold for a payment due on a day expires. */
export function holdExpiry(dueOn: string): Date {
  return new Date(Date.parse(`${dueOn}T00:00:00Z`) + holdLifeDays * dayMs)
}

/** What is wrong with a due day, as a sentence, or null. */
export function dueOnFault(dueOn: string, now: Date): string | null {
  if (dueOn < dayOf(now)) return 'The day is in the past.'
  if (dueOn > dayAfter(now, longestDueDays)) return `It is at most ${longestDueDays} days ahead.`
  return null
}

/** Whether a card of this expiry (`YYYY-MM`, good to the end of the month) can still be used. */
export function cardIsCurrent(expiry: string, now: Date): boolean {
  return expiry >= dayOf(now).slice(0, 7)
}
