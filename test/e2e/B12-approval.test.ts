import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually, newParty } from '../support/parties.ts'
import {
  contractedThread,
  newTrade,
  reserve,
  threadUntil,
  today,
  untilInspectable,
  type Trade,
} from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

async function onCredit(terms: string, line: string): Promise<{ own: Trade; methodId: string }> {
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'], { input: { settlementAgentId: trade.agent.id } })
  await hub.admin.must('SetCreditLine', { memberId: buyer.id, line: { amount: line, currency: 'JPY' }, terms })
  const { paymentMethod } = await buyer.client.must('RegisterPaymentMethod', {
    kind: 'CREDIT',
    name: 'Credit',
    currency: 'JPY',
  })
  return { own: { ...trade, buyer }, methodId: paymentMethod.id }
}

test('credit by approval: the merchant is told only when an operator has approved, and then it is paid', async () => {
  const { own, methodId } = await onCredit('APPROVAL', '0')
  const { client } = own.buyer
  const amount = { amount: '1000', currency: 'JPY' }
  expect(
    (await client.run('QuoteReservation', { input: { paymentMethodId: methodId, amount } })).quoteReservation,
  ).toMatchObject({
    waitsFor: 'APPROVAL',
    availableAfter: null,
  })
  const { threadId } = await contractedThread(own)
  const { id, status } = await reserve(own, threadId, methodId)
  expect(status).toBe('AUTHORIZING')
  const toApprove = async () => (await hub.admin.run('ReservationsToApprove')).reservationsToApprove.edges
  expect((await toApprove()).map(({ node }: { node: { id: string } }) => node.id)).toContain(id)
  const { errors } = await client.send('{ reservationsToApprove(first: 1) { edges { cursor } } }')
  expect(errors?.[0]?.extensions['code']).toBe('NOT_ALLOWED')
  expect((await client.act('ApproveReservation', { reservationId: id })).code).toBe('NOT_ALLOWED')
  const { reservation } = await hub.admin.must('ApproveReservation', { reservationId: id })
  expect(reservation).toMatchObject({
    status: 'RESERVED',
    approval: { status: 'APPROVED', decidedBy: { name: 'Torihiki' } },
  })
  expect((await toApprove()).map(({ node }: { node: { id: string } }) => node.id)).not.toContain(id)
  await threadUntil(own.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await own.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await untilInspectable(own, threadId)
  await client.must('ConfirmInspection', { threadId })
  const credit = (await client.run('Accounts')).viewer.accounts.find(({ kind }: { kind: string }) => kind === 'CREDIT')
  expect(credit).toMatchObject({ balance: { amount: '-1000' }, held: { amount: '0' } })
})

test('line and approval together: the line is checked first, a rejection frees it and tells the payer alone why', async () => {
  const { own, methodId } = await onCredit('LINE_AND_APPROVAL', '1000')
  const { threadId } = await contractedThread(own)
  const { id } = await reserve(own, threadId, methodId)
  const other = await contractedThread(own)
  const beyond = await eventually(
    'the line to be checked',
    () => own.buyer.client.act('ReservePayment', { threadId: other.threadId, paymentMethodId: methodId }),
    (answer) => answer.code !== 'NOT_FOUND' && answer.faults === undefined,
  )
  expect(beyond).toMatchObject({ code: 'INSUFFICIENT_FUNDS', shortfall: { amount: '1000' } })
  await hub.admin.must('RejectReservation', { reservationId: id, reason: 'Too much this month' })
  const query = 'query ($id: ID!) { paymentReservation(id: $id) { status refusal approval { status reason } } }'
  const seen = async (client: Trade['buyer']['client']) => (await client.send(query, { id })).data.paymentReservation
  expect(await seen(own.buyer.client)).toMatchObject({
    status: 'REFUSED',
    refusal: expect.stringContaining('Too much this month'),
    approval: { status: 'REJECTED' },
  })
  const payee = await seen(own.seller.client)
  expect(payee).toMatchObject({ status: 'REFUSED', approval: null })
  expect(JSON.stringify(payee)).not.toContain('Too much')
  await reserve(own, other.threadId, methodId)
})
