import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { balanced, type Posting } from '../domain/posting.ts'
import type { LockedAccounts } from './accounts.ts'

export type PostingContext = { institutionId: string; actorId: string; at: Date }

/**
 * Writes a posting with its legs in one statement each; the database checks once more that it balances.
 * @returns its id, or null when the same fact was posted before: then nothing was written
 */
export async function insertPosting(
  tx: Tx,
  accounts: LockedAccounts,
  posting: Posting,
  context: PostingContext,
): Promise<string | null> {
  const { kind, fact, legs } = balanced(posting)
  const id = newId()
  const written = await tx.sql(
    `insert into posting (id, institution_id, kind, fact, actor_id, posted_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (institution_id, fact) do nothing returning id`,
    [id, context.institutionId, kind, fact, context.actorId, context.at],
  )
  if (written.length === 0) return null
  await tx.sql(
    `insert into posting_leg (posting_id, leg, account_id, currency, side, minor)
     select $1::uuid, l.i, l.account, l.currency, l.side, l.minor
     from unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[]) with ordinality as l (account, currency, side, minor, i)`,
    [
      id,
      legs.map((l) => accounts.get(l.key).id),
      legs.map((l) => l.key.currency),
      legs.map((l) => l.side),
      legs.map((l) => l.minor),
    ],
  )
  return id
}
