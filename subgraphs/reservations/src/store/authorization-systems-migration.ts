import { Migration } from '@mikro-orm/migrations'

/**
 * Authorization systems (C8): what each may take and by which rule they share, by version; the processes that live, by their heart-beats; whose turn
 * it is. A request says which system and process asked last.
 */
class AuthorizationSystems extends Migration {
  override up(): void {
    this.addSql(`create table authorization_system (
      name text not null, version int not null, rank int not null check (rank > 0), most_in_flight int check (most_in_flight > 0),
      per_minute int check (per_minute > 0), weight int not null check (weight > 0), batch_size int not null check (batch_size > 0),
      batch_age_seconds int not null check (batch_age_seconds > 0), takes_part boolean not null, set_by uuid not null, set_at timestamptz not null,
      primary key (name, version))`)
    this.addSql(`create table authorization_sharing (
      version int primary key, rule text not null check (rule in ('OVERFLOW', 'SHARE')), set_by uuid not null, set_at timestamptz not null)`)
    this.addSql(`create table authorization_process (
      id uuid primary key, system text not null, companies text[] not null, hands int not null, started_at timestamptz not null, seen_at timestamptz not null,
      ended_at timestamptz)`)
    this.addSql(
      `create table authorization_system_turn (system text primary key, pass float8, next_free_at timestamptz)`,
    )
    for (const table of ['authorization_system', 'authorization_sharing'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    this.addSql(`alter table authorization_request add system text, add process_id uuid`)
    this.addSql(`alter table authorization_lane add batch_left int not null default 0`)
    this.addSql(`create index authorization_request_in_hand on authorization_request (system) where status = 'SENT'`)
    this.addSql(`create index authorization_request_by_system on authorization_request (system, sent_at)`)
  }
}

/** Systems and their processes. */
export const authorizationSystems = { name: '176-authorization-systems', class: AuthorizationSystems }
