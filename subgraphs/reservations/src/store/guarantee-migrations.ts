import { Migration } from '@mikro-orm/migrations'

/**
 * Guarantees (B10) and their pools (B13). A guarantee's row says where it stands; its steps, payments and the versions of a pool are records
 * that are never changed. Each guarantor and each institution has a book of its own in the tables of the book.
 */
class Guarantees extends Migration {
  override up(): void {
    this.addSql(`create table guarantee (
      id uuid primary key, transaction_number text unique, guarantor_id uuid not null, approver_id uuid, payer_id uuid not null,
      payee_id uuid not null, minor bigint not null check (minor > 0), currency text not null, due_on date not null, status text not null,
      requested_at timestamptz not null, expires_at timestamptz not null, refusal text, pool_id uuid, reservation_id uuid unique,
      payable_minor bigint check (payable_minor > 0 and payable_minor <= minor), steps int not null default 0)`)
    for (const part of ['payer_id', 'payee_id', 'guarantor_id', 'approver_id'])
      this.addSql(`create index guarantee_${part} on guarantee (${part}, id desc)`)
    this.addSql(
      `create index guarantee_cover on guarantee (payer_id, payee_id) where status = 'GRANTED' and reservation_id is null`,
    )
    this.addSql(`create index guarantee_expiry on guarantee (expires_at) where status in ('REQUESTED', 'GRANTED')`)
    this.addSql(`create index guarantee_pool_id on guarantee (pool_id) where pool_id is not null`)
    this.addSql(`create table guarantee_step (
      guarantee_id uuid not null, nth int not null, kind text not null, by_id uuid, operator_id uuid, at timestamptz not null,
      primary key (guarantee_id, nth))`)
    this.addSql(`create table guarantee_payment (
      id uuid primary key, guarantee_id uuid not null, kind text not null check (kind in ('PAYMENT', 'INVOCATION', 'REPAYMENT')),
      institution_id uuid not null, creditor_id uuid not null, minor bigint not null check (minor > 0), currency text not null,
      reference text, taken_by text, posting_id uuid not null unique, at timestamptz not null, unique (guarantee_id, kind))`)
    this.addSql(`create index guarantee_payment_institution on guarantee_payment (institution_id, id desc)`)
    this.addSql(`create table guarantee_pool (
      id uuid primary key, guarantor_id uuid not null, holder_id uuid not null, use text not null check (use in ('PAYER', 'APPROVER')),
      currency text not null, version int not null, limit_minor bigint not null check (limit_minor >= 0),
      used_minor bigint not null default 0 check (used_minor >= 0), until date not null, revoked_at timestamptz,
      unique (guarantor_id, holder_id, use, currency))`)
    this.addSql(`create index guarantee_pool_holder on guarantee_pool (holder_id, id desc)`)
    this.addSql(`create table guarantee_pool_version (
      pool_id uuid not null, version int not null, limit_minor bigint not null, until date not null, revoked boolean not null, set_by uuid not null,
      set_at timestamptz not null, primary key (pool_id, version))`)
    this.addSql(
      `create table member_sponsor (member_id uuid primary key, sponsor_id uuid not null, version int not null)`,
    )
    for (const table of ['guarantee_step', 'guarantee_payment', 'guarantee_pool_version'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    this.addSql(`alter table payment_reservation add guarantee_id uuid`)
    this.addSql(`alter table ledger_account drop constraint ledger_account_kind_check`)
    this.addSql(`alter table ledger_account add constraint ledger_account_kind_check
      check (kind in ('DEPOSIT', 'CREDIT', 'ACQUIRER', 'DUE_OUT', 'DUE_IN', 'CASH'))`)
  }
}

/** Gifts (B11): names and addresses are sealed under a key of each gift's own, which stands in `personal_key` under the gift's id. */
class Gifts extends Migration {
  override up(): void {
    this.addSql(`create table personal_key (member_id uuid primary key, wrapped bytea not null)`)
    this.addSql(`create table gift (
      id uuid primary key, thread_id uuid not null unique, payer_id uuid not null, merchant_id uuid not null, recipient_id uuid, sealed text,
      receipt_is_inspection boolean not null, handler_id uuid, handling text check (handling in ('CARRIER', 'STORE')), status text not null,
      received_on date, forget_at timestamptz)`)
    for (const part of ['payer_id', 'merchant_id', 'recipient_id', 'handler_id'])
      this.addSql(`create index gift_${part} on gift (${part}, id desc)`)
    this.addSql(`create index gift_forget on gift (forget_at) where forget_at is not null`)
    this.addSql(`create table gift_step (
      gift_id uuid not null, nth int not null, kind text not null, by_id uuid not null, operator_id uuid, at timestamptz not null,
      primary key (gift_id, nth))`)
    this.addSql(`create trigger gift_step_append_only before update or delete or truncate on gift_step
      for each statement execute function refuse_change()`)
  }
}

/** What came with guarantees and gifts, in order. */
export const guaranteeMigrations = [
  { name: '100-guarantees', class: Guarantees },
  { name: '101-gifts', class: Gifts },
]
