import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { isTimeZone } from '@torihiki/shared/time-zone.ts'
import { z } from 'zod'
import { dispatchModes, mostAtOnce, usualSchedule, type DispatchSchedule } from '../domain/dispatch.ts'
import type { ReservationsServices } from '../services.ts'
import { allOthers, insertSchedule, lockLane, saveStopped } from '../store/lanes.ts'
import { refuseUnlessOperator } from './operator.ts'

/** What a schedule may be set to at most: a company is asked no oftener than a thousand times a second, a batch is what one process can have in hand, and nothing waits longer than a day for its batch. */
const [mostPerMinute, largestBatch, longestBatchAge] = [60_000, 200, 86_400]

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'It is a time of the day such as 22:30')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
const company = form.optional(
  z.string().regex(/^[a-z0-9-]{1,40}$/, 'It is the code by which a card company is connected'),
)

const scheduleForm = z
  .object({
    idempotencyKey: form.idempotencyKey,
    company,
    mode: z.enum(dispatchModes),
    perMinute: form.optional(z.int().min(1).max(mostPerMinute)),
    slowestPerMinute: form.optional(z.int().min(1).max(mostPerMinute)),
    batchSize: form.optional(z.int().min(1).max(largestBatch)),
    batchAgeSeconds: form.optional(z.int().min(1).max(longestBatchAge)),
    offPeak: form.optional(
      z
        .object({
          from: clockTime,
          to: clockTime,
          timeZone: z.string().refine(isTimeZone, 'It is not a time zone such as Asia/Tokyo'),
        })
        .refine(({ from, to }) => from !== to, { path: ['to'], message: 'It is the same time as from' }),
    ),
    mostInFlight: form.optional(z.int().min(1).max(mostAtOnce)),
  })
  .refine((input) => input.mode !== 'PACED' || input.perMinute !== null, {
    path: ['perMinute'],
    message: 'Say how many are to leave in a minute',
  })
  .refine(
    ({ mode, mostInFlight, batchSize }) =>
      mode !== 'BATCH' || mostInFlight === null || mostInFlight >= (batchSize ?? usualSchedule.batchSize),
    { path: ['mostInFlight'], message: 'A batch leaves as one: at least as many as it has' },
  )

/** Whose lane it was. Empty: of all that have no schedule of their own. */
type Answer = { company: string }

/**
 * Sets by which rule requests to a card company leave (C5), for all that have none of their own when no company is named: a new version, from now on. What is
 * left out is as usual. What waits then leaves by the new rule. For operators of the institution; on record with who did it.
 */
export async function setAuthorizationSchedule(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(scheduleForm, raw)
  if (isRefusal(input)) return refuseUnlessOperator(actor) ?? input
  const perMinute = input.perMinute ?? usualSchedule.perMinute
  const batchSize = input.batchSize ?? usualSchedule.batchSize
  const schedule: DispatchSchedule = {
    mode: input.mode,
    perMinute,
    slowestPerMinute: Math.min(input.slowestPerMinute ?? usualSchedule.slowestPerMinute, perMinute),
    batchSize,
    batchAgeSeconds: input.batchAgeSeconds ?? usualSchedule.batchAgeSeconds,
    offPeak: input.offPeak,
    mostInFlight: input.mostInFlight ?? Math.max(usualSchedule.mostInFlight, input.mode === 'BATCH' ? batchSize : 0),
  }
  return onLane(services, actor, { operation: 'setAuthorizationSchedule', ...input, raw }, async (tx, name) => {
    await insertSchedule(tx, name, schedule, { memberId: actor.memberId, at: services.now() })
    await noteAct(tx, services, actor, name, 'SCHEDULE_SET', null)
  })
}

const stopForm = z.object({
  idempotencyKey: form.idempotencyKey,
  company: z.string().regex(/^[a-z0-9-]{1,40}$/, 'It is the code by which a card company is connected'),
  reason: form.text(500),
})

/** Stops all requests to a card company (C5): they wait until somebody lets them go on. What is under way is not called back. For operators. */
export async function stopAuthorizations(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  return stopOrGoOn(services, actor, raw, true)
}

/** Lets requests to a card company go on, by its schedule (C5). For operators. */
export async function resumeAuthorizations(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  return stopOrGoOn(services, actor, raw, false)
}

async function stopOrGoOn(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
  stops: boolean,
): Promise<Answer | Refusal> {
  const input = parseInput(stopForm, raw)
  if (isRefusal(input)) return refuseUnlessOperator(actor) ?? input
  const operation = stops ? 'stopAuthorizations' : 'resumeAuthorizations'
  return onLane(services, actor, { operation, ...input, raw }, async (tx, name) => {
    await saveStopped(tx, name, stops)
    await noteAct(tx, services, actor, name, stops ? 'STOPPED' : 'RESUMED', input.reason)
  })
}

async function onLane(
  services: ReservationsServices,
  actor: Actor,
  input: { operation: string; idempotencyKey: string; company: string | null; raw: unknown },
  work: (tx: Tx, company: string) => Promise<void>,
): Promise<Answer | Refusal> {
  const refusal = refuseUnlessOperator(actor)
  if (refusal) return refusal
  const { operation, idempotencyKey, raw } = input
  const name = input.company ?? allOthers
  return runCommand(services.store, { actor, operation, idempotencyKey, input: raw }, async (tx) => {
    await lockLane(tx, name)
    await work(tx, name)
    return { company: name }
  })
}

async function noteAct(
  tx: Tx,
  { now }: ReservationsServices,
  actor: Actor,
  company: string,
  act: 'SCHEDULE_SET' | 'STOPPED' | 'RESUMED',
  reason: string | null,
): Promise<void> {
  await tx.sql('insert into authorization_act (id, company, act, by_id, at, reason) values ($1, $2, $3, $4, $5, $6)', [
    newId(),
    company,
    act,
    actor.operator?.memberId ?? actor.memberId,
    now(),
    reason,
  ])
}
