import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { guaranteeAfter } from '../domain/guarantee.ts'
import type { ReservationsServices } from '../services.ts'
import { lockGuarantee, type GuaranteeRow } from '../store/guarantees.ts'
import { recordStep } from './change-guarantee.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, guaranteeId: form.id })

/**
 * Releases a guarantee (B10): the promise ends. By the merchant, when it was paid or will not sell after all; by the payer, while nobody has
 * granted it: after that the merchant may rely on it, and alone gives it up. What it used of its pool was given back when the hub saw
 * the payment, and is at once when there was none. Refuses while a reservation relies on it, and what is payable: that is paid or invoked.
 */
export async function releaseGuarantee(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ guaranteeId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'releaseGuarantee', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const row = await lockGuarantee(tx, input.guaranteeId)
    const refusal = refusalOf(row, actor)
    if (refusal || !row) return refusal ?? refuse('NOT_FOUND')
    await recordStep(tx, services, row, 'Released', actor)
    return { guaranteeId: row.id }
  })
}

function refusalOf(row: GuaranteeRow | null, { memberId }: Actor): Refusal | null {
  const isRequest = row?.status === 'REQUESTED' || row?.status === 'REFUSED' || row?.transaction_number === null
  const parties = row ? [row.payer_id, row.guarantor_id, row.approver_id, ...(isRequest ? [] : [row.payee_id])] : []
  if (!row || !parties.includes(memberId))
    return refuse('NOT_FOUND', 'There is no guarantee with this id that concerns you.')
  if (memberId !== (isRequest ? row.payer_id : row.payee_id))
    return refuse(
      'NOT_ALLOWED',
      isRequest ? 'Only the payer gives up its request.' : 'Only the merchant releases what was promised to it.',
    )
  const state = row.status === 'REPAID' || row.status === 'SOLD' ? 'INVOKED' : row.status
  if (guaranteeAfter(row.status, 'Released') === null)
    return refuse(
      'WRONG_STATE',
      state === 'PAYABLE'
        ? 'The goods were accepted: it is paid by the payer, or the guarantor is called upon.'
        : `The guarantee is ${state}.`,
      { state },
    )
  return row.status === 'GRANTED' && row.reservation_id !== null
    ? refuse('WRONG_STATE', 'A reservation relies on it. It is free when the payer has voided that.', { state })
    : null
}
