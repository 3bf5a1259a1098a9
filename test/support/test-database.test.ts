import { describe, expect, it } from '@jest/globals'
import type { StoreDefinition } from '@torihiki/shared/store/store.ts'
import { Client } from 'pg'
import { testDatabaseUrl, testStore } from './test-database.ts'

const definition: StoreDefinition = { name: 'listings', entities: [], migrations: [] }

async function names(databaseUrl: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(sql)
    return rows.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

describe('a test store', () => {
  it('is migrated, opened with a role of its own, and apart from other test stores', async () => {
    const [one, two] = await Promise.all([testStore(definition), testStore(definition)])
    await one.store.query(`insert into inbox (consumer, event_id) values ('a', gen_random_uuid())`)
    expect(await one.store.query('select consumer from inbox')).toEqual([{ consumer: 'a' }])
    expect(await two.store.query('select consumer from inbox')).toEqual([])
    const [role] = await one.store.query<{ name: string }>('select current_user as name')
    expect(role?.name).toBe(`${new URL(one.databaseUrl).pathname.slice(1)}_listings`)
    await Promise.all([one.close(), two.close()])
  })

  it('leaves neither its database nor its roles behind', async () => {
    const witness = await testDatabaseUrl()
    const { databaseUrl, close } = await testStore(definition)
    const name = new URL(databaseUrl).pathname.slice(1)
    const databases = 'select datname as name from pg_database'
    const roles = 'select rolname as name from pg_roles'
    expect(await names(witness.databaseUrl, databases)).toContain(name)
    expect(await names(witness.databaseUrl, roles)).toContain(`${name}_listings`)
    await close()
    expect(await names(witness.databaseUrl, databases)).not.toContain(name)
    expect(await names(witness.databaseUrl, roles)).not.toContain(`${name}_listings`)
    await witness.close()
  })

  it('can be made anew after the last one was closed', async () => {
    const first = await testStore(definition)
    await first.close()
    const second = await testStore(definition)
    expect(await second.store.query('select 1 as up')).toEqual([{ up: 1 }])
    await Promise.all([second.close(), second.close()])
  })
})
