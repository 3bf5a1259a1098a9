/** On which days after the due day a lateness escalates: level 1 at once, then 2, 3 and 4. */
export const escalationDays = [1, 7, 14, 30] as const

/**
 * The level of a lateness: 0 when it is not late; 1 from the day after it was due, growing as it escalates (A12).
 * Days are calendar days in UTC, as `YYYY-MM-DD`.
 */
export function latenessLevel(dueOn: string, today: string): number {
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${dueOn}T00:00:00Z`)) / 86_400_000)
  return escalationDays.filter((from) => days >= from).length
}
