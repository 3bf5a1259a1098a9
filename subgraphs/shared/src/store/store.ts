import { MikroORM, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql'
import { Migrator, type Migration } from '@mikro-orm/migrations'
import type { Configuration } from '@mikro-orm/core'
import type { AbstractSqlDriver } from '@mikro-orm/sql'
import { consumersOf, type EventPayload, type EventType, type SubgraphName } from '@torihiki/schema'
import { writeEntries, type FeedAppend, type NewFeedEntry } from '../feeds/write-entries.ts'
import { derivePassword } from '../identity/derive.ts'
import { newId } from '../ids.ts'
import { isRefusal, type Refusal } from '../refusals.ts'
import { wasBrokenOff, wasCut } from './broken-off.ts'
import { ReleasingDriver } from './releasing-driver.ts'
import { RuntimeTables } from './runtime-tables.ts'
import { runSql, type Row } from './sql.ts'
import { UsageStripes } from './usage-stripes.ts'

/** Connections that one process keeps per subgraph; 5 subgraphs in 2 processes stay far below PostgreSQL's 200. */
export const poolSize = 12
/** How long a statement may wait for a row lock before it is given up, so that a stuck transaction is seen. */
export const lockTimeoutMs = 10_000
/** How often a transaction is tried again when PostgreSQL broke it off for a deadlock, a serialization failure or a stale plan. */
export const retriesOfBrokenTransactions = 3

/** How often tables are brought up to date again when the connection was cut meanwhile: a database that is just restarting is no reason to end. */
export const retriesOfCutMigrations = 5

/** A migration as MikroORM runs it. */
export type MigrationClass = new (driver: AbstractSqlDriver, config: Configuration) => Migration

/** What a subgraph's `store` room declares: its entities and its migrations in order. */
export type StoreDefinition = {
  readonly name: SubgraphName
  readonly entities: readonly EntitySchema[]
  readonly migrations: readonly { readonly name: string; readonly class: MigrationClass }[]
  /** Tables that only grow: the hub's own role may not change or remove a row of them. */
  readonly appendOnly?: readonly string[]
}

/** One database transaction: the entity manager, plain SQL, and events that are published if it commits. */
export type Tx = {
  readonly em: EntityManager
  sql<T = Row>(text: string, parameters?: readonly unknown[]): Promise<T[]>
  /** Writes the event to the outbox, with one delivery owed to each of its consumers. Returns the event's id. */
  publish<T extends EventType>(type: T, payload: EventPayload<T>): Promise<string>
  /** The same for several events of one type, in one statement. They are handed on in this order. */
  publishAll<T extends EventType>(type: T, payloads: readonly EventPayload<T>[]): Promise<string[]>
  /** Appends entries to a feed. They are written at the end of the transaction, so that others wait for the feed no longer than a commit takes. */
  append(feed: string, entries: readonly NewFeedEntry[]): void
  /** Runs work of which nothing remains when it is refused, within a transaction that goes on. */
  attempt<T extends object>(work: () => Promise<T | Refusal>): Promise<T | Refusal>
  /** Runs after the commit, when it did commit: hints only, nothing that matters. */
  afterCommit(hint: () => void): void
}

/** A subgraph's database, opened with a role of its own that cannot read another's schema. */
export type Store = {
  readonly name: SubgraphName
  readonly orm: MikroORM
  /** Where the role may connect to, for LISTEN. */
  readonly connectionUrl: string
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A query outside a transaction. */
  query<T = Row>(text: string, parameters?: readonly unknown[]): Promise<T[]>
  /** A fresh entity manager for reading. */
  reader(): EntityManager
  close(): Promise<void>
}

/** Where the database is (its owner's URL), and the secret from which the roles' passwords are derived. */
export type StoreOptions = { databaseUrl: string; hubSecret: string; poolSize?: number }

const migrationLock = 7_404_001

/**
 * Makes the subgraph's role and schema if they are not there, and brings its tables up to date. Runs as the owner
 * named by DATABASE_URL; safe to run from several processes at once (they take turns by an advisory lock), and again when its
 * connection was cut: each migration is on record in the transaction that makes it.
 */
export async function migrateStore(definition: StoreDefinition, options: StoreOptions): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await migrate(definition, options)
    } catch (error) {
      if (attempt >= retriesOfCutMigrations || !wasCut(error)) throw error
    }
  }
}

async function migrate(definition: StoreDefinition, options: StoreOptions): Promise<void> {
  const { name } = definition
  const orm = await MikroORM.init({
    // A connection that is cut in the middle of a migration would else be the only one for ever: the start would wait and never fail.
    driver: ReleasingDriver,
    clientUrl: options.databaseUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
    migrations: {
      tableName: `${name}.migrations`,
      migrationsList: [
        { name: '000-runtime-tables', class: RuntimeTables },
        { name: '000-usage-stripes', class: UsageStripes },
        ...definition.migrations,
      ],
      snapshot: false,
      silent: true,
    },
  })
  try {
    const run = (text: string): Promise<Row[]> => runSql(orm.em, text)
    await run(`select pg_advisory_lock(${migrationLock})`)
    const role = await ensureRole(orm, name, options.hubSecret)
    await run(`create schema if not exists ${name}`)
    await run(`set search_path = ${name}, public`)
    await orm.migrator.up()
    await grantRights(run, definition, role)
    await run(`select pg_advisory_unlock(${migrationLock})`)
  } finally {
    await orm.close(true)
  }
}

async function grantRights(
  run: (text: string) => Promise<Row[]>,
  { name: schema, appendOnly = [] }: StoreDefinition,
  role: string,
): Promise<void> {
  await run(`revoke all on schema ${schema} from public`)
  await run(`grant usage on schema ${schema} to "${role}"`)
  await run(`grant select, insert, update, delete on all tables in schema ${schema} to "${role}"`)
  await run(`grant usage, select on all sequences in schema ${schema} to "${role}"`)
  for (const table of appendOnly) {
    await run(`revoke update, delete, truncate on ${schema}.${table} from "${role}"`)
  }
}

async function ensureRole(orm: MikroORM, name: SubgraphName, hubSecret: string): Promise<string> {
  const [database] = await runSql<{ name: string }>(orm.em, 'select current_database() as name')
  const role = roleName(database?.name ?? '', name)
  const password = derivePassword(hubSecret, `database-role/${name}`)
  const [found] = await runSql(orm.em, 'select 1 from pg_roles where rolname = $1', [role])
  if (!found) await runSql(orm.em, `create role "${role}" login password '${password}'`)
  else await runSql(orm.em, `alter role "${role}" with login password '${password}'`)
  await runSql(orm.em, `alter role "${role}" set search_path = ${name}`)
  await runSql(orm.em, `alter role "${role}" set lock_timeout = ${lockTimeoutMs}`)
  await runSql(orm.em, `grant connect on database "${database?.name}" to "${role}"`)
  return role
}

function roleName(database: string, name: SubgraphName): string {
  return `${database}_${name}`
}

/** Opens a subgraph's store with its own role. `migrateStore` must have run before. */
export async function openStore(definition: StoreDefinition, options: StoreOptions): Promise<Store> {
  const url = new URL(options.databaseUrl)
  url.username = roleName(url.pathname.slice(1), definition.name)
  url.password = derivePassword(options.hubSecret, `database-role/${definition.name}`)
  const orm = await MikroORM.init({
    driver: ReleasingDriver,
    clientUrl: url.href,
    entities: [...definition.entities],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: options.poolSize ?? poolSize },
    ensureDatabase: false,
  })
  return {
    name: definition.name,
    orm,
    connectionUrl: url.href,
    transaction: (work) => inTransaction(orm, work),
    query: (text, parameters) => runSql(orm.em.fork(), text, parameters),
    reader: () => orm.em.fork(),
    close: () => orm.close(true),
  }
}

async function inTransaction<T>(orm: MikroORM, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const hints: (() => void)[] = []
    try {
      const value = await orm.em.fork().transactional(async (em) => {
        const appends: FeedAppend[] = []
        const done = await work(newTx(em, appends, hints))
        await writeEntries((text, parameters) => runSql(em, text, parameters), appends)
        return done
      })
      for (const hint of hints) hint()
      return value
    } catch (error) {
      if (attempt >= retriesOfBrokenTransactions || !wasBrokenOff(error)) throw error
    }
  }
}

function newTx(em: EntityManager, appends: FeedAppend[], hints: (() => void)[]): Tx {
  const sql: Tx['sql'] = (text, parameters) => runSql(em, text, parameters)
  return {
    em,
    sql,
    publish: async (type, payload) => {
      const [id = ''] = await publish(sql, type, [payload])
      return id
    },
    publishAll: (type, payloads) => publish(sql, type, payloads),
    append: (feed, entries) => void appends.push(...entries.map((entry) => ({ feed, entry }))),
    async attempt(tried) {
      const [appended, hinted] = [appends.length, hints.length]
      await sql('savepoint attempt')
      const answer = await tried()
      if (isRefusal(answer)) {
        appends.length = appended
        hints.length = hinted
        await sql('rollback to savepoint attempt')
      }
      await sql('release savepoint attempt')
      return answer
    },
    afterCommit: (hint) => void hints.push(hint),
  }
}

async function publish(sql: Tx['sql'], type: EventType, payloads: readonly unknown[]): Promise<string[]> {
  // Ids in the order of the events: the relay goes by it.
  const ids = payloads.map(() => newId()).toSorted()
  if (ids.length === 0) return ids
  await sql(
    `with event as (insert into outbox (id, type, payload)
                      select e.id, $2, e.payload from unnest($1::uuid[], $3::jsonb[]) as e (id, payload) returning id),
          owed as (insert into outbox_delivery (event_id, consumer) select event.id, c from event, unnest($4::text[]) c)
     select pg_notify('outbox', current_schema())`,
    [ids, type, payloads.map((payload) => JSON.stringify(payload)), [...consumersOf[type]]],
  )
  return ids
}
