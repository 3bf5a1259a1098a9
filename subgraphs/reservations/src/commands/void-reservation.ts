import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { mayHappen } from '../domain/reservation.ts'
import type { ReservationsServices } from '../services.ts'
import { lockReservation } from '../store/reservations.ts'
import { endReservation } from './change-reservation.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, reservationId: form.id })

/**
 * Gives up a reservation before inspection (B15): the amount is free again, a card's authorization is reversed. For the payer.
 * Refuses NOT_FOUND to strangers, NOT_ALLOWED to the payee, WRONG_STATE once it is paid or ended: of a void and a capture at
 * once exactly one happens.
 */
export async function voidReservation(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ reservationId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  return runCommand(
    services.store,
    { actor, operation: 'voidReservation', idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      const locked = await lockReservation(tx, input.reservationId)
      if (isRefusal(locked)) return locked
      const { row } = locked
      if (row.payee_id === actor.memberId && row.payer_id !== actor.memberId)
        return refuse('NOT_ALLOWED', 'Only the payer may give the reservation up.')
      if (row.payer_id !== actor.memberId)
        return refuse('NOT_FOUND', 'There is no reservation with this id that you are a party to.')
      if (!mayHappen(row.status, 'Voided'))
        return refuse('WRONG_STATE', `The reservation is ${row.status}.`, { state: row.status })
      await endReservation(tx, services, row, 'VOIDED')
      return { reservationId: row.id }
    },
  )
}
