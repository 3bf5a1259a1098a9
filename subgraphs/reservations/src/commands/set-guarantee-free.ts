import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ReservationsServices } from '../services.ts'
import { lockGuarantee } from '../store/guarantees.ts'
import { recordStep } from './change-guarantee.ts'

/** A reservation that relied on a guarantee has ended without payment: the guarantee stands for another one. */
export async function setGuaranteeFree(tx: Tx, services: ReservationsServices, guaranteeId: string): Promise<void> {
  const row = await lockGuarantee(tx, guaranteeId)
  if (row?.status !== 'GRANTED') throw new Error(`Guarantee ${guaranteeId} is relied on, but is ${row?.status}.`)
  await recordStep(tx, services, row, 'SetFree', null, { reservationId: null })
}
