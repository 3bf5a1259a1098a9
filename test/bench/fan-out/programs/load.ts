import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ready } from '../control.ts'
import type { Asked, Order, Round } from '../orders.ts'
import { now, priceChanged } from '../prices.ts'
import { RawSubscriber } from '../raw-subscriber.ts'

/** How many sockets are opened at once. */
const atOnce = 100
/** How long after the last subscription was sent it has surely been taken. */
const settleMs = 500
const churnTicksPerSecond = 10

const latencies: number[] = []
const subscribers: RawSubscriber[] = []
let [ready, arrived] = [0, 0]
let [wanted, whenAll]: [number, (() => void) | null] = [0, null]
let publish: (events: number) => void = () => undefined
let open: (index: number) => RawSubscriber = () => {
  throw new Error('Connect first.')
}

process.on('message', (order: Order) => {
  void run(order).then((answer) => process.send?.(answer))
})
process.once('disconnect', () => process.exit())

async function run(order: Order): Promise<object> {
  if (order.kind === 'connect') return connectAll(order)
  return order.kind === 'round' ? round(order.seconds, order.burst) : churn(order.seconds, order.perSecond)
}

function heard(text: Buffer | null): void {
  if (text === null) return void ready++
  const at = text.indexOf('"at":')
  latencies.push(now() - Number(text.toString('latin1', at + 5, text.indexOf(0x2c, at))))
  if (++arrived === wanted) whenAll?.()
}

async function connectAll({ sockets, asked, port, controlPort }: Ready & { sockets: number; asked: Asked }) {
  const control = connect(controlPort, '127.0.0.1').setNoDelay()
  await new Promise((resolve) => control.once('connect', resolve))
  publish = (events) => void control.write('.'.repeat(events))
  open = (index) => new RawSubscriber(port, subscription(asked, index), heard)
  while (subscribers.length < sockets) {
    const next = Math.min(sockets, subscribers.length + atOnce)
    while (subscribers.length < next) subscribers.push(open(subscribers.length))
    while (ready < next) await sleep(1)
  }
  await sleep(settleMs)
  await events(1)
  latencies.length = 0
  return { connected: sockets }
}

function subscription(asked: Asked, index: number): object | null {
  if (asked.speaks === 'nothing') return null
  const variables = { of: asked.variables === 'same' ? 'ALL' : `I${index}` }
  const id = asked.ids === 'same' ? '1' : randomUUID()
  return { id, type: 'subscribe', payload: { query: priceChanged, variables } }
}

/** So many events at once, until everybody has them. */
function events(count: number): Promise<void> {
  arrived = 0
  wanted = count * subscribers.length
  return new Promise((resolve) => {
    whenAll = resolve
    publish(count)
  })
}

/** One burst after the other, each when everybody has the one before. */
async function round(seconds: number, burst: number): Promise<Round> {
  latencies.length = 0
  const from = performance.now()
  let bursts = 0
  for (; performance.now() - from < seconds * 1_000; bursts++) await events(burst)
  const took = (performance.now() - from) / 1_000
  const sorted = Float64Array.from(latencies).sort()
  const at = (quantile: number): number => sorted[Math.floor(quantile * (sorted.length - 1))] ?? Number.NaN
  return { deliveries: bursts * burst * subscribers.length, seconds: took, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** Subscribers come and go: so many a second leave, and as many come in their place. */
async function churn(seconds: number, perSecond: number): Promise<object> {
  const until = performance.now() + seconds * 1_000
  let changed = 0
  while (performance.now() < until) {
    for (let i = 0; i < perSecond / churnTicksPerSecond; i++) {
      const index = Math.floor(Math.random() * subscribers.length)
      subscribers[index]?.end()
      subscribers[index] = open(index)
      changed++
    }
    await sleep(1_000 / churnTicksPerSecond)
  }
  while (!subscribers.every(({ isReady }) => isReady)) await sleep(10)
  await sleep(settleMs)
  await events(1)
  return { changed }
}
