import { parseCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { inspectionParties } from '../domain/inspection.ts'
import type { ReservationsServices } from '../services.ts'
import { reserve } from './reserve.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  paymentMethodId: form.id,
  plannedAmount: form.optional(form.money),
  dueOn: form.optional(form.day),
  placeOfInspection: form.optional(form.text(200)),
  merchantName: form.optional(form.text(200)),
  carrierName: form.optional(form.text(200)),
  inspectionBy: form.optional(
    z
      .array(z.enum(inspectionParties))
      .transform((parties) => inspectionParties.filter((each) => parties.includes(each))),
  ),
  carrierId: form.optional(form.id),
  guaranteeNumber: form.optional(form.text(80)),
})

/**
 * Reserves a payment for a thread of which the actor is the buyer (B3, B4). What it refuses it refuses without effect: the order
 * can be revised and the payment tried again, under the same key too. The payer says who confirms the inspection besides the recipient (B7).
 */
export async function reservePayment(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ reservationId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { idempotencyKey, paymentMethodId, plannedAmount, guaranteeNumber: typed, ...rest } = input
  const parsed = typed === null ? null : parseCode('TRANSACTION', typed)
  if (parsed && !parsed.ok) return refuseInput([{ path: 'guaranteeNumber', message: parsed.message }])
  const guaranteeNumber = parsed?.code ?? null
  if (rest.inspectionBy?.includes('CARRIER') && rest.carrierId === null)
    return refuseInput([{ path: 'carrierId', message: 'Name the carrier that is to confirm the inspection.' }])
  const ask = { ...rest, guaranteeNumber, payerId: actor.memberId, methodId: paymentMethodId, planned: plannedAmount }
  return runCommand(services.store, { actor, operation: 'reservePayment', idempotencyKey, input: raw }, (tx) =>
    reserve(tx, services, ask),
  )
}
