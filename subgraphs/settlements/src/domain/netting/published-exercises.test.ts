import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { explainPosition } from './explain-position.ts'
import type { Obligation } from './obligation.ts'
import { multilateralPositions } from './positions.ts'
import { nettingSavings } from './savings.ts'
import { settlementInstructions } from './settlement-instructions.ts'

const folder = sharedData('netting')
const describeWithFolder = folder ? describe : describe.skip

function read<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(folder ?? '', name), 'utf8')))
}

/** An exact fraction of two bigints. */
type Fraction = { over: bigint; under: bigint }

function decimal(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.')
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) }
}

/** `amount / rate` in units of `unit`, rounded half up once, per obligation and never per net. */
function converted(amount: string, rate: string, unit = 1n): bigint {
  const [a, r] = [decimal(amount), decimal(rate)]
  const [over, under] = [a.over * r.under, a.under * r.over * unit]
  return (2n * over + under) / (2n * under)
}

function netsOf(obligations: readonly Obligation[]): Record<string, string> {
  return Object.fromEntries(multilateralPositions(obligations).map(({ memberId, net }) => [memberId, net.toString()]))
}

const owing = z.object({ owes: z.string(), owed: z.string(), amount: z.string(), currency: z.string() })

describeWithFolder('four subsidiaries (textbook, USD million)', () => {
  const schema = z.object({
    published_matrix_payer_to_payee: z.record(z.string(), z.record(z.string(), z.number())),
    computed_here: z.object({ gross: z.number(), net: z.record(z.string(), z.number()) }),
  })

  test('the matrix nets as computed', () => {
    const { published_matrix_payer_to_payee: matrix, computed_here: expected } = read(
      'textbook-max-int-four-subsidiaries.json',
      schema,
    )
    const obligations = Object.entries(matrix).flatMap(([debtorId, row]) =>
      Object.entries(row).map(([creditorId, amount]) => ({
        id: debtorId + creditorId,
        debtorId,
        creditorId,
        currency: 'USD',
        amount: BigInt(amount),
      })),
    )
    expect(netsOf(obligations)).toEqual(
      Object.fromEntries(Object.entries(expected.net).map(([id, net]) => [id, String(net)])),
    )
    expect(nettingSavings(obligations)).toMatchObject([
      { grossVolume: BigInt(expected.gross), netVolume: 850n, savedPpm: 763_888n },
    ])
    expect(explainPosition('A', 'USD', obligations)).toMatchObject({ owes: 550n, owed: 1170n, net: 620n })
  })
})

describeWithFolder('three firms in three currencies (textbook, base USD)', () => {
  const schema = z.object({
    base: z.string(),
    obligations: z.array(owing.extend({ rate_per_usd: z.string(), usd_published: z.string() })),
    published_net: z.record(z.string(), z.string()),
    published_payments: z.array(z.object({ from: z.string(), to: z.string(), usd: z.string() })),
  })

  test('converted at the stated rates, the nets and the payments are the published ones', () => {
    const exercise = read('textbook-cn7-three-firms-fx.json', schema)
    const obligations = exercise.obligations.map(({ owes, owed, amount, rate_per_usd: rate }, i) => ({
      id: `${i}`,
      debtorId: owes,
      creditorId: owed,
      currency: exercise.base,
      amount: converted(amount, rate),
    }))
    expect(obligations.map(({ amount }) => amount.toString())).toEqual(exercise.obligations.map((o) => o.usd_published))
    expect(netsOf(obligations)).toEqual(exercise.published_net)
    const paid = settlementInstructions(multilateralPositions(obligations))
    const payIns = paid
      .filter(({ direction }) => direction === 'PAY_IN')
      .map(({ memberId, amount }) => [memberId, amount.toString()])
    expect(new Map(payIns.map(([id = '', usd = '']) => [id, usd]))).toEqual(
      new Map(exercise.published_payments.map(({ from, usd }) => [from, usd])),
    )
    expect(paid.filter(({ direction }) => direction === 'PAY_OUT')).toEqual([
      { currency: 'USD', memberId: 'FR', direction: 'PAY_OUT', amount: 841_000n },
    ])
  })

  test('without a base currency each currency nets by itself', () => {
    const exercise = read('textbook-cn7-three-firms-fx.json', schema)
    const obligations = exercise.obligations.map(({ owes, owed, amount, currency }, i) => ({
      id: `${i}`,
      debtorId: owes,
      creditorId: owed,
      currency,
      amount: BigInt(amount),
    }))
    expect(
      multilateralPositions(obligations)
        .filter(({ currency }) => currency === 'ZAR')
        .map(({ memberId, net }) => [memberId, net]),
    ).toEqual([
      ['FR', -800_000n],
      ['SA', 2_000_000n],
      ['UK', -1_200_000n],
    ])
  })
})

describeWithFolder('Kenduri (ACCA P4 June 2013, base GBP thousand)', () => {
  const schema = z.object({
    published_mid_rates_per_gbp: z.record(z.string(), z.string()),
    published_obligations: z.array(owing),
    computed_here_thousand_gbp: z.record(z.string(), z.string()),
  })

  test('converted at the mid rates to thousands of pounds, the nets are those computed', () => {
    const exercise = read('acca-2013-kenduri.json', schema)
    const obligations = exercise.published_obligations.map(({ owes, owed, amount, currency }, i) => ({
      id: `${i}`,
      debtorId: owes,
      creditorId: owed,
      currency: 'GBP',
      amount: converted(amount, exercise.published_mid_rates_per_gbp[currency] ?? '1', 1000n),
    }))
    expect(netsOf(obligations)).toEqual(exercise.computed_here_thousand_gbp)
  })
})
