import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { allot, isDivided, roomOf, turnsAfter, usualSystem, type SharingRule, type SystemNow } from './allotment.ts'

const now = new Date('2026-11-21T03:00:00Z')
const later = (ms: number): Date => new Date(now.getTime() + ms)
const system = (name: string, further: Partial<SystemNow> = {}): SystemNow => ({
  ...usualSystem,
  name,
  hands: 100,
  inHand: 0,
  nextFreeAt: null,
  pass: 0,
  ...further,
})
const take = (rule: SharingRule, systems: readonly SystemNow[], name: string, count: number, oldestAt = now): number =>
  allot(rule, systems, name, { count, oldestAt }, now)

describe('overflow (C8)', () => {
  const [first, second] = [system('first', { mostInFlight: 4 }), system('second', { rank: 2 })]

  it('goes to a later system only beyond what those before it have capacity for', () => {
    expect(take('OVERFLOW', [first, second], 'first', 10)).toBe(4)
    expect(take('OVERFLOW', [first, second], 'second', 4)).toBe(0)
    expect(take('OVERFLOW', [first, second], 'second', 10)).toBe(6)
    expect(take('OVERFLOW', [{ ...first, inHand: 4 }, second], 'second', 10)).toBe(10)
  })

  it('goes to a later system wholly when those before it do not live or do not take part', () => {
    expect(take('OVERFLOW', [{ ...first, hands: 0 }, second], 'second', 3)).toBe(3)
    expect(take('OVERFLOW', [{ ...first, takesPart: false }, second], 'second', 3)).toBe(3)
    expect(take('OVERFLOW', [{ ...first, takesPart: false }, second], 'first', 3)).toBe(0)
  })

  it('counts what a system may take in a minute as its capacity', () => {
    const paced = system('first', { perMinute: 60 })
    expect(roomOf(paced, now)).toBe(2)
    expect(take('OVERFLOW', [paced, second], 'second', 5)).toBe(3)
    const [turn] = turnsAfter('OVERFLOW', [paced, second], 'first', 2, now)
    expect(turn?.nextFreeAt).toEqual(later(2_000))
    expect(roomOf({ ...paced, nextFreeAt: later(2_000) }, now)).toBe(0)
    expect(roomOf({ ...paced, nextFreeAt: later(2_000) }, later(1_000))).toBe(1)
  })
})

describe('a system that takes batches (C8)', () => {
  const batches = system('night', { batchSize: 5, batchAgeSeconds: 60 })

  it('takes so many as one, or what there is when the oldest has waited so long', () => {
    expect(take('OVERFLOW', [batches], 'night', 4)).toBe(0)
    expect(take('OVERFLOW', [batches], 'night', 13)).toBe(5)
    expect(take('OVERFLOW', [batches], 'night', 4, later(-60_000))).toBe(4)
  })

  it('has capacity only when it has room for all of a batch', () => {
    expect(roomOf({ ...batches, hands: 7, inHand: 3 }, now)).toBe(0)
    expect(take('OVERFLOW', [{ ...batches, hands: 7, inHand: 3 }, system('z', { rank: 2 })], 'z', 9)).toBe(9)
    expect(roomOf({ ...batches, perMinute: 1 }, now)).toBe(5)
  })
})

describe('sharing (C8)', () => {
  it('goes by weight', () => {
    const systems = [system('a', { weight: 3 }), system('b')]
    expect(['a', 'b'].map((name) => take('SHARE', systems, name, 8))).toEqual([6, 2])
  })

  it('lets nobody make up for when it was away', () => {
    const systems = [system('a', { pass: 1_000 }), system('b', { pass: 3, hands: 0 }), system('new', { pass: null })]
    const turns = turnsAfter('SHARE', systems, 'a', 1, now)
    expect(turns.find(({ name }) => name === 'b')).toMatchObject({ pass: 1_000 })
    expect(take('SHARE', systems, 'new', 10)).toBe(5)
  })
})

it('is divided only where there is something to decide', () => {
  expect(isDivided([system('a'), system('b', { hands: 0 }), system('c', { takesPart: false })])).toBe(false)
  expect(isDivided([system('a'), system('b')])).toBe(true)
  expect(isDivided([system('a', { perMinute: 60 })])).toBe(true)
})

const someSystem = fc.record({
  rank: fc.constantFrom(1, 2, 3, 4, 5),
  mostInFlight: fc.option(fc.integer({ min: 1, max: 20 })),
  weight: fc.integer({ min: 1, max: 5 }),
  hands: fc.integer({ min: 0, max: 20 }),
  inHand: fc.integer({ min: 0, max: 25 }),
  takesPart: fc.boolean(),
  pass: fc.option(fc.integer({ min: 0, max: 50 })),
})
const someSystems = fc
  .array(someSystem, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((each, nth) => system(`s${nth}`, each)))

describe('whatever the systems are (C8)', () => {
  it('nothing that may leave is left to nobody, and nobody takes more than it has capacity for', () => {
    fc.assert(
      fc.property(
        someSystems,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom<SharingRule>('OVERFLOW', 'SHARE'),
        (systems, count, rule) => {
          const rooms = systems.map((each) => Math.max(0, roomOf(each, now)))
          const taken = systems.map(({ name }) => take(rule, systems, name, count))
          const all = Math.min(
            count,
            rooms.reduce((a, b) => a + b, 0),
          )
          const sum = taken.reduce((a, b) => a + b, 0)
          if (rule === 'SHARE') expect(sum).toBe(all)
          // Those of one rank take what they come to.
          else expect(sum).toBeGreaterThanOrEqual(all)
          taken.forEach((each, nth) => expect(each).toBeLessThanOrEqual(rooms[nth] ?? 0))
        },
      ),
    )
  })

  it('shares come to the weights in the long run, in whatever order the systems come', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 })
    const visits = fc.array(
      fc.record({ nth: fc.nat({ max: 3 }), arrived: fc.nat({ max: 4 }), most: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 1,
        maxLength: 200,
      },
    )
    fc.assert(
      fc.property(weights, visits, (all, order) => {
        let systems = all.map((weight, nth) => system(`s${nth}`, { weight }))
        const taken = all.map(() => 0)
        let waiting = 0
        const visit = (nth: number, most: number): void => {
          const name = `s${nth}`
          const count = Math.min(take('SHARE', systems, name, waiting), most)
          if (count === 0) return
          waiting -= count
          taken[nth] = (taken[nth] ?? 0) + count
          const turns = turnsAfter('SHARE', systems, name, count, now)
          systems = systems.map((each) => ({ ...each, ...turns.find((turn) => turn.name === each.name) }))
        }
        for (const { nth, arrived, most } of order) {
          waiting += arrived
          visit(nth % all.length, most)
        }
        for (let round = 0; waiting > 0 && round < 1_000; round++) visit(round % all.length, 5)
        expect(waiting).toBe(0)
        const byWeight = taken.map((count, nth) => count / (all[nth] ?? 1))
        // As near as whole requests allow: nobody is ahead of another by more than one request of each.
        expect(Math.max(...byWeight) - Math.min(...byWeight)).toBeLessThanOrEqual(2)
      }),
    )
  })
})
