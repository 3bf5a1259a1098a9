import { Migration } from '@mikro-orm/migrations'

/**
 * How requests to card companies leave (C5): schedules by version, a lane for each company with what is known of it now, and what people did to
 * lanes. The schedule of the company without a name is that of all which have none of their own.
 */
class Lanes extends Migration {
  override up(): void {
    this.addSql(`create table authorization_schedule (
      company text not null, version int not null, mode text not null check (mode in ('AT_ONCE', 'PACED', 'BATCH', 'ADAPTIVE')),
      per_minute int not null check (per_minute > 0), slowest_per_minute int not null check (slowest_per_minute between 1 and per_minute),
      batch_size int not null check (batch_size > 0), batch_age_seconds int not null check (batch_age_seconds > 0),
      off_peak_from int, off_peak_to int, off_peak_time_zone text, most_in_flight int not null check (most_in_flight > 0),
      set_by uuid not null, set_at timestamptz not null, primary key (company, version),
      check (num_nulls(off_peak_from, off_peak_to, off_peak_time_zone) in (0, 3)))`)
    this.addSql(`create table authorization_lane (
      company text primary key, stopped_at timestamptz, next_free_at timestamptz, pace_per_minute int, slowed_at timestamptz,
      failures int not null default 0, broken_until timestamptz)`)
    this.addSql(`create table authorization_act (
      id uuid primary key, company text not null, act text not null check (act in ('SCHEDULE_SET', 'STOPPED', 'RESUMED')),
      by_id uuid not null, at timestamptz not null, reason text)`)
    for (const table of ['authorization_schedule', 'authorization_act'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    this.addSql(`alter table authorization_request add not_before timestamptz`)
    this.addSql(`create index authorization_request_waiting on authorization_request (company, requested_at, id)
      where status in ('QUEUED', 'HELD') and reversal_wanted_at is null`)
    this.addSql(
      `create index authorization_request_in_flight on authorization_request (company, sent_at) where status = 'SENT'`,
    )
    this.addSql(
      `create index authorization_request_answered on authorization_request (company, answered_at) where answered_at is not null`,
    )
  }
}

/** Schedules and lanes. */
export const lanes = { name: '161-authorization-lanes', class: Lanes }
