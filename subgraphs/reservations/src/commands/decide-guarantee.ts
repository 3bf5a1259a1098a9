import { newCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { moneyOf, moneyText, spell } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { grantExpiry } from '../domain/guarantee.ts'
import { draw } from '../domain/pool.ts'
import type { ReservationsServices } from '../services.ts'
import { lockGuarantee, sponsorOf, type GuaranteeRow } from '../store/guarantees.ts'
import { lockPool, poolOf } from '../store/pools.ts'
import { recordStep } from './change-guarantee.ts'
import { decidesAs } from './request-guarantee.ts'

const grantForm = z.object({ idempotencyKey: form.idempotencyKey, guaranteeId: form.id })
const refuseForm = grantForm.extend({ reason: form.text(500) })

type Answer = { guaranteeId: string }
type Decider = 'GUARANTOR' | 'APPROVER'

/**
 * Grants a guarantee (B10): its transaction number is issued, and it stands until it is paid, released or expires. By its guarantor, within
 * the pool for that payer when there is one; or by the approver, within the pool that the guarantor granted it, for its own members
 * alone (B13). Exact under concurrency: decided under the pool's row lock. Refuses INSUFFICIENT_FUNDS with what is left of the pool.
 */
export async function grantGuarantee(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(grantForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, 'grantGuarantee', { ...input, raw }, async (tx, row, decider) => {
    const pool = await drawFrom(tx, row, decider)
    if (isRefusal(pool)) return pool
    await recordStep(tx, services, row, 'Granted', actor, {
      transactionNumber: newCode('TRANSACTION'),
      expiresAt: grantExpiry(row.due_on),
      poolId: pool.id,
    })
    return null
  })
}

/** Refuses a guarantee: the payer sees the reason. By its guarantor or its approver. */
export async function refuseGuarantee(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(refuseForm, raw)
  if (isRefusal(input)) return input
  return decide(services, actor, 'refuseGuarantee', { ...input, raw }, async (tx, row) => {
    await recordStep(tx, services, row, 'Refused', actor, { refusal: input.reason })
    return null
  })
}

async function decide(
  services: ReservationsServices,
  actor: Actor,
  operation: string,
  { idempotencyKey, guaranteeId, raw }: { idempotencyKey: string; guaranteeId: string; raw: unknown },
  work: (tx: Tx, row: GuaranteeRow, decider: Decider) => Promise<Refusal | null>,
): Promise<Answer | Refusal> {
  return runCommand(services.store, { actor, operation, idempotencyKey, input: raw }, async (tx) => {
    const row = await lockGuarantee(tx, guaranteeId)
    if (!row || ![row.guarantor_id, row.approver_id, row.payer_id].includes(actor.memberId))
      return refuse('NOT_FOUND', 'There is no guarantee with this id that waits for you.')
    const decider = decidesAs(actor, row)
    if (!decider) return refuse('NOT_ALLOWED', 'The guarantor decides, or whom it lets approve its own members.')
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    if (row.status !== 'REQUESTED' || row.overdue) {
      const state = row.overdue && row.status === 'REQUESTED' ? 'EXPIRED' : row.status
      return refuse('WRONG_STATE', `The guarantee is ${state}: there is nothing to decide any more.`, { state })
    }
    return (await work(tx, row, decider)) ?? { guaranteeId }
  })
}

/** The pool within which it is granted, when it fits. Null: the guarantor has none for this payer, and decides as it likes. */
async function drawFrom(tx: Tx, row: GuaranteeRow, decider: Decider): Promise<{ id: string | null } | Refusal> {
  const byApprover = decider === 'APPROVER'
  if (byApprover && (await sponsorOf(tx, row.payer_id)) !== row.approver_id)
    return refuse('NOT_ALLOWED', 'The payer is not your own member: within a pool you approve your own members alone.')
  const holderId = byApprover ? row.approver_id : row.payer_id
  const { guarantor_id: guarantorId, currency } = row
  const pool =
    holderId && (await lockPool(tx, { guarantorId, holderId, use: byApprover ? 'APPROVER' : 'PAYER', currency }))
  if (!pool)
    return byApprover
      ? refuse('NOT_ALLOWED', `The guarantor has granted you no pool in ${currency}. Let it decide itself.`)
      : { id: null }
  const minor = BigInt(row.minor)
  const drawn = draw(poolOf(pool), minor, pool.today)
  if ('used' in drawn) return { id: pool.id }
  const [requested, available, shortfall] = [minor, drawn.available, drawn.shortfall].map((each) =>
    moneyOf(each, currency),
  )
  if (!requested || !available || !shortfall) throw new Error('Three amounts make three.')
  const why = pool.revoked_at === null ? '' : ' It is revoked.'
  return refuse(
    'INSUFFICIENT_FUNDS',
    `${spell(requested)} does not fit into the pool: ${spell(available)} is left of it, ${spell(shortfall)} is lacking.${why} Nothing was granted.`,
    { requested: moneyText(requested), available: moneyText(available), shortfall: moneyText(shortfall) },
  )
}
