import { Migration } from '@mikro-orm/migrations'

/**
 * The tables that every subgraph has in its own schema: outbox, inbox, idempotency keys, feeds, the members it knows
 * and what they have used of their limits. `reliability.md` of the docs says what each promises.
 */
export class RuntimeTables extends Migration {
  override up(): void {
    this.addSql(`create table outbox (
      id uuid primary key, type text not null, at timestamptz not null default now(), payload jsonb not null)`)
    this.addSql(`create table outbox_delivery (
      event_id uuid not null references outbox (id), consumer text not null,
      status text not null default 'PENDING' check (status in ('PENDING', 'QUEUED', 'DONE')),
      generation int not null default 0, queued_at timestamptz, last_error text,
      primary key (event_id, consumer))`)
    this.addSql(`create index outbox_delivery_pending on outbox_delivery (event_id) where status = 'PENDING'`)
    this.addSql(`create index outbox_delivery_queued on outbox_delivery (queued_at) where status = 'QUEUED'`)
    this.addSql(`create table inbox (
      consumer text not null, event_id uuid not null, at timestamptz not null default now(), primary key (consumer, event_id))`)
    this.addSql(`create table idempotency (
      actor_id uuid not null, operation text not null, key text not null, input_hash text not null,
      answer jsonb, at timestamptz not null default now(), primary key (actor_id, operation, key))`)
    this.addSql(`create index idempotency_at on idempotency (at)`)
    this.addSql(`create table feed_head (
      feed text primary key, epoch uuid not null default gen_random_uuid(), head bigint not null default 0, floor bigint not null default 0)`)
    this.addSql(`create table feed_entry (
      feed text not null, seq bigint not null, at timestamptz not null, kind text not null, subject text not null,
      body jsonb not null, primary key (feed, seq))`)
    this.addSql(`create index feed_entry_at on feed_entry (at)`)
    this.addSql(`create table known_member (
      member_id uuid primary key, version int not null, status text not null, roles text[] not null,
      level jsonb, settlement_agent_id uuid, group_name text)`)
    this.addSql(`create table level_usage (
      member_id uuid not null, operation text not null, currency text not null, day date not null,
      used bigint not null check (used >= 0), primary key (member_id, operation, currency, day))`)
  }
}
