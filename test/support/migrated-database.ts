import * as contracts from '@torihiki/contracts'
import * as listings from '@torihiki/listings'
import * as members from '@torihiki/members'
import * as reservations from '@torihiki/reservations'
import * as settlements from '@torihiki/settlements'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { migrateStore } from '@torihiki/shared/store/store.ts'
import type { Client } from 'pg'

/** The database that others are copied from, and what it is called until it is whole. */
const [original, unfinished] = ['migrated_original', 'migrated_unfinished']
/** Makers and copiers take turns: a database is copied only while nobody is connected to it. */
const turnLock = 7_411_001
/** How long sessions that have ended may take to be gone. */
const goneMs = 10_000

const rooms = [members, listings, contracts, reservations, settlements]

/**
 * Makes an empty hub's database by copying one that was migrated before: the migrations run once for a server, not once for each hub of a
 * test run. The hub that starts on it makes its own roles and finds nothing left to migrate.
 */
export async function copyMigratedDatabase(server: Client, serverUrl: string, name: string): Promise<void> {
  await server.query('select pg_advisory_lock($1)', [turnLock])
  try {
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [original])
    if (rowCount === 0) await makeOriginal(server, serverUrl)
    await untilUnused(server, original)
    await server.query(`create database "${name}" template ${original}`)
  } finally {
    await server.query('select pg_advisory_unlock($1)', [turnLock])
  }
}

async function makeOriginal(server: Client, serverUrl: string): Promise<void> {
  await server.query(`drop database if exists ${unfinished} with (force)`)
  await server.query(`create database ${unfinished}`)
  const url = new URL(serverUrl)
  url.pathname = `/${unfinished}`
  const options = { databaseUrl: url.href, hubSecret: 'a secret that no hub has: nobody logs in to the original' }
  for (const { storeDefinition } of rooms) await migrateStore(storeDefinition, options)
  await untilUnused(server, unfinished)
  await server.query(`alter database ${unfinished} rename to ${original}`)
}

async function untilUnused(server: Client, name: string): Promise<void> {
  const unused = async (): Promise<boolean> =>
    (await server.query('select 1 from pg_stat_activity where datname = $1', [name])).rowCount === 0
  await waitFor(unused, { timeoutMs: goneMs, everyMs: 20, what: `nobody to be connected to ${name}` })
}
