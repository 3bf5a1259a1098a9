import { randomUUID } from 'node:crypto'
import type { HubClient, Json } from './hub-client.ts'
import { jsonContract } from './documents.ts'
import { eventually, newParty, type Party } from './parties.ts'
import type { TestHub } from './test-hub.ts'

/** A buyer, a seller and the agent that settles between them. */
export type Trade = { readonly buyer: Party; readonly seller: Party; readonly agent: Party; readonly admin: HubClient }

/** Registers the three parties of a trade, known to all parts of the hub. */
export async function newTrade(hub: Pick<TestHub, 'url' | 'admin'>): Promise<Trade> {
  const agent = await newParty(hub.url, hub.admin, 'Settling Bank', ['SETTLEMENT_AGENT'])
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'], { input: { settlementAgentId: agent.id } })
  const seller = await newParty(hub.url, hub.admin, 'Seller', ['SELLER'])
  return { buyer, seller, agent, admin: hub.admin }
}

/** Registers a case with one partner and gives its thread's id. */
export async function openCase(
  { buyer, seller }: Trade,
  title = 'Two coils',
): Promise<{ caseId: string; caseCode: string; threadId: string }> {
  const { case: registered } = await buyer.client.must('RegisterCase', {
    title,
    description: 'Cold-rolled, by spring.',
    partnerIds: [seller.id],
  })
  return { caseId: registered.id, caseCode: registered.caseCode, threadId: registered.threads[0].id }
}

/** Sends an order of 2 × 500 JPY and has it accepted. */
export async function orderAndAccept({ buyer, seller }: Trade, threadId: string, order: object = {}): Promise<Json> {
  const { order: sent } = await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unit: 'C62', unitPrice: '500' }],
    ...order,
  })
  await seller.client.must('RespondToOrder', { orderId: sent.id, kind: 'ACCEPTED' })
  return sent
}

/** Submits the same document from both sides: the contract is notarized. Gives the contract. */
export async function agreeOnContract(
  { buyer, seller }: Trade,
  threadId: string,
  conditions: object = {},
  document = jsonContract(),
): Promise<Json> {
  await buyer.client.must('SubmitContract', { threadId, mediaType: 'JSON', document, conditions })
  const { contract } = await seller.client.must('SubmitContract', { threadId, mediaType: 'JSON', document })
  if (!contract) throw new Error('The documents agree, and yet there is no contract.')
  return contract
}

/** A thread with a notarized contract of 1,000 JPY. */
export async function contractedThread(
  trade: Trade,
  conditions: object = {},
  document = jsonContract(),
  order: object = {},
): Promise<{ threadId: string; caseId: string; contract: Json }> {
  const { threadId, caseId } = await openCase(trade)
  await orderAndAccept(trade, threadId, order)
  return { threadId, caseId, contract: await agreeOnContract(trade, threadId, conditions, document) }
}

/** Pays in for the buyer and registers the deposit as a payment method. Gives the method's id. */
export async function depositOf({ buyer, admin }: Trade, amount: string, currency = 'JPY'): Promise<string> {
  await admin.must('DepositFunds', {
    memberId: buyer.id,
    amount: { amount, currency },
    reference: `transfer ${randomUUID()}`,
  })
  const { paymentMethod } = await buyer.client.must('RegisterPaymentMethod', {
    kind: 'DEPOSIT',
    name: 'Deposit',
    currency,
  })
  return paymentMethod.id
}

/** Reserves, when the reservation's part of the hub has heard of the contract. */
export async function reserve(
  { buyer }: Trade,
  threadId: string,
  paymentMethodId: string,
  further: object = {},
): Promise<Json> {
  const { reservation } = await eventually(
    'the payment to be reserved',
    () => buyer.client.act('ReservePayment', { threadId, paymentMethodId, ...further }),
    (answer) => answer.reservation !== undefined,
  )
  return reservation
}

/** A contract, reserved from a deposit, delivered and inspected: 1,000 JPY are captured and owed to the seller. */
export async function capturedThread(
  trade: Trade,
  conditions: object = {},
): Promise<{ threadId: string; contract: Json }> {
  return capturedFrom(trade, await depositOf(trade, '5000'), {}, conditions)
}

/** The same from a payment method that the buyer has. `further` is what the reservation says besides. */
export async function capturedFrom(
  trade: Trade,
  methodId: string,
  further: object = {},
  conditions: object = {},
): Promise<{ threadId: string; contract: Json; reservationId: string }> {
  const { threadId, contract } = await contractedThread(trade, conditions)
  const { id: reservationId } = await reserve(trade, threadId, methodId, further)
  await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await trade.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await confirmInspection(trade, threadId)
  return { threadId, contract, reservationId }
}

/** Until the book has heard of a reserved thread's contract: then too large an amount is refused for its size. */
export async function untilInspectable({ buyer }: Pick<Trade, 'buyer'>, threadId: string): Promise<void> {
  await eventually(
    'the contract to be known to the book',
    () => buyer.client.act('ConfirmInspection', { threadId, amount: { amount: '999999', currency: 'JPY' } }),
    (answer) => answer.code === 'AMOUNT_EXCEEDS_HOLD',
  )
}

/** Confirms the inspection, when the book has heard of the contract. */
export async function confirmInspection({ buyer }: Pick<Trade, 'buyer'>, threadId: string): Promise<Json> {
  return eventually(
    'the inspection',
    () => buyer.client.act('ConfirmInspection', { threadId }),
    (answer) => answer.inspection !== undefined,
  )
}

/** A contract on account, delivered and inspected: the buyer owes the seller 1,000 JPY. */
export async function owedOnAccount(
  trade: Trade,
  conditions: object = {},
  document = jsonContract(),
  order: object = {},
): Promise<{ threadId: string; contract: Json }> {
  const { threadId, contract } = await contractedThread(
    trade,
    { payment: 'ON_ACCOUNT', ...conditions },
    document,
    order,
  )
  await trade.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await confirmInspection(trade, threadId)
  return { threadId, contract }
}

/** Reads a thread until a condition holds. */
export async function threadUntil(
  client: HubClient,
  threadId: string,
  condition: (thread: Json) => boolean,
): Promise<Json> {
  return eventually('the thread', async () => (await client.run('CaseThread', { id: threadId })).caseThread, condition)
}

/** Today in UTC. */
export function today(offsetDays = 0): string {
  return new Date(Date.now() + offsetDays * 86_400_000).toISOString().slice(0, 10)
}
