import { expect, test } from '@jest/globals'
import { actBy, referralAfter, referralTransitions, type ReferralEvent, type ReferralStatus } from './referral.ts'

const statuses = Object.keys(referralTransitions) as ReferralStatus[]
const events: ReferralEvent[] = [
  'Consented',
  'Withheld',
  'ApprovalStated',
  'Declined',
  'Confirmed',
  'NotKnown',
  'Lapsed',
  'Ended',
]

test('a referral goes these ways and no other', () => {
  const found = statuses.flatMap((status) =>
    events.flatMap((event) => {
      const next = referralAfter(status, event)
      return next === null ? [] : [`${status} ${event} ${next}`]
    }),
  )
  expect(found).toEqual([
    'ASKED Consented CONSENTED',
    'ASKED Withheld WITHHELD',
    'ASKED Lapsed LAPSED',
    'ASKED Ended ENDED',
    'CONSENTED ApprovalStated ADVISED',
    'CONSENTED Declined DECLINED',
    'CONSENTED Lapsed LAPSED',
    'CONSENTED Ended ENDED',
    'ADVISED Confirmed APPROVED',
    'ADVISED NotKnown CONSENTED',
    'ADVISED Ended ENDED',
  ])
})

test('nobody has longer than the hold lives', () => {
  const now = new Date('2026-01-01T00:00:00Z')
  expect(actBy(now, 7, new Date('2026-02-01T00:00:00Z')).toISOString()).toBe('2026-01-08T00:00:00.000Z')
  expect(actBy(now, 7, new Date('2026-01-03T00:00:00Z')).toISOString()).toBe('2026-01-03T00:00:00.000Z')
})
