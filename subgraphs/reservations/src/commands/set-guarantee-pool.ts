import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { parseMoney } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { dayOf } from '../domain/dates.ts'
import { poolUses } from '../domain/pool.ts'
import type { ReservationsServices } from '../services.ts'
import { ensurePool, insertPoolVersion, lockPoolById, type PoolRow } from '../store/pools.ts'

/** Money from zero: a limit of zero grants nothing more. */
const limitForm = z.object({ amount: z.string(), currency: z.string() }).transform((value, context) => {
  const money = parseMoney(value.amount, value.currency)
  const fault = 'fault' in money ? money.fault : money.minor < 0n ? 'A limit is not below zero' : null
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
  return 'fault' in money ? z.NEVER : money
})
const setForm = z.object({
  idempotencyKey: form.idempotencyKey,
  holderId: form.id,
  use: z.enum(poolUses),
  limit: limitForm,
  until: form.day,
})
const revokeForm = z.object({ idempotencyKey: form.idempotencyKey, poolId: form.id })

/** Who may approve its own members in a guarantor's name: merchants and intermediaries. */
const approverRoles = ['SELLER', 'INTERMEDIARY']

/**
 * Sets how much a guarantor guarantees at a time for a payer, or through a merchant or intermediary who approves its own members (B13). Each
 * call is a new version, on record with who set it, and counts at once: a limit below what is used stands, and nothing more is granted
 * until enough was given back. A revoked pool is one again. Refuses a holder who is not there or may not approve, and a day in the past.
 */
export async function setGuaranteePool(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ poolId: string } | Refusal> {
  const input = parseInput(setForm, raw)
  if (isRefusal(input)) return input
  const { holderId, use, limit, until } = input
  const at = services.now()
  if (until < dayOf(at)) return refuseInput([{ path: 'until', message: 'The day is in the past.' }])
  if (holderId === actor.memberId) return refuseInput([{ path: 'holderId', message: 'A pool is for somebody else.' }])
  const request = { actor, operation: 'setGuaranteePool', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const holder = (await knownMembers(tx, [holderId])).get(holderId)
    if (holder?.status !== 'ACTIVE') return refuse('NOT_FOUND', 'There is no member with this id.')
    if (use === 'APPROVER' && !holder.roles.some((role) => approverRoles.includes(role)))
      return refuseInput([
        { path: 'holderId', message: 'Only merchants and intermediaries approve their own members.' },
      ])
    const pool = await ensurePool(tx, { guarantorId: actor.memberId, holderId, use, currency: limit.currency })
    const terms = { limit: limit.minor, until, revoked: false, setBy: actor.memberId, at }
    await insertPoolVersion(tx, pool, terms)
    return { poolId: pool.id }
  })
}

/** Revokes a pool, by a new version: nothing more is granted within it; what was granted stands. For its guarantor. */
export async function revokeGuaranteePool(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ poolId: string } | Refusal> {
  const input = parseInput(revokeForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'revokeGuaranteePool', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const pool = await lockPoolById(tx, input.poolId)
    const refusal = revocationFault(pool, actor)
    if (refusal || !pool) return refusal ?? refuse('NOT_FOUND')
    await insertPoolVersion(tx, pool, {
      limit: BigInt(pool.limit_minor),
      until: pool.until,
      revoked: true,
      setBy: actor.memberId,
      at: services.now(),
    })
    return { poolId: pool.id }
  })
}

function revocationFault(pool: PoolRow | null, { memberId }: Actor): Refusal | null {
  if (pool?.guarantor_id === memberId)
    return pool.revoked_at === null
      ? null
      : refuse('WRONG_STATE', 'The pool is revoked already. setGuaranteePool grants it anew.', { state: 'REVOKED' })
  return pool?.holder_id === memberId
    ? refuse('NOT_ALLOWED', 'Only the guarantor revokes its pool.')
    : refuse('NOT_FOUND', 'There is no pool with this id that is yours.')
}
