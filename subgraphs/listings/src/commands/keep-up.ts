import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ListingsServices } from '../services.ts'
import { dropEmptyCarts, dropLapsedCarts } from '../store/carts.ts'
import { statedOf, type StatedRow } from '../store/opportunities.ts'
import { indexOpportunity } from '../store/save-opportunity.ts'
import { indexVersion } from '../store/search-migrations.ts'

/** How many opportunities one turn takes out of the lists, or indexes anew; the next goes on. */
export const upkeepBatch = 500

/**
 * Keeps the index small and of the present kind (A2): takes what has expired out of it, and indexes anew what was indexed by older
 * rules, and removes carts that lapsed, and members' empty ones (C1). No result depends on it: who reads looks at the times itself.
 * @returns how many opportunities and carts were touched
 */
export async function keepListings(services: ListingsServices): Promise<number> {
  const expired = await services.store.query(
    `update opportunity set listed = false where id in (
       select id from opportunity where listed and valid_until < $1 order by valid_until limit $2 for no key update skip locked) returning 1 as gone`,
    [services.now(), upkeepBatch],
  )
  const lapsed = await services.store.transaction((tx) => dropLapsedCarts(tx, services.now(), upkeepBatch))
  const empty = await services.store.transaction((tx) => dropEmptyCarts(tx, services.now(), upkeepBatch))
  const indexed = await services.store.transaction(indexBatch)
  return expired.length + lapsed + empty + indexed
}

async function indexBatch(tx: Tx): Promise<number> {
  const rows = await tx.sql<StatedRow & { id: string }>(
    `select * from opportunity where index_version < $1 order by index_version, id limit $2 for no key update skip locked`,
    [indexVersion, upkeepBatch],
  )
  for (const row of rows) await indexOpportunity(tx, row.id, statedOf(row))
  return rows.length
}
