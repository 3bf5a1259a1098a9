import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import {
  arisenLegs,
  assertBalanced,
  bank,
  dueFrom,
  dueTo,
  owedToItselfLegs,
  position,
  reportedLegs,
  windowClosedLegs,
  type Leg,
} from './ledger.ts'
import { assertMayFollow, instructionStates, mayFollow, obligationStates, windowStates } from './states.ts'

const currency = 'JPY'
const owed = { id: 'o', debtorId: 'D', creditorId: 'C', currency, amount: 10n }
const netted = [
  { currency, memberId: 'C', owes: 0n, owed: 10n, net: 10n },
  { currency, memberId: 'D', owes: 10n, owed: 0n, net: -10n },
  { currency, memberId: 'E', owes: 4n, owed: 4n, net: 0n },
]
const report = { agentId: 'A', currency, minor: 10n, windowId: 'W' }

function balances(...postings: Leg[][]): Record<string, bigint> {
  const sums: Record<string, bigint> = {}
  for (const { account, minor } of postings.flat()) {
    const key = `${account.kind} ${account.memberId}`
    sums[key] = (sums[key] ?? 0n) + minor
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n))
}

describe('the steps of the money model', () => {
  const payIn = reportedLegs({ ...report, kind: 'PAY_IN', payerId: 'D', payeeId: 'A' })
  const payOut = reportedLegs({ ...report, kind: 'PAY_OUT', payerId: 'A', payeeId: 'C' })
  const transfer = reportedLegs({ ...report, windowId: null, kind: 'TRANSFER', payerId: 'D', payeeId: 'C' })
  const closed = windowClosedLegs('W', netted)

  test.each([
    [
      '5 and 6',
      arisenLegs(owed),
      [
        { account: dueFrom('D'), currency, minor: 10n },
        { account: dueTo('C'), currency, minor: -10n },
      ],
    ],
    [
      '9 of a net debtor',
      payIn,
      [
        { account: bank('A'), currency, minor: 10n },
        { account: position('D', 'W'), currency, minor: -10n },
      ],
    ],
    [
      '9 of a net creditor',
      payOut,
      [
        { account: position('C', 'W'), currency, minor: 10n },
        { account: bank('A'), currency, minor: -10n },
      ],
    ],
  ])('step %s debits and credits the accounts it names', (_step, legs, expected) => {
    expect(legs).toEqual(expected)
  })

  test('step 8 moves what is owed into positions, in balance also for who comes to zero', () => {
    expect(() => assertBalanced(closed)).not.toThrow()
    expect(balances(closed)).toEqual({
      'DUE_TO C': 10n,
      'POSITION C': -10n,
      'POSITION D': 10n,
      'DUE_FROM D': -10n,
      'DUE_TO E': 4n,
      'DUE_FROM E': -4n,
    })
  })

  test('lead every account back to zero: net, gross, and of a member to itself', () => {
    const ring = arisenLegs({ ...owed, id: 'p', debtorId: 'E', creditorId: 'E', amount: 4n })
    expect(balances(arisenLegs(owed), ring, closed, payIn, payOut)).toEqual({})
    expect(balances(arisenLegs(owed), transfer)).toEqual({})
    expect(balances(ring, owedToItselfLegs({ ...owed, debtorId: 'E', creditorId: 'E', amount: 4n }))).toEqual({})
  })

  test('post nothing that is out of balance, empty, or of zero, whatever another currency has', () => {
    const leg = { account: dueTo('C'), currency, minor: 5n }
    for (const legs of [[], [leg], [leg, { ...leg, currency: 'EUR', minor: -5n }], [{ ...leg, minor: 0n }]]) {
      expect(() => assertBalanced(legs)).toThrow()
    }
    expect(() => reportedLegs({ ...report, windowId: null, kind: 'PAY_IN', payerId: 'D', payeeId: 'A' })).toThrow(
      'belongs to a window',
    )
  })
})

describe('the lives', () => {
  test('are followed state by state', () => {
    expect(mayFollow(obligationStates, 'OPEN', 'IN_WINDOW')).toBe(true)
    expect(mayFollow(obligationStates, 'SETTLED', 'OPEN')).toBe(false)
    expect(mayFollow(instructionStates, 'FAILED', 'SETTLED')).toBe(true)
    expect(mayFollow(instructionStates, 'SETTLED', 'FAILED')).toBe(false)
    expect(() => assertMayFollow(windowStates, 'Window W', 'SETTLED', 'SETTLING')).toThrow(
      'Window W is SETTLED and cannot become SETTLING.',
    )
  })

  test.each([
    ['Obligation', obligationStates],
    ['SettlementWindow', windowStates],
    ['SettlementInstruction', instructionStates],
  ])('of %s stand in the README as they are in the table', (name, table) => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const lines = Object.entries<readonly string[]>(table).map(
      ([state, next]) => `${state.padEnd(10)}→ ${next.join(', ') || '(end)'}`,
    )
    expect(readme).toContain(`${name}\n${lines.join('\n')}\n`)
  })
})
