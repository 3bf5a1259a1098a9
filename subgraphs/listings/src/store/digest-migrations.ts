import { Migration } from '@mikro-orm/migrations'

/**
 * Digests (A2). A digest is claimed with its matches in one transaction, once for a period of a member; from then on the database owes
 * it, until it is sent or there is nothing left to tell.
 */
export class Digests extends Migration {
  override up(): void {
    this.addSql(`create table digest_schedule (
      member_id uuid primary key, frequency text not null check (frequency in ('AT_ONCE', 'DAILY', 'WEEKLY', 'OFF')),
      hour int not null check (hour between 0 and 23), weekday text not null, time_zone text not null, language text not null,
      next_at timestamptz, next_period text)`)
    this.addSql(`create index digest_schedule_due on digest_schedule (next_at) where next_at is not null`)
    this.addSql(`create table digest (
      id uuid primary key, member_id uuid not null, period text not null, language text not null, time_zone text not null,
      claimed_at timestamptz not null, attempt int not null default 0, next_attempt_at timestamptz not null, last_fault text,
      sent_at timestamptz, dropped_at timestamptz, unique (member_id, period))`)
    this.addSql(`create index digest_owed on digest (next_attempt_at) where sent_at is null and dropped_at is null`)
    this.addSql(`alter table opportunity_match add foreign key (digest_id) references digest (id)`)
    this.addSql(`create index opportunity_match_digest on opportunity_match (digest_id) where digest_id is not null`)
  }
}
