import { signedQuote, type EventPayload, type PublishedEvent, type SignedQuote } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { setCartLine } from '../commands/carts.ts'
import { publishItem } from '../commands/items.ts'
import { quoteOrder } from '../commands/quote-order.ts'
import { setShopTerms } from '../commands/shop-terms.ts'
import { publishShop } from '../commands/shops.ts'
import { takeEvent } from '../index.ts'
import type { ListingsRoom } from './listings-room.ts'

/** What a test of shops does in a room, as merchants and customers would. */
export type Shopping = {
  readonly shopId: string
  readonly merchant: Actor
  customer(): Promise<Actor>
  item(itemNumber: string, stock: number | null, further?: object): Promise<string>
  put(by: Actor, itemId: string, quantity: number): Promise<void>
  quote(by: Actor): Promise<{ quoteId: string } | Refusal>
  /** The same, and throws when it was refused. */
  mustQuote(by: Actor): Promise<SignedQuote>
  claims(quoteId: string): Promise<SignedQuote>
  /** Has an event of `contracts` taken. */
  hear<T extends 'QuoteClosed' | 'ShopOrderPlaced' | 'ShopOrderEnded'>(type: T, payload: EventPayload<T>): Promise<void>
  placed(claims: SignedQuote): EventPayload<'ShopOrderPlaced'>
  /** How many can be had, of items in this order. */
  left(...itemIds: string[]): Promise<number[]>
}

/** A shop with terms in a room. */
export async function openShop(room: ListingsRoom, terms: object = {}): Promise<Shopping> {
  const actorOf = (memberId: string): Actor => ({ memberId, roles: [], sessionId: newId() })
  const hear = async (type: PublishedEvent['type'], payload: object): Promise<void> =>
    takeEvent(room.services, {
      id: newId(),
      type,
      origin: 'contracts',
      at: room.now().toISOString(),
      payload,
    } as PublishedEvent)
  const must = async <A extends object>(answer: Promise<A | Refusal>): Promise<A> => {
    const given = await answer
    if (isRefusal(given)) throw new Error(`Refused: ${JSON.stringify(given)}`)
    return given as A
  }
  const member = async (roles: string[]): Promise<Actor> => {
    const memberId = newId()
    const more = { version: 1, status: 'ACTIVE', level: null, settlementAgentId: null, groupName: null }
    await hear('MemberRecorded', { memberId, roles, ...more })
    return actorOf(memberId)
  }
  const keyed = (input: object): object => ({ idempotencyKey: newId(), ...input })
  const merchant = await member(['SELLER'])
  const stated = { slug: `shop-${newId().slice(-12)}`, name: 'Shop', description: 'Goods', languages: ['en'] }
  const { shopId } = await must(publishShop(room.services, merchant, keyed(stated)))
  await must(setShopTerms(room.services, merchant, keyed({ shopId, version: 0, ...terms })))
  const shopping: Shopping = {
    shopId,
    merchant,
    customer: () => member(['BUYER']),
    async item(itemNumber, stock, further = {}) {
      const goods = { name: itemNumber, description: 'Goods', kind: 'GOODS', unit: 'C62', price: yen('100') }
      return (
        await must(publishItem(room.services, merchant, keyed({ shopId, itemNumber, stock, ...goods, ...further })))
      ).itemId
    },
    async put(by, itemId, quantity) {
      room.pass(1)
      await must(setCartLine(room.services, by, keyed({ itemId, quantity })))
    },
    quote(by) {
      room.pass(1)
      return quoteOrder(room.services, by, keyed({ shopId }))
    },
    mustQuote: async (by) => shopping.claims((await must(shopping.quote(by))).quoteId),
    async claims(quoteId) {
      const [row] = await room.services.store.query<{ claims: unknown }>('select claims from quote where id = $1', [
        quoteId,
      ])
      return signedQuote.parse(row?.claims)
    },
    hear,
    placed: ({ quoteId, seriesId, buyerId, sellerId, totalMinor, currency }) => ({
      orderId: newId(),
      orderCode: `ORD-${quoteId.slice(-12)}`,
      threadId: newId(),
      quoteId,
      seriesId,
      buyerId,
      sellerId,
      shopId,
      amountMinor: totalMinor,
      currency,
      placedAt: room.now().toISOString(),
    }),
    async left(...itemIds) {
      const rows = await room.services.store.query<{ id: string; stock: string }>('select id, stock from item')
      const stock = new Map(rows.map((row) => [row.id, Number(row.stock)]))
      return itemIds.map((id) => stock.get(id) ?? Number.NaN)
    },
  }
  return shopping
}

const yen = (amount: string): object => ({ amount, currency: 'JPY' })

/** What is wrong with the stock of items: what there is must be the sum of its changes, and what is held the sum that they were lowered by and not raised again. */
export async function stockFaults(room: ListingsRoom): Promise<unknown[]> {
  return room.services.store.query(
    `select i.id, i.stock, c.stated, c.moved, h.held, s.sold from item i
     cross join lateral (select coalesce(sum(change), 0) as stated, coalesce(sum(change) filter (where cause <> 'STATED'), 0) as moved from item_stock_change where item_id = i.id) c
     cross join lateral (select coalesce(sum(quantity), 0) as held from quote_hold where item_id = i.id) h
     cross join lateral (select coalesce(sum((l ->> 'quantity')::bigint), 0) as sold from quote q, jsonb_array_elements(q.claims -> 'lines') l
       where q.state = 'USED' and (l ->> 'stocked')::boolean and l ->> 'itemId' = i.id::text) s
     where i.stock <> c.stated or c.moved <> -(h.held + s.sold)`,
  )
}
