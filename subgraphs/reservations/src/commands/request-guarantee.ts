import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers, type KnownMember } from '@torihiki/shared/identity/known-members.ts'
import { exceedsLevel } from '@torihiki/shared/identity/level.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { dueOnFault } from '../domain/dates.ts'
import { requestExpiry } from '../domain/guarantee.ts'
import type { ReservationsServices } from '../services.ts'
import { guaranteeById, insertGuarantee, insertStep, sponsorOf } from '../store/guarantees.ts'
import { publishStep, stepBy } from './change-guarantee.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  guarantorId: form.id,
  payeeId: form.id,
  amount: form.money,
  dueOn: form.day,
  approverId: form.optional(form.id),
})

type Input = z.infer<typeof inputForm>

/**
 * Asks a guarantor to guarantee a payment before the order is placed (B10). Nothing is promised by it, no number is issued. With an approver
 * that one decides in the guarantor's name (B13); the payer is its own member. Refuses a guarantor or payee that is not there or takes no
 * part, parties who would promise something to themselves, a day in the past, what the payer's level does not allow in one
 * transaction (A7; the day's limit is used by the reservation).
 */
export async function requestGuarantee(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ guaranteeId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const unfit = faultOf(input, actor, now)
  if (unfit) return refuseInput([unfit])
  const request = { actor, operation: 'requestGuarantee', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const payer = await activeMember(tx, actor.memberId)
    if (isRefusal(payer)) return payer
    const refusal = await refusedParties(tx, services, payer, input)
    if (refusal) return refusal
    const guaranteeId = await insertGuarantee(tx, {
      guarantorId: input.guarantorId,
      approverId: input.approverId,
      payerId: payer.memberId,
      payeeId: input.payeeId,
      minor: input.amount.minor,
      currency: input.amount.currency,
      dueOn: input.dueOn,
      at: now,
      expiresAt: requestExpiry(input.dueOn),
    })
    await insertStep(tx, guaranteeId, stepBy(services, 'REQUESTED', actor))
    const row = await guaranteeById((text, p) => tx.sql(text, p), guaranteeId)
    if (row) await publishStep(tx, row, 'REQUESTED', [row.approver_id ?? row.guarantor_id], payer.memberId)
    return { guaranteeId }
  })
}

function faultOf(
  { guarantorId, payeeId, approverId, dueOn }: Input,
  { memberId }: Actor,
  now: Date,
): { path: string; message: string } | null {
  if (payeeId === memberId) return { path: 'payeeId', message: 'Nobody pays itself.' }
  if (guarantorId === memberId) return { path: 'guarantorId', message: 'Nobody guarantees its own payment.' }
  if (guarantorId === payeeId) return { path: 'guarantorId', message: 'The guarantor is another than the merchant.' }
  if (approverId === memberId) return { path: 'approverId', message: 'Nobody approves what is its own to pay.' }
  const late = dueOnFault(dueOn, now)
  return late === null ? null : { path: 'dueOn', message: late }
}

async function refusedParties(
  tx: Tx,
  services: ReservationsServices,
  payer: KnownMember,
  { guarantorId, payeeId, approverId, amount }: Input,
): Promise<Refusal | null> {
  const known = await knownMembers(tx, [guarantorId, payeeId, ...(approverId === null ? [] : [approverId])])
  const active = (id: string): KnownMember | null => {
    const member = known.get(id)
    return member?.status === 'ACTIVE' ? member : null
  }
  if (!active(guarantorId)?.roles.includes('GUARANTOR') || guarantorId === services.institutionId)
    return refuse('NOT_FOUND', 'There is no guarantor with this id.')
  const payee = active(payeeId)
  if (!payee) return refuse('NOT_FOUND', 'There is no merchant with this id.')
  if (approverId !== null && (!active(approverId) || (await sponsorOf(tx, payer.memberId)) !== approverId))
    return refuse('NOT_FOUND', 'There is no approver with this id whose own member you are.')
  return exceedsLevel(payer.level, 'RESERVE_PAYMENT', amount, 0n, [payee.groupName])
}

/** Whether a member decides on a guarantee as its guarantor, or as the approver that the request names; null: neither. */
export function decidesAs(
  actor: Actor,
  { guarantor_id, approver_id }: { guarantor_id: string; approver_id: string | null },
): 'GUARANTOR' | 'APPROVER' | null {
  if (guarantor_id === actor.memberId && hasRole(actor, 'GUARANTOR')) return 'GUARANTOR'
  return approver_id === actor.memberId ? 'APPROVER' : null
}
