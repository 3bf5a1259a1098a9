import { createServices, createSubgraph, storeDefinition } from '@torihiki/contracts'
import { createLog } from '@torihiki/shared/log.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { migrateStore, openStore } from '@torihiki/shared/store/store.ts'
import { execute, parse } from 'graphql'
import { Client } from 'pg'
import { testDatabaseUrl } from '../support/test-database.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * A partner's inquiry over its view (A15) through the subgraph's code path (GraphQL, policies, one snapshot with counts' head and lag), with 1,000,
 * 10,000, 100,000 and 1,000,000 cases, all of one source. The yardstick is the same query at 1,000 cases, asked in turns with the others.
 * `--cases a,b` and `--samples` change that.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const sizes = (option('cases') ?? '1000,10000,100000,1000000').split(',').map(Number)
const samples = Number(option('samples') ?? 150)
const warmUps = 10
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What is asked: by name, the filter, and whether a page in the middle is wanted. */
const questions: readonly { name: string; filter: object; deep?: true }[] = [
  { name: 'newest 20', filter: {} },
  { name: '20 in the middle', filter: {}, deep: true },
  { name: 'of one status', filter: { status: ['ORDERED'] } },
  { name: 'of a rare status', filter: { status: ['DECLINED', 'EXPIRED'] } },
  { name: 'with one counterpart', filter: { counterpart: true } },
  { name: 'delayed', filter: { delayed: true } },
  { name: 'unread', filter: { unread: true } },
  { name: 'by a rare word', filter: { text: 'pumps' } },
]
const listed = parse(`query ($me: [_Any!]!, $first: Int!, $after: Cursor, $filter: CaseFilter) {
  _entities(representations: $me) { ... on Viewer {
    cases(view: PARTNER, first: $first, after: $after, filter: $filter) {
      headCursor asOf { lag } pageInfo { hasNextPage endCursor } edges { cursor node { status title unread changedAt } } } } } }`)
const summed = parse(`query ($me: [_Any!]!) { _entities(representations: $me) { ... on Viewer {
  caseSummary(view: PARTNER) { total unread delayed byStatus { status count } byCounterpart { total } } } } }`)

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
const database = await testDatabaseUrl()
const hubSecret = 'a secret for the benchmark that is long enough'
try {
  await migrateStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  const members = await load(database.databaseUrl)
  await measure(members)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await database.close()
  await servers.stop()
}
process.exit()

type Asked = { readonly cases: { readonly edges: readonly { readonly cursor: string }[] } }
type Member = { readonly size: number; readonly id: string; readonly counterpart: string }

/** Writes views as the projector leaves them: nine statuses in turn, two rare ones, 50 counterparts, one in fifty delayed, one in twenty unread. */
async function load(databaseUrl: string): Promise<Member[]> {
  const sql = new Client({ connectionString: databaseUrl })
  sql.on('error', () => undefined)
  await sql.connect()
  await sql.query('set search_path = contracts')
  const members: Member[] = []
  for (const size of sizes) {
    const started = performance.now()
    const id = newId()
    const counterparts = Array.from({ length: 50 }, () => newId())
    await sql.query(
      `insert into partner_view_thread (member_id, thread_id, counterpart_id, title, applied_version, status, delayed, unread, changed_at)
       select $1, uuidv7(), ($2::uuid[])[1 + n % 50], 'Case of steel ' || n, 4,
         case when n % 1000 = 7 then 'DECLINED' when n % 1000 = 8 then 'EXPIRED'
           else (array['REGISTERED', 'REFERRED', 'ORDERED', 'RESPONDED', 'CONTRACTED', 'RESERVED', 'DELIVERED', 'INSPECTED', 'SETTLED'])[1 + n % 9] end,
         n % 50 = 0, (n % 20 = 0)::int, date_trunc('milliseconds', now() - n * interval '20 seconds')
       from generate_series(1, $3::int) n`,
      [id, counterparts, size],
    )
    await sql.query(
      `insert into partner_view_words (member_id, thread_id, words)
       select member_id, thread_id, array_to_tsvector(array[$1::uuid || '/case', $1::uuid || '/steel',
         $1::uuid || case when right(title, 3) = '123' then '/pumps' else '/coils' end])
       from partner_view_thread where member_id = $1`,
      [id],
    )
    await sql.query(
      `insert into partner_view_count select member_id, counterpart_id, status, count(*) from partner_view_thread where member_id = $1 group by 1, 2, 3`,
      [id],
    )
    await sql.query(
      `insert into partner_view_total (member_id, unread, delayed)
       select $1, sum(unread), count(*) filter (where delayed) from partner_view_thread where member_id = $1`,
      [id],
    )
    await sql.query('insert into partner_view_member (member_id) values ($1)', [id])
    members.push({ size, id, counterpart: counterparts[3] ?? '' })
    say(`${size.toLocaleString('en')} cases written in ${((performance.now() - started) / 1_000).toFixed(1)} s`)
  }
  await sql.query('vacuum analyze partner_view_thread')
  await sql.query('vacuum analyze partner_view_words')
  await sql.end()
  return members
}

async function measure(members: readonly Member[]): Promise<void> {
  const store = await openStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  const log = createLog('bench', 'silent')
  const services = createServices({
    store,
    hubSecret,
    log,
    hints: { publish: () => undefined, listen: () => () => undefined, close: async () => undefined },
  })
  const subgraph = createSubgraph(services)
  const ask = async (member: Member, document: typeof listed, variables: object): Promise<Asked> => {
    const answer = await execute({
      schema: subgraph.schema,
      document,
      variableValues: { ...variables, me: [{ __typename: 'Viewer', id: member.id }] },
      contextValue: subgraph.context({
        actor: { memberId: member.id, roles: [], sessionId: 'session' },
        requestId: 'bench',
      }),
    })
    if (answer.errors) throw new Error(answer.errors.map(String).join('\n'))
    return (answer.data as { _entities: [Asked] })._entities[0]
  }
  say(
    `\n| inquiry | ${members.map(({ size }) => `${size.toLocaleString('en')} cases p50`).join(' | ')} | largest by smallest |`,
  )
  say(`| --- |${' --- |'.repeat(members.length + 1)}`)
  for (const { name, filter, deep } of questions) {
    const after = new Map<string, string | null>()
    for (const member of members) after.set(member.id, deep ? await middle(ask, member) : null)
    await row(name, members, async (member) => {
      const { counterpart, ...rest } = filter as { counterpart?: boolean }
      await ask(member, listed, {
        first: 20,
        after: after.get(member.id) ?? null,
        filter: { ...rest, ...(counterpart && { counterpartId: member.counterpart }) },
      })
    })
  }
  await row('summary with counts', members, (member) => ask(member, summed, {}))
  await services.watch.close()
  await store.close()
}

/** The cursor of the case in the middle: made as the list makes them, from the view's own row. */
async function middle(
  ask: (member: Member, document: typeof listed, variables: object) => Promise<Asked>,
  member: Member,
): Promise<string> {
  const since = new Date(Date.now() - (member.size / 2) * 20_000).toISOString()
  const { cases } = await ask(member, listed, { first: 1, filter: { changedBefore: since } })
  return cases.edges[0]?.cursor ?? ''
}

async function row(name: string, members: readonly Member[], act: (member: Member) => Promise<unknown>): Promise<void> {
  const times = new Map<string, number[]>(members.map(({ id }) => [id, []]))
  for (let i = 0; i < warmUps + samples; i++)
    for (const member of members) {
      const started = performance.now()
      await act(member)
      if (i >= warmUps) times.get(member.id)?.push(performance.now() - started)
    }
  const medians = members.map(({ id }) => median(times.get(id) ?? []))
  const ratio = (medians.at(-1) ?? 0) / (medians[0] ?? 1)
  say(`| ${name} | ${medians.map((ms) => `${ms.toFixed(2)} ms`).join(' | ')} | ${ratio.toFixed(2)} |`)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
