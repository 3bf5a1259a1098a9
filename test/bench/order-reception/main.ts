import { openShop, publishItem, yen } from '../../support/shop.ts'
import type { Trade } from '../../support/story.ts'
import { limitsFile } from '../../support/limits-file.ts'
import { startCardCompany, type CardCompany } from '../../support/outside.ts'
import { startTestHub, type TestHub } from '../../support/test-hub.ts'
import { startTestServers } from '../../support/test-servers.ts'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { openThreads, placeInShop, placeOrder, registerCards } from './orders.ts'
import { quantile, say, timesOf, type Order } from './figures.ts'
import { openYardstick } from './yardstick.ts'

/**
 * `npm run bench -- order-reception`: how long a customer waits for its order code, in a shop (`placeOrder`) and on a case (`sendOrder`), with a quick, a slow and a dead card company, and while
 * thousands of orders wait for theirs; and how many orders a second are taken, against the same rows written by bare SQL. `--orders` says how many of
 * each kind are timed, `--crowd` how many crowd in, `--at-once` how many customers order at the same time then.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const orders = option('orders', 400)
const crowd = option('crowd', 10_000)
const atOnce = option('at-once', 12)
/** The alternation of kinds: a slice of each in turn, so that all meet the same machine. */
const slice = 20
/** The API counts what waits up to here. */
const mostCounted = 1_001

const unlimited = {
  everybody: { requestsPerMinute: 1_000_000_000, costPerMinute: 1_000_000_000, newOperationsPerMinute: 100_000 },
}

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
process.env['TEST_REDIS_URL'] = servers.redisUrl
const [quick, slow] = await Promise.all([startCardCompany('quick'), startCardCompany('slow')])
let hub: TestHub | null = null
try {
  // Nobody listens where the dead one should be.
  const dead = `http://127.0.0.1:${await freePort()}`
  hub = await startTestHub({
    CARD_COMPANIES: `quick=${quick.url},slow=${slow.url},dead=${dead}`,
    CLIENT_LIMITS: limitsFile(unlimited),
    WORKERS_NICENESS: process.env['WORKERS_NICENESS'] ?? '5',
  })
  await measure(hub, slow)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await hub?.close()
  await Promise.all([quick.close(), slow.close()])
  await servers.stop()
}
process.exit()

async function measure(running: TestHub, slowCompany: CardCompany): Promise<void> {
  const shop = await openShop(running)
  const cards = await registerCards(shop, ['quick', 'slow', 'dead'])
  const item = await publishItem(shop, 'COIL-1', { stock: null, price: yen('1') })
  await slowCompany.control('hold')
  await warmUp(shop, cards)
  const ways = { placeOrder: placeInShop(shop, item.id), sendOrder: placeOrder(shop) }
  const times = new Map<string, number[]>()
  for (let done = 0; done < orders; done += slice)
    for (const kind of cards.keys())
      for (const [way, order] of Object.entries(ways)) {
        const taken = await timesOf(order, await openThreads(shop, slice), 1, cards.get(kind))
        times.set(`${way} ${kind}`, [...(times.get(`${way} ${kind}`) ?? []), ...taken])
      }
  say('| order, card company | order code after, p50 | p99 | ratio p50 | ratio p99 |\n| --- | --- | --- | --- | --- |')
  for (const way of Object.keys(ways))
    for (const kind of cards.keys())
      row(`${way}, ${kind}`, times.get(`${way} ${kind}`) ?? [], times.get(`${way} quick`) ?? [])
  await whileCrowded(running, shop, cards, times.get('sendOrder quick') ?? [])
}

function row(kind: string, times: readonly number[], usual: readonly number[]): void {
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)]
  const ratios = [p50 / quantile(usual, 0.5), p99 / quantile(usual, 0.99)]
  say(
    `| ${kind} | ${p50.toFixed(1)} ms | ${p99.toFixed(1)} ms | ${ratios.map((ratio) => ratio.toFixed(2)).join(' | ')} |`,
  )
}

async function warmUp(trade: Trade, cards: ReadonlyMap<string, string>): Promise<void> {
  for (const card of cards.values()) await timesOf(placeOrder(trade), await openThreads(trade, 100), 1, card)
}

/** Orders crowd in while nothing leaves; then it is timed again, one by one, quick company as before. */
async function whileCrowded(
  running: TestHub,
  trade: Trade,
  cards: ReadonlyMap<string, string>,
  usual: readonly number[],
): Promise<void> {
  const threads = await openThreads(trade, crowd)
  const yardstick = await openYardstick(running.databaseUrl, trade.buyer.id, atOnce)
  await running.admin.must('StopAuthorizations', { company: 'slow', reason: 'So that they crowd in' })
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  const rounds = 5
  const part = Math.ceil(crowd / rounds)
  for (let round = 0; round < rounds; round++) {
    const own = threads.slice(round * part, (round + 1) * part)
    rates.ours.push(await rateOf(placeOrder(trade), own, cards.get('slow')))
    rates.bare.push(await rateOf({ place: () => yardstick.write() }, own))
  }
  const waiting = await waitFor(() => waitingFor(running, 'slow', Math.min(crowd, mostCounted)), {
    timeoutMs: 300_000,
    everyMs: 500,
    what: 'all that crowd in to wait',
  })
  const late = await timesOf(placeOrder(trade), await openThreads(trade, orders), 1, cards.get('quick'))
  row(
    `quick, while ${waiting >= mostCounted ? `over 1,000 of ${crowd.toLocaleString('en')}` : waiting} wait`,
    late,
    usual,
  )
  await yardstick.close()
  const [ours, bare] = [quantile(rates.ours, 0.5), quantile(rates.bare, 0.5)]
  say(`\n| ${atOnce} customers at once | orders a second | ratio |\n| --- | --- | --- |`)
  say(`| torihiki, over HTTP and the gateway | ${Math.round(ours)} | ${(ours / bare).toFixed(2)} |`)
  say(`| bare SQL: the same rows | ${Math.round(bare)} | 1.00 |`)
}

/** How many wait for a company, counted up to `mostCounted`; false while they are fewer than these. */
async function waitingFor({ admin }: TestHub, code: string, atLeast: number): Promise<number | false> {
  const { authorizationLanes } = await admin.run('AuthorizationLanes')
  const { waiting } = authorizationLanes.find(({ company }: { company: string }) => company === code)
  return waiting >= atLeast ? waiting : false
}

async function rateOf(order: Order, threads: readonly string[], card?: string): Promise<number> {
  const started = performance.now()
  await timesOf(order, threads, atOnce, card)
  return threads.length / ((performance.now() - started) / 1_000)
}
