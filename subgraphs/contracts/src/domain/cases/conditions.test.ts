import { describe, expect, it } from '@jest/globals'
import { agreeConditions, compareConditions, type Conditions } from './conditions.ts'

const silent: Conditions = { payment: null, settlement: null, settlementAgentId: null, deliverBy: null, payBy: null }
const stated: Conditions = {
  payment: 'ON_ACCOUNT',
  settlement: 'GROSS',
  settlementAgentId: 'agent-1',
  deliverBy: '2026-12-01',
  payBy: '2026-12-31',
}
const others: Conditions = {
  payment: 'RESERVED',
  settlement: 'NET',
  settlementAgentId: 'agent-2',
  deliverBy: '2026-12-02',
  payBy: '2027-01-31',
}
const names = ['payment', 'settlement', 'settlementAgentId', 'deliverBy', 'payBy'] as const

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
        buyerValue: stated[name],
        sellerValue: others[name],
        buyerNormalised: stated[name],
        sellerNormalised: others[name],
        tolerance: null,
        weight: 'BLOCKING',
      },
    ])
  })

  it('are all reported when all differ', () => {
    expect(compareConditions(stated, others).map(({ path }) => path)).toEqual(
      names.map((name) => `/conditions/${name}`),
    )
  })
})

describe('agreed conditions', () => {
  it('are a reserved payment and net settlement unless one side says otherwise', () => {
    expect(agreeConditions(silent, silent)).toEqual({ ...silent, payment: 'RESERVED', settlement: 'NET' })
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
    })
  })
})
