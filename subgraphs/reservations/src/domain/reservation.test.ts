import { describe, expect, it } from '@jest/globals'
import {
  evolve,
  isOpen,
  mayHappen,
  reservationTransitions,
  type Reservation,
  type ReservationEvent,
  type ReservationStatus,
} from './reservation.ts'

const statuses = [
  'NONE',
  'AUTHORIZING',
  'RESERVED',
  'CAPTURING',
  'CAPTURED',
  'VOIDED',
  'EXPIRED',
  'REFUSED',
  'REFUNDED',
] as const
const events: ReservationEvent[] = [
  { type: 'AuthorizationAsked', planned: 10n },
  { type: 'Reserved', planned: 10n },
  { type: 'Approved' },
  { type: 'Refused', reason: 'no', planned: 10n },
  { type: 'Voided' },
  { type: 'Expired' },
  { type: 'CaptureStarted', amount: 7n },
  { type: 'PartCaptured', amount: 7n },
  { type: 'Captured', amount: 7n },
  { type: 'RestReleased' },
  { type: 'Refunded' },
]

function inState(status: ReservationStatus, paid = 0n): Reservation {
  if (status === 'REFUSED') return { status, planned: 10n, reason: 'no' }
  if (status === 'RESERVED') return { status, planned: 10n, captured: paid }
  if (status === 'CAPTURING' || status === 'CAPTURED' || status === 'REFUNDED')
    return { status, planned: 10n, captured: 7n }
  return { status, planned: 10n }
}

describe('a reservation', () => {
  const possible = [
    'NONE AuthorizationAsked AUTHORIZING',
    'NONE Reserved RESERVED',
    'NONE Refused REFUSED',
    'AUTHORIZING Approved RESERVED',
    'AUTHORIZING Refused REFUSED',
    'AUTHORIZING Voided VOIDED',
    'AUTHORIZING Expired EXPIRED',
    'RESERVED CaptureStarted CAPTURING',
    'RESERVED PartCaptured RESERVED',
    'RESERVED Captured CAPTURED',
    'RESERVED RestReleased CAPTURED',
    'RESERVED Voided VOIDED',
    'RESERVED Expired EXPIRED',
    'CAPTURING Captured CAPTURED',
    'CAPTURED Refunded REFUNDED',
  ]
  const found = statuses.flatMap((status) =>
    events.flatMap((event) => {
      const before = status === 'NONE' ? null : inState(status, event.type === 'RestReleased' ? 3n : 0n)
      if (!mayHappen(status, event.type)) {
        expect(() => evolve(before, event)).toThrow()
        return []
      }
      return [`${status} ${event.type} ${evolve(before, event).status}`]
    }),
  )

  it('goes these ways and no other', () => expect(found.toSorted()).toEqual(possible.toSorted()))

  it('arrives where its table says', () => {
    for (const way of found) {
      const [from = '', event = '', to] = way.split(' ')
      const table: Record<string, Record<string, string>> = reservationTransitions
      expect(table[from]?.[event]).toBe(to)
    }
  })

  it('keeps its amounts', () => {
    const captured = evolve(evolve(null, { type: 'Reserved', planned: 10n }), { type: 'Captured', amount: 7n })
    expect(captured).toEqual({ status: 'CAPTURED', planned: 10n, captured: 7n })
    expect(evolve(captured, { type: 'Refunded' })).toEqual({ status: 'REFUNDED', planned: 10n, captured: 7n })
  })

  it('adds up what is paid in parts, and is never VOIDED or EXPIRED once a part was', () => {
    const part = evolve(inState('RESERVED'), { type: 'PartCaptured', amount: 3n })
    expect(part).toEqual({ status: 'RESERVED', planned: 10n, captured: 3n })
    expect(evolve(part, { type: 'Captured', amount: 4n })).toEqual({ status: 'CAPTURED', planned: 10n, captured: 7n })
    expect(evolve(part, { type: 'RestReleased' })).toEqual({ status: 'CAPTURED', planned: 10n, captured: 3n })
    for (const type of ['Voided', 'Expired'] as const) expect(() => evolve(part, { type })).toThrow()
    expect(() => evolve(inState('RESERVED'), { type: 'RestReleased' })).toThrow()
  })

  it('is open while something is held for it', () => {
    expect(statuses.filter((status) => status !== 'NONE' && isOpen(status))).toEqual([
      'AUTHORIZING',
      'RESERVED',
      'CAPTURING',
    ])
  })
})
