import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { StubbornClient } from '../fault/stubborn.ts'
import { RestlessFeed } from '../support/restless-feed.ts'
import { RestlessStream } from '../support/restless-stream.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import {
  killProcess,
  startAgain,
  startTestHub,
  stopProcess,
  type HubProcess,
  type TestHub,
} from '../support/test-hub.ts'

/** Clients behind the balancer: on WebSockets, and on event streams. */
const [clients, streamClients] = [30, 10]
const casesAtATime = 10

let hub: TestHub
let trade: Trade
let second: HubProcess
let ports: number[]
let balancer: Balancer
const sockets: RestlessFeed[] = []
const streams: RestlessStream[] = []
const feeds = (): (RestlessFeed | RestlessStream)[] => [...sockets, ...streams]

beforeAll(async () => {
  hub = await startTestHub({}, undefined, 'spread')
  const first = hub.processes.find(({ name }) => name === 'gateway')
  if (!first) throw new Error('There is no gateway.')
  ports = [Number(new URL(hub.url).port), await freePort()]
  second = await startAgain(hub, first, { PORT: String(ports[1]) })
  balancer = await startBalancer(ports)
  const calm = await newTrade({ url: balancer.url, admin: hub.admin })
  trade = { ...calm, buyer: { ...calm.buyer, client: new StubbornClient(balancer.url, calm.buyer.client.token) } }
})
afterAll(async () => {
  for (const feed of feeds()) feed.stop()
  await balancer?.close()
  await hub?.close()
})

type Balancer = { readonly url: string; connections(port: number): number; close(): Promise<void> }

/** A balancer as there are many: each new connection goes to the next gateway; one that takes none is passed over. */
async function startBalancer(targets: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>()
  const counts = new Map<number, number>()
  let turn = 0
  const join = (client: Socket, triesLeft: number): void => {
    const port = targets[turn++ % targets.length] ?? 0
    const gateway = connect(port, '127.0.0.1')
    gateway.once('error', () => (triesLeft > 0 && !client.destroyed ? join(client, triesLeft - 1) : client.destroy()))
    gateway.once('connect', () => {
      counts.set(port, (counts.get(port) ?? 0) + 1)
      open.add(gateway)
      client.pipe(gateway).pipe(client)
      client.once('close', () => gateway.destroy())
      gateway.once('close', () => {
        open.delete(gateway)
        client.destroy()
      })
    })
  }
  const server: Server = createServer({ pauseOnConnect: true }, (client) => {
    client.on('error', () => undefined)
    join(client, targets.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: (port) => counts.get(port) ?? 0,
    async close() {
      for (const each of open) each.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

let opened = 0
const openCases = async (): Promise<void> => {
  for (let i = 0; i < casesAtATime; i++) {
    await openCase(trade)
    opened++
  }
}
const untilWhole = (): Promise<boolean> =>
  waitFor(() => feeds().every(({ seen }) => new Set(seen.map(({ threadId }) => threadId)).size >= opened), {
    timeoutMs: 30_000,
    everyMs: 20,
    what: 'all feeds to have all cases',
  })

test('clients of a gateway that stops, or dies, go on at another with their cursor, and miss nothing', async () => {
  const start = trade.seller.client.subscribe('CaseChanged', { view: 'PARTNER' })
  const { cursor } = await start.until('the start', (event) => event.kind === 'FEED_STARTED')
  start.stop()
  const { token } = trade.seller.client
  const options = { url: balancer.url, token, view: 'PARTNER', after: String(cursor) } as const
  for (let i = 0; i < clients; i++) sockets.push(new RestlessFeed({ ...options, lastsMs: () => null }))
  for (let i = 0; i < streamClients; i++) streams.push(new RestlessStream(options))
  await openCases()
  await untilWhole()
  const before = ports.map((port) => balancer.connections(port))
  for (const count of before) expect(count).toBeGreaterThan(clients / 3)

  const first = hub.processes.find(({ name, child }) => name === 'gateway' && child !== second.child)
  if (!first) throw new Error('There is no first gateway.')
  const stopping = stopProcess(first)
  await Promise.all([stopping, openCases()])
  expect(first.child.exitCode).toBe(0)
  await untilWhole()
  const moved = sockets.filter(({ closeCodes }) => closeCodes.includes(1012))
  expect(moved.length).toBeGreaterThan(clients / 3)
  expect(moved.every(({ closeCodes }) => closeCodes.length === 1)).toBe(true)
  expect(streams.filter(({ returns }) => returns > 0).length).toBeGreaterThan(streamClients / 3)
  hub.processes.splice(hub.processes.indexOf(first), 1)
  await startAgain(hub, first)

  hub.processes.splice(hub.processes.indexOf(second), 1)
  const killed = killProcess({ processes: [second] }, 'gateway')
  await Promise.all([killed, openCases()])
  await untilWhole()
  const [reference] = sockets
  expect(reference?.seen).toHaveLength(opened)
  for (const feed of feeds()) {
    expect(feed.faults).toEqual([])
    expect(feed.seen).toEqual(reference?.seen)
  }
}, 180_000)
