import { decideDispatch } from '../domain/dispatch.ts'
import { learn, type Called } from '../domain/pace.ts'
import type { ReservationsServices } from '../services.ts'
import {
  claimRequests,
  holdWaiting,
  learnsFromAnswers,
  lockLane,
  readLane,
  saveLearnt,
  savePace,
  scheduleOf,
} from '../store/lanes.ts'

/** Takes of one company's waiting requests what its schedule allows now, at most `most`. */
export async function claimOf(
  services: ReservationsServices,
  company: string,
  most: number,
): Promise<{ ids: string[]; againAt: Date | null }> {
  return services.store.transaction(async (tx) => {
    await lockLane(tx, company)
    const { schedule } = await scheduleOf(tx.sql, company)
    const { lane, now } = await readLane(tx.sql, company)
    const room = { ...schedule, mostInFlight: Math.min(schedule.mostInFlight, lane.inFlight + most) }
    const { send, againAt, restraint, nextFreeAt } = decideDispatch(room, lane, now)
    if (restraint === 'STOPPED' || restraint === 'OFF_PEAK') await holdWaiting(tx, company)
    if (send === 0) return { ids: [], againAt }
    if (nextFreeAt?.getTime() !== lane.nextFreeAt?.getTime()) await savePace(tx, company, nextFreeAt)
    return { ids: await claimRequests(tx, company, send), againAt }
  })
}

/** Notes how a call to a company went, where that can change what leaves: an answer as usual of a company that is asked at once changes nothing. */
export async function noteCall(services: ReservationsServices, company: string, called: Called): Promise<void> {
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => services.store.query<T>(text, p)
  if (called.kind === 'ANSWERED' && !(await learnsFromAnswers(sql, company))) return
  await services.store.transaction(async (tx) => {
    await lockLane(tx, company)
    const { schedule } = await scheduleOf(tx.sql, company)
    const { lane, now } = await readLane(tx.sql, company)
    await saveLearnt(tx, company, learn(schedule, lane, called, now))
  })
}
