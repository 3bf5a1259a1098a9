import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from './hub-client.ts'
import { eventually, newParty, signIn, type Party } from './parties.ts'
import { newTrade, today, type Trade } from './story.ts'
import type { TestHub } from './test-hub.ts'

/** A merchant's shop with its terms, its customer, and the agent that settles. */
export type Shop = Trade & { readonly shopId: string; readonly slug: string }

/** Amounts in yen. */
export const yen = (amount: string): { amount: string; currency: string } => ({ amount, currency: 'JPY' })

/** Opens a shop. `terms` are what its merchant states besides: who settles for customers without an agent. */
export async function openShop(hub: Pick<TestHub, 'url' | 'admin'>, terms: object = {}): Promise<Shop> {
  const trade = await newTrade(hub)
  return { ...trade, ...(await shopOf(trade.seller, { settlementAgentId: trade.agent.id, ...terms })) }
}

/** A further shop of a merchant. */
export async function shopOf(merchant: Party, terms: object = {}): Promise<{ shopId: string; slug: string }> {
  const slug = `shop-${randomUUID().slice(0, 8)}`
  const stated = { slug, name: 'Aoki Tea', description: 'Tea of Uji', languages: ['ja', 'en'] }
  const { shop } = await merchant.client.must('PublishShop', stated)
  await merchant.client.must('SetShopTerms', { shopId: shop.id, version: 0, ...terms })
  return { shopId: shop.id, slug }
}

/** Publishes an item of 1,200 yen, ten of it unless said otherwise. */
export async function publishItem({ seller, shopId }: Shop, itemNumber: string, further: object = {}): Promise<Json> {
  const goods = { name: 'Matcha', description: 'Green tea', kind: 'GOODS', unit: 'C62', price: yen('1200'), stock: 10 }
  return (await seller.client.must('PublishItem', { shopId, itemNumber, ...goods, ...further })).item
}

/** A further customer. */
export function newCustomer(hub: Pick<TestHub, 'url' | 'admin'>, { agent }: Pick<Shop, 'agent'>): Promise<Party> {
  return newParty(hub.url, hub.admin, 'Customer', ['BUYER'], { input: { settlementAgentId: agent.id } })
}

/** Puts so many of each item into the customer's cart and has it quoted. */
export async function quoteOf(
  { shopId }: Pick<Shop, 'shopId'>,
  client: HubClient,
  wanted: Readonly<Record<string, number>>,
): Promise<Json> {
  for (const [itemId, quantity] of Object.entries(wanted)) await client.must('SetCartLine', { itemId, quantity })
  return (await client.must('QuoteOrder', { shopId })).quote
}

/** How many of an item can be had. */
export const availableOf = async (client: HubClient, itemId: string): Promise<number> =>
  (await client.run('Item', { id: itemId })).item.available

/** Reads an order by its code until a condition holds of its life at the shop. */
export async function orderUntil(
  client: HubClient,
  orderCode: string,
  condition: (order: Json) => boolean,
): Promise<Json> {
  return eventually(
    `order ${orderCode}`,
    async () => (await client.run('ShopOrder', { orderCode })).order,
    (order) => order !== null && condition(order),
  )
}

/** Whether the order stands so. */
export const stands =
  (status: string) =>
  ({ shopOrder }: Json): boolean =>
    shopOrder.status === status

/** A card of the customer's at the card company `acme`; its token says what the company answers. */
export async function cardOf(client: HubClient, token: string): Promise<string> {
  const card = { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' }
  return (await client.must('RegisterPaymentMethod', { kind: 'CARD', name: 'Card', currency: 'JPY', card }))
    .paymentMethod.id
}

/** Registers a guest, signed in, that every part of the hub knows. */
export async function newGuest(url: string, mail: string, name = 'Guest'): Promise<Party> {
  const password = 'a password for once'
  const { member, loginName } = await new HubClient(url).must('RegisterGuest', { name, mail, password })
  const client = await signIn(url, loginName, password)
  await Promise.all(
    [
      () => client.act('RegisterCase', { title: 'Known?', description: '-', partnerIds: [randomUUID()] }),
      () => client.act('QuoteOrder', { shopId: randomUUID() }),
      () =>
        client.act('RequestGuarantee', {
          guarantorId: randomUUID(),
          payeeId: randomUUID(),
          amount: yen('1'),
          dueOn: today(),
        }),
    ].map((ask) => eventually('the guest to be known', ask, ({ code }) => code !== 'MEMBER_NOT_ACTIVE')),
  )
  return { id: member.id, name: 'Guest', loginName, client }
}
