import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let small: Party

beforeAll(async () => {
  hub = await startTestHub()
  const standard = await newTrade(hub)
  small = await newParty(hub.url, hub.admin, 'Small', ['BUYER'], {
    level: 'TRIAL',
    input: { settlementAgentId: standard.agent.id },
  })
  trade = { ...standard, buyer: small }
})
afterAll(() => hub.close())

const order = async (threadId: string, unitPrice: string, currency = 'JPY') =>
  small.client.act('SendOrder', { threadId, currency, lines: [{ description: 'Coil', quantity: '1', unitPrice }] })

test('what exceeds the limit per transaction is refused before anything happens, with rule, limit, used and left', async () => {
  const { threadId } = await openCase(trade)
  const refused = await order(threadId, '100001')
  expect(refused).toMatchObject({
    __typename: 'LevelExceeded',
    code: 'LEVEL_AMOUNT_PER_TRANSACTION',
    rule: 'AMOUNT_PER_TRANSACTION',
    limit: { amount: '100000', currency: 'JPY' },
    left: { amount: '100000' },
  })
  expect((await small.client.run('CaseThread', { id: threadId })).caseThread).toMatchObject({
    status: 'REGISTERED',
    orders: [],
  })
})

test('a currency that the level does not have is refused', async () => {
  const { threadId } = await openCase(trade)
  expect(await order(threadId, '1', 'CHF')).toMatchObject({ code: 'LEVEL_CURRENCY', rule: 'CURRENCY' })
})

test('of requests that fit alone but not together, exactly as many pass as fit into the day', async () => {
  const threads = await Promise.all([1, 2, 3, 4].map(() => openCase(trade)))
  const answers = await Promise.all(threads.map(({ threadId }) => order(threadId, '90000')))
  expect(answers.filter((answer) => answer.order)).toHaveLength(2)
  const refused = answers.filter((answer) => answer.code)
  expect(refused.map((answer) => answer.code)).toEqual(['LEVEL_AMOUNT_PER_DAY', 'LEVEL_AMOUNT_PER_DAY'])
  expect(refused[0]).toMatchObject({ used: { amount: '180000' }, left: { amount: '20000' } })
})

test('a level without an operation refuses it, as soon as the change of level is known', async () => {
  await hub.admin.must('AssignAuthenticationLevel', { memberId: small.id, authenticationLevel: 'READ_ONLY' })
  const refused = await eventually(
    'the level to be known',
    () => small.client.act('RegisterCase', { title: 'x', description: 'x', partnerIds: [trade.seller.id] }),
    (answer) => answer.code !== undefined,
  )
  expect(refused).toMatchObject({ code: 'LEVEL_OPERATION', rule: 'OPERATION' })
})
