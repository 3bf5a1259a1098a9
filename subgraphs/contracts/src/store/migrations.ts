import { Migration } from '@mikro-orm/migrations'
import { GoodsReports } from './goods-reports-migration.ts'
import { CaseNotes } from './case-notes-migration.ts'
import { CaseViewRebuilds } from './rebuild-migration.ts'
import { OrderVersions } from './order-versions-migration.ts'
import { CaseSearch } from './case-search-migration.ts'
import { CaseEndings } from './case-endings-migration.ts'
import { LogKeys, LogMonitor, SigningKeys, ToleranceProfiles } from './matching-migrations.ts'
import { PersonalKeys } from './personal-migration.ts'
import { DueDates } from './lateness-migration.ts'
import { HiddenPurchases } from './hidden-purchases-migration.ts'
import { Outlets } from './outlet-migration.ts'
import { QuoteUses, ShopOrders } from './shop-order-migration.ts'

/** A view of one side: rows, counts and what is still to be taken in. The two sides' tables are apart. */
function viewTables(side: 'source' | 'partner'): string[] {
  return [
    `create table ${side}_view_member (member_id uuid primary key, rebuilt_at timestamptz)`,
    `create table ${side}_view_thread (
      member_id uuid not null, thread_id uuid not null, counterpart_id uuid not null, title text not null,
      applied_version int not null, status text not null, delayed boolean not null, unread int not null,
      changed_at timestamptz not null, primary key (member_id, thread_id))`,
    `create index ${side}_view_newest on ${side}_view_thread (member_id, changed_at desc, thread_id desc)`,
    `create index ${side}_view_status on ${side}_view_thread (member_id, status, changed_at desc, thread_id desc)`,
    `create table ${side}_view_count (
      member_id uuid not null, counterpart_id uuid not null, status text not null, count int not null,
      primary key (member_id, counterpart_id, status))`,
    `create table ${side}_view_total (
      member_id uuid primary key, unread bigint not null default 0, delayed bigint not null default 0)`,
    `create table ${side}_view_dirty (
      member_id uuid not null, thread_id uuid not null, version int not null, at timestamptz not null default now(),
      primary key (member_id, thread_id, version))`,
    `create index ${side}_view_dirty_at on ${side}_view_dirty (at)`,
    `create table ${side}_view_read (member_id uuid not null, thread_id uuid not null, version int not null, primary key (member_id, thread_id))`,
  ]
}

class Cases extends Migration {
  override up(): void {
    this.addSql(`create table business_case (
      id uuid primary key, case_code text not null unique, source_id uuid not null, title text not null, description text not null,
      opportunity_id uuid, budget_minor bigint, budget_currency text, registered_at timestamptz not null)`)
    this.addSql(`create table case_thread (
      id uuid primary key, case_id uuid not null references business_case (id), source_id uuid not null, partner_id uuid not null,
      version int not null, status text not null, delayed boolean not null, partial boolean not null, changed_at timestamptz not null,
      unique (case_id, partner_id))`)
    this.addSql(`create index case_thread_source on case_thread (source_id)`)
    this.addSql(`create index case_thread_partner on case_thread (partner_id)`)
    this.addSql(`create table thread_event (
      thread_id uuid not null references case_thread (id), version int not null, kind text not null, at timestamptz not null,
      actor_id uuid, by_side text, status_before text, status_after text not null, delayed boolean not null,
      fact jsonb not null, fact_id text not null, primary key (thread_id, version), unique (thread_id, fact_id))`)
    for (const side of ['source', 'partner'] as const) for (const table of viewTables(side)) this.addSql(table)
  }
}

class Agreements extends Migration {
  override up(): void {
    this.addSql(`create table trade_order (
      id uuid primary key, order_code text not null unique, thread_id uuid not null references case_thread (id),
      currency text not null, lines jsonb not null, total_minor bigint not null, deliver_by date, note text,
      payment_method_id uuid, sent_at timestamptz not null)`)
    this.addSql(`create index trade_order_thread on trade_order (thread_id, sent_at)`)
    this.addSql(`create table order_response (
      order_id uuid primary key references trade_order (id), kind text not null, note text, lines jsonb, total_minor bigint,
      responded_at timestamptz not null)`)
    this.addSql(`create table contract_submission (
      id uuid primary key, thread_id uuid not null references case_thread (id), side text not null, submitted_by uuid not null,
      submitted_at timestamptz not null, media_type text not null, document bytea not null, sha256 text not null,
      document_kind text not null, conditions jsonb not null)`)
    this.addSql(`create index contract_submission_thread on contract_submission (thread_id, side, submitted_at)`)
    this.addSql(`create table contract_comparison (
      id uuid primary key, thread_id uuid not null references case_thread (id), buyer_submission_id uuid not null,
      seller_submission_id uuid not null, verdict text not null, rule_set text not null, discrepancies jsonb not null,
      warnings jsonb not null, compared_at timestamptz not null)`)
    this.addSql(`create index contract_comparison_thread on contract_comparison (thread_id, compared_at)`)
    this.addSql(`create table contract_conflict (
      id uuid primary key, thread_id uuid not null references case_thread (id), earlier_submission_id uuid not null,
      later_submission_id uuid not null, message text not null, raised_at timestamptz not null,
      unique (earlier_submission_id, later_submission_id))`)
    this.addSql(`create table contract (
      id uuid primary key, contract_code text not null unique, thread_id uuid not null unique references case_thread (id),
      buyer_id uuid not null, seller_id uuid not null, total_minor bigint not null, currency text not null, payment text not null,
      settlement text not null, settlement_agent_id uuid not null, deliver_by date, pay_by date, notarized_at timestamptz not null,
      delivered_at timestamptz, settled_at timestamptz)`)
    this.addSql(`create index contract_late_delivery on contract (deliver_by) where delivered_at is null`)
    this.addSql(`create index contract_late_settlement on contract (pay_by) where settled_at is null`)
    this.addSql(`create table delivery_report (
      id uuid primary key, thread_id uuid not null references case_thread (id), contract_id uuid not null references contract (id),
      reported_by uuid not null, reported_at timestamptz not null, delivered_on date not null, carrier_name text, note text,
      partial boolean not null, before_reservation boolean not null)`)
    this.addSql(`create index delivery_report_thread on delivery_report (thread_id)`)
    this.addSql(`create table lateness (
      id uuid primary key, contract_id uuid not null references contract (id), thread_id uuid not null references case_thread (id),
      buyer_id uuid not null, seller_id uuid not null, kind text not null, level int not null, due_on date not null,
      found_at timestamptz not null, unique (contract_id, kind, level))`)
    this.addSql(`create index lateness_buyer on lateness (buyer_id, found_at desc, id desc)`)
    this.addSql(`create index lateness_seller on lateness (seller_id, found_at desc, id desc)`)
  }
}

class TransparencyLog extends Migration {
  override up(): void {
    this.addSql(`create table log_entry (
      leaf_index bigint primary key, contract_id uuid not null, kind text not null, at timestamptz not null,
      entry jsonb not null, leaf_hash bytea not null, fact_id text not null unique)`)
    this.addSql(`create index log_entry_contract on log_entry (contract_id, leaf_index)`)
    this.addSql(
      `create table log_node (level int not null, index bigint not null, hash bytea not null, primary key (level, index))`,
    )
    this.addSql(
      `create table checkpoint (tree_size bigint primary key, root_hash bytea not null, issued_at timestamptz not null, note text not null)`,
    )
    this.addSql(`create table log_size (id int primary key check (id = 1), tree_size bigint not null)`)
    this.addSql(`insert into log_size values (1, 0)`)
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'rows of % are never changed or removed', tg_table_name; end $$`)
    for (const table of ['log_entry', 'log_node', 'checkpoint', 'thread_event']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
  }
}

/** The number of the guarantee that an order quotes (B10). */
class OrderGuarantees extends Migration {
  override up(): void {
    this.addSql(`alter table trade_order add guarantee_number text`)
  }
}

/** The tables of this subgraph, in the order in which they came. */
export const migrations = [
  { name: '001-cases', class: Cases },
  { name: '002-agreements', class: Agreements },
  { name: '003-transparency-log', class: TransparencyLog },
  { name: '010-case-endings', class: CaseEndings },
  { name: '011-case-search', class: CaseSearch },
  { name: '012-case-notes', class: CaseNotes },
  { name: '013-case-view-rebuilds', class: CaseViewRebuilds },
  { name: '014-order-versions', class: OrderVersions },
  { name: '020-lateness', class: DueDates },
  { name: '021-tolerance-profiles', class: ToleranceProfiles },
  { name: '022-signing-keys', class: SigningKeys },
  { name: '023-log-keys', class: LogKeys },
  { name: '024-log-monitor', class: LogMonitor },
  { name: '030-goods-reports', class: GoodsReports },
  { name: '060-personal-keys', class: PersonalKeys },
  { name: '100-order-guarantees', class: OrderGuarantees },
  { name: '142-outlets', class: Outlets },
  { name: '123-hidden-purchases', class: HiddenPurchases },
  { name: '165-quote-uses', class: QuoteUses },
  { name: '166-shop-orders', class: ShopOrders },
]
