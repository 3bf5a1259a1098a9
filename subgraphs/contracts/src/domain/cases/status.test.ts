import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { caseEventKinds, standingOf, type Fact, type Standing } from './status.ts'

const registered: Fact = { kind: 'CASE_REGISTERED' }
const referred: Fact = { kind: 'CASE_REFERRED' }
const withdrawn: Fact = { kind: 'CASE_WITHDRAWN' }
const caseDeclined: Fact = { kind: 'CASE_DECLINED', reason: 'Too far' }
const expired: Fact = { kind: 'CASE_EXPIRED' }
const proposed: Fact = { kind: 'CANCELLATION_PROPOSED', subject: 'SOURCE' }
const cancelled: Fact = { kind: 'CONTRACT_CANCELLED', subject: 'contract-1' }
const ordered: Fact = { kind: 'ORDER_SENT', subject: 'order-1' }
const answered: Fact = { kind: 'ORDER_ANSWERED', subject: 'order-1', declined: false }
const again: Fact = { kind: 'ORDER_SENT', subject: 'order-2', replaces: 'order-1' }
const answeredAgain: Fact = { kind: 'ORDER_ANSWERED', subject: 'order-2', declined: false }
const declined: Fact = { kind: 'ORDER_ANSWERED', subject: 'order-1', declined: true }
const submitted: Fact = { kind: 'CONTRACT_SUBMITTED', subject: 'submission-1' }
const notarized: Fact = { kind: 'CONTRACT_NOTARIZED', subject: 'contract-1' }
const delivered: Fact = { kind: 'DELIVERY_REPORTED', subject: 'report-2', partial: false }
const deliveredInPart: Fact = { kind: 'DELIVERY_REPORTED', subject: 'report-1', partial: true }
const inspected: Fact = { kind: 'INSPECTION_CONFIRMED', subject: 'inspection-1', partial: false }
const inspectedInPart: Fact = { kind: 'INSPECTION_CONFIRMED', subject: 'inspection-1', partial: true }
const captured: Fact = { kind: 'PAYMENT_CAPTURED', subject: 'capture-1' }
const settled: Fact = { kind: 'SETTLEMENT_REPORTED', subject: 'obligation-1' }
const lateDelivery: Fact = { kind: 'LATENESS_FOUND', subject: 'contract-1', late: 'DELIVERY' }
const lateSettlement: Fact = { kind: 'LATENESS_FOUND', subject: 'contract-1', late: 'SETTLEMENT' }
const reserved = (subject: string): Fact => ({ kind: 'PAYMENT_RESERVED', subject })
const ended = (subject: string): Fact => ({ kind: 'PAYMENT_RESERVATION_ENDED', subject })

const contracted = [registered, ordered, answered, notarized]

describe('the status of a thread', () => {
  const cases: readonly [string, readonly Fact[], Standing['status']][] = [
    ['is REGISTERED without any fact', [], 'REGISTERED'],
    ['is REGISTERED when the case was registered', [registered], 'REGISTERED'],
    ['is REFERRED when the partner took it up', [registered, referred], 'REFERRED'],
    ['is ORDERED by an order', [registered, ordered], 'ORDERED'],
    ['stays ORDERED when the partner takes the case up afterwards', [registered, ordered, referred], 'ORDERED'],
    ['is RESPONDED by an answer', [registered, ordered, answered], 'RESPONDED'],
    ['is ORDERED again by a further order', [registered, ordered, answered, again], 'ORDERED'],
    [
      'is RESPONDED when the further order is answered, whatever came first',
      [answeredAgain, again, answered, ordered],
      'RESPONDED',
    ],
    [
      'is RESPONDED when an order that was replaced stays without an answer',
      [ordered, again, answeredAgain],
      'RESPONDED',
    ],
    ['is DECLINED by an answer that declines', [registered, ordered, declined], 'DECLINED'],
    ['is DECLINED by its partner before any order', [registered, referred, caseDeclined], 'DECLINED'],
    ['is EXPIRED when its time is over', [registered, ordered, expired], 'EXPIRED'],
    ['is CONTRACTED though its time is over', [...contracted, expired], 'CONTRACTED'],
    ['stays CONTRACTED while one side alone would cancel', [...contracted, proposed], 'CONTRACTED'],
    ['is CANCELLED when both cancelled', [...contracted, reserved('r1'), proposed, cancelled], 'CANCELLED'],
    ['is INSPECTED when the goods were checked all the same', [...contracted, cancelled, inspected], 'INSPECTED'],
    ['is WITHDRAWN by its source', [registered, ordered, withdrawn], 'WITHDRAWN'],
    ['is RESPONDED while documents are compared', [registered, ordered, answered, submitted], 'RESPONDED'],
    ['is CONTRACTED when the documents agreed', contracted, 'CONTRACTED'],
    ['is RESERVED when a payment was reserved after the contract', [...contracted, reserved('r1')], 'RESERVED'],
    ['is RESERVED when it was reserved with the order', [reserved('r1'), ...contracted], 'RESERVED'],
    ['is not RESERVED while there is no contract', [registered, ordered, reserved('r1')], 'ORDERED'],
    ['is CONTRACTED again when the reservation ended', [...contracted, reserved('r1'), ended('r1')], 'CONTRACTED'],
    ['is RESERVED by another reservation', [...contracted, reserved('r1'), ended('r1'), reserved('r2')], 'RESERVED'],
    [
      'is CONTRACTED when the end came to us before its beginning',
      [ended('r1'), ...contracted, reserved('r1')],
      'CONTRACTED',
    ],
    ['is DELIVERED by a report, reserved or not', [...contracted, delivered], 'DELIVERED'],
    ['is DELIVERED by a report of a part', [...contracted, deliveredInPart], 'DELIVERED'],
    ['is INSPECTED by the check of the goods', [...contracted, delivered, inspected, captured], 'INSPECTED'],
    ['is SETTLED by the report of the settlement', [...contracted, delivered, inspected, settled], 'SETTLED'],
    ['is SETTLED when the settlement was heard of first', [settled, ...contracted], 'SETTLED'],
  ]
  it.each(cases)('%s', (_, facts, status) => {
    expect(standingOf(facts).status).toBe(status)
  })
})

describe('a thread is delayed', () => {
  const cases: readonly [string, readonly Fact[], boolean][] = [
    ['not while nothing was found late', contracted, false],
    ['by a late delivery', [...contracted, lateDelivery], true],
    ['still when only a part was delivered', [...contracted, lateDelivery, deliveredInPart], true],
    ['no more when all was delivered', [...contracted, lateDelivery, delivered], false],
    ['not by a lateness heard of after the delivery', [...contracted, delivered, lateDelivery], false],
    ['by a late settlement', [...contracted, delivered, lateSettlement], true],
    ['still by the settlement when the delivery came', [...contracted, lateDelivery, lateSettlement, delivered], true],
    ['no more when it was cancelled', [...contracted, lateDelivery, cancelled], false],
    ['no more by either when it was settled', [...contracted, lateDelivery, lateSettlement, settled], false],
  ]
  it.each(cases)('%s', (_, facts, delayed) => {
    expect(standingOf(facts).delayed).toBe(delayed)
  })
})

describe('a thread is partial', () => {
  const cases: readonly [string, readonly Fact[], boolean][] = [
    ['not before anything was delivered', contracted, false],
    ['when only a part was delivered', [...contracted, deliveredInPart], true],
    ['no more when the rest was delivered', [...contracted, deliveredInPart, delivered], false],
    ['when only a part was accepted', [...contracted, delivered, inspectedInPart], true],
    ['not when all was accepted', [...contracted, delivered, inspected], false],
  ]
  it.each(cases)('%s', (_, facts, partial) => {
    expect(standingOf(facts).partial).toBe(partial)
  })
})

const subject = fc.constantFrom('1', '2', '3')
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...caseEventKinds), subject }),
  fc.record({ kind: fc.constant('ORDER_ANSWERED' as const), subject, declined: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom('DELIVERY_REPORTED' as const, 'INSPECTION_CONFIRMED' as const),
    subject,
    partial: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('LATENESS_FOUND' as const),
    subject,
    late: fc.constantFrom('DELIVERY' as const, 'SETTLEMENT' as const),
  }),
)
const facts = fc.array(anyFact, { maxLength: 15 })

describe('the standing that facts give', () => {
  it('is the same in any order and with any repetition of them', () => {
    const shuffled = facts.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc
          .array(fc.nat(), { maxLength: 10 })
          .map((again) => [...list, ...again.flatMap((i) => list.slice(i % (list.length + 1)).slice(0, 1))])
          .chain((repeated) => fc.shuffledSubarray(repeated, { minLength: repeated.length })),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([list, disorder]) => {
        expect(standingOf(disorder)).toEqual(standingOf(list))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is SETTLED and in time for ever once a settlement was reported', () => {
    fc.assert(
      fc.property(facts, anyFact, (list, next) => {
        expect(standingOf([...list, settled, next])).toMatchObject({ status: 'SETTLED', delayed: false })
      }),
    )
  })
})
