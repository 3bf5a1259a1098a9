import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { allDays } from '../domain/cases/business-calendar.ts'
import type { ContractsServices } from '../services.ts'
import { addCalendarVersion, newestCalendars } from '../store/calendars.ts'
import { latenessForms } from './lateness-forms.ts'

/** How many calendars there may be: they are listed without pages. */
export const mostCalendars = 100
/** How many holidays one may name: thirty a year for sixty years. */
const mostHolidays = 2_000

/** The days of the week, Monday first. */
export const daysOfWeek = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  code: latenessForms.calendarCode.refine((code) => code !== allDays.code, `${allDays.code} stays as it is`),
  version: form.optional(z.int()),
  title: form.text(100),
  weekend: z
    .array(z.enum(daysOfWeek))
    .refine((days) => new Set(days).size < daysOfWeek.length, 'A week has a business day at least'),
  holidays: z.array(form.day).max(mostHolidays, `At most ${mostHolidays} holidays`),
  countsBusinessDays: z.boolean(),
  reason: form.text(500),
})

/**
 * Defines a business calendar, or puts a further version of one on record (A12); no version is ever changed. The newest counts from then
 * on for whatever is still open. Refuses INVALID_INPUT, and WRONG_STATE with the version that is there when another was stated.
 */
export async function defineBusinessCalendar(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ code: string; version: number } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { code, idempotencyKey } = input
  const request = { actor, operation: 'defineBusinessCalendar', idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const known = await newestCalendars((text, p) => tx.sql(text, p))
    const present = known.find((calendar) => calendar.code === code)?.version ?? null
    if (present !== input.version) return stale(code, present)
    if (present === null && known.length >= mostCalendars)
      return refuseInput([{ path: 'code', message: `There are ${mostCalendars} calendars, and that is the most.` }])
    const version = (present ?? 0) + 1
    const weekend = daysOfWeek.flatMap((day, i) => (input.weekend.includes(day) ? [i + 1] : []))
    const { title, countsBusinessDays, reason } = input
    const calendar = { code, version, title, weekend, countsBusinessDays, reason, holidays: new Set(input.holidays) }
    const added = await addCalendarVersion((text, p) => tx.sql(text, p), calendar, actor.memberId, services.now())
    return added ? { code, version } : stale(code, version)
  })
}

function stale(code: string, version: number | null): Refusal {
  const there =
    version === null ? `There is no calendar ${code} yet` : `Calendar ${code} is there, in version ${version}`
  return refuse('WRONG_STATE', `${there}. Look at it, then state its version.`, {
    state: version === null ? 'NOT_DEFINED' : `VERSION_${version}`,
  })
}
