import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractedThread, depositOf, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { eventually, newParty } from '../support/parties.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const accountOf = async (client: Trade['buyer']['client'], kind = 'DEPOSIT') =>
  (await client.run('Accounts')).viewer.accounts.find((account: { kind: string }) => account.kind === kind)

/** Until the contract's amount has reached the book: an amount above everything is refused for its funds, not for its thread. */
async function untilContractKnown({ buyer }: Trade, threadId: string): Promise<void> {
  const { id } = (await buyer.client.run('Accounts')).viewer.paymentMethods[0]
  await eventually(
    'the thread to be known',
    () =>
      buyer.client.act('ReservePayment', {
        threadId,
        paymentMethodId: id,
        plannedAmount: { amount: '99999', currency: 'JPY' },
      }),
    (answer) => answer.code === 'INSUFFICIENT_FUNDS',
  )
}

test('the planned amount is frozen: available goes down, the balance stays', async () => {
  const { threadId } = await contractedThread(trade)
  await reserve(trade, threadId, await depositOf(trade, '1500'))
  expect(await accountOf(trade.buyer.client)).toMatchObject({
    available: { amount: '500' },
    held: { amount: '1000' },
    balance: { amount: '1500' },
  })
})

test('too much is refused without effect, with the shortfall, and goes through when more came in', async () => {
  const { threadId } = await contractedThread(trade)
  const buyer = await newParty(hub.url, hub.admin, 'Poor', ['BUYER'], { input: { settlementAgentId: trade.agent.id } })
  const poor = { ...trade, buyer }
  const own = await contractedThread(poor)
  const method = await depositOf(poor, '999')
  await untilContractKnown(poor, own.threadId)
  const input = { idempotencyKey: 'again', threadId: own.threadId, paymentMethodId: method }
  const refused = await buyer.client.act('ReservePayment', input)
  expect(refused).toMatchObject({
    code: 'INSUFFICIENT_FUNDS',
    requested: { amount: '1000' },
    available: { amount: '999' },
    shortfall: { amount: '1' },
  })
  expect(await accountOf(buyer.client)).toMatchObject({ available: { amount: '999' }, held: { amount: '0' } })
  await hub.admin.must('DepositFunds', {
    memberId: buyer.id,
    amount: { amount: '1', currency: 'JPY' },
    reference: 'one more',
  })
  expect((await buyer.client.act('ReservePayment', input)).reservation.status).toBe('RESERVED')
  expect((await buyer.client.act('ReservePayment', { threadId, paymentMethodId: method })).code).toBe('NOT_FOUND')
})

test('within a credit line the like holds', async () => {
  const buyer = await newParty(hub.url, hub.admin, 'Creditworthy', ['BUYER'], {
    input: { settlementAgentId: trade.agent.id },
  })
  const onCredit = { ...trade, buyer }
  await hub.admin.must('SetCreditLine', { memberId: buyer.id, line: { amount: '1200', currency: 'JPY' } })
  const { paymentMethod } = await buyer.client.must('RegisterPaymentMethod', {
    kind: 'CREDIT',
    name: 'Line',
    currency: 'JPY',
  })
  const first = await contractedThread(onCredit)
  await reserve(onCredit, first.threadId, paymentMethod.id)
  const second = await contractedThread(onCredit)
  await untilContractKnown(onCredit, second.threadId)
  const refused = await buyer.client.act('ReservePayment', {
    threadId: second.threadId,
    paymentMethodId: paymentMethod.id,
    plannedAmount: { amount: '201', currency: 'JPY' },
  })
  expect(refused).toMatchObject({ code: 'INSUFFICIENT_FUNDS', shortfall: { amount: '1' } })
  expect(await accountOf(buyer.client, 'CREDIT')).toMatchObject({
    available: { amount: '200' },
    held: { amount: '1000' },
  })
})

test('many reservations at once on one account never exceed it, and all that fit succeed', async () => {
  const buyer = await newParty(hub.url, hub.admin, 'Busy', ['BUYER'], { input: { settlementAgentId: trade.agent.id } })
  const busy = { ...trade, buyer }
  const threads = []
  for (let i = 0; i < 6; i++) threads.push(await contractedThread(busy))
  const method = await depositOf(busy, '4000')
  const quote = `query ($input: QuoteReservationInput!) { quoteReservation(input: $input) { __typename ... on ReservationQuote { availableAfter { amount } } ... on InsufficientFunds { shortfall { amount } } } }`
  const quoted = await buyer.client.send(quote, {
    input: { paymentMethodId: method, amount: { amount: '4001', currency: 'JPY' } },
  })
  expect(quoted.data.quoteReservation).toMatchObject({ __typename: 'InsufficientFunds', shortfall: { amount: '1' } })
  await Promise.all(threads.map(({ threadId }) => untilContractKnown(busy, threadId)))
  const answers = await Promise.all(
    threads.map(({ threadId }) => buyer.client.act('ReservePayment', { threadId, paymentMethodId: method })),
  )
  expect(answers.filter((answer) => answer.reservation?.status === 'RESERVED')).toHaveLength(4)
  expect(answers.flatMap((answer) => answer.code ?? [])).toEqual(['INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS'])
  expect(await accountOf(buyer.client)).toMatchObject({ available: { amount: '0' }, held: { amount: '4000' } })
})
