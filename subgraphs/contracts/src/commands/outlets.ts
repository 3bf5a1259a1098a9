import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { isTimeZone } from '@torihiki/shared/time-zone.ts'
import { degreesE7 } from '../domain/routing/distance.ts'
import { minuteOf, weekdays } from '../domain/routing/opening.ts'
import { isExact, millionthsOf, mostOnHand } from '../domain/routing/quantity.ts'
import { itemKey } from '../domain/routing/route.ts'
import type { ContractsServices } from '../services.ts'
import { lockOwnOutlet, saveOutlet, stateStock, statedOf, type StatedOutlet } from '../store/outlets.ts'
import { wakeWaiting } from '../store/routings.ts'

/** How many outlets a seller may have: all of them are looked at for each order, in its transaction. */
export const mostOutlets = 200
/** How many items one call states: as many as an order may have lines. */
const mostItems = 500
/** Half the way around the earth, in metres: who serves so far serves everywhere. */
const farthestReach = 20_037_509

const degrees = (most: 90 | 180) =>
  z.string().transform((text, context) => {
    const e7 = degreesE7(text, most)
    if (e7 !== null) return e7
    context.addIssue({
      code: 'custom',
      message: `It must be degrees from -${most} to ${most} with at most 7 decimals, such as "35.0116"`,
    })
    return z.NEVER
  })
const minute = z.string().transform((text, context) => {
  const found = minuteOf(text)
  if (found !== null) return found
  context.addIssue({ code: 'custom', message: 'It must be a time of the day from 00:00 to 24:00' })
  return z.NEVER
})
const hours = { from: minute, to: minute } as const
const inOrder = ({ from, to }: { from: number; to: number }): boolean => from < to
const notInOrder = 'It must open before it closes; who is open over midnight states two times of opening'

/** A place of the earth, as degrees in decimals. */
export const placeForm = z.object({ latitude: degrees(90), longitude: degrees(180) })

const outletForms = {
  name: form.text(100),
  address: form.text(300),
  latitude: degrees(90),
  longitude: degrees(180),
  timeZone: z.string().refine(isTimeZone, 'It must be a name of the IANA time zone database such as Asia/Tokyo'),
  reachMetres: z
    .int()
    .min(1, 'It must be 1 or more')
    .max(farthestReach, `It must be ${farthestReach} at most, half the way around the earth`),
  serving: z.boolean(),
  openingHours: z
    .array(z.object({ weekday: z.enum(weekdays), ...hours }).refine(inOrder, notInOrder))
    .max(50, 'There are at most 50'),
  exceptions: z
    .array(
      z.object({
        day: form.day,
        hours: z.array(z.object(hours).refine(inOrder, notInOrder)).max(10, 'There are at most 10 a day'),
      }),
    )
    .max(400, 'There are at most 400')
    .refine((all) => new Set(all.map(({ day }) => day)).size === all.length, 'Each day is stated once'),
} as const
const registerForm = z.object({
  idempotencyKey: form.idempotencyKey,
  ...outletForms,
  serving: form.optional(outletForms.serving),
  exceptions: form.optional(outletForms.exceptions),
})
const editForm = z.object({
  idempotencyKey: form.idempotencyKey,
  outletId: form.id,
  revision: z.int(),
  ...z.object(outletForms).partial().shape,
})
const quantity = z.string().transform((text, context) => {
  const found = millionthsOf(text)
  if (found !== null && isExact(text) && found <= mostOnHand) return found
  context.addIssue({
    code: 'custom',
    message: 'It must be a decimal number from 0 to a million million with at most 6 decimals',
  })
  return z.NEVER
})
const stockForm = z.object({
  idempotencyKey: form.idempotencyKey,
  outletId: form.id,
  items: z
    .array(
      z.object({
        item: form.text(100),
        unit: z.string().regex(/^[A-Z0-9]{2,3}$/, 'It must be a code of UN/ECE Recommendation 20, such as C62 or KGM'),
        quantity,
      }),
    )
    .min(1, 'State at least one')
    .max(mostItems, `There are at most ${mostItems}`)
    .refine((all) => new Set(all.map(itemKey)).size === all.length, 'Each item is stated once in a unit'),
})

const noOutlet = (): Refusal => refuse('NOT_FOUND', 'You have no outlet with this id.')

/** The seller that acts. Others refuse: MEMBER_NOT_ACTIVE, NOT_ALLOWED. */
async function seller(tx: Tx, actor: Actor): Promise<string | Refusal> {
  const member = await activeMember(tx, actor.memberId)
  if (isRefusal(member)) return member
  return member.roles.includes('SELLER') ? member.memberId : refuse('NOT_ALLOWED', 'Only sellers have outlets.')
}

/**
 * Registers an outlet of the actor's (B20): from then on its orders are routed to the nearest that can serve. Refuses who is no seller or has too many
 * (NOT_ALLOWED), MEMBER_NOT_ACTIVE, INVALID_INPUT.
 */
export async function registerOutlet(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ outletId: string } | Refusal> {
  const input = parseInput(registerForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'registerOutlet', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const sellerId = await seller(tx, actor)
    if (isRefusal(sellerId)) return sellerId
    // Two at once of one seller take turns, so that both count the same.
    await tx.sql('select 1 from known_member where member_id = $1 for no key update', [sellerId])
    const there = await tx.sql('select 1 from outlet where seller_id = $1', [sellerId])
    if (there.length >= mostOutlets)
      return refuse('NOT_ALLOWED', `You have ${there.length} outlets, and ${mostOutlets} is the most.`)
    const now = services.now()
    const outletId = newId(now.getTime())
    const stated: StatedOutlet = {
      name: input.name,
      address: input.address,
      latitude_e7: input.latitude,
      longitude_e7: input.longitude,
      time_zone: input.timeZone,
      reach_metres: input.reachMetres,
      serving: input.serving ?? true,
      weekly: input.openingHours,
      exceptions: input.exceptions ?? [],
    }
    await saveOutlet(tx, { id: outletId, sellerId, revision: 1 }, stated, now)
    await wakeWaiting(tx, sellerId, now)
    return { outletId }
  })
}

/**
 * Edits an outlet of the actor's (B20): what is given is stated anew, what is left out stays, the state before stays on record. Orders that wait are looked at again; those that are
 * routed stay where they are. Refuses NOT_FOUND, also outlets of others, WRONG_STATE for another revision, INVALID_INPUT.
 */
export async function editOutlet(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ outletId: string } | Refusal> {
  const input = parseInput(editForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'editOutlet', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const sellerId = await seller(tx, actor)
    if (isRefusal(sellerId)) return sellerId
    const outlet = await lockOwnOutlet(tx, sellerId, input.outletId)
    if (!outlet) return noOutlet()
    if (outlet.revision !== input.revision)
      return refuse('WRONG_STATE', `You edit revision ${input.revision}. Read the outlet again, then edit that.`, {
        state: `REVISION_${outlet.revision}`,
      })
    const before = statedOf(outlet)
    const after: StatedOutlet = {
      name: input.name ?? before.name,
      address: input.address ?? before.address,
      latitude_e7: input.latitude ?? before.latitude_e7,
      longitude_e7: input.longitude ?? before.longitude_e7,
      time_zone: input.timeZone ?? before.time_zone,
      reach_metres: input.reachMetres ?? before.reach_metres,
      serving: input.serving ?? before.serving,
      weekly: input.openingHours ?? before.weekly,
      exceptions: input.exceptions ?? before.exceptions,
    }
    const now = services.now()
    await saveOutlet(tx, { id: outlet.id, sellerId, revision: outlet.revision + 1 }, after, now)
    await wakeWaiting(tx, sellerId, now)
    return { outletId: outlet.id }
  })
}

/**
 * States what an outlet of the actor's has of items from now on (B20), what is taken by orders not counted. Orders that wait are looked at again. Refuses NOT_FOUND, also
 * outlets of others, INVALID_INPUT.
 */
export async function setOutletStock(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ outletId: string } | Refusal> {
  const input = parseInput(stockForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'setOutletStock', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const sellerId = await seller(tx, actor)
    if (isRefusal(sellerId)) return sellerId
    const outlet = await lockOwnOutlet(tx, sellerId, input.outletId)
    if (!outlet) return noOutlet()
    const now = services.now()
    const items = input.items.map(({ item, unit, quantity: onHand }) => ({ item, unit, onHand }))
    await stateStock(tx, outlet.id, items, now)
    await wakeWaiting(tx, sellerId, now)
    return { outletId: outlet.id }
  })
}
