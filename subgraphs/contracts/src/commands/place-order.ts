import { signedQuote, type SignedQuote } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers, type KnownMember } from '@torihiki/shared/identity/known-members.ts'
import { useLevel } from '@torihiki/shared/identity/level.ts'
import { hasScope } from '@torihiki/shared/identity/scopes.ts'
import { minorText, moneyOf, type Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { deliveryName } from '../domain/shop-contract.ts'
import { paymentEnds } from '../domain/shop-order.ts'
import type { ContractsServices } from '../services.ts'
import { sealWords } from '../store/personal.ts'
import { customerOf, insertShopOrder, useQuote } from '../store/shop-orders.ts'
import { appendFacts, type Thread } from '../store/threads.ts'
import { settlementAgent } from './conclude-contract.ts'
import { concludeAtOnce } from './conclude-sale.ts'
import { guestRefusal } from './guest-limits.ts'
import { priceLines } from './order-lines.ts'
import { insertCase } from './register-case.ts'
import { toldOf } from './shop-order-life.ts'
import { announce, guaranteeOf, insertOrder } from './send-order.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  quote: z.string().min(1, 'It must not be empty'),
  paymentMethodId: form.optional(form.id),
  guaranteeNumber: form.optional(form.text(80)),
  deliverTo: form.optional(form.text(200)),
  note: form.optional(form.text(2_000)),
  // What the answer is worded in; nothing else depends on it.
  language: form.optional(z.string()),
})
type Input = z.infer<typeof inputForm>

/**
 * Takes a customer's order by a shop's quote (C1) and answers with its code at once (C2): payment is asked for by an event. One transaction makes the case with the shop, the order with the
 * quote's lines, and uses the quote up. Refuses INVALID_INPUT for a quote that the hub did not sign, NOT_FOUND for another's, WRONG_STATE for one that is over or used, or
 * a shop that does not take part any more, NOT_ALLOWED, GUEST_LIMIT (C4), LEVEL_… of either side (A7), SETTLEMENT_AGENT_MISSING, MEMBER_NOT_ACTIVE.
 */
export async function placeOrder(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ orderId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  if (input.paymentMethodId !== null && !hasScope(actor, 'PAY'))
    return refuse('NOT_ALLOWED', 'The API key has not the scope PAY, which an order with a payment method needs.')
  const guaranteed = guaranteeOf(input)
  if (isRefusal(guaranteed)) return guaranteed
  const quote = await quoteFrom(services, input.quote)
  if (!quote)
    return refuseInput([{ path: 'quote', message: 'It is not a quote as quoteOrder signed it. Give `signed` of one.' }])
  if (quote.buyerId !== actor.memberId) return refuse('NOT_FOUND', 'This is not a quote of yours.')
  const onAccount = input.paymentMethodId === null
  if (onAccount && !quote.terms.onAccount)
    return refuseInput([{ path: 'paymentMethodId', message: 'Name one: the shop does not sell to you on account.' }])
  const request = { actor, operation: 'placeOrder', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const now = services.now()
    const sides = await sidesOf(tx, quote)
    if (isRefusal(sides)) return sides
    if (new Date(quote.expiresAt) <= now) return over('CLOSED')
    const known = await customerOf((text, p) => tx.sql(text, p), quote.buyerId)
    // Who was told of before that was said of guests is known by its level.
    const guest = known.guest || sides.buyer.level?.code === guestLevelCode
    const unwelcome = guest ? await guestRefusal(tx, quote, now) : null
    if (unwelcome) return unwelcome
    const total = moneyOf(quote.totalMinor, quote.currency)
    const agentId = await settlementAgent(tx, quote.buyerId, quote.terms)
    if (isRefusal(agentId)) return agentId
    const tooMuch = await useLevels(tx, sides, total, now)
    if (tooMuch) return tooMuch
    const methodKinds = guest ? (quote.terms.guests?.methodKinds ?? null) : null
    const made = await insertAll(tx, services, {
      input: { ...input, ...guaranteed },
      quote,
      actor,
      total,
      methodKinds,
      now,
    })
    const used = await useQuote(tx, quote, made.orderId, now)
    if (used) return over(used)
    const order = {
      order_id: made.orderId,
      thread_id: made.thread.id,
      order_code: made.orderCode,
      quote_id: quote.quoteId,
      shop_id: quote.shopId,
      buyer_id: quote.buyerId,
      seller_id: quote.sellerId,
      settlement_agent_id: agentId,
      quote,
      on_account: onAccount,
      by_guest: guest,
      placed_at: now.toISOString(),
    }
    await insertShopOrder(tx, order)
    await tx.publish('ShopOrderPlaced', toldOf(order))
    if (onAccount) {
      const concluded = await concludeAtOnce(tx, services, made.thread, order, now)
      if (concluded) return concluded
    }
    return { orderId: made.orderId }
  })
}

async function quoteFrom(services: ContractsServices, signed: string): Promise<SignedQuote | null> {
  const text = await services.readQuote(signed)
  // One of an earlier form is over long since.
  return text === null ? null : (signedQuote.safeParse(JSON.parse(text)).data ?? null)
}

/** What is said of a quote that no order can use. */
function over(how: 'USED' | 'CLOSED'): Refusal {
  return how === 'USED'
    ? refuse(
        'WRONG_STATE',
        'An order was placed with this quote, or with another of the same cart. Quote the cart again to order more.',
        { state: 'USED' },
      )
    : refuse('WRONG_STATE', 'The quote is over. Quote the cart again.', { state: 'CLOSED' })
}

type Sides = { readonly buyer: KnownMember; readonly seller: KnownMember }

async function sidesOf(tx: Tx, { buyerId, sellerId }: SignedQuote): Promise<Sides | Refusal> {
  const buyer = await activeMember(tx, buyerId)
  if (isRefusal(buyer)) return buyer
  const seller = (await knownMembers(tx, [sellerId])).get(sellerId)
  if (seller?.status === 'ACTIVE' && seller.roles.includes('SELLER')) return { buyer, seller }
  return refuse('WRONG_STATE', 'The shop does not take part any more.', { state: 'SHOP_GONE' })
}

/**
 * What the order and its conclusion use of both sides' levels (A7), at once: it is concluded by the hub later, when nobody is there to be refused. What is not concluded gives
 * the conclusion's part back.
 */
async function useLevels(tx: Tx, { buyer, seller }: Sides, total: Money, now: Date): Promise<Refusal | null> {
  const uses = [
    [buyer, 'REGISTER_CASE', null, seller],
    [buyer, 'SEND_ORDER', total, seller],
    [buyer, 'SUBMIT_CONTRACT', total, seller],
  ] as const
  for (const [member, operation, amount, counterpart] of uses) {
    const refusal = await useLevel(tx, member, { operation, amount, counterpartIds: [counterpart.memberId] }, now)
    if (refusal) return refusal
  }
  const use = { operation: 'SUBMIT_CONTRACT', amount: total, counterpartIds: [buyer.memberId] } as const
  const tooMuch = await useLevel(tx, seller, use, now)
  return (
    tooMuch &&
    refuse('NOT_ALLOWED', 'The shop may not sell for this amount at present. Try another day, or order less.')
  )
}

type ToInsert = {
  input: Input
  quote: SignedQuote
  actor: Actor
  total: Money
  /** By which it may be paid (C4); null: by all. */
  methodKinds: string[] | null
  now: Date
}

async function insertAll(
  tx: Tx,
  services: ContractsServices,
  { input, quote, actor, total, methodKinds, now }: ToInsert,
): Promise<{ thread: Thread; orderId: string; orderCode: string }> {
  const description = quote.lines.map(({ quantity, name }) => `${quantity} × ${name}`).join('\n')
  const toRegister = {
    title: quote.shopName,
    description: description.slice(0, longestDescription),
    partnerIds: [quote.sellerId],
    opportunityId: null,
    budget: null,
    expiresAt: paymentEnds('ASKED', now),
  }
  const [thread] = (await insertCase(tx, toRegister, actor, now, methodKinds)).threads
  if (!thread) throw new Error('A case was made without its thread.')
  const priced = priceLines(linesOf(quote), quote.currency)
  if (isRefusal(priced) || priced.total.minor !== total.minor)
    throw new Error(`The lines of quote ${quote.quoteId} do not come to its total.`)
  const words = await sealWords(tx, services.personalKeys, thread, {
    note: input.note,
    terms: {
      deliveryTerms: null,
      deliveryPlace: input.deliverTo,
      paymentDays: null,
      governingTermsSha256: null,
      other: null,
    },
  })
  const { paymentMethodId, guaranteeNumber } = input
  const toSend = {
    threadId: thread.id,
    currency: quote.currency,
    deliverFrom: null,
    deliverBy: null,
    paymentMethodId,
    guaranteeNumber,
  }
  const { orderId, orderCode } = await insertOrder(tx, { ...toSend, ...words }, priced, null, now)
  const ordered = await appendFacts(tx, thread, [
    {
      fact: { kind: 'ORDER_SENT', subject: orderId },
      factId: `order ${orderId}`,
      actorId: actor.memberId,
      operator: actor.operator ?? null,
      bySide: 'SOURCE',
      at: now,
    },
  ])
  const payment = { paymentMethodId, guaranteeNumber, methodKinds }
  await announce(tx, { thread }, { orderId, total, earlier: null, ...payment })
  return { thread: ordered, orderId, orderCode }
}

/** The level of those who take part once (B2). */
const guestLevelCode = 'GUEST'
/** The longest description that a case takes, in characters. */
const longestDescription = 10_000

/** The quote's lines as an order has them, with the charge for delivery as the last. */
function linesOf({ lines, currency, deliveryMinor }: SignedQuote) {
  const bare = { deliverFrom: null, deliverBy: null }
  const ordered = lines.map((line) => ({
    description: line.name,
    quantity: String(line.quantity),
    unit: line.unit,
    unitPrice: minorText(BigInt(line.unitPriceMinor), currency),
    sellerItemId: line.itemNumber,
    gtin: line.gtin,
    ...bare,
  }))
  if (deliveryMinor === '0') return ordered
  const unitPrice = minorText(BigInt(deliveryMinor), currency)
  const delivery = { description: deliveryName, quantity: '1', unit: 'C62', unitPrice, sellerItemId: null, gtin: null }
  return [...ordered, { ...delivery, ...bare }]
}
