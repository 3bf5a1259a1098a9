import { learn, type Called } from '../domain/pace.ts'
import type { ReservationsServices } from '../services.ts'
import { lockLane, readLearnt, saveLearnt, scheduleOf } from '../store/lanes.ts'

/** Notes how calls to card companies went. */
export type CallBook = {
  /**
   * Comes back when what the call teaches is on record, where that can change what leaves: an answer as usual of a company that is asked at
   * once and gave answers lately changes nothing. `learns`: it did not look so when the request was taken.
   */
  note(company: string, called: Called, learns: boolean): Promise<void>
}

type Notes = { calls: Called[]; done: Promise<void> }

/** A book of calls: those to one company that end while others are being noted are noted together, under its lane's lock once. */
export function createCallBook(services: () => ReservationsServices): CallBook {
  const troubled = new Set<string>()
  const writing = new Map<string, Promise<void>>()
  const waiting = new Map<string, Notes>()
  const write = async (company: string, calls: readonly Called[]): Promise<void> => {
    if ((await noteCalls(services(), company, calls)) === 'WELL') troubled.delete(company)
  }
  return {
    note(company, called, learns) {
      if (called.kind !== 'ANSWERED') troubled.add(company)
      else if (!learns && !troubled.has(company)) return Promise.resolve()
      const notes = waiting.get(company)
      if (notes) {
        notes.calls.push(called)
        return notes.done
      }
      const calls = [called]
      const before = writing.get(company) ?? Promise.resolve()
      const done = before.then(() => {
        waiting.delete(company)
        const written = write(company, calls)
        writing.set(
          company,
          written.catch(() => undefined),
        )
        return written
      })
      waiting.set(company, { calls, done })
      return done
    },
  }
}

async function noteCalls(
  services: ReservationsServices,
  company: string,
  calls: readonly Called[],
): Promise<'WELL' | 'TROUBLED'> {
  return services.store.transaction(async (tx) => {
    await lockLane(tx, company)
    const { schedule } = await scheduleOf(tx.sql, company)
    const { learnt, now } = await readLearnt(tx, company)
    const after = calls.reduce((before, called) => learn(schedule, before, called, now), learnt)
    await saveLearnt(tx, company, after)
    return after.failures === 0 && after.brokenUntil === null ? 'WELL' : 'TROUBLED'
  })
}
