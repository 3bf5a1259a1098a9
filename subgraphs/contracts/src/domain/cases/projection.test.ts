import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { applyEvents, countDifference, emptyViewRow, type ThreadEvent, type ViewRow } from './projection.ts'
import { caseStatuses } from './status.ts'

const event = (version: number, change: Partial<ThreadEvent> = {}): ThreadEvent => ({
  threadId: 'thread-1',
  version,
  kind: 'ORDER_SENT',
  at: new Date(Date.UTC(2026, 10, version)),
  bySide: 'SOURCE',
  statusAfter: 'ORDERED',
  delayed: false,
  ...change,
})
const rowAt = (appliedVersion: number, change: Partial<ViewRow> = {}): ViewRow => ({
  ...emptyViewRow,
  appliedVersion,
  status: 'REGISTERED',
  ...change,
})

describe('events applied to a row of a view', () => {
  it('take it from not being there to the last of them', () => {
    const first = event(1, { kind: 'CASE_REGISTERED', statusAfter: 'REGISTERED' })
    const second = event(2, { delayed: true })
    const changes = applyEvents(emptyViewRow, [first, second], 'SOURCE', 0)
    const between = { appliedVersion: 1, status: 'REGISTERED', delayed: false, unread: 0, changedAt: first.at }
    const after = { appliedVersion: 2, status: 'ORDERED', delayed: true, unread: 0, changedAt: second.at }
    expect(changes).toEqual([
      { before: emptyViewRow, row: between, event: first },
      { before: between, row: after, event: second },
    ])
  })

  it('change nothing when they were applied before', () => {
    expect(applyEvents(rowAt(3), [event(1), event(2), event(3)], 'SOURCE', 0)).toEqual([])
  })

  it('are each applied once, however often they come', () => {
    const changes = applyEvents(rowAt(1), [event(1), event(2), event(2), event(1), event(3), event(3)], 'SOURCE', 0)
    expect(changes.map((change) => change.event.version)).toEqual([2, 3])
  })

  it.each([
    ['at the beginning', emptyViewRow, [event(2)]],
    ['after the applied one', rowAt(2), [event(4)]],
    ['between them', rowAt(2), [event(3), event(5)]],
  ])('throw when a version is missing %s', (_, row, events) => {
    expect(() => applyEvents(row, events, 'SOURCE', 0)).toThrow(/version \d follows \d/)
  })

  it('give the same row in one go as one by one', () => {
    const version = fc.integer({ min: 0, max: 12 })
    const sides = fc.array(fc.constantFrom('SOURCE' as const, 'PARTNER' as const, null), { maxLength: 12 })
    fc.assert(
      fc.property(sides, version, version, (bySides, cut, readVersion) => {
        const events = bySides.map((bySide, i) => event(i + 1, { bySide }))
        const whole = applyEvents(emptyViewRow, events, 'PARTNER', readVersion)
        const first = applyEvents(emptyViewRow, events.slice(0, cut), 'PARTNER', readVersion)
        const rest = applyEvents(first.at(-1)?.row ?? emptyViewRow, events, 'PARTNER', readVersion)
        expect([...first, ...rest]).toEqual(whole)
      }),
    )
  })
})

describe('unread', () => {
  it.each([
    ['the other side did', 'PARTNER', 0, 1],
    ['the hub or a third party did', null, 0, 1],
    ['one did oneself', 'SOURCE', 0, 0],
    ['was read before the view knew of it', 'PARTNER', 6, 0],
    ['came after what was read', 'PARTNER', 5, 1],
  ] as const)('of what %s', (_, bySide, readVersion, unread) => {
    expect(applyEvents(rowAt(5), [event(6, { bySide })], 'SOURCE', readVersion).at(-1)?.row.unread).toBe(unread)
  })

  it('adds up', () => {
    const events = [event(2, { bySide: 'PARTNER' }), event(3, { bySide: 'SOURCE' }), event(4, { bySide: null })]
    expect(applyEvents(rowAt(1, { unread: 2 }), events, 'SOURCE', 0).at(-1)?.row.unread).toBe(4)
  })
})

describe('counts per status', () => {
  it.each([
    [null, null, []],
    [null, 'REGISTERED', [['REGISTERED', 1]]],
    ['REGISTERED', 'REGISTERED', []],
    [
      'REGISTERED',
      'ORDERED',
      [
        ['REGISTERED', -1],
        ['ORDERED', 1],
      ],
    ],
    ['ORDERED', null, [['ORDERED', -1]]],
  ] as const)('from %s to %s change by %j', (before, after, difference) => {
    expect(countDifference(before, after)).toEqual(difference)
  })

  it('moved by differences equal those of the last state alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...caseStatuses), { minLength: 1 }), (statuses) => {
        const counts = new Map<string, number>()
        for (const [i, status] of statuses.entries()) {
          for (const [of, by] of countDifference(statuses[i - 1] ?? null, status)) {
            counts.set(of, (counts.get(of) ?? 0) + by)
          }
        }
        expect([...counts].filter(([, count]) => count !== 0)).toEqual([[statuses.at(-1), 1]])
      }),
    )
  })
})
