import { Migration } from '@mikro-orm/migrations'

/**
 * Messages to the outside (A3, A4, A12), by mail and webhook. A message is owed from the transaction that took its event until it is sent,
 * acknowledged or dead. `leased_until` is while somebody sends it; then it is due again. `place` orders the messages of a thread.
 */
export class OutboundMessages extends Migration {
  override up(): void {
    this.addSql(
      `create table message_language (member_id uuid primary key references member (id), language text not null)`,
    )
    this.addSql(`create table message_choice (
      member_id uuid not null references member (id), kind text not null, channels text[] not null, primary key (member_id, kind))`)
    this.addSql(`create table webhook (
      id uuid primary key, member_id uuid not null references member (id), name text not null, url text not null,
      event_types text[] not null, ordered boolean not null, created_at timestamptz not null,
      secret bytea not null, secret_before bytea, secret_before_until timestamptz,
      failing_since timestamptz, disabled_at timestamptz, disabled_for text check (disabled_for in ('OWNER', 'GONE', 'FAILING')),
      removed_at timestamptz, check ((disabled_at is null) = (disabled_for is null)))`)
    this.addSql(
      `create index webhook_of_member on webhook (member_id, created_at desc, id desc) where removed_at is null`,
    )
    this.addSql(
      `create table taken_fact (thread_id uuid not null, version int not null, primary key (thread_id, version))`,
    )
    this.addSql(`create table outbound_message (
      id uuid primary key, member_id uuid not null references member (id), channel text not null check (channel in ('MAIL', 'WEBHOOK')),
      webhook_id uuid references webhook (id), kind text not null, thread_id uuid, place int not null default 0,
      language text, content jsonb not null, queued_at timestamptz not null,
      status text not null check (status in ('QUEUED', 'SENT', 'ACKNOWLEDGED', 'DEAD')),
      tries int not null default 0, attempt int not null default 0, next_attempt_at timestamptz, leased_until timestamptz,
      finished_at timestamptz, last_fault text,
      check ((channel = 'WEBHOOK') = (webhook_id is not null)), check ((status = 'QUEUED') = (next_attempt_at is not null)))`)
    this.addSql(
      `create index outbound_mail_due on outbound_message (next_attempt_at) where status = 'QUEUED' and channel = 'MAIL'`,
    )
    this.addSql(`create index outbound_webhook_due on outbound_message (webhook_id, next_attempt_at)
      where status = 'QUEUED' and channel = 'WEBHOOK'`)
    this.addSql(
      `create index outbound_owed_in_order on outbound_message (webhook_id, thread_id, place, id) where status = 'QUEUED'`,
    )
    this.addSql(
      `create index outbound_of_member on outbound_message (member_id, queued_at desc, id desc) where channel = 'MAIL'`,
    )
    this.addSql(
      `create index outbound_of_webhook on outbound_message (webhook_id, queued_at desc, id desc) where channel = 'WEBHOOK'`,
    )
    this.addSql(
      `create index outbound_backlog on outbound_message (channel, queued_at) where status in ('QUEUED', 'DEAD')`,
    )
    this.addSql(`create index outbound_finished on outbound_message (finished_at) where status <> 'QUEUED'`)
    this.addSql(`create table message_attempt (
      message_id uuid not null references outbound_message (id) on delete cascade, number int not null, at timestamptz not null,
      ended_at timestamptz, answer int, fault text, primary key (message_id, number))`)
  }
}
