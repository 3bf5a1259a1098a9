import type { Json } from './hub-client.ts'
import { eventually, newParty, type Party } from './parties.ts'
import { agreeOnContract, openCase, threadUntil, today, type Trade } from './story.ts'
import { asOwner } from './test-database.ts'
import type { TestHub } from './test-hub.ts'

/** A trade in which nothing can be frozen: a guarantor promises, and the payer pays at a counter (B10). */
export type GuaranteedTrade = Trade & {
  readonly guarantor: Party
  /** The payment institution, which pays on by itself. */
  readonly store: Party
  /** The buyer's way to pay: cash at a counter. */
  readonly methodId: string
}

/** An amount in JPY. */
export const yen = (amount: string): { amount: string; currency: string } => ({ amount, currency: 'JPY' })

/** Registers the parties; the store is both who takes the money and who pays it on. */
export async function newGuaranteedTrade(hub: Pick<TestHub, 'url' | 'admin'>): Promise<GuaranteedTrade> {
  const [store, guarantor, seller] = await Promise.all([
    newParty(hub.url, hub.admin, 'Corner Store', ['PAYMENT_INSTITUTION', 'SETTLEMENT_AGENT']),
    newParty(hub.url, hub.admin, 'Guarantor', ['GUARANTOR']),
    newParty(hub.url, hub.admin, 'Seller', ['SELLER']),
  ])
  const trade = { agent: store, store, guarantor, seller, admin: hub.admin }
  return { ...trade, ...(await newPayer(hub, trade)) }
}

/** A further buyer who pays in cash. */
export async function newPayer(
  hub: Pick<TestHub, 'url' | 'admin'>,
  { store }: Pick<GuaranteedTrade, 'store'>,
  input: object = {},
): Promise<{ buyer: Party; methodId: string }> {
  const further = { input: { settlementAgentId: store.id, ...input } }
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'], further)
  return { buyer, methodId: await counterMethod(buyer) }
}

/** Registers cash at a counter as a way to pay. Gives its id. */
export async function counterMethod({ client }: Party): Promise<string> {
  const cash = { kind: 'COUNTER', name: 'Cash', currency: 'JPY' }
  const { paymentMethod } = await eventually(
    'the payment method',
    () => client.act('RegisterPaymentMethod', cash),
    (answer) => answer.paymentMethod !== undefined,
  )
  return paymentMethod.id
}

/** Asks for a guarantee of 1,000 JPY, when all parts of the hub know the parties. */
export async function requestGuarantee(
  { buyer, seller, guarantor }: Pick<GuaranteedTrade, 'buyer' | 'seller' | 'guarantor'>,
  further: object = {},
): Promise<Json> {
  const input = { guarantorId: guarantor.id, payeeId: seller.id, amount: yen('1000'), dueOn: today(10), ...further }
  const { guarantee } = await eventually(
    'the request',
    () => buyer.client.act('RequestGuarantee', input),
    (answer) => answer.guarantee !== undefined,
  )
  return guarantee
}

/** The same, granted by its guarantor. */
export async function grantedGuarantee(
  trade: Pick<GuaranteedTrade, 'buyer' | 'seller' | 'guarantor'>,
  further: object = {},
): Promise<Json> {
  const { id } = await requestGuarantee(trade, further)
  return (await trade.guarantor.client.must('GrantGuarantee', { guaranteeId: id })).guarantee
}

/** Orders 1,000 JPY quoting a guarantee's number, agrees on the contract, and delivers. */
export async function deliveredUnder(
  trade: GuaranteedTrade,
  guaranteeNumber: string,
  conditions: object = { settlement: 'GROSS' },
): Promise<{ threadId: string; contract: Json }> {
  const { buyer, seller, methodId: paymentMethodId } = trade
  const { threadId } = await openCase(trade)
  const { order } = await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '2', unit: 'C62', unitPrice: '500' }],
    paymentMethodId,
    guaranteeNumber,
  })
  await seller.client.must('RespondToOrder', { orderId: order.id, kind: 'ACCEPTED' })
  const contract = await agreeOnContract(trade, threadId, conditions)
  await threadUntil(seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  return { threadId, contract }
}

/** The same, and all of it accepted: 1,000 JPY are to be paid under the number. */
export async function acceptedUnder(
  trade: GuaranteedTrade,
  guaranteeNumber: string,
  conditions?: object,
): Promise<{ threadId: string; contract: Json }> {
  const delivered = await deliveredUnder(trade, guaranteeNumber, conditions)
  await eventually(
    'the inspection',
    () => trade.buyer.client.act('ConfirmInspection', { threadId: delivered.threadId }),
    (answer) => answer.inspection !== undefined,
  )
  return delivered
}

/** Lets the day of payment be over. */
export async function letDayPass({ databaseUrl }: Pick<TestHub, 'databaseUrl'>, guaranteeId: string): Promise<void> {
  await asOwner(databaseUrl, (owner) =>
    owner.query(`update reservations.guarantee set due_on = current_date - 2 where id = $1`, [guaranteeId]),
  )
}
