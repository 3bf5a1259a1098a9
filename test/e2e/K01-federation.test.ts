import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { capturedThread, newTrade, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('one query shows a case with what all five subgraphs know of it', async () => {
  const { opportunity } = await trade.buyer.client.must('PublishOpportunity', {
    title: 'Coils wanted',
    description: 'Cold-rolled',
  })
  const { case: registered } = await trade.buyer.client.must('RegisterCase', {
    title: 'Coils',
    description: 'Two',
    partnerIds: [trade.seller.id],
    opportunityId: opportunity.id,
  })
  const thread = (await trade.seller.client.run('CaseThread', { id: registered.threads[0].id })).caseThread
  expect(thread).toMatchObject({
    case: { title: 'Coils', source: { name: 'Buyer' }, opportunity: { title: 'Coils wanted' } },
    partner: { name: 'Seller' },
    paymentReservation: null,
    obligations: [],
  })
  const { threadId } = await capturedThread(trade)
  const whole = await threadUntil(
    trade.seller.client,
    threadId,
    (each) => each.obligations.length === 1 && each.status === 'INSPECTED',
  )
  expect(whole).toMatchObject({
    contract: { total: { amount: '1000', currency: 'JPY' } },
    paymentReservation: { status: 'CAPTURED' },
    obligations: [{ status: 'OPEN', creditor: { name: 'Seller' } }],
  })
})

test('the schema can be asked for, and is the composed one', async () => {
  const { data } = await trade.buyer.client.send(
    '{ __schema { subscriptionType { fields { name } } mutationType { fields { name } } } }',
  )
  const names = (type: { fields: { name: string }[] }) => type.fields.map((field) => field.name)
  expect(names(data.__schema.subscriptionType)).toEqual(
    expect.arrayContaining(['caseChanged', 'reservationChanged', 'obligationChanged']),
  )
  expect(names(data.__schema.mutationType)).toEqual(
    expect.arrayContaining(['logIn', 'publishOpportunity', 'registerCase', 'reservePayment', 'closeSettlementWindow']),
  )
})

test('operations that ask for too much are refused before they are planned, with the limit', async () => {
  const { client } = trade.buyer
  const deep = `{ viewer { member ${'{ settlementAgent '.repeat(20)} { id } ${'}'.repeat(20)} } }`
  const aliases = `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: checkpoint { treeSize }`).join(' ')} }`
  const costly =
    '{ viewer { cases(view: SOURCE, first: 100) { edges { node { thread { history(first: 100) { edges { node { actor { id name kind status roles } } } } } } } } } }'
  const mutations = `mutation { ${Array.from({ length: 11 }, (_, i) => `m${i}: logOut(input: {refreshToken: "x"}) { __typename }`).join(' ')} }`
  for (const [limit, query] of Object.entries({ depth: deep, aliases, cost: costly, rootFields: mutations })) {
    const { errors } = await client.send(query)
    expect(errors?.map((error) => (error.extensions as { limit?: string }).limit)).toContain(limit)
  }
  const large = await client.send(`{ viewer { id } } # ${'x'.repeat(110_000)}`)
  expect(large.status).toBe(413)
})
