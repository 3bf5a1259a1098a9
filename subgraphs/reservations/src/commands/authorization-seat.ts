import type { ReservationsServices } from '../services.ts'
import { noteAlive, noteEnded } from '../store/authorization-systems.ts'

/** How often a process of an authorization system says that it lives: three may be missed (`systemIsDeadAfterMs`). */
export const heartbeatEveryMs = 1_000

/** A process's place in its authorization system. `beat` says that it lives; `leave` that it ended with nothing in hand. */
export type SeatTaken = { beat(): Promise<void>; leave(): Promise<void> }

/** Takes this process's place in its authorization system (C8): it lives from now on, and can have so many requests in hand. */
export async function startSeat(services: ReservationsServices, hands: number): Promise<SeatTaken> {
  const { store, seat, cardCompanies } = services
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => store.query<T>(text, p)
  const beat = (): Promise<void> => noteAlive(sql, seat, cardCompanies.codes(), hands)
  await beat()
  return { beat, leave: () => noteEnded(sql, seat.processId) }
}
