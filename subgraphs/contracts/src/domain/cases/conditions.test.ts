import { describe, expect, it } from '@jest/globals'
import { agreeConditions, compareConditions, noConditions as silent, type Conditions } from './conditions.ts'

const stated: Conditions = {
  payment: 'ON_ACCOUNT',
  settlement: 'GROSS',
  settlementAgentId: 'agent-1',
  deliverBy: '2026-12-01',
  payBy: '2026-12-31',
  timeZone: 'Asia/Tokyo',
  calendar: 'JP',
  escalation: [{ afterDays: 2, action: 'WARN' }],
}
const others: Conditions = {
  payment: 'RESERVED',
  settlement: 'NET',
  settlementAgentId: 'agent-2',
  deliverBy: '2026-12-02',
  payBy: '2027-01-31',
  timeZone: 'Europe/Berlin',
  calendar: 'DE',
  escalation: [{ afterDays: 3, action: 'WARN' }],
}
const names = Object.keys(silent) as (keyof Conditions)[]
/** As a report of differences shows it. */
const shown = (value: Conditions[keyof Conditions]): string =>
  typeof value === 'string' ? value : value === stated.escalation ? '2 WARN' : '3 WARN'

describe('conditions of two sides', () => {
  it.each([
    ['neither states any', silent, silent],
    ['only the buyer states them', stated, silent],
    ['only the seller states them', silent, stated],
    ['both state the same', stated, stated],
  ])('do not differ when %s', (_, buyer, seller) => {
    expect(compareConditions(buyer, seller)).toEqual([])
  })

  it.each(names)('block the contract when both state %s and it differs', (name) => {
    const buyer = { ...silent, [name]: stated[name] }
    const seller = { ...silent, [name]: others[name] }
    expect(compareConditions(buyer, seller)).toEqual([
      {
        rule: `conditions.${name}`,
        path: `/conditions/${name}`,
        buyerValue: shown(stated[name]),
        sellerValue: shown(others[name]),
        buyerNormalised: shown(stated[name]),
        sellerNormalised: shown(others[name]),
        tolerance: null,
        weight: 'BLOCKING',
      },
    ])
  })

  it('do not differ when a submission is older than the condition', () => {
    const { payment, settlement, settlementAgentId, deliverBy, payBy } = stated
    const older = { payment, settlement, settlementAgentId, deliverBy, payBy } as Conditions
    expect(compareConditions(older, stated)).toEqual([])
    expect(agreeConditions(older, silent)).toEqual({
      ...older,
      timeZone: 'UTC',
      calendar: 'ALL_DAYS',
      escalation: null,
    })
  })

  it('are all reported when all differ', () => {
    expect(compareConditions(stated, others).map(({ path }) => path)).toEqual(
      names.map((name) => `/conditions/${name}`),
    )
  })
})

describe('agreed conditions', () => {
  it('are a reserved payment, net settlement and every day in UTC unless one side says otherwise', () => {
    const otherwise = { payment: 'RESERVED', settlement: 'NET', timeZone: 'UTC', calendar: 'ALL_DAYS' }
    expect(agreeConditions(silent, silent)).toEqual({ ...silent, ...otherwise })
  })

  it.each([
    ['the buyer', stated, silent],
    ['the seller', silent, stated],
    ['both', stated, stated],
  ])('are what %s stated', (_, buyer, seller) => {
    expect(agreeConditions(buyer, seller)).toEqual(stated)
  })

  it('may come in part from each side', () => {
    const buyer = { ...silent, deliverBy: '2026-12-01' }
    const seller = { ...silent, settlementAgentId: 'agent-1' }
    expect(agreeConditions(buyer, seller)).toEqual({
      payment: 'RESERVED',
      settlement: 'NET',
      settlementAgentId: 'agent-1',
      deliverBy: '2026-12-01',
      payBy: null,
      timeZone: 'UTC',
      calendar: 'ALL_DAYS',
      escalation: null,
    })
  })
})
