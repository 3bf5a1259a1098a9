import { randomBytes } from 'node:crypto'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePostgres } from '@torihiki/shared/process/postgres.ts'
import { migrateStore, openStore, type Store, type StoreDefinition } from '@torihiki/shared/store/store.ts'
import { Client } from 'pg'

/** A migrated store over a database of its own. `close` closes it and drops the database with its roles. */
export type TestStore = { store: Store; hubSecret: string; databaseUrl: string; close(): Promise<void> }

/** An empty database of its own. `close` drops it, and the roles that were made for it, whoever is still connected. */
export type TestDatabase = { databaseUrl: string; close(): Promise<void> }

type Server = { url: string; stop(): Promise<void> }

/** The server that tests of this file share when the test runner gave none, and how many databases are open in it. */
let shared: { server: Promise<Server>; users: number } | null = null
/** The end of the last shared server: the next is started after it. */
let stopping: Promise<void> = Promise.resolve()

/**
 * A fresh store on PostgreSQL: migrated, and opened with the subgraph's own role. Uses the server of `TEST_DATABASE_URL`,
 * which `npm test` sets; without it starts one that lives until the last store of the test file is closed.
 * @param hubSecret what the role's password is derived from; random unless several stores must share it
 */
export async function testStore(
  definition: StoreDefinition,
  hubSecret: string = randomBytes(32).toString('hex'),
): Promise<TestStore> {
  const database = await testDatabaseUrl()
  try {
    const { databaseUrl } = database
    await migrateStore(definition, { databaseUrl, hubSecret })
    const store = await openStore(definition, { databaseUrl, hubSecret })
    const close = async (): Promise<void> => {
      await store.close()
      await database.close()
    }
    return { store, hubSecret, databaseUrl, close }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A fresh database without a store, by the URL of its owner: what a hub is given as `DATABASE_URL`. Empty, unless it is created otherwise. */
export async function testDatabaseUrl(
  create: (server: Client, url: string, name: string) => Promise<unknown> = (server, _url, name) =>
    server.query(`create database "${name}"`),
): Promise<TestDatabase> {
  const server = await useServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  try {
    await asOwner(server.url, (owner) => create(owner, server.url, name))
  } catch (error) {
    await server.leave()
    throw error
  }
  const url = new URL(server.url)
  url.pathname = `/${name}`
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => dropDatabase(server.url, name).finally(() => server.leave())
  return { databaseUrl: url.href, close: () => (closed ??= close()) }
}

async function useServer(): Promise<{ url: string; leave(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, leave: async () => undefined }
  shared ??= { server: stopping.then(startServer), users: 0 }
  const mine = shared
  mine.users += 1
  const leave = async (): Promise<void> => {
    mine.users -= 1
    if (mine.users > 0) return
    if (shared === mine) shared = null
    stopping = mine.server.then((server) => server.stop()).catch(() => undefined)
    await stopping
  }
  try {
    return { url: (await mine.server).url, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

async function startServer(): Promise<Server> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'torihiki-test-')))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const postgres = await ensurePostgres({ dataDirectory: join(folder, 'postgres'), log: () => undefined })
    return { url: postgres.url, stop: () => postgres.stop().finally(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Roles belong to the server, not to the database: those that `migrateStore` made are named after it. */
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asOwner(serverUrl, async (owner) => {
    await owner.query(`drop database if exists "${name}" with (force)`)
    const roles = await owner.query<{ rolname: string }>(
      'select rolname from pg_roles where starts_with(rolname, $1)',
      [`${name}_`],
    )
    for (const { rolname } of roles.rows) await owner.query(`drop role "${rolname}"`)
  })
}

/** Works on a database as its owner. */
export async function asOwner<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: url })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
