import type { CaseStatus } from './status.ts'

/** The statuses in which a thread may end because its time is over: nothing binds anybody yet (A13). */
export const expiringStatuses = [
  'REGISTERED',
  'REFERRED',
  'ORDERED',
  'RESPONDED',
] as const satisfies readonly CaseStatus[]

/** The longest time that a case may be given, in days: two years. */
export const longestDays = 731

/** Whether a thread's time is over at this instant. */
export function isOver(expiresAt: Date | null, status: CaseStatus, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now && expiringStatuses.some((each) => each === status)
}
