import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { digestLanguages } from '../domain/digest-letter.ts'
import { nextDigest, timeZoneOf, weekdays, type DigestTimes, type DuePeriod } from '../domain/digest-schedule.ts'
import { languageOf } from '../domain/language.ts'
import type { ListingsServices } from '../services.ts'
import { saveSchedule, scheduleOf, timesOfSchedule } from '../store/digests.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  frequency: z.enum(['AT_ONCE', 'DAILY', 'WEEKLY', 'OFF']),
  hour: form.optional(z.int().min(0, 'It must be 0 to 23').max(23, 'It must be 0 to 23')),
  weekday: form.optional(z.enum(weekdays)),
  timeZone: form.optional(
    z.string().transform((name, context) => {
      const zone = timeZoneOf(name)
      if (zone !== null) return zone
      context.addIssue({
        code: 'custom',
        message: 'It must be a name of the IANA time zone database such as "Asia/Tokyo"',
      })
      return z.NEVER
    }),
  ),
  language: form.optional(
    z
      .string()
      .transform((tag) => languageOf(tag) ?? '')
      .pipe(z.enum(digestLanguages, `Digests are written in ${digestLanguages.join(', ')}`)),
  ),
})

/** What a member has that never said otherwise: daily at eight, UTC, in English. */
export const usualTimes: DigestTimes = { frequency: 'DAILY', hour: 8, weekday: 'MONDAY', timeZone: 'UTC' }

/** Gives a member the usual schedule, unless it has one. */
export async function ensureSchedule(tx: Tx, memberId: string, now: Date): Promise<void> {
  await saveSchedule(tx, memberId, usualTimes, 'en', nextDigest(usualTimes, now), true)
}

/**
 * Says when the member's digest is sent (A2), by its own clock and in its language. What is left out stays. Refuses a member that is
 * not active, a time zone that there is not, and a language in which digests are not written.
 */
export async function setDigestSchedule(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { memberId } = actor
  const request = { actor, operation: 'setDigestSchedule', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, memberId)
    if (isRefusal(member)) return member
    const now = services.now()
    await ensureSchedule(tx, memberId, now)
    await tx.sql('select from digest_schedule where member_id = $1 for no key update', [memberId])
    const before = await scheduleOf((text, p) => tx.sql(text, p), memberId)
    const usual = before ? timesOfSchedule(before) : usualTimes
    const times: DigestTimes = {
      frequency: input.frequency,
      hour: input.hour ?? usual.hour,
      weekday: input.weekday ?? usual.weekday,
      timeZone: input.timeZone ?? usual.timeZone,
    }
    const next = times.frequency === 'AT_ONCE' ? atOnce(now) : nextDigest(times, now)
    await saveSchedule(tx, memberId, times, input.language ?? before?.language ?? 'en', next)
    return { memberId }
  })
}

/** What was found before is told at once too. */
const atOnce = (now: Date): DuePeriod => ({ at: now, period: '' })
