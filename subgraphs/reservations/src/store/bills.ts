import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { unpaidOf, type BillingTerms, type BillPayment, type BillToPay, type Closing } from '../domain/billing.ts'
import type { CreditBillModel } from '../graphql/models.ts'

type Sql = Tx['sql']

/** The columns of a bill `b`, its days as text. */
export const billColumns = `b.id, b.bill_number, b.account_id, b.member_id, b.currency, b.nth, b.period_from, b.period_to, b.closed_on::text as closed_on,
  b.due_on::text as due_on, b.amount_minor, b.carried_minor, b.total_minor, b.paid_minor, b.made_at, b.status`

/** How long a posting may take from its time to its commit at most: longer than any lock is waited for. What is later still is on the next bill. */
const stragglerHours = 24

/** How a credit account is billed, and until when it was. Read it under the account's row lock to decide by it. */
export type Billing = { readonly terms: BillingTerms; readonly closedUntil: Date | null; readonly next: Closing }

/** How an account is billed, or null when nobody has granted it yet. */
export async function billingOf(sql: Sql, accountId: string): Promise<Billing | null> {
  const [row] = await sql<{
    closing_day: number
    due_after_days: number
    time_zone: string
    closed_until: string | null
    next_on: string
    next_closing_at: string
  }>(
    `select closing_day, due_after_days, time_zone, closed_until, next_closing_on::text as next_on, next_closing_at
     from credit_billing where account_id = $1`,
    [accountId],
  )
  if (!row) return null
  return {
    terms: { closingDay: row.closing_day, dueAfterDays: row.due_after_days, timeZone: row.time_zone },
    closedUntil: asDateOrNull(row.closed_until),
    next: { day: row.next_on, at: asDate(row.next_closing_at) },
  }
}

/** Writes how an account is billed from now on, and when next. */
export async function saveBilling(tx: Tx, accountId: string, terms: BillingTerms, next: Closing): Promise<void> {
  await tx.sql(
    `insert into credit_billing (account_id, closing_day, due_after_days, time_zone, next_closing_on, next_closing_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id) do update set closing_day = excluded.closing_day, due_after_days = excluded.due_after_days,
       time_zone = excluded.time_zone, next_closing_on = excluded.next_closing_on, next_closing_at = excluded.next_closing_at`,
    [accountId, terms.closingDay, terms.dueAfterDays, terms.timeZone, next.day, next.at],
  )
}

/** Notes that a period has ended, and when the next one does. */
export async function closePeriod(tx: Tx, accountId: string, ended: Date, next: Closing): Promise<void> {
  await tx.sql(
    'update credit_billing set closed_until = $2, next_closing_on = $3, next_closing_at = $4 where account_id = $1',
    [accountId, ended, next.day, next.at],
  )
}

/** Credit accounts whose period has ended, the longest ended first. */
export async function accountsToBill(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ id: string; owner: string; currency: string }[]> {
  return sql(
    `select a.id, a.owner, a.currency from credit_billing c join ledger_account a on a.id = c.account_id
     where c.next_closing_at <= $1 order by c.next_closing_at limit $2`,
    [now, limit],
  )
}

/** A bill as it is made: its lines are what was posted before the end of its period and is on no bill. */
export type NewBill = {
  readonly id: string
  readonly number: string
  readonly accountId: string
  readonly memberId: string
  readonly currency: string
  readonly from: Date | null
  readonly closing: Closing
  readonly due: { readonly dueOn: string; readonly dueUntil: Date }
  readonly at: Date
}

/**
 * Puts all that is to be billed on a new bill, OPEN. The account's row is locked, so nothing is posted on it meanwhile; the key of lines
 * makes certain that no posting is on two bills.
 * @returns null, and nothing written, when there is nothing to bill
 */
export async function insertBill(tx: Tx, bill: NewBill): Promise<BillToPay | null> {
  const [row] = await tx.sql<{ amount: string | null }>(
    `with line as (insert into credit_bill_line (posting_id, bill_id, line, minor)
       select l.posting_id, $1, row_number() over (order by l.posted_at, l.posting_id), case l.side when 'DEBIT' then l.minor else -l.minor end
       from posting_leg l join posting p on p.id = l.posting_id
       where l.account_id = $2 and l.posted_at < $3 and ($4::timestamptz is null or l.posted_at >= $4::timestamptz - make_interval(hours => $5))
         and p.kind <> 'REPAYMENT' and not exists (select 1 from credit_bill_line b where b.posting_id = l.posting_id)
       returning minor)
     select sum(minor) as amount from line`,
    [bill.id, bill.accountId, bill.closing.at, bill.from, stragglerHours],
  )
  if (!row || row.amount === null) return null
  await tx.sql(
    `insert into credit_bill (id, bill_number, account_id, member_id, currency, nth, period_from, period_to, closed_on, due_on, due_until,
       amount_minor, carried_minor, total_minor, made_at, status)
     select $1, $2, $3, $4, $5, count(*) + 1, $6, $7, $8, $9, $10, $11, 0, 0, $12, 'OPEN' from credit_bill where account_id = $3`,
    [
      bill.id,
      bill.number,
      bill.accountId,
      bill.memberId,
      bill.currency,
      bill.from,
      bill.closing.at,
      bill.closing.day,
      bill.due.dueOn,
      bill.due.dueUntil,
      row.amount,
      bill.at,
    ],
  )
  return { id: bill.id, status: 'OPEN', amount: BigInt(row.amount), paid: 0n }
}

/** Notes on a bill that was just made what of earlier ones is unpaid still, and what is to be paid in all. */
export async function saveTotals(tx: Tx, billId: string, carried: bigint, total: bigint): Promise<void> {
  await tx.sql('update credit_bill set carried_minor = $2, total_minor = $3 where id = $1', [billId, carried, total])
}

/** The bills of an account that are not paid, oldest first. Decide by them under the account's row lock. */
export async function unpaidBills(tx: Tx, accountId: string): Promise<BillToPay[]> {
  const rows = await tx.sql<CreditBillModel>(
    `select ${billColumns} from credit_bill b where b.account_id = $1 and b.status <> 'PAID' order by b.nth`,
    [accountId],
  )
  return rows.map(billOf)
}

/** A row as rules know it. */
export function billOf(row: CreditBillModel): BillToPay {
  return { id: row.id, status: row.status, amount: BigInt(row.amount_minor), paid: BigInt(row.paid_minor) }
}

/** What of all that was paid in, or refunded beyond what was drawn, is on no bill yet: the member's credit balance. */
export async function notApplied(sql: Sql, accountId: string): Promise<bigint> {
  const [row] = await sql<{ left: string }>(
    `select (select coalesce(sum(l.minor), 0) from posting_leg l join posting p on p.id = l.posting_id where l.account_id = $1 and p.kind = 'REPAYMENT')
       + (select coalesce(sum(greatest(-amount_minor, 0) - paid_minor), 0) from credit_bill where account_id = $1) as left`,
    [accountId],
  )
  return BigInt(row?.left ?? 0)
}

/** Writes what bills get, and what they come to by it. `postingId` is the repayment by which they get it, or null: a credit balance. */
export async function savePayments(
  tx: Tx,
  payments: readonly BillPayment[],
  postingId: string | null,
  at: Date,
): Promise<void> {
  await tx.sql(
    `with given as (select * from unnest($1::uuid[], $2::bigint[], $3::text[]) as g (id, minor, status)),
       noted as (insert into credit_bill_payment (bill_id, nth, minor, posting_id, paid_at)
         select g.id, (select count(*) + 1 from credit_bill_payment p where p.bill_id = g.id), g.minor, $4, $5 from given g where g.minor > 0)
     update credit_bill b set paid_minor = b.paid_minor + g.minor, status = g.status from given g where b.id = g.id`,
    [
      payments.map(({ bill }) => bill.id),
      payments.map(({ minor }) => minor),
      payments.map(({ status }) => status),
      postingId,
      at,
    ],
  )
}

/** Bills by id, in the order of their making. */
export async function billsById(sql: Sql, ids: readonly string[]): Promise<CreditBillModel[]> {
  return sql<CreditBillModel>(`select ${billColumns} from credit_bill b where b.id = any($1::uuid[]) order by b.id`, [
    ids,
  ])
}

/** Bills whose day has passed unpaid, with their accounts, the longest due first. */
export async function billsPastDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ id: string; owner: string; currency: string }[]> {
  return sql(
    `select id, member_id::text as owner, currency from credit_bill where status in ('OPEN', 'PART_PAID') and due_until <= $1 order by due_until limit $2`,
    [now, limit],
  )
}

/** What all unpaid bills but one come to. */
export function unpaidBeside(bills: readonly BillToPay[], billId: string): bigint {
  return bills.reduce((sum, bill) => (bill.id === billId ? sum : sum + unpaidOf(bill)), 0n)
}
