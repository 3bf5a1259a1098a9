import { Migration } from '@mikro-orm/migrations'

/** The trigger that lets a table only grow; `refuse_change` came with the transparency log. */
const appendOnly = (table: string): string =>
  `create trigger ${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`

/** Tolerances that two members agree: a line of versions for each pair, and what was done with each. */
export class ToleranceProfiles extends Migration {
  override up(): void {
    this.addSql(`create table tolerance_pair (
      profile_id uuid primary key, first_id uuid not null, second_id uuid not null, unique (first_id, second_id), check (first_id < second_id))`)
    this.addSql(`create index tolerance_pair_second on tolerance_pair (second_id)`)
    this.addSql(`create table tolerance_profile (
      id uuid primary key, profile_id uuid not null references tolerance_pair (profile_id), version int not null,
      proposed_by uuid not null, proposed_to uuid not null, name text not null, rules jsonb not null, sha256 text not null,
      proposed_at timestamptz not null, unique (profile_id, version))`)
    this.addSql(`create table tolerance_act (
      tolerance_id uuid not null references tolerance_profile (id), kind text not null check (kind in ('ACCEPTED', 'ENDED')),
      by_id uuid not null, at timestamptz not null, primary key (tolerance_id, kind))`)
    this.addSql(
      `create index tolerance_profile_proposed_by on tolerance_profile (proposed_by, proposed_at desc, id desc)`,
    )
    this.addSql(
      `create index tolerance_profile_proposed_to on tolerance_profile (proposed_to, proposed_at desc, id desc)`,
    )
    for (const table of ['tolerance_profile', 'tolerance_act']) this.addSql(appendOnly(table))
    this.addSql(`alter table contract_submission add rounding_only boolean not null default false`)
    this.addSql(`alter table contract_comparison add tolerance jsonb`)
  }
}

/** Public keys of members, and what they signed. */
export class SigningKeys extends Migration {
  override up(): void {
    this.addSql(`create table signing_key (
      id uuid primary key, member_id uuid not null, name text not null, public_x text not null, fingerprint text not null,
      registered_at timestamptz not null, unique (member_id, public_x))`)
    this.addSql(`create table signing_key_revocation (
      key_id uuid primary key references signing_key (id), revoked_by uuid not null, revoked_at timestamptz not null)`)
    for (const table of ['signing_key', 'signing_key_revocation']) this.addSql(appendOnly(table))
    this.addSql(
      `alter table contract_submission add signing_key_id uuid references signing_key (id), add signature text`,
    )
  }
}

/** The keys that sign the log, one after the other, each vouched for by the one before. */
export class LogKeys extends Migration {
  override up(): void {
    this.addSql(`create table log_key (
      generation int primary key, public_x text not null unique, from_size bigint not null unique, voucher text, at timestamptz not null)`)
    this.addSql(appendOnly('log_key'))
    this.addSql(`alter table log_entry alter contract_id drop not null`)
  }
}

/** How far the log has been read again, and what was found wrong. */
export class LogMonitor extends Migration {
  override up(): void {
    this.addSql(`create table log_monitor (
      id int primary key check (id = 1), next_index bigint not null, pass bigint not null, pass_started_at timestamptz,
      pass_finished_at timestamptz, seen_size bigint not null, seen_root bytea)`)
    this.addSql(`insert into log_monitor values (1, 0, 1, null, null, 0, null)`)
    this.addSql(`create table log_alarm (
      id uuid primary key, kind text not null, place text not null, message text not null, first_found_at timestamptz not null,
      last_found_at timestamptz not null, last_pass bigint not null, unique (kind, place))`)
  }
}
