import { Migration } from '@mikro-orm/migrations'

/**
 * Purchases whose amount passes between merchant and payment institution alone (B16). At the hub: what each side committed to, and what the
 * institution reported. At an institution: which thread of its own is which purchase at the hub, with what opens the commitment.
 */
export class HiddenPurchases extends Migration {
  override up(): void {
    this.addSql(`create table hidden_commitment (
      thread_id uuid not null, side text not null check (side in ('SOURCE', 'PARTNER')), institution_id uuid not null,
      commitment text not null check (commitment ~ '^[0-9a-f]{64}$'), committed_by uuid not null, committed_at timestamptz not null,
      primary key (thread_id, side))`)
    this.addSql(`create table hidden_purchase (
      id uuid primary key, thread_id uuid not null unique, institution_id uuid not null, commitment text not null, agreed_at timestamptz not null)`)
    this.addSql(`create table hidden_report (
      purchase_id uuid not null references hidden_purchase (id), step text not null check (step in ('RESERVED', 'ENDED', 'INSPECTED', 'PAID')),
      report_id uuid not null, at timestamptz not null, key_id uuid not null, signature text not null, received_at timestamptz not null,
      primary key (purchase_id, step))`)
    this.addSql(`create table hub_link (
      thread_id uuid primary key, purchase_id uuid not null unique, commitment text not null, salt text not null, linked_by uuid not null, linked_at timestamptz not null)`)
    for (const table of ['hidden_commitment', 'hidden_purchase', 'hidden_report', 'hub_link'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}
