import { Migration } from '@mikro-orm/migrations'

/**
 * Bills for what members drew on credit (B21). Every posting on a credit account but repayments is a line of one bill; `credit_billing` is
 * when the next is made. What was granted before gets the usual terms: calendar months in UTC, due in 30 days.
 */
export class CreditBills extends Migration {
  override up(): void {
    this.addSql(`create table credit_billing (
      account_id uuid primary key, closing_day int not null check (closing_day between 1 and 31), due_after_days int not null check (due_after_days >= 0),
      time_zone text not null, closed_until timestamptz, next_closing_on date not null, next_closing_at timestamptz not null)`)
    this.addSql(`create index credit_billing_next on credit_billing (next_closing_at)`)
    this.addSql(`alter table credit_line add closing_day int, add due_after_days int, add time_zone text`)
    this.addSql(`insert into credit_billing (account_id, closing_day, due_after_days, time_zone, next_closing_on, next_closing_at)
      select a.id, 31, 30, 'UTC', (m.begin + interval '1 month' - interval '1 day')::date, (m.begin + interval '1 month') at time zone 'UTC'
      from ledger_account a cross join (select date_trunc('month', now() at time zone 'UTC') as begin) m where a.kind = 'CREDIT'`)
    this.addSql(`create table credit_bill (
      id uuid primary key, bill_number text not null unique, account_id uuid not null, member_id uuid not null, currency text not null,
      nth int not null check (nth > 0), period_from timestamptz, period_to timestamptz not null, closed_on date not null, due_on date not null,
      due_until timestamptz not null, amount_minor bigint not null, carried_minor bigint not null check (carried_minor >= 0),
      total_minor bigint not null check (total_minor >= 0), paid_minor bigint not null default 0, made_at timestamptz not null,
      status text not null check (status in ('OPEN', 'PART_PAID', 'PAID', 'OVERDUE')), unique (account_id, nth),
      check (paid_minor >= 0 and paid_minor <= greatest(amount_minor, 0)))`)
    this.addSql(`create index credit_bill_member on credit_bill (member_id, id desc)`)
    this.addSql(`create index credit_bill_unpaid on credit_bill (account_id, nth) where status <> 'PAID'`)
    this.addSql(`create index credit_bill_due on credit_bill (due_until) where status in ('OPEN', 'PART_PAID')`)
    this.addSql(`create table credit_bill_line (
      posting_id uuid primary key, bill_id uuid not null, line int not null check (line > 0), minor bigint not null, unique (bill_id, line))`)
    this.addSql(`create table credit_bill_payment (
      bill_id uuid not null, nth int not null check (nth > 0), minor bigint not null check (minor > 0), posting_id uuid, paid_at timestamptz not null,
      primary key (bill_id, nth))`)
    for (const table of ['credit_bill_line', 'credit_bill_payment']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
  }
}
