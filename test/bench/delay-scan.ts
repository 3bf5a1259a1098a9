import { createServices, dueToCheck, scanDelays, storeDefinition } from '@torihiki/contracts'
import { newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import { migrateStore, openStore } from '@torihiki/shared/store/store.ts'
import { Client } from 'pg'
import { testDatabaseUrl } from '../support/test-database.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * The delay scan over many open contracts of which a part is late, against bare SQL over one connection on a copy of the due dates:
 * once finding them by the index and moving them on in batches of the same size, and once writing what a warning writes too, batch by
 * batch in single statements. `--rows` says how many contracts, `--late` how many of a thousand are late, `--at-once` how many batches
 * the scan has in hand.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const rows = option('rows', 2_000_000)
const latePerMille = option('late', 10)
const atOnce = option('at-once', 3)
const batch = 100
const threadsACase = 50
const members = 1_000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const claim = `select contract_id, kind, part, thread_id, due_on from bare_due where next_check_at <= now() order by next_check_at limit ${batch}
  for no key update skip locked`
const move = `update bare_due d set level = 1, next_check_at = (d.due_on + 7)::timestamp at time zone 'UTC' from claimed c
  where d.contract_id = c.contract_id and d.kind = c.kind and d.part = c.part returning d.contract_id, d.kind, d.part, d.thread_id, d.due_on`

/** Finds and moves on, and nothing else. */
const finding = `with claimed as (${claim}) ${move}`
/** The same, and every row that a warning writes. */
const writing = `with claimed as (${claim}), moved as (${move}),
  of_contract as (select m.*, uuidv7() as id, c.buyer_id, c.seller_id, c.contract_code, t.version + 1 as version
    from moved m join contract c on c.id = m.contract_id join case_thread t on t.id = m.thread_id),
  recorded as (insert into bare_lateness (id, contract_id, thread_id, buyer_id, seller_id, kind, part, level, due_on, falls_on, action, warned_ids, found_at)
    select id, contract_id, thread_id, buyer_id, seller_id, kind, part, 1, due_on, due_on, 'REMIND', array[seller_id], now() from of_contract),
  told as (insert into bare_thread_event (thread_id, version, kind, at, status_before, status_after, delayed, fact, fact_id)
    select thread_id, version, 'LATENESS_FOUND', now(), 'CONTRACTED', 'CONTRACTED', true,
      jsonb_build_object('kind', 'LATENESS_FOUND', 'subject', contract_id, 'late', kind), concat_ws(' ', 'late', kind, contract_id, part, 1)
    from of_contract),
  changed as (update case_thread t set version = o.version, delayed = true, changed_at = now() from of_contract o where t.id = o.thread_id),
  dirty as (insert into bare_source_view_dirty (member_id, thread_id, version) select buyer_id, thread_id, version from of_contract),
  published as (insert into bare_outbox (id, type, payload)
    select uuidv7(), 'LatenessWarned', jsonb_build_object('latenessId', id, 'contractId', contract_id, 'contractCode', contract_code,
      'threadId', thread_id, 'kind', kind, 'level', 1, 'dueOn', due_on, 'warnedIds', array[seller_id]) from of_contract returning id),
  owed as (insert into bare_outbox_delivery (event_id, consumer) select id, 'members' from published)
  select from of_contract`

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
const database = await testDatabaseUrl()
const hubSecret = 'a secret for the benchmark that is long enough'
try {
  await migrateStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  const bare = new Client({ connectionString: database.databaseUrl })
  bare.on('error', () => undefined)
  await bare.connect()
  await bare.query('set search_path = contracts')
  await load(bare)
  await measure(bare)
  await bare.end()
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await database.close()
  await servers.stop()
}
process.exit()

/** Contracts to be delivered and paid within the next year, the late ones yesterday; each with its case, thread and facts. */
async function load(bare: Client): Promise<void> {
  const started = performance.now()
  const parties = Array.from({ length: members }, () => newId())
  const cases = Math.ceil(rows / threadsACase)
  await bare.query(`set maintenance_work_mem = '512MB'`)
  await bare.query('set session_replication_role = replica')
  await bare.query(
    `insert into business_case (id, case_code, source_id, title, description, registered_at)
     select uuidv7(), 'CAS-' || n, ($1::uuid[])[1 + n % ${members}], 'Tea', 'Tea', now() from generate_series(0, $2::int - 1) n`,
    [parties, cases],
  )
  await bare.query(
    `create temporary table drawn as select n, uuidv7() as thread_id, uuidv7() as contract_id,
       c.id as case_id, c.source_id, ($1::uuid[])[1 + (n * 7) % ${members}] as partner_id, (n % 1000 < $2) as late
     from (select id, source_id, row_number() over () - 1 as case_no from business_case) c
     join generate_series(0, $3::int - 1) n on n / ${threadsACase} = c.case_no`,
    [parties, latePerMille, rows],
  )
  await bare.query(
    `insert into case_thread (id, case_id, source_id, partner_id, version, status, delayed, partial, changed_at)
     select thread_id, case_id, source_id, partner_id, 2, 'CONTRACTED', false, false, now() from drawn`,
  )
  await bare.query(
    `insert into thread_event (thread_id, version, kind, at, status_after, delayed, fact, fact_id)
     select thread_id, v, kind, now(), 'CONTRACTED', false, jsonb_build_object('kind', kind, 'subject', contract_id), kind || ' ' || contract_id
     from drawn, (values (1, 'CASE_REGISTERED'), (2, 'CONTRACT_NOTARIZED')) f (v, kind)`,
  )
  await bare.query(
    `insert into contract (id, contract_code, thread_id, buyer_id, seller_id, total_minor, currency, payment, settlement,
       settlement_agent_id, deliver_by, pay_by, notarized_at)
     select contract_id, 'CON-' || n, thread_id, source_id, partner_id, 1000, 'EUR', 'ON_ACCOUNT', 'NET', $1, current_date, current_date, now()
     from drawn`,
    [parties[0]],
  )
  await bare.query(
    `insert into contract_due (contract_id, kind, part, thread_id, due_on, next_check_at)
     select contract_id, kind, 1, thread_id, day, (day + 1)::timestamp at time zone 'UTC'
     from drawn, (values ('DELIVERY'), ('SETTLEMENT')) k (kind), lateral (select current_date +
       case when late and kind = 'DELIVERY' then -1 else 2 + (n % 365)::int end as day) due`,
  )
  await bare.query('set session_replication_role = default')
  await bare.query('create table bare_due as select * from contract_due')
  await bare.query('create index on bare_due (next_check_at) where next_check_at is not null')
  await bare.query('alter table bare_due add primary key (contract_id, kind, part)')
  for (const table of ['lateness', 'thread_event', 'outbox', 'outbox_delivery', 'source_view_dirty'])
    await bare.query(`create table bare_${table} (like ${table} including all)`)
  await bare.query('vacuum analyze')
  say(`${rows.toLocaleString('en')} contracts loaded in ${((performance.now() - started) / 1_000).toFixed(0)} s`)
}

async function drained(bare: Client, statement: string): Promise<{ ms: number; found: number }> {
  const started = performance.now()
  let found = 0
  for (;;) {
    const { rowCount } = await bare.query(statement)
    if (!rowCount) return { ms: performance.now() - started, found }
    found += rowCount
  }
}

async function measure(bare: Client): Promise<void> {
  const store = await openStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  const hints = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }
  const services = createServices({ store, hubSecret, hints, log: createLog('bench', 'silent') })
  const waiting = await dueToCheck(store, services.now())
  const found = await drained(bare, finding)
  await bare.query(`update bare_due d set level = 0, next_check_at = c.next_check_at from contract_due c
    where d.level = 1 and c.contract_id = d.contract_id and c.kind = d.kind and c.part = d.part`)
  const written = await drained(bare, writing)
  // Threads moved on in the yardstick go back, so that the scan meets what it would meet.
  await bare.query('update case_thread set version = 2, delayed = false where delayed')
  await bare.query('vacuum analyze case_thread')
  const started = performance.now()
  let report = { checked: 0, warned: 0, failed: 0 }
  do report = sum(report, await scanDelays(services, { atOnce }))
  while ((await dueToCheck(store, services.now())) > 0)
  const ours = performance.now() - started
  const again = performance.now()
  await scanDelays(services)
  const idle = performance.now() - again
  const { rows: plan } = await bare.query<{ 'QUERY PLAN': string }>(
    `explain select 1 from contract_due where next_check_at <= now() order by next_check_at limit ${batch}`,
  )
  say(
    `${waiting.toLocaleString('en')} waiting; ${report.checked.toLocaleString('en')} looked at, ${report.warned} warned, ${report.failed} failed`,
  )
  say(plan.map((row) => row['QUERY PLAN'].trim()).join(' | '))
  say(`| what | time | a second | of ours |\n| --- | --- | --- | --- |`)
  for (const [what, ms, count] of [
    [`torihiki, ${atOnce} batches at once`, ours, report.warned],
    ['bare SQL: found and moved on', found.ms, found.found],
    ['bare SQL: all rows written', written.ms, written.found],
  ] as const)
    say(
      `| ${what} | ${(ms / 1_000).toFixed(2)} s | ${Math.round(count / (ms / 1_000)).toLocaleString('en')} | ${(ms / ours).toFixed(2)} |`,
    )
  say(`\nA scan that finds nothing: ${idle.toFixed(1)} ms.`)
  await services.watch.close()
  await store.close()
}

type Report = Awaited<ReturnType<typeof scanDelays>>

function sum(a: Report, b: Report): Report {
  return { checked: a.checked + b.checked, warned: a.warned + b.warned, failed: a.failed + b.failed }
}
