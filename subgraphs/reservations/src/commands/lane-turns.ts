import type { Tx } from '@torihiki/shared/store/store.ts'
import { allot, isDivided, turnsAfter, usualSystem, type Offer, type SystemNow } from '../domain/allotment.ts'
import { decideDispatch } from '../domain/dispatch.ts'
import { learn, type Called } from '../domain/pace.ts'
import type { ReservationsServices } from '../services.ts'
import { lockTurns, readSystems, saveTurns } from '../store/authorization-systems.ts'
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

/**
 * Takes of one company's waiting requests what its schedule allows now (C5) and falls to this process's system (C8), at most `most`.
 */
export async function claimOf(
  services: ReservationsServices,
  company: string,
  most: number,
): Promise<{ ids: string[]; againAt: Date | null }> {
  return services.store.transaction(async (tx) => {
    await lockLane(tx, company)
    const { schedule } = await scheduleOf(tx.sql, company)
    const { lane, now } = await readLane(tx.sql, company)
    const offered = decideDispatch(schedule, lane, now)
    if (offered.restraint === 'STOPPED' || offered.restraint === 'OFF_PEAK') await holdWaiting(tx, company)
    if (offered.send === 0) return { ids: [], againAt: offered.againAt }
    const hands = await takeTurn(tx, services, company, { count: offered.send, oldestAt: lane.oldestAt }, most)
    if (hands === 0) return { ids: [], againAt: null }
    const { send, againAt, nextFreeAt, batchLeft } = decideDispatch(schedule, lane, now, hands)
    if (nextFreeAt?.getTime() !== lane.nextFreeAt?.getTime() || batchLeft !== lane.batchLeft)
      await savePace(tx, company, nextFreeAt, batchLeft)
    return { ids: await claimRequests(tx, company, send, services.seat), againAt }
  })
}

/** How many of what is offered this process takes, and keeps whose turn it is. A single system without a capacity takes what its hands can hold. */
async function takeTurn(
  tx: Tx,
  { seat, cardCompanies }: ReservationsServices,
  company: string,
  offer: Offer,
  most: number,
): Promise<number> {
  const before = withMe((await readSystems(tx.sql, company)).systems, seat.system, most)
  const asked = Math.min(offer.count, most)
  // Nobody is connected to it: whoever comes says so.
  if (!cardCompanies.has(company)) return asked
  if (!isDivided(before)) return before.some((each) => each.name === seat.system && each.takesPart) ? asked : 0
  await lockTurns(tx)
  const { rule, systems, now } = await readSystems(tx.sql, company)
  const all = withMe(systems, seat.system, most)
  const part = allot(rule, all, seat.system, offer, now)
  // A batch leaves as one: whoever has hands for all of it takes it.
  const inBatches = all.some((each) => each.name === seat.system && each.batchSize > 1)
  const taken = inBatches && part > most ? 0 : Math.min(part, most)
  if (taken > 0) await saveTurns(tx, turnsAfter(rule, all, seat.system, taken, now))
  return taken
}

/** The systems with this process's own, which lives whatever is on record: it is asking. */
function withMe(systems: readonly SystemNow[], name: string, most: number): readonly SystemNow[] {
  const me = systems.find((each) => each.name === name)
  if (!me) return [...systems, { ...usualSystem, name, hands: most, inHand: 0, nextFreeAt: null, pass: null }]
  return me.hands > 0 ? systems : systems.map((each) => (each === me ? { ...me, hands: me.inHand + most } : each))
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
