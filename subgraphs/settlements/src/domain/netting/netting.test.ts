import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { explainPosition } from './explain-position.ts'
import { groupPositions } from './group-positions.ts'
import { exceedsNetDebitCap, netDebitCapShortfall } from './net-debit-cap.ts'
import type { Obligation } from './obligation.ts'
import { assertZeroSum, bilateralPositions, multilateralPositions } from './positions.ts'
import { nettingSavings } from './savings.ts'
import { settlementInstructions } from './settlement-instructions.ts'

/** Cases a property; on failure fast-check prints the seed and the path that repeat it. */
const many = { numRuns: 10_000, verbose: 1 } as const

const members = ['A', 'B', 'C', 'D', 'E']
const parts = fc.record({
  debtor: fc.nat(4),
  ahead: fc.integer({ min: 1, max: 4 }),
  currency: fc.constantFrom('EUR', 'JPY', 'BHD'),
  amount: fc.oneof(fc.bigInt(1n, 20n), fc.bigInt(1n, 10n ** 15n)),
})
const anyObligations = fc.array(parts, { maxLength: 20 }).map((list) =>
  list.map(({ debtor, ahead, currency, amount }, i): Obligation => {
    const [debtorId = '', creditorId = ''] = [members[debtor], members[(debtor + ahead) % 5]]
    return { id: `o${String(i).padStart(2, '0')}`, debtorId, creditorId, currency, amount }
  }),
)
const anyGroups = fc.array(fc.constantFrom('G1', 'G2', null), { minLength: 5, maxLength: 5 })
const grouped = (groups: (string | null)[]) => (memberId: string) => groups[members.indexOf(memberId)] ?? null

function sums(list: readonly { currency: string; net: bigint }[]): bigint[] {
  const byCurrency = Map.groupBy(list, ({ currency }) => currency)
  return [...byCurrency.values()].map((own) => own.reduce((sum, { net }) => sum + net, 0n))
}

describe('for any obligations', () => {
  test('the positions of each currency sum to zero, of members and of groups', () => {
    fc.assert(
      fc.property(anyObligations, anyGroups, (obligations, groups) => {
        const between = groupPositions(obligations, grouped(groups)).positions
        return [...sums(multilateralPositions(obligations)), ...sums(between)].every((sum) => sum === 0n)
      }),
      many,
    )
  })

  test('their order does not matter', () => {
    const shuffled = anyObligations.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), anyGroups),
    )
    fc.assert(
      fc.property(shuffled, ([one, other, groups]) => {
        const all = (list: Obligation[]) => [
          multilateralPositions(list),
          bilateralPositions(list),
          groupPositions(list, grouped(groups)),
          nettingSavings(list),
          members.map((id) => explainPosition(id, 'JPY', list)),
          settlementInstructions(multilateralPositions(list)),
        ]
        expect(all(other)).toEqual(all(one))
      }),
      many,
    )
  })

  test('a member’s bilateral nets sum to its multilateral net', () => {
    fc.assert(
      fc.property(anyObligations, (obligations) => {
        const pairs = bilateralPositions(obligations)
        return multilateralPositions(obligations).every(({ currency, memberId, net }) => {
          const own = pairs.filter((pair) => pair.currency === currency)
          const received = own
            .filter((pair) => pair.netCreditorId === memberId)
            .reduce((sum, { amount }) => sum + amount, 0n)
          return (
            received -
              own.filter((pair) => pair.netDebtorId === memberId).reduce((sum, { amount }) => sum + amount, 0n) ===
            net
          )
        })
      }),
      many,
    )
  })

  test('nobody pays or is paid more net than gross, and netting never costs', () => {
    fc.assert(
      fc.property(anyObligations, (obligations) => {
        const within = multilateralPositions(obligations).every(({ net, owes, owed }) => -net <= owes && net <= owed)
        const cheaper = nettingSavings(obligations).every(
          (s) =>
            s.netVolume <= s.bilateralVolume &&
            s.bilateralVolume <= s.grossVolume &&
            s.savedPpm >= 0n &&
            s.savedPpm <= 1_000_000n,
        )
        return within && cheaper
      }),
      many,
    )
  })

  test('the net of a group is the sum of its members’ nets, and what is inside and between groups is everything', () => {
    fc.assert(
      fc.property(anyObligations, anyGroups, (obligations, groups) => {
        const groupOf = grouped(groups)
        const { positions, internal } = groupPositions(obligations, groupOf)
        const nets = multilateralPositions(obligations)
        for (const { currency, groupId, net } of positions) {
          const own = nets.filter((p) => p.currency === currency && (groupOf(p.memberId) ?? p.memberId) === groupId)
          expect(own.reduce((sum, p) => sum + p.net, 0n)).toBe(net)
        }
        const gross = obligations.reduce((sum, { amount }) => sum + amount, 0n)
        const seen =
          positions.reduce((sum, { owes }) => sum + owes, 0n) + internal.reduce((sum, { amount }) => sum + amount, 0n)
        expect(seen).toBe(gross)
      }),
      many,
    )
  })

  test('every position is explained to the last minor unit', () => {
    fc.assert(
      fc.property(anyObligations, (obligations) => {
        for (const position of multilateralPositions(obligations)) {
          const { lines, counterparties, ...figures } = explainPosition(
            position.memberId,
            position.currency,
            obligations,
          )
          expect(figures).toEqual(position)
          expect(lines.at(-1)?.runningNet).toBe(position.net)
          expect(counterparties.reduce((sum, { net }) => sum + net, 0n)).toBe(position.net)
        }
      }),
      many,
    )
  })

  test('what is paid in is what is paid out, and it settles every position', () => {
    fc.assert(
      fc.property(anyObligations, (obligations) => {
        const positions = multilateralPositions(obligations)
        const paid = settlementInstructions(positions).map((i) => ({
          ...i,
          net: i.direction === 'PAY_IN' ? i.amount : -i.amount,
        }))
        const left = positions.map(
          (p) => paid.find((i) => i.currency === p.currency && i.memberId === p.memberId)?.net ?? 0n,
        )
        return sums(paid).every((sum) => sum === 0n) && positions.every((p, i) => p.net + (left[i] ?? 0n) === 0n)
      }),
      many,
    )
  })
})

const owe = (id: string, debtorId: string, creditorId: string, amount: bigint, currency = 'EUR'): Obligation => ({
  id,
  debtorId,
  creditorId,
  currency,
  amount,
})

describe('positions', () => {
  const circle = [
    owe('1', 'A', 'B', 100n),
    owe('2', 'B', 'C', 100n),
    owe('3', 'C', 'A', 100n),
    owe('4', 'A', 'B', 5n, 'JPY'),
  ]

  test('a circle in one currency comes to nothing, and another currency is not drawn in', () => {
    expect(multilateralPositions(circle).map(({ currency, memberId, net }) => [currency, memberId, net])).toEqual([
      ['EUR', 'A', 0n],
      ['EUR', 'B', 0n],
      ['EUR', 'C', 0n],
      ['JPY', 'A', -5n],
      ['JPY', 'B', 5n],
    ])
    expect(settlementInstructions(multilateralPositions(circle))).toEqual([
      { currency: 'JPY', memberId: 'A', direction: 'PAY_IN', amount: 5n },
      { currency: 'JPY', memberId: 'B', direction: 'PAY_OUT', amount: 5n },
    ])
    expect(
      nettingSavings(circle).map(({ currency, savedPpm, netPayments }) => [currency, savedPpm, netPayments]),
    ).toEqual([
      ['EUR', 1_000_000n, 0],
      ['JPY', 0n, 2],
    ])
  })

  test('two members that are even have no net debtor', () => {
    expect(bilateralPositions([owe('1', 'B', 'A', 7n), owe('2', 'A', 'B', 7n)])).toEqual([
      {
        currency: 'EUR',
        memberA: 'A',
        memberB: 'B',
        aOwesB: 7n,
        bOwesA: 7n,
        netDebtorId: null,
        netCreditorId: null,
        amount: 0n,
      },
    ])
  })

  test('a group settles inside what its members owe one another', () => {
    const groupOf = (id: string) => (id === 'C' ? null : 'G')
    expect(groupPositions([owe('2', 'A', 'B', 40n), owe('1', 'B', 'A', 2n), owe('3', 'B', 'C', 9n)], groupOf)).toEqual({
      positions: [
        { currency: 'EUR', groupId: 'C', owes: 0n, owed: 9n, net: 9n },
        { currency: 'EUR', groupId: 'G', owes: 9n, owed: 0n, net: -9n },
      ],
      internal: [{ currency: 'EUR', groupId: 'G', obligationIds: ['1', '2'], amount: 42n }],
    })
  })

  test('a position is shown obligation by obligation, and a member without any has noughts', () => {
    expect(explainPosition('B', 'EUR', circle).lines).toEqual([
      { obligationId: '1', counterpartyId: 'A', direction: 'OWED', amount: 100n, effect: 100n, runningNet: 100n },
      { obligationId: '2', counterpartyId: 'C', direction: 'OWES', amount: 100n, effect: -100n, runningNet: 0n },
    ])
    expect(explainPosition('Z', 'EUR', circle)).toEqual({
      currency: 'EUR',
      memberId: 'Z',
      owes: 0n,
      owed: 0n,
      net: 0n,
      lines: [],
      counterparties: [],
    })
  })

  test('nothing owed gives nothing', () => {
    expect([multilateralPositions([]), bilateralPositions([]), nettingSavings([]), settlementInstructions([])]).toEqual(
      [[], [], [], []],
    )
  })

  test('obligations that cannot be throw', () => {
    expect(() => multilateralPositions([owe('1', 'A', 'B', 0n)])).toThrow('above zero')
    expect(() => bilateralPositions([owe('1', 'A', 'A', 1n)])).toThrow('owes itself')
    expect(() => groupPositions([owe('1', 'A', 'B', 1n), owe('1', 'B', 'C', 1n)], () => 'G')).toThrow('twice')
    expect(() => assertZeroSum([{ currency: 'EUR', net: 1n }])).toThrow('sum to 1')
    expect(() => settlementInstructions(multilateralPositions(circle).slice(1))).not.toThrow()
    expect(() => settlementInstructions(multilateralPositions(circle).slice(4))).toThrow('sum to 5')
  })
})

describe('the net debit cap', () => {
  test.each([
    [-100n, 100n, 0n],
    [-101n, 100n, 1n],
    [0n, 0n, 0n],
    [50n, 0n, 0n],
    [-1n, 0n, 1n],
    [-(10n ** 15n), null, 0n],
  ])('net %s under a cap of %s is beyond it by %s', (net, cap, shortfall) => {
    expect(netDebitCapShortfall(net, cap)).toBe(shortfall)
    expect(exceedsNetDebitCap(net, cap)).toBe(shortfall > 0n)
  })

  test('a cap below nought throws', () => {
    expect(() => exceedsNetDebitCap(0n, -1n)).toThrow('at least nought')
  })
})
