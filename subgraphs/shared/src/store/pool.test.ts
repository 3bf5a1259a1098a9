import { migrateStore } from './store.ts'
import { beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '../process/wait-for.ts'
import { Client } from 'pg'
import { startLosingProxy } from '../../../../test/fault/lost-replies/losing-proxy.ts'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'

let opened: TestStore
let owner: Client

beforeAll(async () => {
  opened = await testStore({ name: 'listings', entities: [], migrations: [] })
  owner = new Client({ connectionString: opened.databaseUrl })
  await owner.connect()
})

/** Connections of the store that PostgreSQL has closed, whatever they were doing. */
async function cutAll(): Promise<number> {
  const { rows } = await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  return rows.length
}

/** So many transactions that are all under way at the same time: each waits until the others have begun. */
async function together(count: number): Promise<void> {
  let begun = 0
  let all: () => void
  const everybody = new Promise<void>((resolve) => (all = resolve))
  await Promise.all(
    Array.from({ length: count }, () =>
      opened.store.transaction(async (tx) => {
        await tx.sql('select 1')
        if (++begun === count) all()
        await everybody
      }),
    ),
  )
}

test.each([
  ['within a statement', 'select pg_sleep(30)'],
  ['between statements', null],
])('connections that are cut %s of a transaction come back to the pool', async (_, statement) => {
  const size = 10
  for (let round = 0; round < 5; round++) {
    let under = 0
    let cut = (): void => undefined
    const wasCut = new Promise<void>((resolve) => (cut = resolve))
    const running = Array.from({ length: size }, () =>
      opened.store.transaction(async (tx) => {
        await tx.sql('select 1')
        under++
        if (statement) await tx.sql(statement)
        else await wasCut
        await tx.sql('select 1')
      }),
    )
    const settled = Promise.allSettled(running)
    await waitFor(() => under === size, { timeoutMs: 10_000, everyMs: 5, what: 'all transactions to have begun' })
    expect(await cutAll()).toBeGreaterThanOrEqual(size)
    cut()
    expect((await settled).map(({ status }) => status)).toEqual(Array.from({ length: size }, () => 'rejected'))
  }
  await together(size)
})

test('a store whose connections were cut can be closed', async () => {
  await owner.end()
  await expect(opened.close()).resolves.toBeUndefined()
})

test('tables are brought up to date though commits lose their replies meanwhile; a database that is never there is said', async () => {
  const chances = [0, 1, 0, 0]
  const fresh = await testStore({ name: 'listings', entities: [], migrations: [] })
  const proxy = await startLosingProxy(fresh.databaseUrl, () => chances.shift() ?? 1)
  proxy.lose(0.5)
  const definition = { name: 'listings', entities: [], migrations: [] } as const
  const options = { databaseUrl: proxy.url, hubSecret: fresh.hubSecret }
  await migrateStore(definition, options)
  expect(proxy.lost.replies + proxy.lost.requests).toBe(3)
  await proxy.close()
  await expect(migrateStore(definition, options)).rejects.toThrow('ECONNREFUSED')
  await fresh.close()
})
