import { Migration } from '@mikro-orm/migrations'

/** Receivable purchase (B19): purchasers' terms with their history, and purchases. */
export class ReceivablePurchases extends Migration {
  override up(): void {
    this.addSql(`create table purchase_terms (
      purchaser_id uuid not null, currency text not null, version int not null, discount_ppm int not null, limit_minor bigint not null,
      recourse_after_days int not null, agent_id uuid not null, set_at timestamptz not null, primary key (purchaser_id, currency, version))`)
    this.addSql(`create table purchase_line (
      purchaser_id uuid not null, currency text not null, version int not null, outstanding_minor bigint not null default 0 check (outstanding_minor >= 0),
      primary key (purchaser_id, currency))`)
    this.addSql(`create table receivable_purchase (
      id uuid primary key, claim_id uuid not null references obligation (id), collection_id uuid not null unique references obligation (id),
      purchaser_id uuid not null, seller_id uuid not null, debtor_id uuid not null, amount_minor bigint not null, discount_minor bigint not null,
      currency text not null, terms_version int not null, discount_ppm int not null, recourse_after_days int not null, purchased_at timestamptz not null)`)
    this.addSql(`create index receivable_purchase_claim on receivable_purchase (claim_id)`)
    this.addSql(`create table receivable_return (
      purchase_id uuid primary key references receivable_purchase (id), reason text not null, returned_at timestamptz not null)`)
    for (const table of ['purchase_terms', 'receivable_purchase', 'receivable_return'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}
