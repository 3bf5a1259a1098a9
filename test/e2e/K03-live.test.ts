import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { capturedThread, newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('both ends get every change of a case in order, each event complete with fields of all subgraphs', async () => {
  const feeds = [
    trade.buyer.client.subscribe('CaseChanged', { view: 'SOURCE' }),
    trade.seller.client.subscribe('CaseChanged', { view: 'PARTNER' }),
  ]
  await Promise.all(feeds.map((feed) => feed.until('the start', (event) => event.kind === 'FEED_STARTED')))
  const { threadId } = await capturedThread(trade)
  for (const feed of feeds) {
    const last = await feed.until(
      'the obligation',
      (event) => event.event === 'OBLIGATION_ARISEN' && event.thread.obligations.length > 0,
    )
    expect(last.thread).toMatchObject({
      id: threadId,
      case: { source: { name: 'Buyer' } },
      partner: { name: 'Seller' },
      contract: { contractCode: expect.stringMatching(/^CTR-/) },
      paymentReservation: { status: 'CAPTURED' },
      obligations: [{ amount: { amount: '1000', currency: 'JPY' } }],
    })
    const versions = feed.events.flatMap((event) => event.version ?? [])
    expect(versions).toEqual(versions.map((_, i) => i + 1))
    feed.stop()
  }
})

test('a feed resumed after a cursor brings what was missed, once, in order, and goes on live', async () => {
  const { client } = trade.seller
  const before = client.subscribe('CaseChanged', { view: 'PARTNER' })
  await before.until('the start', (event) => event.kind === 'FEED_STARTED')
  await openCase(trade, 'Seen')
  const seen = await before.until('the case', (event) => event.thread?.case.title === 'Seen')
  before.stop()
  await client.close()
  for (const title of ['Missed 1', 'Missed 2', 'Missed 3']) await openCase(trade, title)
  const after = client.subscribe('CaseChanged', { view: 'PARTNER', after: seen.cursor })
  await after.until('the missed', (event) => event.thread?.case.title === 'Missed 3')
  await openCase(trade, 'Live')
  await after.until('the live one', (event) => event.thread?.case.title === 'Live')
  expect(after.events.map((event) => event.thread?.case.title ?? event.kind)).toEqual([
    'FEED_STARTED',
    'Missed 1',
    'Missed 2',
    'Missed 3',
    'Live',
  ])
  after.stop()
})

test("a cursor of another's feed is refused, and nobody hears of others' cases", async () => {
  const theirs = trade.seller.client.subscribe('CaseChanged', { view: 'PARTNER' })
  const { cursor } = await theirs.until('the start', (event) => event.kind === 'FEED_STARTED')
  const mine = trade.buyer.client.subscribe('CaseChanged', { view: 'SOURCE', after: cursor })
  await expect(mine.until('a refusal', () => false)).rejects.toThrow(/BAD_CURSOR/)
  const agents = trade.agent.client.subscribe('CaseChanged', { view: 'PARTNER' })
  await agents.until('the start', (event) => event.kind === 'FEED_STARTED')
  await openCase(trade, 'Private')
  await theirs.until('the case', (event) => event.thread?.case.title === 'Private')
  expect(agents.events).toHaveLength(1)
  for (const feed of [theirs, mine, agents]) feed.stop()
})

test('what is wrong with an operation on a socket is an error of that operation, and the socket lives on', async () => {
  const { client } = trade.buyer
  const good = client.subscribe('CaseChanged', { view: 'SOURCE' })
  await good.until('the start', (event) => event.kind === 'FEED_STARTED')
  const unknown = client.subscribe('subscription { nothingOfTheKind { id } }')
  await expect(unknown.until('an error', () => false)).rejects.toThrow(/GRAPHQL_VALIDATION_FAILED/)
  const throwing = client.subscribe(
    'subscription ($x: Boolean!) { caseChanged(view: SOURCE) @include(if: $x) { kind } }',
    { x: true },
  )
  await expect(throwing.until('an error', () => false)).rejects.toThrow(/GRAPHQL_VALIDATION_FAILED/)
  await openCase(trade, 'Still alive')
  await good.until('the case', (event) => event.thread?.case.title === 'Still alive')
  good.stop()
})

test('a subscription over plain HTTP is told where the socket is', async () => {
  const answer = await trade.buyer.client.send('subscription { caseChanged(view: SOURCE) { kind } }')
  expect(answer.status).toBe(405)
  expect(answer.errors?.[0]?.extensions.code).toBe('SUBSCRIPTION_NEEDS_SOCKET')
})
