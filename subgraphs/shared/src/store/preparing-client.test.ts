import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { runsBeforePrepared } from './preparing-client.ts'

let opened: TestStore
let owner: Client

beforeAll(async () => {
  opened = await testStore({ name: 'listings', entities: [], migrations: [] })
  owner = new Client({ connectionString: opened.databaseUrl })
  await owner.connect()
  await owner.query('create table listings.thing (id int primary key, name text)')
  await owner.query(`insert into listings.thing select i, 'thing ' || i from generate_series(1, 9) i`)
  await owner.query('grant all on listings.thing to public')
})
afterAll(() => owner?.end())

const inCommand = (text: string, value: unknown): Promise<unknown[]> =>
  opened.store.transaction((tx) => tx.sql(text, [value]))

/** Whether the connection of this transaction keeps a plan of the statement. */
async function isPrepared(text: string): Promise<boolean> {
  return opened.store.transaction(async (tx) => {
    await tx.sql(text, [1])
    const rows = await tx.sql('select 1 from pg_prepared_statements where statement = $1', [text])
    return rows.length > 0
  })
}

test('a statement that runs often is planned once a connection, with the same answers', async () => {
  const text = 'select name from thing where id = $1'
  expect(await isPrepared(text)).toBe(false)
  for (let run = 0; run <= runsBeforePrepared; run++)
    expect(await inCommand(text, 1 + (run % 9))).toEqual([{ name: `thing ${1 + (run % 9)}` }])
  expect(await isPrepared(text)).toBe(true)
  await expect(inCommand(text, 'nonsense')).rejects.toMatchObject({ code: '22P02' })
  expect(await inCommand(text, 3)).toEqual([{ name: 'thing 3' }])
})

test('what is read outside commands is planned for the values that it is asked with', async () => {
  const text = 'select name from thing where id > $1 order by id'
  for (let run = 0; run <= 2 * runsBeforePrepared; run++) await opened.store.query(text, [8])
  expect(await isPrepared(text)).toBe(false)
})

test('a migration beside it is not noticed: the statement is planned anew', async () => {
  const text = 'select * from thing where id = $1'
  for (let run = 0; run <= runsBeforePrepared; run++) await inCommand(text, 1)
  expect(await isPrepared(text)).toBe(true)
  await owner.query('alter table listings.thing add column colour text')
  expect(await inCommand(text, 2)).toEqual([{ id: 2, name: 'thing 2', colour: null }])
  expect(await inCommand(text, 3)).toEqual([{ id: 3, name: 'thing 3', colour: null }])
})
