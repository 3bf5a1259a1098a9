import type { Tx } from '../store/store.ts'
import { newSealingKey, type Sealer } from './seal.ts'

/**
 * The key under which what is personal of a member is sealed in this subgraph, in its table `personal_key`; null when there is none, or it
 * was destroyed. It is itself sealed under the hub's: a copy of the tables alone opens nothing.
 */
export async function personalKeyOf(sql: Tx['sql'], sealer: Sealer, memberId: string): Promise<Buffer | null> {
  const [row] = await sql<{ wrapped: Buffer }>('select wrapped from personal_key where member_id = $1', [memberId])
  return row ? sealer.open(row.wrapped, keyAbout(memberId)) : null
}

/** The same, made when there is none. */
export async function ensurePersonalKey(tx: Tx, sealer: Sealer, memberId: string): Promise<Buffer> {
  await tx.sql('insert into personal_key (member_id, wrapped) values ($1, $2) on conflict do nothing', [
    memberId,
    sealer.seal(newSealingKey(), keyAbout(memberId)),
  ])
  const key = await personalKeyOf(tx.sql, sealer, memberId)
  if (!key) throw new Error(`The personal key of ${memberId} was made, but is not there.`)
  return key
}

/** Destroys it: what it sealed is unreadable wherever a copy of it lies. */
export async function destroyPersonalKey(tx: Tx, memberId: string): Promise<void> {
  await tx.sql('delete from personal_key where member_id = $1', [memberId])
}

const keyAbout = (memberId: string): string => `personal-key/${memberId}`
