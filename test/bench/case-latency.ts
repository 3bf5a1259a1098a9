import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { Client } from 'pg'
import { WebSocket, WebSocketServer } from 'ws'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * Time from the commit of a status change to its arrival at a subscribed client, against the yardstick: the same event sent by bare
 * PostgreSQL NOTIFY and `ws`. Both are measured alternately, at growing numbers of cases of the one source and partner.
 */
const sizes = [1_000, 10_000, 100_000]
const samples = 150
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
process.env['TEST_REDIS_URL'] = servers.redisUrl
const hub = await startTestHub()
try {
  await measure(hub)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await hub.close()
  await servers.stop()
}
process.exit()

/** The value below which this part of the values lies. */
function at(values: readonly number[], quantile: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(quantile * (values.length - 1))] ?? Number.NaN
}

async function measure(running: TestHub): Promise<void> {
  const trade = await newTrade(running)
  const feed = trade.seller.client.subscribe(
    `subscription { caseChanged(view: PARTNER) { kind event thread { id status case { title source { name } } } } }`,
  )
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const bare = await bareYardstick(running.databaseUrl)
  const committed = await hear(running.databaseUrl, 'case_view')
  say(
    '| cases | torihiki p50 | p99 | bare NOTIFY + ws p50 | p99 | ratio p50 | ratio p99 |\n| --- | --- | --- | --- | --- | --- | --- |',
  )
  let there = 0
  for (const size of sizes) {
    feed.events.length = 0
    await grow(running, trade, there, size)
    await waitFor(() => feed.events.length >= size - there, {
      timeoutMs: 300_000,
      everyMs: 50,
      what: 'the feed to be quiet',
    })
    there = size
    feed.events.length = 0
    const [ours, yardstick]: [number[], number[]] = [[], []]
    for (let i = 0; i < samples; i++) {
      ours.push(await oneChange(trade, feed.events, committed))
      yardstick.push(await bare.once())
    }
    const [a50, a99, b50, b99] = [at(ours, 0.5), at(ours, 0.99), at(yardstick, 0.5), at(yardstick, 0.99)]
    say(
      `| ${size} | ${a50.toFixed(1)} ms | ${a99.toFixed(1)} ms | ${b50.toFixed(2)} ms | ${b99.toFixed(2)} ms | ${(a50 / b50).toFixed(1)} | ${(a99 / b99).toFixed(1)} |`,
    )
  }
  await bare.close()
}

/** Registers a case and waits for its event, which is known by its thread. */
async function oneChange(trade: Trade, events: Change[], heard: Heard): Promise<number> {
  heard.clear()
  const arrivals = new Map<string, number>()
  let threadId: string | null = null
  void openCase(trade).then((opened) => (threadId = opened.threadId))
  while (threadId === null || !arrivals.has(threadId) || heard.at() === null) {
    for (const event of events.splice(0)) if (event.thread) arrivals.set(event.thread.id, performance.now())
    await new Promise((resolve) => setImmediate(resolve))
  }
  return sinceCommit(heard, arrivals.get(threadId) ?? Number.NaN)
}

type Change = { thread?: { id: string } | null }
type Heard = { clear(): void; at(): number | null }

/** At least a hundredth of a millisecond: the two sockets may be read in either order. */
function sinceCommit(heard: Heard, arrival: number): number {
  return Math.max(arrival - (heard.at() ?? arrival), 0.01)
}

/**
 * The moment at which a commit shows to an outside observer: the NOTIFY that it carries, heard by a connection of the benchmark's
 * own. The clock of both sides starts there.
 */
async function hear(databaseUrl: string, channel: string): Promise<Heard> {
  const ear = new Client({ connectionString: databaseUrl })
  ear.on('error', () => undefined)
  await ear.connect()
  await ear.query(`listen ${channel}`)
  let first: number | null = null
  ear.on('notification', ({ payload }) => {
    if (!payload?.startsWith('PARTNER')) first ??= performance.now()
  })
  return { clear: () => void (first = null), at: () => first }
}

/** The least that could be done: an insert, NOTIFY, and a listener that passes the payload on to a WebSocket. */
async function bareYardstick(databaseUrl: string): Promise<{ once(): Promise<number>; close(): Promise<void> }> {
  const heard = await hear(databaseUrl, 'bare')
  const [writer, listener] = [
    new Client({ connectionString: databaseUrl }),
    new Client({ connectionString: databaseUrl }),
  ]
  for (const client of [writer, listener]) client.on('error', () => undefined)
  await Promise.all([writer.connect(), listener.connect()])
  await writer.query('create table if not exists public.bare (id bigint generated always as identity, body jsonb)')
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await listener.query('listen bare')
  listener.on('notification', ({ payload }) => server.clients.forEach((socket) => socket.send(payload ?? '')))
  const { port } = server.address() as { port: number }
  const client = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => client.once('open', resolve))
  return {
    async once() {
      heard.clear()
      const arrival = new Promise<number>((resolve) => client.once('message', () => resolve(performance.now())))
      await writer.query(
        `with e as (insert into bare (body) values ('{"status":"REGISTERED"}') returning body) select pg_notify('bare', body::text) from e`,
      )
      return sinceCommit(heard, await arrival)
    },
    async close() {
      client.terminate()
      server.close()
      await Promise.all([writer.end(), listener.end()])
    },
  }
}

/** Grows the number of cases between source and partner, by rows that the projectors then take in as they take in any. */
async function grow(running: TestHub, { buyer, seller }: Trade, from: number, to: number): Promise<void> {
  const database = new Client({ connectionString: running.databaseUrl })
  await database.connect()
  await database.query('set search_path = contracts')
  await database.query(
    `with numbered as (select gen_random_uuid() as case_id, gen_random_uuid() as thread_id, n from generate_series($1::int, $2::int) n),
      cases as (insert into business_case (id, case_code, source_id, title, description, registered_at)
        select case_id, 'BENCH-' || n, $3, 'Grown', 'Grown', now() from numbered),
      threads as (insert into case_thread (id, case_id, source_id, partner_id, version, status, delayed, partial, changed_at)
        select thread_id, case_id, $3, $4, 1, 'REGISTERED', false, false, now() from numbered),
      events as (insert into thread_event (thread_id, version, kind, at, by_side, status_after, delayed, fact, fact_id)
        select thread_id, 1, 'CASE_REGISTERED', now(), 'SOURCE', 'REGISTERED', false, '{"kind":"CASE_REGISTERED"}', 'registered' from numbered)
     insert into source_view_dirty (member_id, thread_id, version) select $3, thread_id, 1 from numbered`,
    [from + 1, to, buyer.id, seller.id],
  )
  const lagging = async () =>
    Number(
      (
        await database.query(
          'select (select count(*) from source_view_dirty) + (select count(*) from partner_view_dirty) as n',
        )
      ).rows[0].n,
    )
  while ((await lagging()) > 0) await new Promise((resolve) => setTimeout(resolve, 100))
  await database.query('analyze')
  await database.end()
}
