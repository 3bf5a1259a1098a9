import { eventually } from '../../support/parties.ts'
import { quoteOf, type Shop } from '../../support/shop.ts'
import { openCase, type Trade } from '../../support/story.ts'
import type { Order } from './figures.ts'

/** How many cases are opened at once to order in: not timed. */
const openedAtOnce = 8

/** Threads that wait for an order. */
export async function openThreads(trade: Trade, count: number): Promise<string[]> {
  const threads: string[] = []
  const left = Array.from({ length: count }).keys()
  const lane = async (): Promise<void> => {
    for (const _ of left) threads.push((await openCase(trade)).threadId)
  }
  await Promise.all(Array.from({ length: openedAtOnce }, lane))
  return threads
}

/** A card of each company, by the company's code. */
export async function registerCards({ buyer }: Trade, companies: readonly string[]): Promise<Map<string, string>> {
  const cards = new Map<string, string>()
  for (const company of companies) {
    const card = { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company }
    const method = { kind: 'CARD', name: company, currency: 'JPY', card }
    cards.set(company, (await buyer.client.must('RegisterPaymentMethod', method)).paymentMethod.id)
  }
  return cards
}

/** Orders one coil by card on a thread. */
export function placeOrder({ buyer }: Trade): Order {
  const lines = [{ description: 'Coil', quantity: '1', unit: 'C62', unitPrice: '1' }]
  return {
    place: (threadId, paymentMethodId) =>
      buyer.client.must('SendOrder', { threadId, currency: 'JPY', paymentMethodId, lines }),
  }
}

/** Orders one coil by card in a shop, for which it is quoted before; the thread is the order's own. */
export function placeInShop(shop: Shop, itemId: string): Order {
  const { client } = shop.buyer
  return {
    prepare: async () => {
      // What was ordered before leaves the cart by an event: until then it is the same cart.
      await eventually(
        'the cart to be empty',
        async () => ({ lines: [], ...(await client.run('Cart', { shopId: shop.shopId })).cart }),
        ({ lines }) => lines.length === 0,
      )
      return (await quoteOf(shop, client, { [itemId]: 1 })).signed
    },
    place: (quote, paymentMethodId) => client.must('PlaceOrder', { quote, paymentMethodId }),
  }
}
