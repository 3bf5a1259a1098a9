import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { AccountChange, AccountKind } from '../domain/account.ts'
import { balanced, type Leg, type Posting, type PostingKind } from '../domain/posting.ts'
import type { LockedAccounts } from './accounts.ts'

export type PostingContext = {
  institutionId: string
  actorId: string
  at: Date
  /** Of a reversal: which posting it takes back, under which reference and why. */
  correction?: { reverses: string; reference: string; reason: string }
}

/** A posting as it was written. */
export type WrittenPosting = { readonly id: string; readonly kind: PostingKind; readonly legs: readonly Leg[] }

/** A posting of this institution by its id, or null. */
export async function postingOf(tx: Tx, institutionId: string, id: string): Promise<WrittenPosting | null> {
  const rows = await tx.sql<{
    kind: PostingKind
    account: AccountKind
    owner: string
    currency: string
    side: Leg['side']
    minor: string
  }>(
    `select p.kind, a.kind as account, a.owner, a.currency, l.side, l.minor
     from posting p join posting_leg l on l.posting_id = p.id join ledger_account a on a.id = l.account_id
     where p.id = $1 and p.institution_id = $2 order by l.leg`,
    [id, institutionId],
  )
  const [first] = rows
  if (!first) return null
  const legs = rows.map(({ account, owner, currency, side, minor }) => ({
    key: { kind: account, owner, currency },
    side,
    minor: BigInt(minor),
  }))
  return { id, kind: first.kind, legs }
}

/**
 * Writes a posting with its legs and moves its accounts, in one statement, so that rows of locked accounts are locked no longer than
 * they must; the database checks once more that it balances. `changes` are what the posting does, with what is freed by it.
 * @returns its id, or null when the same fact was posted before: then nothing was written
 */
export async function post(
  tx: Tx,
  accounts: LockedAccounts,
  posting: Posting,
  changes: readonly AccountChange[],
  context: PostingContext,
): Promise<string | null> {
  const { kind, fact, legs } = balanced(posting)
  const { correction } = context
  const id = newId()
  const [row] = await tx.sql<{ posted: boolean }>(
    `select book_post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::uuid[], $11::text[], $12::text[], $13::bigint[],
       $14::uuid[], $15::bigint[], $16::bigint[], $17::uuid[], $18::bigint[], $19::bigint[], $20) as posted`,
    [
      id,
      context.institutionId,
      kind,
      fact,
      context.actorId,
      context.at,
      correction?.reverses ?? null,
      correction?.reference ?? null,
      correction?.reason ?? null,
      legs.map((l) => accounts.get(l.key).id),
      legs.map((l) => l.key.currency),
      legs.map((l) => l.side),
      legs.map((l) => l.minor),
      ...accounts.moves(changes),
    ],
  )
  return row?.posted ? id : null
}
