import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import fc from 'fast-check'
import type { ThreadSide } from '../domain/cases/actions.ts'
import { caseWords } from '../domain/cases/case-words.ts'
import { caseStatuses, type CaseStatus } from '../domain/cases/status.ts'
import { openRoom, type ContractsRoom } from '../testing/contracts-room.ts'
import { readRows, type CaseFilter } from './read-rows.ts'

let room: ContractsRoom
const [me, other] = [newId(), newId()]
const counterparts = [newId(), newId(), newId()]
const titles = ['Green tea', 'Black tea of spring', 'Steel pipes', '鋼管 and tea', 'Grüne Röhren']
const start = Date.UTC(2026, 10, 1)

type Row = {
  thread_id: string
  counterpart_id: string
  title: string
  status: CaseStatus
  delayed: boolean
  unread: number
  changedAt: number
}
const rows: Row[] = []

beforeAll(async () => {
  room = await openRoom()
  for (let i = 0; i < 300; i++) {
    const row: Row = {
      thread_id: newId(),
      counterpart_id: counterparts[i % 3] ?? '',
      title: titles[i % 5] ?? '',
      status: caseStatuses[(i * 7) % caseStatuses.length] ?? 'REGISTERED',
      delayed: i % 4 === 0,
      unread: i % 3,
      // Several at the same instant: the thread's id decides.
      changedAt: start + Math.floor(i / 4) * 60_000,
    }
    rows.push(row)
    for (const member of [me, other]) await insert('source_view', member, row)
  }
})
afterAll(() => room.close())

async function insert(view: string, member: string, row: Row): Promise<void> {
  await room.store.query(
    `insert into ${view}_thread (member_id, thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at)
     values ($1, $2, $3, $4, 1, $5, $6, $7, $8)`,
    [
      member,
      row.thread_id,
      row.counterpart_id,
      row.title,
      row.status,
      row.delayed,
      row.unread,
      new Date(row.changedAt),
    ],
  )
  const words = caseWords({ title: row.title, description: '', caseCode: '' })
  await room.store.query(
    `insert into ${view}_words (member_id, thread_id, words)
     values ($1, $2, array_to_tsvector(array(select $1::uuid || '/' || w from unnest($3::text[]) w)))`,
    [member, row.thread_id, words],
  )
}

const texts: Readonly<Record<string, readonly string[]>> = {
  te: ['Green tea', 'Black tea of spring', '鋼管 and tea'],
  'SPRING black': ['Black tea of spring'],
  鋼管: ['鋼管 and tea'],
  rohr: ['Grüne Röhren'],
  'tea pipes': [],
}

/** The same by looking at every row. */
function expected(filter: CaseFilter): string[] {
  return rows
    .filter(
      (row) =>
        (!filter.status || filter.status.includes(row.status)) &&
        (!filter.counterpartId || row.counterpart_id === filter.counterpartId) &&
        (typeof filter.delayed !== 'boolean' || row.delayed === filter.delayed) &&
        (typeof filter.unread !== 'boolean' || row.unread > 0 === filter.unread) &&
        (!filter.changedSince || row.changedAt >= Date.parse(filter.changedSince)) &&
        (!filter.changedBefore || row.changedAt < Date.parse(filter.changedBefore)) &&
        (typeof filter.text !== 'string' || texts[filter.text]?.includes(row.title)),
    )
    .toSorted((a, b) => b.changedAt - a.changedAt || (a.thread_id < b.thread_id ? 1 : -1))
    .map((row) => row.thread_id)
}

async function pages(filter: CaseFilter, limit: number): Promise<string[]> {
  const found: string[] = []
  let [at, id]: [string | null, string | null] = [null, null]
  for (;;) {
    const page = await room.store.transaction((tx) =>
      readRows((text, p) => tx.sql(text, p), 'SOURCE' satisfies ThreadSide, me, filter, { at, id, limit }),
    )
    found.push(...page.map((row) => row.thread_id))
    const last = page.at(-1)
    if (!last || page.length < limit) return found
    ;[at, id] = [new Date(last.changed_at).toISOString(), last.thread_id]
  }
}

const instant = fc.nat(80).map((minute) => new Date(start + minute * 60_000).toISOString())
const anyFilter: fc.Arbitrary<CaseFilter> = fc.record(
  {
    status: fc.uniqueArray(fc.constantFrom(...caseStatuses), { maxLength: 4 }),
    counterpartId: fc.constantFrom(...counterparts),
    delayed: fc.boolean(),
    unread: fc.boolean(),
    text: fc.constantFrom(...Object.keys(texts)),
    changedSince: instant,
    changedBefore: instant,
  },
  { requiredKeys: [] },
)

it('any filter, page by page, gives what a look at every row gives, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, fc.integer({ min: 1, max: 60 }), async (filter, limit) => {
      expect(await pages(filter, limit)).toEqual(expected(filter))
    }),
    { numRuns: 150, endOnFailure: true },
  )
})
