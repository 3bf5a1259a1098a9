import { describe, expect, it } from '@jest/globals'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  authorizationAfter,
  authorizationTransitions,
  inquiryPauseSeconds,
  outcomeOf,
  refusalOf,
  type AuthorizationEvent,
} from './authorization.ts'
import { returnTransitions } from './goods-return.ts'
import { billTransitions } from './billing.ts'
import { holdsCardNumber } from './card-number.ts'
import { cardIsCurrent, dayAfter, dueOnFault, holdExpiry } from './dates.ts'
import { acceptedBy } from './inspection.ts'
import { reservationTransitions, type ReservationStatus } from './reservation.ts'
import { referralTransitions } from './referral.ts'
import { stateDiagram } from './diagram.ts'
import { guaranteeTransitions } from './guarantee.ts'

describe('acceptedBy (B7, B8)', () => {
  const whole = { contract: 1000n, inspected: 0n }
  it.each([
    ['all of the contract', whole, null, 1000n, { kind: 'ACCEPTED', amount: 1000n, partial: false }],
    [
      'no more than the contract of a larger hold',
      whole,
      null,
      1500n,
      { kind: 'ACCEPTED', amount: 1000n, partial: false },
    ],
    ['what is held of a larger contract', whole, null, 800n, { kind: 'ACCEPTED', amount: 800n, partial: true }],
    ['the part that is named', whole, 600n, 1000n, { kind: 'ACCEPTED', amount: 600n, partial: true }],
    ['all on account', whole, null, null, { kind: 'ACCEPTED', amount: 1000n, partial: false }],
    [
      'what is left',
      { contract: 1000n, inspected: 400n },
      null,
      null,
      { kind: 'ACCEPTED', amount: 600n, partial: false },
    ],
    ['not more than is held', whole, 1001n, 1000n, { kind: 'EXCEEDS_HOLD', held: 1000n, excess: 1n }],
    ['not more than the contract, though it is held', whole, 1001n, 1500n, { kind: 'ABOVE_CONTRACT', left: 1000n }],
    [
      'not more than is left on account',
      { contract: 1000n, inspected: 400n },
      601n,
      null,
      { kind: 'ABOVE_CONTRACT', left: 600n },
    ],
    ['nothing when all is inspected', { contract: 1000n, inspected: 1000n }, null, 1000n, { kind: 'ALL_INSPECTED' }],
  ])('accepts %s', (_name, standing, asked, held, expected) => {
    expect(acceptedBy(standing, asked, held)).toEqual(expected)
  })
})

describe('an authorization request (C6)', () => {
  const events: AuthorizationEvent[] = ['Held', 'Sent', 'PutBack', 'AnswerMissing', 'Answered', 'Reversed']
  it.each([
    ['QUEUED', ['HELD', 'SENT', null, null, null, 'REVERSED']],
    ['HELD', [null, 'SENT', null, null, null, 'REVERSED']],
    ['SENT', [null, 'SENT', 'QUEUED', 'UNKNOWN', 'ANSWERED', 'REVERSED']],
    ['UNKNOWN', [null, 'SENT', null, 'UNKNOWN', 'ANSWERED', 'REVERSED']],
    ['ANSWERED', [null, null, null, null, null, 'REVERSED']],
    ['REVERSED', [null, null, null, null, null, null]],
  ] as const)('that is %s goes where its table says', (status, expected) => {
    expect(events.map((event) => authorizationAfter(status, event))).toEqual(expected)
  })

  const ended: ReservationStatus[] = ['VOIDED', 'EXPIRED', 'REFUSED', 'CAPTURED', 'REFUNDED']
  it('reserves only while its reservation waits, and reverses an approval that comes late', () => {
    expect(outcomeOf('APPROVED', 'AUTHORIZING')).toBe('RESERVE')
    expect(outcomeOf('DECLINED', 'AUTHORIZING')).toBe('REFUSE')
    expect(outcomeOf('REFERRAL', 'AUTHORIZING')).toBe('REFER')
    for (const status of ended)
      expect([outcomeOf('APPROVED', status), outcomeOf('DECLINED', status)]).toEqual(['REVERSE', 'NOTHING'])
    expect(outcomeOf('APPROVED', 'RESERVED')).toBe('NOTHING')
  })

  it('is refused by a code for programs', () => {
    const asked = ['ANSWER', 'NO_SUCH_COMPANY', 'CANNOT_SAY'] as const
    expect(asked.map((each) => refusalOf(each).code)).toEqual([
      'CARD_DECLINED',
      'CARD_COMPANY_UNKNOWN',
      'CARD_AMOUNT_TOO_LARGE',
    ])
  })

  it('is inquired ever more rarely, down to a limit', () => {
    expect([0, 1, 2, 6, 7, 10_000].map(inquiryPauseSeconds)).toEqual([5, 10, 20, 300, 300, 300])
  })
})

describe('dates', () => {
  const now = new Date('2026-11-21T23:30:00Z')
  it('of a hold end 30 days after the due day', () =>
    expect(holdExpiry('2026-12-21').toISOString()).toBe('2027-01-20T00:00:00.000Z'))
  it.each([
    ['2026-11-20', 'past'],
    ['2026-11-21', null],
    ['2027-11-22', null],
    ['2027-11-23', 'at most'],
  ])('due on %s', (day, fault) => {
    if (fault === null) expect(dueOnFault(day, now)).toBeNull()
    else expect(dueOnFault(day, now)).toContain(fault)
  })
  it('go over the end of a month', () => expect(dayAfter(now, 30)).toBe('2026-12-21'))
  it.each([
    ['2026-10', false],
    ['2026-11', true],
    ['2027-01', true],
  ])('of a card until %s', (expiry, current) => expect(cardIsCurrent(expiry, now)).toBe(current))
})

describe('holdsCardNumber', () => {
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    'tok_4242424242424242',
    '４２４２４２４２４２４２４２４２',
    '0000004242424242424242999',
    '4242.4242.4242.4242',
  ])('finds one in %s', (text) => expect(holdsCardNumber(text)).toBe(true))
  it.each([
    'tok_approved_1',
    '4242',
    '123456789012',
    '4242424242424241',
    '01999999-aaaa-7bbb-8ccc-ddddeeeeffff',
    'visa',
  ])('finds none in %s', (text) => expect(holdsCardNumber(text)).toBe(false))

  const cards = sharedData('cards')
  const test = cards ? it : it.skip
  test('finds every published test number that checks, and only those', () => {
    const [, ...lines] = readFileSync(join(cards ?? '', 'stripe-test-cards.csv'), 'utf8')
      .trim()
      .split('\n')
    const rows = lines.map((line) => ({ number: line.split(',')[0] ?? '', checks: line.trim().endsWith('True') }))
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter(({ number }) => holdsCardNumber(number))).toEqual(rows.filter(({ checks }) => checks))
  })
})

describe('the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  it.each([
    ['reservations', stateDiagram(reservationTransitions, 'NONE')],
    ['authorization requests', stateDiagram(authorizationTransitions, 'QUEUED')],
    ['guarantees', stateDiagram(guaranteeTransitions, 'REQUESTED')],
    ['referrals', stateDiagram(referralTransitions, 'ASKED')],
    ['returns', stateDiagram(returnTransitions, 'NONE')],
    ['bills', stateDiagram(billTransitions, 'NONE')],
  ])('shows the states of %s as the table has them', (_name, diagram) => expect(readme).toContain(diagram))
})
