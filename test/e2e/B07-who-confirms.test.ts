import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { newParty, type Party } from '../support/parties.ts'
import {
  contractedThread,
  depositOf,
  newTrade,
  owedOnAccount,
  reserve,
  threadUntil,
  untilInspectable,
  type Trade,
} from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let carrier: Party
let stranger: Party

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  carrier = await newParty(hub.url, hub.admin, 'Carrier', ['CARRIER'])
  stranger = await newParty(hub.url, hub.admin, 'Other Carrier', ['CARRIER', 'SELLER'])
})
afterAll(() => hub?.close())

/** A thread whose payment is reserved, and can be inspected. */
async function reservedThread(further: object = {}): Promise<{ threadId: string; reservation: Json }> {
  const { threadId } = await contractedThread(trade)
  const reservation = await reserve(trade, threadId, await depositOf(trade, '1000'), further)
  await threadUntil(trade.seller.client, threadId, ({ status }) => status === 'RESERVED')
  await untilInspectable(trade, threadId)
  return { threadId, reservation }
}
const confirm = (client: HubClient, threadId: string, further: object = {}): Promise<Json> =>
  client.act('ConfirmInspection', { threadId, ...further })
const inspectionsOf = async (threadId: string): Promise<Json[]> => {
  const query = `query ($id: ID!) { caseThread(id: $id) { paymentReservation { status capturedAmount { amount } }
    inspections { confirmedAs amount { amount } confirmedBy { name } onBehalfOf { name } } } }`
  return (await trade.buyer.client.send(query, { id: threadId })).data.caseThread
}
const actFor = async (member: Party): Promise<HubClient> => {
  const { accessToken } = await hub.admin.must('ActFor', { memberId: member.id, channel: 'TELEPHONE' })
  return new HubClient(hub.url, accessToken)
}
const paidOnce = (by: object) => ({
  paymentReservation: { status: 'CAPTURED', capturedAmount: { amount: '1000' } },
  inspections: [{ amount: { amount: '1000' }, ...by }],
})

test('the recipient alone confirms while nothing else was agreed', async () => {
  const { threadId } = await reservedThread()
  expect((await confirm(trade.seller.client, threadId)).code).toBe('NOT_ALLOWED')
  expect((await confirm(carrier.client, threadId)).code).toBe('NOT_FOUND')
  expect((await confirm(await actFor(trade.seller), threadId)).code).toBe('NOT_ALLOWED')
  for (const onBehalfOfId of [trade.seller.id, carrier.id, undefined])
    expect((await confirm(hub.admin, threadId, { onBehalfOfId })).faults).toMatchObject([{ path: 'onBehalfOfId' }])
  expect((await confirm(trade.buyer.client, threadId)).inspection).toMatchObject({ confirmedBy: { name: 'Buyer' } })
  expect(await inspectionsOf(threadId)).toMatchObject(paidOnce({ confirmedAs: 'RECIPIENT', onBehalfOf: null }))
})

test('the merchant, or the provider of the service, confirms where the payer agreed to it', async () => {
  const { threadId } = await reservedThread({ inspectionBy: ['MERCHANT'] })
  expect((await confirm(carrier.client, threadId)).code).toBe('NOT_FOUND')
  const tooMuch = await confirm(trade.seller.client, threadId, { amount: { amount: '1001', currency: 'JPY' } })
  expect(tooMuch.code).toBe('AMOUNT_EXCEEDS_HOLD')
  const { inspection } = await confirm(trade.seller.client, threadId)
  expect(inspection).toMatchObject({ confirmedBy: { name: 'Seller' }, amount: { amount: '1000' } })
  expect(await inspectionsOf(threadId)).toMatchObject(
    paidOnce({ confirmedAs: 'MERCHANT', confirmedBy: { name: 'Seller' }, onBehalfOf: null }),
  )
  await threadUntil(trade.buyer.client, threadId, ({ status }) => status === 'INSPECTED')
})

test('the carrier that the reservation names confirms all that is left, and learns neither amount nor payer', async () => {
  const { threadId, reservation } = await reservedThread({
    inspectionBy: ['CARRIER'],
    carrierId: carrier.id,
    placeOfInspection: 'Dock 3',
  })
  const tasks = async ({ client }: Party): Promise<Json[]> =>
    (await client.run('InspectionsToConfirm')).viewer.inspectionsToConfirm.edges.map(({ node }: Json) => node)
  expect(await tasks(carrier)).toMatchObject([
    {
      threadId,
      transactionNumber: reservation.transactionNumber,
      payee: { id: trade.seller.id },
      placeOfInspection: 'Dock 3',
    },
  ])
  expect(await tasks(stranger)).toEqual([])
  expect((await confirm(stranger.client, threadId)).code).toBe('NOT_FOUND')
  expect((await confirm(trade.seller.client, threadId)).code).toBe('NOT_ALLOWED')
  const amount = { amount: '1', currency: 'JPY' }
  const stated = await confirm(carrier.client, threadId, { amount })
  expect([stated.faults[0].path, JSON.stringify(stated)]).toEqual(['amount', expect.not.stringContaining('1000')])
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(carrier.client, threadId)))
  const done = answers.filter(({ inspection }) => inspection)
  expect(done).toMatchObject([{ inspection: { amount: null, confirmedBy: { name: 'Carrier' } }, reservation: null }])
  expect(await inspectionsOf(threadId)).toMatchObject(
    paidOnce({ confirmedAs: 'CARRIER', confirmedBy: { name: 'Carrier' }, onBehalfOf: null }),
  )
  expect(await tasks(carrier)).toEqual([])
  expect((await carrier.client.run('CaseThread', { id: threadId })).caseThread).toBeNull()
  const events = await threadUntil(trade.seller.client, threadId, ({ status }) => status === 'INSPECTED')
  expect(events.inspections).toMatchObject([{ confirmedBy: { name: 'Carrier' } }])
})

test('the recipient confirms too where others may, and what was confirmed is not confirmed again', async () => {
  const { threadId, reservation } = await reservedThread({
    inspectionBy: ['CARRIER', 'MERCHANT'],
    carrierId: carrier.id,
  })
  const query = 'query ($id: ID!) { caseThread(id: $id) { paymentReservation { inspectionBy carrier { name } } } }'
  const { data } = await trade.seller.client.send(query, { id: threadId })
  expect(data.caseThread.paymentReservation).toEqual({
    inspectionBy: ['RECIPIENT', 'MERCHANT', 'CARRIER'],
    carrier: { name: 'Carrier' },
  })
  expect(reservation.status).toBe('RESERVED')
  const all = [trade.buyer, trade.seller, carrier].map(({ client }) => confirm(client, threadId))
  const answers = await Promise.all(all)
  expect(answers.filter(({ inspection }) => inspection)).toHaveLength(1)
  expect(answers.filter(({ code }) => code === 'WRONG_STATE')).toHaveLength(2)
  expect(await inspectionsOf(threadId)).toMatchObject(paidOnce({}))
})

test.each([
  ['MERCHANT', () => trade.seller, {}],
  ['CARRIER', () => carrier, { carrier: true }],
] as const)(
  'an operator confirms for the %s, by telephone and by name, and both are on record',
  async (as, whom, { ...more }) => {
    const agreed = { inspectionBy: [as], ...('carrier' in more ? { carrierId: carrier.id } : {}) }
    const [byToken, byName] = [await reservedThread(agreed), await reservedThread(agreed)]
    await (await actFor(whom())).must('ConfirmInspection', { threadId: byToken.threadId })
    await hub.admin.must('ConfirmInspection', { threadId: byName.threadId, onBehalfOfId: whom().id })
    for (const { threadId } of [byToken, byName])
      expect(await inspectionsOf(threadId)).toMatchObject(
        paidOnce({ confirmedAs: as, confirmedBy: { name: 'Torihiki' }, onBehalfOf: { name: whom().name } }),
      )
  },
)

test('an agreement names a carrier of the hub, and holds for its reservation alone', async () => {
  const { threadId } = await contractedThread(trade)
  const paymentMethodId = await depositOf(trade, '1000')
  const asked = (further: object): Promise<Json> =>
    trade.buyer.client.act('ReservePayment', { threadId, paymentMethodId, ...further })
  const { threadId: other } = await reservedThread()
  expect((await confirm(trade.buyer.client, other)).inspection).toBeDefined()
  expect((await asked({ inspectionBy: ['CARRIER'] })).faults).toMatchObject([{ path: 'carrierId' }])
  for (const carrierId of [trade.seller.id, trade.buyer.id, trade.agent.id, randomUUID()])
    expect((await asked({ inspectionBy: ['CARRIER'], carrierId })).faults).toMatchObject([{ path: 'carrierId' }])
  const first = await reserve(trade, threadId, paymentMethodId, { inspectionBy: ['MERCHANT'] })
  await trade.buyer.client.must('VoidReservation', { reservationId: first.id })
  expect((await confirm(trade.seller.client, threadId)).code).toBe('WRONG_STATE')
  await reserve(trade, threadId, paymentMethodId)
  expect((await confirm(trade.seller.client, threadId)).code).toBe('NOT_ALLOWED')
})

test('on account, where nothing is reserved, the recipient alone confirms', async () => {
  const { threadId } = await owedOnAccount(trade)
  expect((await confirm(trade.seller.client, threadId)).code).toBe('NOT_ALLOWED')
})
