import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { graphql } from 'graphql'
import { z } from 'zod'
import { createSubgraph } from '../index.ts'
import { Desk, succeeded } from '../testing/desk.ts'

const amount = z.object({ amount: z.string() }).transform((money) => Number(money.amount))
const page = z.object({
  openingBalance: amount,
  closingBalance: amount,
  edges: z.array(z.object({ node: z.object({ amount, balanceAfter: amount, kind: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
})

let now = new Date('2026-11-01T00:00:00.000Z')
let desk: Desk
let subgraph: Subgraph

beforeAll(async () => {
  desk = await Desk.open({ now: () => now })
  subgraph = createSubgraph(desk.services)
})
afterAll(() => desk.close())

const source = `query ($a: ID!, $from: DateTime!, $to: DateTime!, $first: Int!, $after: Cursor) {
  accountStatement(accountId: $a, from: $from, to: $to, first: $first, after: $after) {
    openingBalance { amount } closingBalance { amount } edges { node { amount { amount } balanceAfter { amount } kind } } pageInfo { hasNextPage endCursor } } }`

async function ask(actor: Actor | null, variables: Record<string, unknown>) {
  const { data, errors } = await graphql({
    schema: subgraph.schema,
    source,
    variableValues: { first: 50, ...variables },
    contextValue: subgraph.context({ actor, requestId: 'r' }),
  })
  const found = data?.['accountStatement']
  return { page: found ? page.parse(found) : null, code: errors?.[0]?.extensions['code'] ?? null }
}

const accountId = async (kind: string, owner: string): Promise<string> => {
  const [row] = await desk.services.store.query<{ id: string }>(
    'select id from ledger_account where kind = $1 and owner = $2',
    [kind, owner],
  )
  return row?.id ?? ''
}

it('periods that follow each other close as the next opens; pages carry the balance on; each sees its own alone', async () => {
  const member = await desk.member()
  for (const [day, paidIn] of [
    ['01', '100'],
    ['01', '10'],
    ['02', '1'],
    ['03', '1000'],
  ] as const) {
    now = new Date(`2026-11-${day}T12:00:00.000Z`)
    await desk.deposit(member, paidIn)
  }
  const a = await accountId('DEPOSIT', member.memberId)
  const day = (n: number) => ({ a, from: `2026-11-0${n}T00:00:00Z`, to: `2026-11-0${n + 1}T00:00:00Z` })
  const days = [(await ask(member, day(1))).page, (await ask(member, day(2))).page, (await ask(member, day(3))).page]
  expect(days.map((each) => [each?.openingBalance, each?.closingBalance])).toEqual([
    [0, 110],
    [110, 111],
    [111, 1111],
  ])
  const all = { a, from: '2026-11-01T00:00:00Z', to: '2026-11-09T00:00:00Z' }
  const whole = (await ask(member, all)).page
  const paged: unknown[] = []
  for (let after: string | null = null; ;) {
    const { page: next } = await ask(member, { ...all, first: 1, after })
    paged.push(...(next?.edges ?? []))
    after = next?.pageInfo.endCursor ?? null
    if (!next?.pageInfo.hasNextPage) break
  }
  expect(paged).toEqual(whole?.edges)
  expect(whole?.edges.at(-1)?.node.balanceAfter).toBe(1111)
  // The beginning belongs to a period, its end does not.
  const instant = { a, from: '2026-11-01T12:00:00Z', to: '2026-11-02T12:00:00Z' }
  expect((await ask(member, instant)).page?.edges).toHaveLength(2)
  expect(await ask(await desk.member(), all)).toEqual({ page: null, code: null })
  expect((await ask(null, all)).code).toBe('NOT_SIGNED_IN')
  expect((await ask(member, { ...all, a: 'no id' })).page).toBeNull()
})

it('a period that ends before it begins, a foreign cursor and too large a page are errors that say so', async () => {
  const member = await desk.member()
  await desk.deposit(member, '1')
  const a = await accountId('DEPOSIT', member.memberId)
  const period = { a, from: '2026-11-02T00:00:00Z', to: '2026-11-02T00:00:00Z' }
  expect((await ask(member, period)).code).toBe('BAD_PERIOD')
  const well = { ...period, to: '2026-11-09T00:00:00Z' }
  for (const parts of [['x'], ['x', 'y'], ['2026-11-02T00:00:00.000Z', 'y'], [1, 2]])
    expect((await ask(member, { ...well, after: Buffer.from(JSON.stringify(parts)).toString('base64url') })).code).toBe(
      'BAD_CURSOR',
    )
  expect((await ask(member, { ...well, first: 101 })).code).toBe('BAD_PAGE')
})

it('a payee sees what is due to it, moved in slots, with the same balance as the postings make', async () => {
  now = new Date()
  const it = await desk.reserved()
  for (const part of ['100', '200', '300']) succeeded(await desk.inspect(it.buyer, it.threadId, part, { final: false }))
  const a = await accountId('DUE_OUT', it.seller.memberId)
  const { page: statement } = await ask(it.seller, { a, from: '2026-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' })
  expect(statement).toMatchObject({ openingBalance: 0, closingBalance: 600 })
  expect(statement?.edges.map(({ node }) => node.amount).toSorted((x, y) => x - y)).toEqual([100, 200, 300])
  expect(await desk.account('DUE_OUT', it.seller.memberId)).toEqual({ balance: 600, held: 0 })
})
