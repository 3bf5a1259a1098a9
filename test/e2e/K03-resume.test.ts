import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ensureRedis } from '@torihiki/shared/process/redis.ts'
import { livingRedis, redisPlace } from '@torihiki/shared/process/redis-server.ts'
import { processBirth } from '@torihiki/shared/process/process-alive.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { StubbornClient } from '../fault/stubborn.ts'
import type { Party } from '../support/parties.ts'
import { RestlessFeed } from '../support/restless-feed.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { testDatabaseUrl, type TestDatabase } from '../support/test-database.ts'
import { killProcess, startAgain, startTestHub, type TestHub } from '../support/test-hub.ts'

/** Clients, and how often they come back together; RECONNECTS makes it more. */
const clients = 50
const reconnects = Number(process.env['RECONNECTS'] ?? 1_000)
/** Those who open cases at the same time. */
const writers = 4
/** Cases that they open at least, however slow the machine: fewer would show little. */
const leastOpened = 50
/** Room for the reconnects of a slow machine. */
const timeoutMs = 120_000 + reconnects * 100

let folder: string
let database: TestDatabase
let redis: Awaited<ReturnType<typeof ensureRedis>>
let hub: TestHub
let trade: Trade
const feeds: RestlessFeed[] = []

const startRedis = () =>
  ensureRedis({
    dataDirectory: join(folder, 'redis'),
    cacheDirectory: join(import.meta.dirname, '../../node_modules/.cache/torihiki/redis'),
    log: () => undefined,
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'resume-'))
  ;[database, redis] = await Promise.all([testDatabaseUrl(), startRedis()])
  hub = await startTestHub({}, { databaseUrl: database.databaseUrl, redisUrl: redis.url })
  const calm = await newTrade(hub)
  const stubborn = (party: Party): Party => ({ ...party, client: new StubbornClient(hub.url, party.client.token) })
  trade = { ...calm, buyer: stubborn(calm.buyer), seller: stubborn(calm.seller) }
})
afterAll(async () => {
  for (const feed of feeds) feed.stop()
  await hub?.close()
  await redis?.stop()
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

const until = (what: string, condition: () => boolean): Promise<boolean> =>
  waitFor(condition, { timeoutMs, everyMs: 20, what })

/** The hub starts its workers again by itself; those in a process of their own are started as a supervisor would. */
async function killWorkers(): Promise<void> {
  if (hub.processes.some(({ name }) => name === 'workers')) {
    hub.processes.push((await killProcess(hub, 'workers')).again())
    return
  }
  const pid = await waitFor(workersOfHub, { timeoutMs: 20_000, everyMs: 50, what: 'the workers to run' })
  process.kill(pid, 'SIGKILL')
}

function workersOfHub(): number | undefined {
  const parent = hub.processes[0]?.child.pid
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number)
  return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workers/src/main.ts'))
}

async function killRedis(): Promise<void> {
  const pid = await livingRedis(await redisPlace(join(folder, 'redis')))
  if (!pid) throw new Error('Redis does not run.')
  process.kill(pid, 'SIGKILL')
  await until('Redis to be dead', () => processBirth(pid) === undefined)
  // Our use of the one that is dead ends here: the last use alone stops a server.
  await redis.stop()
  redis = await startRedis()
}

async function killGateway(): Promise<void> {
  const name = hub.processes.some((each) => each.name === 'gateway') ? 'gateway' : 'hub'
  await startAgain(hub, await killProcess(hub, name))
}

test(
  `${clients} clients that come back ${reconnects} times at random moments, while workers, Redis and the gateway are killed, miss nothing and get nothing twice`,
  async () => {
    const begin = async (party: Party, view: 'SOURCE' | 'PARTNER') => {
      const start = party.client.subscribe('CaseChanged', { view })
      const { cursor } = await start.until('the start', (event) => event.kind === 'FEED_STARTED')
      start.stop()
      return { url: hub.url, token: party.client.token, view, after: String(cursor) }
    }
    const ends = [await begin(trade.buyer, 'SOURCE'), await begin(trade.seller, 'PARTNER')]
    let restless = true
    const lastsMs = (): number | null => (restless ? Math.random() * 1_000 : null)
    for (let i = 0; i < clients; i++)
      for (const end of ends.slice(i % 2, (i % 2) + 1)) feeds.push(new RestlessFeed({ ...end, lastsMs }))
    const returns = (): number => feeds.reduce((sum, feed) => sum + feed.returns, 0)
    let opened = 0
    const writing = Promise.all(
      Array.from({ length: writers }, async () => {
        while (restless) {
          await openCase(trade, `Case ${opened}`)
          opened++
        }
      }),
    )
    writing.catch(() => undefined)
    for (const [part, kill] of [killWorkers, killRedis, killGateway, killWorkers].entries()) {
      await until('more reconnects', () => returns() > (reconnects * (part + 1)) / 5)
      await kill()
    }
    await until('the last reconnects', () => returns() >= reconnects && opened >= leastOpened)
    restless = false
    await writing
    const references = ends.map((end) => new RestlessFeed({ ...end, lastsMs: () => null }))
    feeds.push(...references)
    await until('every feed to be whole', () => feeds.every(({ seen }) => seen.length >= opened))
    for (const [i, feed] of feeds.slice(0, clients).entries()) {
      expect(feed.faults).toEqual([])
      expect(feed.seen).toEqual(references[i % 2]?.seen)
    }
    const [reference] = references
    expect(new Set(reference?.seen.map(({ threadId }) => threadId)).size).toBe(opened)
    expect(reference?.seen).toHaveLength(opened)
  },
  timeoutMs,
)
