import { createServices, storeDefinition, type ContractsServices } from '@torihiki/contracts'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { newCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { migrateStore, openStore, type Store } from '@torihiki/shared/store/store.ts'
import { deepStrictEqual } from 'node:assert'
import { markCaseRead } from '../../subgraphs/contracts/src/commands/view-acts.ts'
import type { ThreadSide } from '../../subgraphs/contracts/src/domain/cases/actions.ts'
import { caseEventKinds, type Fact } from '../../subgraphs/contracts/src/domain/cases/status.ts'
import { appendFacts, insertThread, lockThread } from '../../subgraphs/contracts/src/store/threads.ts'
import { feedOf, recount, viewOf } from '../../subgraphs/contracts/src/testing/recount.ts'
import { rebuildMember } from '../../subgraphs/contracts/src/views/rebuild.ts'
import { viewTables } from '../../subgraphs/contracts/src/views/sides.ts'
import { startProcess, stopProcess, type HubProcess } from '../support/test-hub.ts'

export type HistoryOptions = {
  readonly steps: number
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly say: (line: string) => void
}

/** What a history came to. */
export type HistoryFigures = {
  steps: number
  threads: number
  facts: number
  kills: number
  cuts: number
  rebuilds: number
}

/** Steps that are under way at the same time, and how many firms take part: few, so that much happens to each. */
const [atOnce, memberCount] = [6, 8]
/** How long at least and at most nothing is killed. */
const [shortestPeaceMs, longestPeaceMs] = [700, 2_500]
/** How long both views may need, after the last step, to have taken all in: with two processes that have just been killed. */
const healMs = 60_000
/** How often something is tried again whose connection was cut: the same fact twice is one. */
const attempts = 20

const hubSecret = 'a secret for histories that is long enough for anybody'
const sides = ['SOURCE', 'PARTNER'] as const
const workerOf = { SOURCE: 'source-case-view', PARTNER: 'partner-case-view' } as const
const anyOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T

/**
 * Plays a random history of cases (A13 to A16): facts in any order and by any side, read marks and rebuilds, while the two projectors, each a
 * process of its own, are killed again and again and connections to the database are cut. At the end both views of every member must be
 * what a plain recount of the record gives, their feeds without a gap and without a repetition; and once more after a rebuild.
 */
export async function playHistory(options: HistoryOptions): Promise<HistoryFigures> {
  const { databaseUrl, redisUrl } = options
  await migrateStore(storeDefinition, { databaseUrl, hubSecret })
  const store = await openStore(storeDefinition, { databaseUrl, hubSecret })
  const hints = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }
  const services = createServices({ store, hubSecret, hints, log: createLog('history', 'silent') })
  const environment = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HUB_SECRET: hubSecret,
    LOG_LEVEL: 'error',
  }
  const projectors = new Map<ThreadSide, HubProcess>()
  for (const side of sides) {
    const started = startProcess(workerOf[side], 'workers/src/main.ts', { ...environment, WORKERS: workerOf[side] })
    projectors.set(side, started)
    await waitFor(() => started.output().includes('workers running'), {
      timeoutMs: healMs,
      everyMs: 50,
      what: started.name,
    })
  }
  const history = new History(services, options.steps)
  await history.begin()
  const crashes = new Crashes(store, projectors)
  try {
    const crashing = crashes.run()
    const progress = setInterval(
      () => options.say(`${history.done} of ${options.steps} steps, ${crashes.kills} kills`),
      10_000,
    )
    await Promise.all(Array.from({ length: atOnce }, () => history.play()))
    clearInterval(progress)
    crashes.end()
    await crashing
    await untilTakenIn(store)
    await expectTrue(store, history.members)
    for (const side of sides) for (const memberId of history.members) await rebuildMember(store, side, memberId)
    await expectTrue(store, history.members)
  } finally {
    crashes.end()
    await Promise.all([...projectors.values()].map((each) => stopProcess(each)))
    await services.watch.close()
    await store.close()
  }
  const { facts, threads, rebuilds, done } = history
  return { steps: done, threads: threads.length, facts, kills: crashes.kills, cuts: crashes.cuts, rebuilds }
}

class History {
  readonly members = Array.from({ length: memberCount }, () => newId())
  readonly threads: { threadId: string; SOURCE: string; PARTNER: string }[] = []
  done = 0
  facts = 0
  rebuilds = 0
  readonly #services: ContractsServices
  readonly #steps: number

  constructor(services: ContractsServices, steps: number) {
    this.#services = services
    this.#steps = steps
  }

  async begin(): Promise<void> {
    const further = {
      version: 1,
      status: 'ACTIVE' as const,
      roles: ['BUYER', 'SELLER'],
      level: null,
      settlementAgentId: null,
      groupName: null,
    }
    for (const memberId of this.members)
      await this.#services.store.transaction((tx) => rememberMember(tx, { memberId, ...further }))
    for (let i = 0; i < memberCount; i++) await this.#open()
  }

  async play(): Promise<void> {
    while (this.done < this.#steps) {
      this.done++
      await stubbornly(this.#step())
    }
  }

  /** A step, drawn once: tried again it is the same. */
  #step(): () => Promise<unknown> {
    const chance = Math.random()
    if (chance < 0.03) return () => this.#open()
    const side = anyOf(sides)
    const thread = anyOf(this.threads)
    if (chance < 0.13) {
      const actor = { memberId: thread[side], roles: [], sessionId: 'session' }
      return () => markCaseRead(this.#services, actor, { view: side, threadId: thread.threadId })
    }
    if (chance < 0.14) {
      this.rebuilds++
      return () => rebuildMember(this.#services.store, side, thread[side])
    }
    const facts = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => ({
      fact: anyFact(),
      // Now and then the same fact once more.
      factId: `fact ${Math.floor(Math.random() * 60)}`,
      actorId: null,
      bySide: anyOf([...sides, null]),
      at: new Date(Date.UTC(2026, 10, 21) + Math.floor(Math.random() * 1e9)),
    }))
    this.facts += facts.length
    return () =>
      this.#services.store.transaction(async (tx) => {
        const locked = await lockThread(tx, thread.threadId)
        if (locked) await appendFacts(tx, locked, facts)
      })
  }

  async #open(): Promise<void> {
    const [SOURCE, caseId, threadId] = [anyOf(this.members), newId(), newId()]
    const PARTNER = anyOf(this.members.filter((each) => each !== SOURCE))
    const now = new Date()
    await this.#services.store.transaction(async (tx) => {
      await tx.sql(
        `insert into business_case (id, case_code, source_id, title, description, registered_at, words) values ($1, $2, $3, 'Tea', 'Tea', $4, '{tea}')`,
        [caseId, newCode('CASE'), SOURCE, now],
      )
      const thread = {
        id: threadId,
        caseId,
        sourceId: SOURCE,
        partnerId: PARTNER,
        version: 0,
        status: 'REGISTERED' as const,
        changedAt: now,
        expiresAt: null,
      }
      await insertThread(tx, thread)
      const registered = {
        fact: { kind: 'CASE_REGISTERED' as const },
        factId: 'registered',
        actorId: SOURCE,
        bySide: 'SOURCE' as const,
        at: now,
      }
      await appendFacts(tx, thread, [registered])
    })
    this.threads.push({ threadId, SOURCE, PARTNER })
  }
}

function anyFact(): Fact {
  const coin = (): boolean => Math.random() < 0.5
  return {
    kind: anyOf(caseEventKinds),
    subject: anyOf(['1', '2']),
    declined: coin(),
    partial: coin(),
    late: anyOf(['DELIVERY', 'SETTLEMENT']),
  }
}

/** Kills projectors and cuts connections, at random moments, and starts what it killed. */
class Crashes {
  kills = 0
  cuts = 0
  #over = false
  readonly #store: Store
  readonly #projectors: Map<ThreadSide, HubProcess>

  constructor(store: Store, projectors: Map<ThreadSide, HubProcess>) {
    this.#store = store
    this.#projectors = projectors
  }

  end(): void {
    this.#over = true
  }

  async run(): Promise<void> {
    while (!this.#over) {
      await new Promise((resolve) =>
        setTimeout(resolve, shortestPeaceMs + Math.random() * (longestPeaceMs - shortestPeaceMs)),
      )
      if (this.#over) return
      if (Math.random() < 0.5) await this.#cut()
      else this.#kill(anyOf(sides))
    }
  }

  #kill(side: ThreadSide): void {
    const projector = this.#projectors.get(side)
    if (!projector) return
    projector.child.kill('SIGKILL')
    this.kills++
    this.#projectors.set(side, projector.again())
  }

  async #cut(): Promise<void> {
    const cut = await stubbornly(() =>
      this.#store.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = current_user and pid <> pg_backend_pid() order by random() limit 3`,
      ),
    )
    this.cuts += Array.isArray(cut) ? cut.length : 0
  }
}

/** Does something whose connection may be cut: what every step does twice is done once. */
async function stubbornly(act: () => Promise<unknown>): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (attempt >= attempts || !/terminat|connection|ECONNRESET|shutting down/i.test(String(error))) throw error
    }
  }
}

async function untilTakenIn(store: Store): Promise<void> {
  const waiting = async (): Promise<number> => {
    const [row] = await store.query<{ waiting: string }>(
      `select (select count(*) from ${viewTables.SOURCE.dirty}) + (select count(*) from ${viewTables.PARTNER.dirty}) as waiting`,
    )
    return Number(row?.waiting)
  }
  await waitFor(async () => (await waiting()) === 0, {
    timeoutMs: healMs,
    everyMs: 100,
    what: 'both views to have taken all in',
  })
}

async function expectTrue(store: Store, members: readonly string[]): Promise<void> {
  for (const side of sides) {
    for (const memberId of members) {
      deepStrictEqual(await viewOf(store, side, memberId), await recount(store, side, memberId))
      const { seqs, head, told, versions } = await feedOf(store, side, memberId)
      deepStrictEqual(
        seqs,
        seqs.map((_, i) => i + 1),
      )
      deepStrictEqual(head, seqs.length)
      deepStrictEqual(told, versions)
    }
  }
}
