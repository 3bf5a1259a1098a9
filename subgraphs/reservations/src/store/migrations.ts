import { Migration } from '@mikro-orm/migrations'
import { authorizationSystems } from './authorization-systems-migration.ts'
import { cardDestructions, sealedAccounts } from './card-vault-migration.ts'
import { creditClaims, debtReductions } from './claims-migration.ts'
import { probes } from './probe-migration.ts'
import { referrals } from './referral-migration.ts'
import { captureSettlements } from './settlement-migration.ts'
import { bookMigrations } from './book-migrations.ts'
import { guaranteeMigrations } from './guarantee-migrations.ts'
import { bookByKey } from './book-by-key-migration.ts'
import { CreditBills } from './billing-migration.ts'
import { MethodKinds } from './method-kinds-migration.ts'
import { lanes } from './lanes-migration.ts'
import { slowedTo } from './slowed-to-migration.ts'
import { InspectionBy } from './inspection-by-migration.ts'
import { RefundsFromDeposits, Returns } from './returns-migration.ts'

/**
 * Legs and holds do not refer to accounts by foreign keys: each would take a share lock on a hot account row. The audit
 * finds what a foreign key would.
 */
class Book extends Migration {
  override up(): void {
    this.addSql(`create table ledger_account (
      id uuid primary key, institution_id uuid not null, kind text not null check (kind in ('DEPOSIT', 'CREDIT', 'ACQUIRER', 'DUE_OUT', 'CASH')),
      owner text not null, currency text not null, balance_minor bigint not null default 0, held_minor bigint not null default 0 check (held_minor >= 0),
      line_minor bigint not null default 0 check (line_minor >= 0),
      check (kind <> 'DEPOSIT' or balance_minor >= held_minor), unique (institution_id, kind, owner, currency))`)
    this.addSql(`create index ledger_account_owner on ledger_account (owner)`)
    this.addSql(`create table credit_line (
      id uuid primary key, account_id uuid not null, line_minor bigint not null, set_by uuid not null, set_at timestamptz not null)`)
    this.addSql(`create index credit_line_account on credit_line (account_id)`)
    this.addSql(`create table posting (
      id uuid primary key, institution_id uuid not null, kind text not null, fact text not null, actor_id uuid not null,
      posted_at timestamptz not null, unique (institution_id, fact))`)
    this.addSql(`create table posting_leg (
      posting_id uuid not null, leg int not null, account_id uuid not null, currency text not null,
      side text not null check (side in ('DEBIT', 'CREDIT')), minor bigint not null check (minor > 0), primary key (posting_id, leg))`)
    this.addSql(`create index posting_leg_account on posting_leg (account_id)`)
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'rows of % are never changed or removed', tg_table_name; end $$`)
    this.addSql(`create function refuse_unbalanced() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from fresh group by posting_id, currency having sum(case side when 'CREDIT' then minor else -minor end) <> 0) then
          raise exception 'debits and credits of a posting differ';
        end if;
        return null;
      end $$`)
    this.addSql(`create trigger posting_leg_balanced after insert on posting_leg referencing new table as fresh
      for each statement execute function refuse_unbalanced()`)
  }
}

class Reservations extends Migration {
  override up(): void {
    this.addSql(`create table payment_method (
      id uuid primary key, member_id uuid not null, kind text not null, name text not null, currency text not null,
      card_token text, card_brand text, card_last_four text, card_expiry text, card_company text, registered_at timestamptz not null,
      check ((kind = 'CARD') = (card_token is not null)))`)
    this.addSql(`create index payment_method_member on payment_method (member_id)`)
    this.addSql(`create table thread (
      id uuid primary key, source_id uuid, partner_id uuid, ended_as text, order_id uuid, ordered_minor bigint, ordered_currency text)`)
    this.addSql(`create table contract_terms (
      contract_id uuid primary key, contract_code text not null, thread_id uuid not null unique, buyer_id uuid not null, seller_id uuid not null,
      amount_minor bigint not null, currency text not null, payment text not null, settlement text not null, settlement_agent_id uuid not null)`)
    this.addSql(`create table payment_reservation (
      id uuid primary key, transaction_number text not null unique, institution_id uuid not null, thread_id uuid not null,
      payer_id uuid not null, payee_id uuid not null, payment_method_id uuid, status text not null, planned_minor bigint not null,
      captured_minor bigint, currency text not null, due_on date not null, place_of_inspection text, merchant_name text, carrier_name text,
      reserved_at timestamptz not null, expires_at timestamptz not null, refusal_code text, refusal text)`)
    this.addSql(
      `create unique index payment_reservation_open on payment_reservation (thread_id) where status in ('AUTHORIZING', 'RESERVED', 'CAPTURING')`,
    )
    this.addSql(`create index payment_reservation_thread on payment_reservation (thread_id, id desc)`)
    this.addSql(`create index payment_reservation_payer on payment_reservation (payer_id, id desc)`)
    this.addSql(`create index payment_reservation_payee on payment_reservation (payee_id, id desc)`)
    this.addSql(
      `create index payment_reservation_expiry on payment_reservation (expires_at) where status in ('AUTHORIZING', 'RESERVED')`,
    )
    this.addSql(`create table hold (
      id uuid primary key, reservation_id uuid not null unique, account_id uuid not null, currency text not null,
      minor bigint not null check (minor > 0), placed_at timestamptz not null, expires_at timestamptz not null)`)
    this.addSql(`create index hold_account on hold (account_id)`)
    this.addSql(`create table hold_resolution (
      hold_id uuid primary key, how text not null check (how in ('CAPTURED', 'VOIDED', 'EXPIRED')), captured_minor bigint not null check (captured_minor >= 0),
      released_minor bigint not null check (released_minor >= 0), capture_id uuid unique, posting_id uuid unique, resolved_at timestamptz not null,
      check ((how = 'CAPTURED') = (capture_id is not null)))`)
    this.addSql(`create table authorization_request (
      id uuid primary key, reservation_id uuid not null unique, company text not null, status text not null, result text, response_code text,
      authorization_id text, requested_at timestamptz not null, sent_at timestamptz, answered_at timestamptz, attempts int not null default 0,
      inquiries int not null default 0, next_inquiry_at timestamptz, reversal_wanted_at timestamptz, reversed_at timestamptz)`)
    this.addSql(`create index authorization_request_unanswered on authorization_request (next_inquiry_at)
      where status in ('SENT', 'UNKNOWN') or (reversal_wanted_at is not null and reversed_at is null)`)
    this.addSql(`create table inspection (
      id uuid primary key, thread_id uuid not null, contract_id uuid not null, confirmed_by uuid not null, on_behalf_of uuid,
      confirmed_at timestamptz not null, amount_minor bigint not null check (amount_minor > 0), currency text not null, partial boolean not null,
      reservation_id uuid, capture_id uuid unique)`)
    this.addSql(`create index inspection_thread on inspection (thread_id)`)
    for (const table of ['posting', 'posting_leg', 'hold', 'hold_resolution', 'credit_line', 'inspection']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
  }
}

/** The tables of this subgraph, in the order in which they came. */
export const migrations = [
  { name: '001-book', class: Book },
  { name: '002-reservations', class: Reservations },
  ...bookMigrations,
  ...guaranteeMigrations,
  { name: '120-credit-bills', class: CreditBills },
  bookByKey,
  { name: '121-returns', class: Returns },
  lanes,
  { name: '143-inspection-by', class: InspectionBy },
  { name: '122-refunds-from-deposits', class: RefundsFromDeposits },
  captureSettlements,
  slowedTo,
  authorizationSystems,
  cardDestructions,
  sealedAccounts,
  creditClaims,
  debtReductions,
  referrals,
  { name: '168-method-kinds', class: MethodKinds },
  probes,
]
