import { assertNever } from '@torihiki/shared/assert-never.ts'

/** A payment reservation as far as rules go, by its state (glossary, `PaymentReservation`). Amounts in minor units. */
export type Reservation =
  | { readonly status: 'AUTHORIZING' | 'VOIDED' | 'EXPIRED'; readonly planned: bigint }
  | {
      readonly status: 'RESERVED' | 'CAPTURING' | 'CAPTURED' | 'REFUNDED'
      readonly planned: bigint
      /** What was paid so far: of a RESERVED one by captures after which more may follow. */
      readonly captured: bigint
    }
  | { readonly status: 'REFUSED'; readonly planned: bigint; readonly reason: string }

/** The states of a reservation, as the API shows them. */
export type ReservationStatus = Reservation['status']

/**
 * What happens to a reservation. Each is true for ever once it was recorded. `RestReleased` ends one of which a part was paid: it is
 * CAPTURED with that part, and never VOIDED or EXPIRED, which say that nothing was paid.
 */
export type ReservationEvent =
  | { readonly type: 'AuthorizationAsked' | 'Reserved'; readonly planned: bigint }
  | { readonly type: 'Approved' | 'Voided' | 'Expired' | 'RestReleased' | 'Refunded' }
  | { readonly type: 'Refused'; readonly reason: string; readonly planned: bigint }
  | { readonly type: 'CaptureStarted' | 'PartCaptured' | 'Captured'; readonly amount: bigint }

type EventName = ReservationEvent['type']

/** The life of a reservation: from which state what leads where. `NONE` is before it is on record. */
export const reservationTransitions = {
  NONE: { AuthorizationAsked: 'AUTHORIZING', Reserved: 'RESERVED', Refused: 'REFUSED' },
  AUTHORIZING: { Approved: 'RESERVED', Refused: 'REFUSED', Voided: 'VOIDED', Expired: 'EXPIRED' },
  RESERVED: {
    CaptureStarted: 'CAPTURING',
    PartCaptured: 'RESERVED',
    Captured: 'CAPTURED',
    RestReleased: 'CAPTURED',
    Voided: 'VOIDED',
    Expired: 'EXPIRED',
  },
  CAPTURING: { Captured: 'CAPTURED' },
  CAPTURED: { Refunded: 'REFUNDED' },
  VOIDED: {},
  EXPIRED: {},
  REFUSED: {},
  REFUNDED: {},
} as const satisfies Record<ReservationStatus | 'NONE', Partial<Record<EventName, ReservationStatus>>>

/** The states in which a hold is open. A thread has at most one reservation in one of them. */
export const openStatuses = ['AUTHORIZING', 'RESERVED', 'CAPTURING'] as const satisfies readonly ReservationStatus[]

/** The states that a reservation may leave by running out of time. */
export const expiringStatuses = ['AUTHORIZING', 'RESERVED'] as const satisfies readonly ReservationStatus[]

/** Whether something is held for a reservation in this state. */
export function isOpen(status: ReservationStatus): boolean {
  return openStatuses.some((open) => open === status)
}

/** Whether the event may happen in this state. */
export function mayHappen(status: ReservationStatus | 'NONE', type: EventName): boolean {
  return Object.hasOwn(reservationTransitions[status], type)
}

/** What was paid of a reservation so far, in minor units. */
export function capturedOf(reservation: Reservation | null): bigint {
  return reservation && 'captured' in reservation ? reservation.captured : 0n
}

/**
 * The reservation after an event.
 * @throws when the event cannot happen in its state: ask `mayHappen` first
 */
export function evolve(before: Reservation | null, event: ReservationEvent): Reservation {
  const from = before?.status ?? 'NONE'
  if (!mayHappen(from, event.type)) throw new Error(`${event.type} cannot happen to a reservation that is ${from}.`)
  const planned = before?.planned ?? ('planned' in event ? event.planned : 0n)
  const captured = capturedOf(before)
  if (captured > 0n ? event.type === 'Voided' || event.type === 'Expired' : event.type === 'RestReleased')
    throw new Error(`${event.type} cannot happen to a reservation of which ${captured} was paid.`)
  switch (event.type) {
    case 'AuthorizationAsked':
      return { status: 'AUTHORIZING', planned }
    case 'Reserved':
    case 'Approved':
      return { status: 'RESERVED', planned, captured: 0n }
    case 'PartCaptured':
      return { status: 'RESERVED', planned, captured: captured + event.amount }
    case 'Refused':
      return { status: 'REFUSED', planned, reason: event.reason }
    case 'Voided':
      return { status: 'VOIDED', planned }
    case 'Expired':
      return { status: 'EXPIRED', planned }
    case 'CaptureStarted':
      return { status: 'CAPTURING', planned, captured }
    case 'Captured':
      return { status: 'CAPTURED', planned, captured: captured + event.amount }
    case 'RestReleased':
      return { status: 'CAPTURED', planned, captured }
    case 'Refunded':
      return { status: 'REFUNDED', planned, captured }
    default:
      return assertNever(event)
  }
}
