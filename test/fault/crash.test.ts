import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyCertificateFile } from '@torihiki/contracts/certificate'
import { ensurePostgres } from '@torihiki/shared/process/postgres.ts'
import { livingPostmaster } from '@torihiki/shared/process/postgres-server.ts'
import { processBirth } from '@torihiki/shared/process/process-alive.ts'
import { ensureRedis } from '@torihiki/shared/process/redis.ts'
import { livingRedis, redisPlace } from '@torihiki/shared/process/redis-server.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { ensureDatabase } from '@torihiki/shared/store/ensure-database.ts'
import { openStore } from '@torihiki/shared/store/store.ts'
import * as reservations from '@torihiki/reservations'
import * as settlements from '@torihiki/settlements'
import type { Json } from '../support/hub-client.ts'
import { eventually, type Party } from '../support/parties.ts'
import {
  agreeOnContract,
  confirmInspection,
  newTrade,
  openCase,
  orderAndAccept,
  depositOf,
  reserve,
  threadUntil,
  today,
  type Trade,
} from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { resumingFeed, StubbornClient } from './stubborn.ts'

/** How many cases go through the story while parts of the hub are killed. */
const cases = 6

let folder: string
let hub: TestHub
let trade: Trade
const stops: (() => void)[] = []
let servers: { postgres: Awaited<ReturnType<typeof ensurePostgres>>; redis: Awaited<ReturnType<typeof ensureRedis>> }

const quiet = { log: (): void => undefined }
const startPostgres = () => ensurePostgres({ dataDirectory: join(folder, 'postgres'), ...quiet })
const startRedis = () =>
  ensureRedis({
    dataDirectory: join(folder, 'redis'),
    cacheDirectory: join(import.meta.dirname, '../../node_modules/.cache/torihiki/redis'),
    ...quiet,
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'))
  servers = { postgres: await startPostgres(), redis: await startRedis() }
  hub = await startTestHub(
    {},
    { databaseUrl: await ensureDatabase(servers.postgres.url, 'torihiki'), redisUrl: servers.redis.url },
  )
  const calm = await newTrade(hub)
  const stubborn = (party: Party): Party => ({ ...party, client: new StubbornClient(hub.url, party.client.token) })
  trade = {
    admin: new StubbornClient(hub.url, hub.admin.token),
    agent: stubborn(calm.agent),
    buyer: stubborn(calm.buyer),
    seller: stubborn(calm.seller),
  }
})
afterAll(async () => {
  for (const stop of stops) stop()
  await hub?.close()
  await servers?.redis.stop()
  await servers?.postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The process of the workers: a child of the hub's, or one of its own. */
function workersPid(): number {
  const own = hub.processes.find(({ name }) => name === 'workers')?.child.pid
  if (own) return own
  const parent = hub.processes[0]?.child.pid
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number)
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workers/src/main.ts'))
  if (!found) throw new Error('No workers run under the hub.')
  return found
}

const killWorkers = async (): Promise<void> => {
  const pid = await waitFor(
    () => {
      try {
        return workersPid()
      } catch {
        return null
      }
    },
    { timeoutMs: 20_000, everyMs: 50, what: 'the workers to run' },
  )
  process.kill(pid, 'SIGKILL')
}

const killPostgres = async (): Promise<void> => {
  const master = await livingPostmaster(join(folder, 'postgres', 'cluster'))
  if (!master) throw new Error('Postgres does not run.')
  process.kill(master.pid, 'SIGKILL')
  await waitFor(() => processBirth(master.pid) === undefined, {
    timeoutMs: 10_000,
    everyMs: 20,
    what: 'Postgres to be dead',
  })
  servers.postgres = await startPostgres()
}

/** Redis is killed and loses everything that it had. */
const wipeRedis = async (): Promise<void> => {
  const place = await redisPlace(join(folder, 'redis'))
  const pid = await livingRedis(place)
  if (!pid) throw new Error('Redis does not run.')
  process.kill(pid, 'SIGKILL')
  await waitFor(() => processBirth(pid) === undefined, { timeoutMs: 10_000, everyMs: 20, what: 'Redis to be dead' })
  for (const file of readdirSync(join(folder, 'redis', 'files'))) {
    if (file.startsWith('appendonly') || file.endsWith('.rdb'))
      rmSync(join(folder, 'redis', 'files', file), { recursive: true })
  }
  // Our use of the one that is dead ends here: the last use alone stops a server.
  await servers.redis.stop()
  servers.redis = await startRedis()
}

/** One case from registration to inspection, with every act repeated until it is answered. */
async function play(i: number, method: string): Promise<{ threadId: string; contract: Json }> {
  const { threadId } = await openCase(trade, `Case ${i}`)
  await trade.seller.client.must('ReferToCase', { threadId })
  await orderAndAccept(trade, threadId)
  const contract = await agreeOnContract(trade, threadId)
  await reserve(trade, threadId, method)
  await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await trade.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await confirmInspection(trade, threadId)
  return { threadId, contract }
}

test('workers, Redis with its data and Postgres are killed during the story, and both views, the book and the log are complete and right', async () => {
  const feeds = [resumingFeed(trade.buyer.client, 'SOURCE'), resumingFeed(trade.seller.client, 'PARTNER')]
  stops.push(...feeds.map((feed) => feed.stop))
  const method = await depositOf(trade, String(cases * 1_000))
  const stories = Promise.all(Array.from({ length: cases }, (_, i) => play(i, method))).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${hub.processes.map((each) => each.output()).join('\n')}`)
  })
  // Whoever awaits it gets the failure; until then it must not count as nobody's.
  stories.catch(() => undefined)
  const seen = (count: number) =>
    waitFor(() => (feeds[0]?.events.length ?? 0) >= count, { timeoutMs: 60_000, everyMs: 20, what: `${count} events` })
  await seen(4)
  await killWorkers()
  await seen(12)
  await wipeRedis()
  await seen(24)
  await killPostgres()
  // Whether a feed notices that Postgres was away is chance; that its client's way broke it notices always.
  for (const feed of feeds) feed.cut()
  await seen(36)
  await killWorkers()
  await wipeRedis()
  const played = await stories
  await eventually(
    'all captured payments to be owed',
    async () => (await trade.seller.client.run('Positions')).viewer.openPositions,
    (positions) => positions[0]?.receivable.amount === String(cases * 1_000),
  )
  const { window } = await trade.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  await killPostgres()
  for (const { id } of window.instructions)
    await trade.agent.client.must('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: id })
  for (const { threadId } of played)
    await threadUntil(trade.buyer.client, threadId, (thread) => thread.status === 'SETTLED')
  await expectWholeFeeds(feeds, played)
  await expectRightViews()
  await expectRightBooks()
  for (const { contract } of played) {
    const { certificate } = (await trade.seller.client.run('Certificate', { contractId: contract.id })).contract
    expect(verifyCertificateFile(Buffer.from(certificate))).toMatchObject({ ok: true })
    expect(JSON.parse(certificate).later.map((entry: Json) => entry.content.kind)).toEqual([
      'DELIVERY_REPORTED',
      'SETTLEMENT_REPORTED',
    ])
  }
}, 240_000)

/** Every version of every thread came to both ends, once and in order, though the feeds were broken off. */
async function expectWholeFeeds(
  feeds: ReturnType<typeof resumingFeed>[],
  played: { threadId: string }[],
): Promise<void> {
  for (const feed of feeds) {
    for (const { threadId } of played) {
      const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
      const versions = () => feed.events.filter((event) => event.thread.id === threadId).map((event) => event.version)
      await eventually(
        'the whole feed',
        async () => versions(),
        (list) => list.length >= caseThread.version,
      )
      expect(versions()).toEqual(Array.from({ length: caseThread.version }, (_, i) => i + 1))
    }
    feed.stop()
  }
  expect(feeds.every((feed) => feed.resumed() > 0)).toBe(true)
}

async function expectRightViews(): Promise<void> {
  for (const [party, view] of [
    [trade.buyer, 'SOURCE'],
    [trade.seller, 'PARTNER'],
  ] as const) {
    const summary = await eventually(
      `the ${view} view`,
      async () => (await party.client.run('CaseSummary', { view })).viewer.caseSummary,
      (each) => each.asOf.lag === 0,
    )
    expect(summary).toMatchObject({ total: cases, byStatus: [{ status: 'SETTLED', count: cases }] })
  }
}

async function expectRightBooks(): Promise<void> {
  const account = (await trade.buyer.client.run('Accounts')).viewer.accounts[0]
  expect(account).toMatchObject({ available: { amount: '0' }, held: { amount: '0' }, balance: { amount: '0' } })
  const options = { databaseUrl: hub.databaseUrl, hubSecret: hub.environment['HUB_SECRET'] ?? '' }
  for (const { storeDefinition, audit } of [
    { storeDefinition: reservations.storeDefinition, audit: reservations.auditBook },
    { storeDefinition: settlements.storeDefinition, audit: settlements.auditSettlements },
  ]) {
    const store = await openStore(storeDefinition, options)
    expect(await audit({ store } as never)).toEqual([])
    await store.close()
  }
}
