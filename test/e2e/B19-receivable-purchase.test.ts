import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Json } from '../support/hub-client.ts'
import { newParty, type Party } from '../support/parties.ts'
import { newTrade, owedOnAccount, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let factor: Party

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  factor = await newParty(hub.url, hub.admin, 'Factor', ['INTERMEDIARY'])
})
afterAll(() => hub.close())

/** The seller's claim of 1,000 JPY from a contract on account. */
async function claimOf(threadId: string): Promise<Json> {
  const thread = await threadUntil(trade.seller.client, threadId, ({ obligations }) => obligations.length > 0)
  return thread.obligations.find(({ status }: Json) => status === 'OPEN')
}

test('a seller is paid before the payer’s money comes in, at a stated discount; the purchaser collects', async () => {
  const { seller, agent } = trade
  expect(
    (
      await seller.client.act('SetPurchaseTerms', {
        currency: 'JPY',
        discountPpm: 1,
        limit: '1',
        recourseAfterDays: 1,
        settlementAgentId: agent.id,
      })
    ).code,
  ).toBe('NOT_ALLOWED')
  await factor.client.must('SetPurchaseTerms', {
    currency: 'JPY',
    discountPpm: 25_000,
    limit: '5000',
    recourseAfterDays: 30,
    settlementAgentId: agent.id,
  })
  const { threadId } = await owedOnAccount(trade)
  const { id: obligationId } = await claimOf(threadId)
  const { receivableQuotes } = await seller.client.run('ReceivableQuotes', { obligationId })
  expect(receivableQuotes).toMatchObject([
    {
      price: { amount: '975', currency: 'JPY' },
      discount: { amount: '25' },
      terms: { discountPpm: 25_000, purchaser: { name: 'Factor' } },
    },
  ])
  for (const { client } of [trade.buyer, factor])
    expect((await client.run('ReceivableQuotes', { obligationId })).receivableQuotes).toEqual([])
  const feed = seller.client.subscribe(
    'subscription { obligationChanged { kind statusBefore statusAfter obligation { id kind } } }',
  )
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const sale = { obligationId, purchaserId: factor.id, discountPpm: 25_000, idempotencyKey: 'sell-once' }
  const { purchase } = await seller.client.must('SellReceivable', sale)
  expect(await seller.client.must('SellReceivable', sale)).toMatchObject({ purchase: { id: purchase.id } })
  expect(purchase).toMatchObject({
    price: { amount: '975' },
    claim: { status: 'ADVANCED' },
    collection: { kind: 'PURCHASED_RECEIVABLE', status: 'OPEN' },
  })
  await feed.until(
    'that it is advanced',
    ({ statusAfter, obligation }) => statusAfter === 'ADVANCED' && obligation.id === obligationId,
  )
  feed.stop()
  // The price is paid by the purchaser's agent at once; the case is not settled by it.
  const { settlementInstructions } = (
    await agent.client.send(
      '{ settlementInstructions(first: 10) { edges { node { id kind amount { amount } payer { name } payee { name } } } } }',
    )
  ).data
  const price = settlementInstructions.edges.map(({ node }: Json) => node).find(({ kind }: Json) => kind === 'TRANSFER')
  expect(price).toMatchObject({ amount: { amount: '975' }, payer: { name: 'Factor' }, payee: { name: 'Seller' } })
  await agent.client.must('ReportSettlement', { instructionId: price.id, outcome: 'SETTLED', reference: 'price' })
  expect((await seller.client.run('CaseThread', { id: threadId })).caseThread.status).toBe('INSPECTED')
  // The payer owes the purchaser now, and its payment settles the case.
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: agent.id })
  const net = Object.fromEntries(window.positions.map((p: Json) => [p.member.name, p.net.amount]))
  expect(net).toEqual({ Buyer: '-1000', Factor: '1000' })
  for (const { id } of window.instructions)
    await agent.client.must('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: id })
  await threadUntil(seller.client, threadId, ({ status }) => status === 'SETTLED')
  expect(
    (await factor.client.act('ReturnReceivable', { receivablePurchaseId: purchase.id, reason: 'Too late' })).code,
  ).toBe('WRONG_STATE')
})

test('a claim is given back only in the time that was stated, and its purchase is seen by its two parties alone', async () => {
  const { seller } = trade
  const { threadId } = await owedOnAccount(trade)
  const { id: obligationId } = await claimOf(threadId)
  const { purchase } = await seller.client.must('SellReceivable', {
    obligationId,
    purchaserId: factor.id,
    discountPpm: 25_000,
  })
  expect(
    await factor.client.act('ReturnReceivable', { receivablePurchaseId: purchase.id, reason: 'Not paid' }),
  ).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('30 days'),
  })
  expect(
    (await trade.buyer.client.act('ReturnReceivable', { receivablePurchaseId: purchase.id, reason: 'x' })).code,
  ).toBe('NOT_FOUND')
  const query = 'query ($id: ID!) { caseThread(id: $id) { obligations { status purchase { price { amount } } } } }'
  const seen = async (client: typeof seller.client) =>
    (await client.send(query, { id: threadId })).data.caseThread.obligations.map(({ purchase: sale }: Json) => sale)
  expect((await seen(seller.client)).filter(Boolean)).not.toEqual([])
  expect((await seen(trade.buyer.client)).filter(Boolean)).toEqual([])
})
