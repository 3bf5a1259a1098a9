import type { Tx } from '@torihiki/shared/store/store.ts'
import { allot, isDivided, turnsAfter, usualSystem, type Offer, type SystemNow } from '../domain/allotment.ts'
import { decideDispatch, mostAtOnce } from '../domain/dispatch.ts'
import type { ReservationsServices } from '../services.ts'
import { lockTurns, readSystems, saveTurns } from '../store/authorization-systems.ts'
import {
  claimRequests,
  holdWaiting,
  lockLane,
  readLane,
  savePace,
  scheduleOf,
  type ClaimedRequest,
} from '../store/lanes.ts'

/** No schedule lets more leave at once: what waits beyond that decides nothing. */
const mostConsidered = mostAtOnce + 1

/**
 * What was taken of a company's requests, whether an answer as usual can teach anything, and when more may leave, where that is known.
 */
export type Claim = {
  readonly requests: readonly ClaimedRequest[]
  readonly learns: boolean
  readonly againAt: Date | null
}

/**
 * Takes of one company's waiting requests what its schedule allows now (C5) and falls to this process's system (C8), at most `most`.
 */
export async function claimOf(services: ReservationsServices, company: string, most: number): Promise<Claim> {
  return services.store.transaction(async (tx) => {
    await lockLane(tx, company)
    const { schedule } = await scheduleOf(tx.sql, company)
    const { lane, now } = await readLane(tx.sql, company, mostConsidered)
    const learns = schedule.mode === 'ADAPTIVE' || lane.failures > 0 || lane.brokenUntil !== null
    const offered = decideDispatch(schedule, lane, now)
    if (offered.restraint === 'STOPPED' || offered.restraint === 'OFF_PEAK') await holdWaiting(tx, company)
    if (offered.send === 0) return { requests: [], learns, againAt: offered.againAt }
    const hands = await takeTurn(tx, services, company, { count: offered.send, oldestAt: lane.oldestAt }, most)
    if (hands === 0) return { requests: [], learns, againAt: null }
    const { send, againAt, nextFreeAt, batchLeft } = decideDispatch(schedule, lane, now, hands)
    if (nextFreeAt?.getTime() !== lane.nextFreeAt?.getTime() || batchLeft !== lane.batchLeft)
      await savePace(tx, company, nextFreeAt, batchLeft)
    return { requests: await claimRequests(tx, company, send, services.seat), learns, againAt }
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
