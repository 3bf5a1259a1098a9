import { form } from '@torihiki/shared/parse-input.ts'
import { refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { firstDueDay, isDueDay, lastDueDay } from '../domain/cases/due-days.ts'
import { escalationActions, stepsFault } from '../domain/cases/lateness.ts'
import { isTimeZone } from '@torihiki/shared/time-zone.ts'
import { newestCalendars } from '../store/calendars.ts'

/** The forms of inputs about due days (A12). */
export const latenessForms = {
  dueDay: form.day.refine(isDueDay, `It is a day from ${firstDueDay} to ${lastDueDay}`),
  timeZone: z.string().refine(isTimeZone, 'It must be a time zone of the IANA database such as Asia/Tokyo'),
  calendarCode: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,31}$/, 'It must be 1 to 32 of A–Z, 0–9 and underscore, a letter first'),
  steps: z
    .array(z.object({ afterDays: z.number(), action: z.enum(escalationActions) }))
    .superRefine((steps, context) => {
      const fault = stepsFault(steps)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    }),
} as const

/** Refuses a calendar that no administrator has defined; null when there is none named, or it is there. */
export async function refuseUnknownCalendar(tx: Tx, code: string | null): Promise<Refusal | null> {
  if (code === null || (await newestCalendars((text, p) => tx.sql(text, p), [code])).length > 0) return null
  const message = 'There is no business calendar with this code. See businessCalendars.'
  return refuseInput([{ path: 'conditions.calendar', message }])
}
