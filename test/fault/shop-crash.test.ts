import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { expectSoundBooks } from '../support/audits.ts'
import type { Json } from '../support/hub-client.ts'
import type { Party } from '../support/parties.ts'
import { newCustomer, openShop, publishItem, type Shop } from '../support/shop.ts'
import { depositOf } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { killProcess, startAgain, startTestHub, type TestHub } from '../support/test-hub.ts'
import { StubbornClient } from './stubborn.ts'

/** Pieces there are, customers who want more than that together, how often each orders, and how many at a time. */
const [pieces, customers, rounds, each] = [30, 5, 4, 2]

let hub: TestHub
let shop: Shop
let itemId: string

beforeAll(async () => {
  hub = await startTestHub()
  shop = await openShop(hub, { cancelBeforeDelivery: true })
  itemId = (await publishItem(shop, 'CRASH', { stock: pieces })).id
})
afterAll(() => hub?.close())

const killWorkers = (): Promise<void> => {
  const { pid } = hub.processes[0]?.child ?? {}
  return waitFor(
    () => {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
      const workers = children.find(
        (child) => child > 0 && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('workers/src/main.ts'),
      )
      if (!workers) return false
      process.kill(workers, 'SIGKILL')
      return true
    },
    { timeoutMs: 20_000, everyMs: 50, what: 'the workers to run' },
  ).then(() => undefined)
}
const killHub = async (): Promise<void> => {
  await startAgain(hub, await killProcess(hub, hub.processes[0]?.name ?? ''))
}

/** Orders until its rounds are over or nothing is left; cancels every third order, and leaves a quote behind now and then. */
async function shopping(party: Party, n: number, told: (orderCode: string) => void): Promise<void> {
  const client = new StubbornClient(hub.url, party.client.token)
  const paymentMethodId = await depositOf({ ...shop, buyer: party }, '100000')
  for (let round = 0; round < rounds;) {
    await client.must('SetCartLine', { itemId, quantity: each })
    const { quote, code } = await client.act('QuoteOrder', { shopId: shop.shopId })
    if (code === 'ITEMS_SHORT') return
    const placed = await client.act('PlaceOrder', { quote: quote.signed, paymentMethodId })
    // The order before ended the series, of which the quote still was.
    if (placed.code === 'WRONG_STATE') continue
    if (placed.code) throw new Error(`Not placed: ${JSON.stringify(placed)}`)
    told(placed.orderCode)
    if ((n + round) % 3 === 0) await client.must('CancelOrder', { orderCode: placed.orderCode })
    if ((n + round) % 4 === 0) await client.act('QuoteOrder', { shopId: shop.shopId })
    round += 1
  }
}

const rows = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asOwner(hub.databaseUrl, (owner) => owner.query(text, values))).rows

test('workers and the whole hub are killed while customers quote, order and cancel: what was acknowledged is there once, and every piece is sold or in stock', async () => {
  const parties = await Promise.all(Array.from({ length: customers }, () => newCustomer(hub, shop)))
  const codes: string[] = []
  const all = Promise.all(parties.map((party, n) => shopping(party, n, (code) => void codes.push(code))))
  // Whoever awaits it gets the failure; until then it must not count as nobody's.
  all.catch(() => undefined)
  const placed = (count: number) =>
    waitFor(() => codes.length >= count, { timeoutMs: 60_000, everyMs: 20, what: `${count} orders` })
  await placed(2)
  await killWorkers()
  await placed(5)
  await killHub()
  await placed(8)
  await killWorkers()
  await all
  expect(codes.length).toBeGreaterThanOrEqual(8)

  await rows(`update listings.quote set expires_at = now() where state = 'OPEN'`)
  const undone = `select 1 from listings.quote where state in ('OPEN', 'REPLACED', 'LAPSED')
    union all select 1 from contracts.shop_order o where not exists (
      select from contracts.shop_order_step s where s.order_id = o.order_id and s.status <> 'RECEIVED')`
  await waitFor(async () => (await rows(undone)).length === 0, {
    timeoutMs: 60_000,
    everyMs: 100,
    what: 'all quotes and orders to have come to their end',
  })
  const ended = `select o.order_code as code, q.state, (select s.status from contracts.shop_order_step s where s.order_id = o.order_id order by number desc limit 1) as status
    from contracts.shop_order o join listings.quote q on q.id = o.quote_id`
  const orders = await waitFor(
    async () => {
      const found = await rows(ended)
      // Of an order that is over the goods come back by an event.
      return found.every(({ state, status }) => state === (status === 'CONCLUDED' ? 'USED' : 'RETURNED')) && found
    },
    { timeoutMs: 60_000, everyMs: 100, what: 'every quote to stand as its order does' },
  )
  expect(new Set(orders.map(({ code }) => code))).toEqual(new Set(codes))
  expect(orders).toHaveLength(codes.length)
  const sold = orders.filter(({ status }) => status === 'CONCLUDED').length
  expect(sold).toBeGreaterThan(0)
  expect(await rows('select stock from listings.item where id = $1', [itemId])).toEqual([
    { stock: String(pieces - sold * each) },
  ])
  expect(await rows('select 1 from listings.quote_hold')).toEqual([])
  const [history] = await rows('select sum(change) as sum from listings.item_stock_change where item_id = $1', [itemId])
  expect(history.sum).toBe(String(pieces - sold * each))
  expect(orders.filter(({ status }) => !['CONCLUDED', 'CANCELLED'].includes(status))).toEqual([])
  const paid = await rows(
    `select count(*) from reservations.payment_reservation r join contracts.shop_order o on o.thread_id = r.thread_id where r.status = 'RESERVED'`,
  )
  expect(paid).toEqual([{ count: String(sold) }])
  await expectSoundBooks(hub)
}, 240_000)
