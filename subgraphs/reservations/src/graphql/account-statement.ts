import {
  badCursor,
  badRequest,
  isKeyInstant,
  pageFrom,
  pageOf,
  type PageRequest,
} from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { LedgerAccountModel, StatementEntryModel } from './models.ts'

/** From an instant to before another. */
export type Period = { readonly from: string; readonly to: string }

const signed = `case l.side when 'CREDIT' then l.minor else -l.minor end`

/**
 * A page of an account's statement: what was posted in the period in the order of (time, posting), with the balance after each, and
 * the balances around the period; all from one snapshot. Opening and closing are sums of postings, never the kept balance.
 * Refuses a period that ends before it begins (BAD_PERIOD), a page size and a cursor as every list does.
 */
export async function readStatement(store: Store, account: LedgerAccountModel, period: Period, page: PageRequest) {
  const { limit, after } = pageOf(page, 2)
  const key = after && { at: String(after[0]), id: String(after[1]) }
  if (key && (!isKeyInstant(key.at) || !isId(key.id))) throw badCursor()
  const [from, to] = [new Date(period.from), new Date(period.to)]
  if (to <= from) throw badRequest('BAD_PERIOD', 'The period ends before it begins: `to` is after `from`.')
  const { rows, opening, closing } = await store.transaction(async (tx) => {
    await tx.sql('set transaction isolation level repeatable read, read only')
    const sums = await readSums(tx, account.id, from, to, key)
    return { ...sums, rows: await readEntries(tx, account.id, { from, to }, key, sums.before, limit + 1) }
  })
  const money = (minor: bigint) => moneyText(moneyOf(minor, account.currency))
  return {
    account,
    openingBalance: money(opening),
    closingBalance: money(closing),
    ...pageFrom(
      rows,
      limit,
      after !== null,
      (row) => [asDate(row.posted_at).toISOString(), row.posting_id],
      (row) => row,
    ),
  }
}

type Key = { at: string; id: string } | null

/** The balance before the period, after it, and before the page. */
async function readSums(tx: Tx, accountId: string, from: Date, to: Date, key: Key) {
  const [row] = await tx.sql<{ opening: string; closing: string; before: string }>(
    `select coalesce(sum(${signed}) filter (where l.posted_at < $2), 0) as opening, coalesce(sum(${signed}), 0) as closing,
            coalesce(sum(${signed}) filter (where l.posted_at < $2 or (l.posted_at, l.posting_id) <= ($4::timestamptz, $5::uuid)), 0) as before
     from posting_leg l where l.account_id = $1 and l.posted_at < $3`,
    [accountId, from, to, key?.at ?? null, key?.id ?? null],
  )
  return {
    opening: BigInt(row?.opening ?? 0),
    closing: BigInt(row?.closing ?? 0),
    before: BigInt(row?.before ?? 0),
  }
}

/** An account comes at most once in a posting, so (time, posting) names a leg of its. */
function readEntries(
  tx: Tx,
  accountId: string,
  { from, to }: { from: Date; to: Date },
  key: Key,
  before: bigint,
  take: number,
): Promise<StatementEntryModel[]> {
  return tx.sql<StatementEntryModel>(
    `select l.posting_id, l.posted_at, l.currency, p.kind, ${signed} as amount, p.reverses, p.reason,
            $7::bigint + sum(${signed}) over (order by l.posted_at, l.posting_id) as after,
            coalesce(p.reference, substr(p.fact, strpos(p.fact, ' ') + 1)) as reference,
            coalesce((select h.reservation_id from hold_capture c join hold h on h.id = c.hold_id where c.posting_id = p.id),
              (select r.reservation_id from refund r where r.posting_id = p.id),
              (select r.reservation_id from debt_reduction d join refund r on r.id = d.refund_id where d.posting_id = p.id)) as reservation_id
     from (select * from posting_leg where account_id = $1 and posted_at >= $2 and posted_at < $3
             and ($4::timestamptz is null or (posted_at, posting_id) > ($4::timestamptz, $5::uuid))
           order by posted_at, posting_id limit $6) l
     join posting p on p.id = l.posting_id order by l.posted_at, l.posting_id`,
    [accountId, from, to, key?.at ?? null, key?.id ?? null, take, before],
  )
}
