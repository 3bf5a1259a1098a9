import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Pool, PoolUse } from '../domain/pool.ts'

/** A pool's row, its day as text. `today` is the database's, in UTC. */
export type PoolRow = {
  readonly id: string
  readonly guarantor_id: string
  readonly holder_id: string
  readonly use: PoolUse
  readonly currency: string
  readonly version: number
  readonly limit_minor: string
  readonly used_minor: string
  readonly until: string
  readonly revoked_at: string | null
  readonly today: string
}

/** The columns of a pool `q`. */
export const poolColumns = `q.id, q.guarantor_id, q.holder_id, q.use, q.currency, q.version, q.limit_minor, q.used_minor, q.until::text as until,
  q.revoked_at, (now() at time zone 'UTC')::date::text as today`

/** A row as rules know it. */
export function poolOf(row: PoolRow): Pool {
  return {
    limit: BigInt(row.limit_minor),
    used: BigInt(row.used_minor),
    until: row.until,
    revoked: row.revoked_at !== null,
  }
}

/** Which pool: whose, for whom, for what, in which currency. */
export type PoolKey = { guarantorId: string; holderId: string; use: PoolUse; currency: string }

/** A pool by its key, its row locked: all that is granted within it is granted one after the other. Null when there is none. */
export async function lockPool(tx: Tx, { guarantorId, holderId, use, currency }: PoolKey): Promise<PoolRow | null> {
  const [row] = await tx.sql<PoolRow>(
    `select ${poolColumns} from guarantee_pool q where q.guarantor_id = $1 and q.holder_id = $2 and q.use = $3 and q.currency = $4
     for no key update`,
    [guarantorId, holderId, use, currency],
  )
  return row ?? null
}

/** A pool by its id, its row locked. */
export async function lockPoolById(tx: Tx, id: string): Promise<PoolRow | null> {
  const [row] = await tx.sql<PoolRow>(`select ${poolColumns} from guarantee_pool q where q.id = $1 for no key update`, [
    id,
  ])
  return row ?? null
}

/** What a pool is set to from now on. */
export type PoolTerms = { limit: bigint; until: string; revoked: boolean; setBy: string; at: Date }

/** Makes a pool when there is none of this key, and locks it. */
export async function ensurePool(tx: Tx, key: PoolKey): Promise<PoolRow> {
  await tx.sql(
    `insert into guarantee_pool (id, guarantor_id, holder_id, use, currency, version, limit_minor, until)
     values ($1, $2, $3, $4, $5, 0, 0, (now() at time zone 'UTC')::date) on conflict (guarantor_id, holder_id, use, currency) do nothing`,
    [newId(), key.guarantorId, key.holderId, key.use, key.currency],
  )
  const row = await lockPool(tx, key)
  if (!row) throw new Error('A pool was made, but is not there.')
  return row
}

/** Gives a locked pool its next version. */
export async function insertPoolVersion(tx: Tx, pool: PoolRow, terms: PoolTerms): Promise<void> {
  const version = pool.version + 1
  await tx.sql(
    `insert into guarantee_pool_version (pool_id, version, limit_minor, until, revoked, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [pool.id, version, terms.limit, terms.until, terms.revoked, terms.setBy, terms.at],
  )
  await tx.sql('update guarantee_pool set version = $2, limit_minor = $3, until = $4, revoked_at = $5 where id = $1', [
    pool.id,
    version,
    terms.limit,
    terms.until,
    terms.revoked ? terms.at : null,
  ])
}

/** Changes what guarantees use of a pool, below zero when they give back. The caller has looked whether it fits. */
export async function usePool(tx: Tx, poolId: string, byMinor: bigint): Promise<void> {
  await tx.sql('update guarantee_pool set used_minor = used_minor + $2::bigint where id = $1', [poolId, byMinor])
}
