import { openCase, type Trade } from '../../support/story.ts'
import { timesOf } from './figures.ts'

/** How many cases are opened at once to order in: not timed. */
const openedAtOnce = 8

/** Threads that wait for an order. */
export async function openThreads(trade: Trade, count: number): Promise<string[]> {
  const threads: string[] = []
  await timesOf(Array.from({ length: count }), openedAtOnce, async () => {
    threads.push((await openCase(trade)).threadId)
  })
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

/** Orders one coil by card. Comes back with the order's code. */
export async function placeOrder({ buyer }: Trade, threadId: string, paymentMethodId = ''): Promise<string> {
  const lines = [{ description: 'Coil', quantity: '1', unit: 'C62', unitPrice: '1' }]
  const { order } = await buyer.client.must('SendOrder', { threadId, currency: 'JPY', paymentMethodId, lines })
  return order.orderCode
}
