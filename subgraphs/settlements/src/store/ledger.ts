import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { assertBalanced, type Leg } from '../domain/ledger.ts'

/** What a posting records, and about what. The same kind for the same subject is posted once, for ever. */
export type NewPosting = {
  readonly kind:
    | 'OBLIGATION_ARISEN'
    | 'OWED_TO_ITSELF'
    | 'WINDOW_CLOSED'
    | 'WINDOW_ABORTED'
    | 'INSTRUCTION_SETTLED'
    | 'RECEIVABLE_PURCHASED'
    | 'RECEIVABLE_RETURNED'
  readonly subjectId: string
  readonly at: Date
  readonly legs: readonly Leg[]
}

/**
 * Posts to the book: legs and balances in one transaction, accounts locked in id order. Throws when the legs do not
 * balance or the posting is there already: whoever posts has made sure of that before.
 */
export async function post(tx: Tx, { kind, subjectId, at, legs }: NewPosting): Promise<void> {
  assertBalanced(legs)
  const postingId = newId()
  await tx.sql('insert into posting (id, kind, subject_id, at) values ($1, $2, $3, $4)', [
    postingId,
    kind,
    subjectId,
    at,
  ])
  const accounts = await lockAccounts(tx, legs)
  const idOf = (leg: Leg): string => {
    const id = accounts.get(keyOf(leg))
    if (id === undefined) throw new Error(`The account ${keyOf(leg)} is not there.`)
    return id
  }
  const ids = legs.map(idOf)
  const amounts = legs.map(({ minor }) => minor.toString())
  await tx.sql(
    `insert into posting_leg (posting_id, leg_no, account_id, currency, minor)
     select $1, l.no, l.account_id, l.currency, l.minor
     from unnest($2::bigint[], $3::text[], $4::bigint[]) with ordinality as l (account_id, currency, minor, no)`,
    [postingId, ids, legs.map(({ currency }) => currency), amounts],
  )
  await tx.sql(
    `update ledger_account a set balance = a.balance + d.minor
     from (select account_id, sum(minor)::bigint as minor from unnest($1::bigint[], $2::bigint[]) as l (account_id, minor) group by account_id) d
     where a.id = d.account_id`,
    [ids, amounts],
  )
}

function keyOf({ account, currency }: Leg): string {
  return `${account.kind} ${account.memberId} ${account.windowId ?? '-'} ${currency}`
}

/** The ids of the legs' accounts by their keys; opened where they are not there yet, and locked in id order. */
async function lockAccounts(tx: Tx, legs: readonly Leg[]): Promise<Map<string, string>> {
  const distinct = [...new Map(legs.map((leg) => [keyOf(leg), leg])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, leg]) => leg)
  const columns = [
    distinct.map(({ account }) => account.kind),
    distinct.map(({ account }) => account.memberId),
    distinct.map(({ account }) => account.windowId),
    distinct.map(({ currency }) => currency),
  ]
  const wanted = `unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[]) as w (kind, member_id, window_id, currency)`
  await tx.sql(
    `insert into ledger_account (kind, member_id, window_id, currency)
     select w.kind, w.member_id, w.window_id, w.currency from ${wanted}
     where not exists (select 1 from ledger_account a where a.kind = w.kind and a.member_id = w.member_id
       and a.window_id is not distinct from w.window_id and a.currency = w.currency)
     on conflict do nothing`,
    columns,
  )
  const rows = await tx.sql<{ id: string; key: string }>(
    `select a.id, a.kind || ' ' || a.member_id || ' ' || coalesce(a.window_id::text, '-') || ' ' || a.currency as key
     from ledger_account a join ${wanted} on a.kind = w.kind and a.member_id = w.member_id
       and a.window_id is not distinct from w.window_id and a.currency = w.currency
     order by a.id for no key update of a`,
    columns,
  )
  return new Map(rows.map(({ id, key }) => [key, id]))
}
