import { Migration } from '@mikro-orm/migrations'
import { AbortedWindows } from './aborted-windows-migration.ts'
import { ReceivablePurchases } from './receivable-migration.ts'

class Obligations extends Migration {
  override up(): void {
    this.addSql(
      `create table case_thread (thread_id uuid primary key, case_id uuid not null, source_id uuid not null, partner_id uuid not null)`,
    )
    this.addSql(`create table settlement_window (
      id uuid primary key, agent_id uuid not null, status text not null check (status in ('CLOSED', 'SETTLING', 'SETTLED', 'ABORTED')),
      obligation_count int not null check (obligation_count > 0), closed_by uuid not null, closed_at timestamptz not null, settled_at timestamptz)`)
    this.addSql(`create index settlement_window_agent on settlement_window (agent_id, closed_at desc, id desc)`)
    this.addSql(`create index settlement_window_newest on settlement_window (closed_at desc, id desc)`)
    this.addSql(`create table obligation (
      id uuid primary key, kind text not null, origin_id uuid not null, debtor_id uuid not null, creditor_id uuid not null,
      amount_minor bigint not null check (amount_minor > 0), currency text not null, settlement text not null check (settlement in ('GROSS', 'NET')),
      agent_id uuid not null, thread_id uuid not null, contract_id uuid not null,
      status text not null check (status in ('OPEN', 'IN_WINDOW', 'ADVANCED', 'SETTLED', 'REVERSED')),
      arisen_at timestamptz not null, settled_at timestamptz, unique (kind, origin_id),
      check ((status = 'SETTLED') = (settled_at is not null)))`)
    this.addSql(`create index obligation_debtor on obligation (debtor_id, arisen_at desc, id desc)`)
    this.addSql(`create index obligation_creditor on obligation (creditor_id, arisen_at desc, id desc)`)
    this.addSql(`create index obligation_thread on obligation (thread_id)`)
    this.addSql(
      `create index obligation_to_net on obligation (agent_id, id) where status = 'OPEN' and settlement = 'NET'`,
    )
    this.addSql(`create table window_obligation (
      window_id uuid not null references settlement_window (id), obligation_id uuid not null unique references obligation (id),
      primary key (window_id, obligation_id))`)
  }
}

class Positions extends Migration {
  override up(): void {
    this.addSql(`create table net_position (
      window_id uuid not null references settlement_window (id), currency text not null, member_id uuid not null, group_name text,
      owes_minor bigint not null, owed_minor bigint not null, net_minor bigint not null check (net_minor = owed_minor - owes_minor),
      primary key (window_id, currency, member_id))`)
    this.addSql(`create index net_position_member on net_position (member_id, window_id)`)
    this.addSql(`create table bilateral_position (
      window_id uuid not null references settlement_window (id), currency text not null, first_id uuid not null, second_id uuid not null,
      first_owes_minor bigint not null, second_owes_minor bigint not null, primary key (window_id, currency, first_id, second_id))`)
    this.addSql(`create table group_position (
      window_id uuid not null references settlement_window (id), currency text not null, group_name text, member_id uuid,
      owes_minor bigint not null, owed_minor bigint not null, net_minor bigint not null check (net_minor = owed_minor - owes_minor),
      check ((group_name is null) <> (member_id is null)), unique nulls not distinct (window_id, currency, group_name, member_id))`)
  }
}

class Instructions extends Migration {
  override up(): void {
    this.addSql(`create table settlement_instruction (
      id uuid primary key, agent_id uuid not null, kind text not null check (kind in ('PAY_IN', 'PAY_OUT', 'TRANSFER')),
      payer_id uuid not null, payee_id uuid not null, amount_minor bigint not null check (amount_minor > 0), currency text not null,
      window_id uuid references settlement_window (id), obligation_id uuid unique references obligation (id),
      status text not null check (status in ('QUEUED', 'SENT', 'SETTLED', 'FAILED')),
      issued_at timestamptz not null, attempt int not null default 0, sent_at timestamptz, next_attempt_at timestamptz,
      taken_at timestamptz, last_error text, reported_at timestamptz,
      check ((kind = 'TRANSFER') = (window_id is null)), check ((window_id is null) <> (obligation_id is null)),
      unique (window_id, currency, kind, payer_id, payee_id))`)
    this.addSql(
      `create index settlement_instruction_agent on settlement_instruction (agent_id, issued_at desc, id desc)`,
    )
    this.addSql(
      `create index settlement_instruction_payer on settlement_instruction (payer_id, issued_at desc, id desc)`,
    )
    this.addSql(
      `create index settlement_instruction_payee on settlement_instruction (payee_id, issued_at desc, id desc)`,
    )
    this.addSql(`create index settlement_instruction_owed on settlement_instruction (agent_id, next_attempt_at)
      where status in ('QUEUED', 'SENT') and taken_at is null`)
    this.addSql(`create table settlement_report (
      id uuid primary key, instruction_id uuid not null references settlement_instruction (id),
      outcome text not null check (outcome in ('SETTLED', 'FAILED')), reference text not null, note text,
      reported_by uuid not null, reported_at timestamptz not null)`)
    this.addSql(
      `create unique index settlement_report_once on settlement_report (instruction_id) where outcome = 'SETTLED'`,
    )
    this.addSql(`create index settlement_report_instruction on settlement_report (instruction_id, reported_at)`)
  }
}

class Ledger extends Migration {
  override up(): void {
    this.addSql(`create table ledger_account (
      id bigint generated always as identity primary key, kind text not null check (kind in ('DUE_FROM', 'DUE_TO', 'POSITION', 'BANK')),
      member_id uuid not null, window_id uuid references settlement_window (id), currency text not null, balance bigint not null default 0,
      check ((kind = 'POSITION') = (window_id is not null)), unique nulls not distinct (kind, member_id, window_id, currency))`)
    this.addSql(`create table posting (
      id uuid primary key, kind text not null, subject_id uuid not null, at timestamptz not null, unique (kind, subject_id))`)
    this.addSql(`create table posting_leg (
      posting_id uuid not null references posting (id), leg_no int not null, account_id bigint not null references ledger_account (id),
      currency text not null, minor bigint not null check (minor <> 0), primary key (posting_id, leg_no))`)
    this.addSql(`create index posting_leg_account on posting_leg (account_id)`)
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'rows of % are never changed or removed', tg_table_name; end $$`)
    for (const table of [
      'posting',
      'posting_leg',
      'settlement_report',
      'window_obligation',
      'net_position',
      'bilateral_position',
      'group_position',
    ]) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
    this.addSql(`create function refuse_imbalance() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from added group by posting_id, currency having sum(minor) <> 0) then
          raise exception 'debits of a posting are not its credits';
        end if;
        return null;
      end $$`)
    this.addSql(`create trigger posting_leg_balance after insert on posting_leg referencing new table as added
      for each statement execute function refuse_imbalance()`)
  }
}

class Endpoints extends Migration {
  override up(): void {
    this.addSql(
      `create table agent_endpoint (agent_id uuid primary key, url text not null, set_at timestamptz not null)`,
    )
  }
}

/** The number that is quoted with a payment (B10): the guarantee's, under which the payer paid. */
class QuotedNumbers extends Migration {
  override up(): void {
    for (const table of ['obligation', 'settlement_instruction'])
      this.addSql(`alter table ${table} add transaction_number text`)
  }
}

/** The tables of this subgraph, in the order in which they came. */
export const migrations = [
  { name: '001-obligations', class: Obligations },
  { name: '002-positions', class: Positions },
  { name: '003-instructions', class: Instructions },
  { name: '004-ledger', class: Ledger },
  { name: '005-endpoints', class: Endpoints },
  { name: '006-receivable-purchases', class: ReceivablePurchases },
  { name: '100-quoted-numbers', class: QuotedNumbers },
  { name: '189-aborted-windows', class: AbortedWindows },
]
