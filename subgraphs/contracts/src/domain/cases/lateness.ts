import { addDays, daysAfter, nextBusinessDay, type BusinessCalendar } from './business-calendar.ts'
import { dayIn, startOfDay } from '@torihiki/shared/time-zone.ts'

/** What may be late. */
export type DueKind = 'DELIVERY' | 'SETTLEMENT'

/** What is done at a step: whom it tells, and how earnestly. */
export const escalationActions = ['REMIND', 'WARN', 'WARN_BOTH', 'WARN_BOTH_AND_AGENT'] as const
/** What is done at a step. */
export type EscalationAction = (typeof escalationActions)[number]

/** A step of escalation: so many days after the due day this is done. */
export type EscalationStep = { readonly afterDays: number; readonly action: EscalationAction }

/** The steps with which a hub begins; an administrator sets others, a contract may state its own. */
export const standardSteps: readonly EscalationStep[] = [
  { afterDays: 1, action: 'REMIND' },
  { afterDays: 7, action: 'WARN' },
  { afterDays: 14, action: 'WARN_BOTH' },
  { afterDays: 30, action: 'WARN_BOTH_AND_AGENT' },
]

/** How many steps there may be, and how late the last may come: a year, after which nobody waits for a warning. */
export const [mostSteps, mostDaysAfter] = [10, 366]

/** Why a list of steps cannot be taken, or null: 1 to `mostSteps`, from the first day on, each later than the one before. */
export function stepsFault(steps: readonly EscalationStep[]): string | null {
  if (steps.length === 0 || steps.length > mostSteps) return `There are 1 to ${mostSteps} steps`
  const inOrder = steps.every(({ afterDays }, i) => afterDays > (steps[i - 1]?.afterDays ?? 0))
  const inTime = steps.every(({ afterDays }) => Number.isInteger(afterDays) && afterDays <= mostDaysAfter)
  return inOrder && inTime
    ? null
    : `afterDays is 1 to ${mostDaysAfter} whole days, in each step more than in the one before`
}

/** Steps in one line, such as `1 REMIND, 7 WARN`: equal steps give equal lines. */
export function stepsText(steps: readonly EscalationStep[]): string {
  return steps.map(({ afterDays, action }) => `${afterDays} ${action}`).join(', ')
}

/** Something that is due, and how its days are counted. */
export type Due = {
  /** The day as the contract states it, `YYYY-MM-DD`. */
  readonly dueOn: string
  /** The day is over when it is over in this time zone (IANA). */
  readonly timeZone: string
  readonly calendar: BusinessCalendar
  readonly steps: readonly EscalationStep[]
  /** The highest step that was warned of so far; 0 when none was. */
  readonly level: number
  /** Delivered or settled: nothing is looked at any more. */
  readonly fulfilled: boolean
}

/** The last day on which it is in time: the due day, or the business day to which it moves (A12). */
export function fallsOn({ dueOn, calendar }: Pick<Due, 'dueOn' | 'calendar'>): string {
  return nextBusinessDay(dueOn, calendar)
}

/**
 * The instant at which a step is reached: when that day begins in the contract's time zone, so never before the due day is over there.
 */
export function stepReachedAt(due: Pick<Due, 'dueOn' | 'timeZone' | 'calendar'>, step: EscalationStep): Date {
  return startOfDay(daysAfter(fallsOn(due), step.afterDays, due.calendar), due.timeZone)
}

/** The highest step reached at an instant, from 1; 0 while it is not late. It never falls as time goes by. */
export function latenessLevel(due: Omit<Due, 'level' | 'fulfilled'>, at: Date): number {
  return due.steps.filter((step) => stepReachedAt(due, step) <= at).length
}

/** What a look at something due gives: the level to warn of, or null, and when to look again, or null when never. */
export type DueCheck = { readonly warn: number | null; readonly nextCheckAt: Date | null }

/**
 * Looks at something due at an instant (A12). Warns of the highest step reached, once; the steps that were passed over while nobody
 * looked are not warned of. What is fulfilled is never looked at again.
 *
 * The next look is when the next step may be reached at the earliest under any calendar, and from then on at each day's beginning until
 * it is: a calendar that gets a new version meanwhile, with a holiday more or less, counts at once and nothing has to be computed anew.
 */
export function checkDue(due: Due, at: Date): DueCheck {
  if (due.fulfilled) return { warn: null, nextCheckAt: null }
  const reached = latenessLevel(due, at)
  const level = Math.max(due.level, reached)
  const next = due.steps[level]
  return { warn: reached > due.level ? reached : null, nextCheckAt: next ? lookAgainAt(due, next, at) : null }
}

function lookAgainAt(due: Due, next: EscalationStep, at: Date): Date {
  const earliest = startOfDay(addDays(due.dueOn, next.afterDays), due.timeZone)
  return earliest > at ? earliest : startOfDay(addDays(dayIn(due.timeZone, at), 1), due.timeZone)
}

/** A party of a contract as warnings know it. */
export type WarnedParty = 'BUYER' | 'SELLER' | 'AGENT'

/** Who is warned: who must act (the seller delivers, the buyer pays), both, or both and the settlement agent in charge (A12). */
export function warnedParties(kind: DueKind, action: EscalationAction): readonly WarnedParty[] {
  switch (action) {
    case 'REMIND':
    case 'WARN':
      return [kind === 'DELIVERY' ? 'SELLER' : 'BUYER']
    case 'WARN_BOTH':
      return ['BUYER', 'SELLER']
    case 'WARN_BOTH_AND_AGENT':
      return ['BUYER', 'SELLER', 'AGENT']
  }
}
