import type { SignInRecordKind } from '@torihiki/shared/identity/sign-in.ts'
import type { Store } from '@torihiki/shared/store/store.ts'

/** How many rows one turn forgets; the next goes on. */
const forgottenAtOnce = 1_000
/** How long hand-overs are kept after they were made, for whoever has to look what happened. */
const handOversKeptDays = 30

/** Keeps a record of a flow until it runs out. What it says is sealed; it is found by the hash of its name. */
export async function putRecord(
  store: Store,
  record: { kind: SignInRecordKind; hash: string; grantHash: string | null; sealed: Buffer; expiresAt: Date },
): Promise<void> {
  await store.query(
    `insert into sign_in_record (kind, hash, grant_hash, sealed, expires_at) values ($1, $2, $3, $4, $5)
     on conflict (kind, hash) do update set grant_hash = excluded.grant_hash, sealed = excluded.sealed, expires_at = excluded.expires_at`,
    [record.kind, record.hash, record.grantHash, record.sealed, record.expiresAt],
  )
}

/** A record that has not run out, and whether it was used up. */
export async function findRecord(
  store: Store,
  kind: SignInRecordKind,
  hash: string,
  now: Date,
): Promise<{ sealed: Buffer; consumed: boolean } | null> {
  const [row] = await store.query<{ sealed: Buffer; consumed: boolean }>(
    `select sealed, consumed_at is not null as consumed from sign_in_record where kind = $1 and hash = $2 and expires_at > $3`,
    [kind, hash, now],
  )
  return row ?? null
}

/** Uses a record up. Whether this use was the first: of two at the same time one is. */
export async function consumeRecord(store: Store, kind: SignInRecordKind, hash: string, now: Date): Promise<boolean> {
  const rows = await store.query(
    'update sign_in_record set consumed_at = $3 where kind = $1 and hash = $2 and consumed_at is null returning 1 as used',
    [kind, hash, now],
  )
  return rows.length > 0
}

/** Forgets a record. */
export async function dropRecord(store: Store, kind: SignInRecordKind, hash: string): Promise<void> {
  await store.query('delete from sign_in_record where kind = $1 and hash = $2', [kind, hash])
}

/** Forgets a grant and all that was given under it. */
export async function dropGrant(store: Store, grantHash: string): Promise<void> {
  await store.query(`delete from sign_in_record where grant_hash = $1 or (kind = 'Grant' and hash = $1)`, [grantHash])
}

/** Forgets what has run out, and hand-overs of long ago. */
export async function trimSignIns(store: Store, now: Date): Promise<void> {
  await store.query(
    'delete from sign_in_record where (kind, hash) in (select kind, hash from sign_in_record where expires_at <= $1 limit $2)',
    [now, forgottenAtOnce],
  )
  await store.query('delete from hand_over where id in (select id from hand_over where made_at < $1 limit $2)', [
    new Date(now.getTime() - handOversKeptDays * 86_400_000),
    forgottenAtOnce,
  ])
}
