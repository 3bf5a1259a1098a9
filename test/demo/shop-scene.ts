import { HubClient, type Json } from '../support/hub-client.ts'
import { orderUntil, publishItem, shopOf, stands, yen } from '../support/shop.ts'
import { depositOf, type Trade } from '../support/story.ts'

type Say = (line: string) => void

/** A customer at the seller's shop: looks without log-in, fills a cart, signs in, orders, and reads what happens; then cancels a second order by its code. */
export async function playShop(url: string, trade: Trade, say: Say): Promise<void> {
  say('\nThe seller opens a shop with two items; anybody looks at them without log-in.')
  const { shopId, slug } = await shopOf(trade.seller, {
    deliveryCharges: [{ charge: yen('500'), freeFrom: yen('5000') }],
    cancelBeforeDelivery: true,
  })
  const shop = { ...trade, shopId, slug }
  const tea = await publishItem(shop, `DEMO-${slug}-1`, { name: 'Matcha', stock: 3 })
  await publishItem(shop, `DEMO-${slug}-2`, {
    name: 'Lesson',
    kind: 'SERVICE',
    unit: 'HUR',
    stock: null,
    price: yen('2000'),
  })
  const nobody = new HubClient(url)
  const { items } = await nobody.run('Items', { filter: { shopId, inStock: true }, order: 'CHEAPEST' })
  for (const { node } of items.edges)
    say(`  ${node.name.padEnd(8)} ${node.price.amount} ${node.price.currency}  ${node.availability}`)
  const { cartToken } = await nobody.must('OpenCart', { shopId })
  for (const { node } of items.edges) await nobody.must('SetCartLine', { cartToken, itemId: node.id, quantity: 1 })
  await trade.buyer.client.must('MergeCart', { cartToken })
  say('The buyer signs in: its cart is merged. It has it quoted, and orders.')
  const paymentMethodId = await depositOf(trade, '20000')
  const first = await place(trade.buyer.client, shopId, paymentMethodId)
  say(`  ${first.text}`)
  const concluded = await orderUntil(trade.buyer.client, first.orderCode, stands('CONCLUDED'))
  say(`  ${concluded.shopOrder.text}`)
  say(
    `  Contract ${concluded.thread.contract.contractCode} over ${concluded.thread.contract.total.amount} JPY, concluded for the shop by the hub.`,
  )
  await trade.buyer.client.must('SetCartLine', { itemId: tea.id, quantity: 2 })
  const second = await place(trade.buyer.client, shopId, paymentMethodId)
  const { order } = await trade.buyer.client.must('CancelOrder', {
    orderCode: second.orderCode,
    reason: 'Changed my mind',
  })
  say(
    `Another order, ${second.orderCode}, is cancelled by its code: ${order.shopOrder.status}. The goods and the money go back.`,
  )
}

async function place(client: HubClient, shopId: string, paymentMethodId: string): Promise<Json> {
  const { quote } = await client.must('QuoteOrder', { shopId })
  return client.must('PlaceOrder', { quote: quote.signed, paymentMethodId, deliverTo: '1-2-3 Higashiyama, Kyoto' })
}
