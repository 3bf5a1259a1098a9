import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import fc from 'fast-check'
import { markCaseRead } from '../commands/view-acts.ts'
import { factsOf, type NewFact } from '../store/threads.ts'
import { openRoom, type ContractsRoom, type OpenedThread } from '../testing/contracts-room.ts'
import type { ThreadSide } from '../domain/cases/actions.ts'
import { caseEventKinds, standingOf, type Fact } from '../domain/cases/status.ts'
import { dirtyMembers, lockViewMember, projectBatch, projectMember } from './project.ts'
import { rebuildMember } from './rebuild.ts'
import { feedOf, recount, viewOf } from '../testing/recount.ts'
import { viewTables } from './sides.ts'

let room: ContractsRoom

beforeAll(async () => {
  room = await openRoom()
})
afterAll(() => room.close())

const sides = ['SOURCE', 'PARTNER'] as const
const project = (side: ThreadSide, memberId: string): Promise<number> =>
  projectMember(room.store, room.services.hints, side, memberId)
const rebuild = (side: ThreadSide, memberId: string): Promise<unknown> => rebuildMember(room.store, side, memberId)

async function read(side: ThreadSide, thread: OpenedThread): Promise<void> {
  const memberId = memberOf(side, thread)
  const actor = { memberId, roles: [], sessionId: 'session' }
  const answer = await markCaseRead(room.services, actor, { view: side, threadId: thread.threadId })
  if (isRefusal(answer)) throw new Error(answer.message)
}

const memberOf = (side: ThreadSide, thread: OpenedThread): string =>
  side === 'SOURCE' ? thread.sourceId : thread.partnerId

const fact = (factId: string, given: Partial<NewFact> & { fact: Fact }): NewFact => ({
  factId,
  actorId: null,
  bySide: null,
  at: new Date('2026-11-21T06:30:00.000Z'),
  ...given,
})

async function expectTrue(side: ThreadSide, memberId: string): Promise<void> {
  expect(await viewOf(room.store, side, memberId)).toEqual(await recount(room.store, side, memberId))
  const { seqs, head, told, versions } = await feedOf(room.store, side, memberId)
  expect(seqs).toEqual(seqs.map((_, i) => i + 1))
  expect(head).toBe(seqs.length)
  expect(told).toEqual(versions)
}

/** What may happen at one moment; numbers choose among the members and threads that are there. */
type Act =
  | {
      does: 'append'
      thread: number
      facts: readonly { fact: Fact; factId: number; by: ThreadSide | null; at: number }[]
    }
  | { does: 'project'; side: ThreadSide; member: number }
  | { does: 'read'; side: ThreadSide; thread: number }
  | { does: 'rebuild'; side: ThreadSide; member: number }
type Step =
  | { does: 'together'; acts: readonly Act[] }
  | { does: 'open'; source: number; partner: number }
  | { does: 'lose'; side: ThreadSide; thread: number; what: 'thread' | 'count' | 'total' }

const anySide = fc.constantFrom(...sides)
const anyFact: fc.Arbitrary<Fact> = fc.record({
  kind: fc.constantFrom(...caseEventKinds),
  subject: fc.constantFrom('1', '2'),
  declined: fc.boolean(),
  partial: fc.boolean(),
  late: fc.constantFrom('DELIVERY' as const, 'SETTLEMENT' as const),
})
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('append' as const),
      thread: fc.nat(),
      facts: fc.array(
        fc.record({ fact: anyFact, factId: fc.nat(400), by: fc.constantFrom(...sides, null), at: fc.nat(1_000_000) }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('project' as const), side: anySide, member: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('read' as const), side: anySide, thread: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('rebuild' as const), side: anySide, member: fc.nat() }) },
)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('together' as const),
      acts: fc.array(anyAct, { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('open' as const), source: fc.nat(), partner: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('lose' as const),
      side: anySide,
      thread: fc.nat(),
      what: fc.constantFrom('thread' as const, 'count' as const, 'total' as const),
    }),
  },
)

/** Few members, so that several things happen to the same one; everybody is source of some cases and partner in others. */
const memberCount = 4

class History {
  readonly members = Array.from({ length: memberCount }, () => newId())
  readonly threads: OpenedThread[] = []

  async open(source: number, partner: number): Promise<void> {
    const from = source % memberCount
    const to = (from + 1 + (partner % (memberCount - 1))) % memberCount
    this.threads.push(await room.openThread(this.member(from), this.member(to)))
  }

  async take(step: Step): Promise<void> {
    switch (step.does) {
      case 'open':
        return this.open(step.source, step.partner)
      case 'together':
        return void (await Promise.all(step.acts.map((act) => this.#act(act))))
      case 'lose': {
        const thread = this.#thread(step.thread)
        const memberId = memberOf(step.side, thread)
        const which = step.what === 'thread' ? `and thread_id = '${thread.threadId}'` : ''
        await room.store.query(`delete from ${viewTables[step.side][step.what]} where member_id = $1 ${which}`, [
          memberId,
        ])
        await rebuild(step.side, memberId)
      }
    }
  }

  async #act(act: Act): Promise<void> {
    switch (act.does) {
      case 'append':
        return room.append(
          this.#thread(act.thread).threadId,
          act.facts.map(({ fact: what, factId, by, at }) =>
            fact(`fact ${factId}`, { fact: what, bySide: by, at: new Date(Date.UTC(2026, 10, 21) + at) }),
          ),
        )
      case 'project':
        return void (await project(act.side, this.member(act.member)))
      case 'read':
        return read(act.side, this.#thread(act.thread))
      case 'rebuild':
        return void (await rebuild(act.side, this.member(act.member)))
    }
  }

  member(i: number): string {
    return this.members[i % memberCount] ?? ''
  }

  #thread(i: number): OpenedThread {
    const thread = this.threads[i % this.threads.length]
    if (!thread) throw new Error('No thread was opened.')
    return thread
  }
}

/** Waits until so many sessions of this database wait for a lock. */
async function waitersReach(count: number): Promise<void> {
  const enough = async (): Promise<boolean> => {
    const [row] = await room.store.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return (row?.waiting ?? 0) >= count
  }
  await waitFor(enough, { timeoutMs: 10_000, everyMs: 5, what: `${count} sessions that wait for a lock` })
}

/** Source first: it passes on to the partners. */
async function catchUp(members: readonly string[]): Promise<void> {
  for (const side of sides) for (const memberId of members) await project(side, memberId)
}

describe('whatever happens, and in whatever order', () => {
  it('both views are what a plain recount gives, and feeds tell each version once and in order', async () => {
    const seed = Number(process.env['VIEWS_SEED'] ?? Date.now() % 2 ** 31)
    process.stdout.write(`views.test.ts: histories of VIEWS_SEED=${seed}\n`)
    const steps = fc.array(anyStep, { minLength: 100, maxLength: 120 })
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const history = new History()
        for (let i = 0; i < memberCount; i++) await history.open(i, i)
        for (const step of all) await history.take(step)
        await catchUp(history.members)
        for (const side of sides) for (const memberId of history.members) await expectTrue(side, memberId)
        for (const side of sides) expect(await dirtyMembers(room.store, side, 0, 10)).toEqual([])
        for (const { threadId } of history.threads) {
          const [row] = await room.store.query('select status, delayed, partial from case_thread where id = $1', [
            threadId,
          ])
          expect(row).toEqual(standingOf(await room.store.transaction((tx) => factsOf(tx, threadId))))
        }
        for (const side of sides) for (const memberId of history.members) await rebuild(side, memberId)
        for (const side of sides) for (const memberId of history.members) await expectTrue(side, memberId)
      }),
      { seed, numRuns: 4, endOnFailure: true, verbose: 1 },
    )
  }, 120_000)
})

describe('a view', () => {
  it('takes in more threads than one transaction does, each once', async () => {
    const [sourceId, partnerId] = [newId(), newId()]
    const many = projectBatch + 10
    await room.store.query(
      `with cases as (
         insert into business_case (id, case_code, source_id, title, description, registered_at)
         select gen_random_uuid(), 'many ' || i, $1::uuid, 'Tea', 'Tea', now() from generate_series(1, $3::int) i returning id),
       threads as (
         insert into case_thread (id, case_id, source_id, partner_id, version, status, delayed, partial, changed_at)
         select gen_random_uuid(), id, $1::uuid, $2::uuid, 1, 'REGISTERED', false, false, now() from cases returning id),
       dirty as (insert into source_view_dirty (member_id, thread_id, version) select $1::uuid, id, 1 from threads)
       insert into thread_event (thread_id, version, kind, at, by_side, status_after, delayed, fact, fact_id)
       select id, 1, 'CASE_REGISTERED', date_trunc('second', now()), 'SOURCE', 'REGISTERED', false, '{"kind":"CASE_REGISTERED"}', 'registered' from threads`,
      [sourceId, partnerId, many],
    )
    const taken = await Promise.all([project('SOURCE', sourceId), project('SOURCE', sourceId)])
    expect(taken.reduce((sum, changes) => sum + changes, 0)).toBe(many)
    expect(await project('PARTNER', partnerId)).toBe(many)
    await expectTrue('SOURCE', sourceId)
    await expectTrue('PARTNER', partnerId)
  })

  it('takes a change in once, however often its projector is woken', async () => {
    const thread = await room.openThread(newId(), newId())
    await room.append(thread.threadId, [fact('registered', { fact: { kind: 'CASE_REGISTERED' }, bySide: 'SOURCE' })])
    const taken = await Promise.all(Array.from({ length: 6 }, () => project('SOURCE', thread.sourceId)))
    expect(taken.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 1])
    expect(await project('SOURCE', thread.sourceId)).toBe(0)
    await expectTrue('SOURCE', thread.sourceId)
  })

  it('of a partner shows nothing before the source’s view passed it on', async () => {
    const thread = await room.openThread(newId(), newId())
    await room.append(thread.threadId, [fact('registered', { fact: { kind: 'CASE_REGISTERED' }, bySide: 'SOURCE' })])
    expect(await project('PARTNER', thread.partnerId)).toBe(0)
    await project('SOURCE', thread.sourceId)
    expect(await project('PARTNER', thread.partnerId)).toBe(1)
    await expectTrue('PARTNER', thread.partnerId)
  })

  it('never shows as read what its read mark does not cover, when both come at once', async () => {
    const thread = await room.openThread(newId(), newId())
    const order = (i: number): NewFact =>
      fact(`order ${i}`, { fact: { kind: 'ORDER_SENT', subject: String(i) }, bySide: 'PARTNER' })
    await room.append(thread.threadId, [order(1)])
    await project('SOURCE', thread.sourceId)
    const waiting = await room.store.transaction(async (tx) => {
      await lockViewMember(tx, 'SOURCE', thread.sourceId)
      const projecting = project('SOURCE', thread.sourceId)
      await waitersReach(1)
      const reading = read('SOURCE', thread)
      await waitersReach(2)
      await room.append(thread.threadId, [order(2)])
      return [projecting, reading]
    })
    await Promise.all(waiting)
    await project('SOURCE', thread.sourceId)
    await expectTrue('SOURCE', thread.sourceId)
  })

  it('built anew tells nothing twice and finds a row again that was lost', async () => {
    const thread = await room.openThread(newId(), newId())
    const order = (i: number): NewFact =>
      fact(`order ${i}`, { fact: { kind: 'ORDER_SENT', subject: String(i) }, bySide: 'SOURCE' })
    await room.append(thread.threadId, [order(1), order(2)])
    await catchUp([thread.sourceId, thread.partnerId])
    await room.append(thread.threadId, [order(3)])
    for (const side of sides) {
      const memberId = memberOf(side, thread)
      const before = await feedOf(room.store, side, memberId)
      await room.store.query(`delete from ${viewTables[side].thread} where member_id = $1`, [memberId])
      await rebuild(side, memberId)
      expect(await feedOf(room.store, side, memberId)).toEqual(before)
      expect((await viewOf(room.store, side, memberId)).threads).toMatchObject([{ applied_version: 2 }])
    }
    await catchUp([thread.sourceId, thread.partnerId])
    for (const side of sides) await expectTrue(side, memberOf(side, thread))
  })
})
