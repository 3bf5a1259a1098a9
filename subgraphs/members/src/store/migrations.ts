import { Migration } from '@mikro-orm/migrations'
import { EndedSessions } from './ended-sessions-migration.ts'
import { OrderLogins } from './order-login-migration.ts'
import { hubMemberId } from '@torihiki/shared/ids.ts'
import { OutboundMessages } from './message-migration.ts'
import { Returns } from './returns-migration.ts'
import { PersonalRecords } from './personal-migration.ts'
import { SignIn } from './sign-in-migration.ts'

class Members extends Migration {
  override up(): void {
    this.addSql(`create table authentication_level (
      code text primary key, name text not null, version int not null, operations text[] not null,
      max_per_transaction jsonb not null, max_per_day jsonb not null)`)
    this.addSql(`create table member (
      id uuid primary key, version int not null, member_number text unique, name text not null, kind text not null, status text not null,
      roles text[] not null, gln text, mail text not null, settlement_agent_id uuid, group_name text, level_code text references authentication_level (code),
      registered_at timestamptz not null, approved_at timestamptz)`)
    this.addSql(`create index member_newest on member (registered_at desc, id desc)`)
    this.addSql(`create table credential (
      member_id uuid primary key references member (id), login_name text not null unique, password_hash text not null)`)
    this.addSql(
      `create table login_attempt (login_name text primary key, failures int not null, last_at timestamptz not null)`,
    )
    this.addSql(`create table session (
      id uuid primary key, member_id uuid not null references member (id), started_at timestamptz not null, ended_at timestamptz)`)
    this.addSql(`create index session_member on session (member_id)`)
    this.addSql(`create table refresh_token (
      hash bytea primary key, session_id uuid not null references session (id), expires_at timestamptz not null, used_at timestamptz)`)
    this.addSql(`create table audit_entry (
      seq bigint generated always as identity primary key, at timestamptz not null, actor_id uuid not null, on_behalf_of_id uuid,
      act text not null, subject text not null, previous_hash bytea not null, hash bytea not null)`)
    this.addSql(`create table audit_head (id int primary key check (id = 1), hash bytea not null)`)
    this.addSql(`insert into audit_head values (1, decode(repeat('00', 32), 'hex'))`)
    this.addSql(`insert into member (id, version, name, kind, status, roles, mail, registered_at)
      values ('${hubMemberId}', 1, 'Torihiki', 'FIRM', 'ACTIVE', '{ADMIN,OPERATOR,PAYMENT_INSTITUTION}', '', now())`)
  }
}

class ApiKeys extends Migration {
  override up(): void {
    this.addSql(`create table api_key (
      id uuid primary key, member_id uuid not null references member (id), handle text not null unique, hash text not null, name text not null,
      scopes text[] not null check (cardinality(scopes) > 0), created_at timestamptz not null, expires_at timestamptz not null,
      last_used_at timestamptz, revoked_at timestamptz)`)
    this.addSql(`create index api_key_newest on api_key (member_id, created_at desc, id desc)`)
  }
}

class LevelVersions extends Migration {
  override up(): void {
    this.addSql(`alter table authentication_level add partner_groups text[]`)
    this.addSql(`create table authentication_level_version (
      code text not null references authentication_level (code), version int not null, name text not null, operations text[] not null,
      max_per_transaction jsonb not null, max_per_day jsonb not null, partner_groups text[], changed_by uuid not null,
      reason text not null, changed_at timestamptz not null, primary key (code, version))`)
    this.addSql(`insert into authentication_level_version
      select code, version, name, operations, max_per_transaction, max_per_day, null, '${hubMemberId}', 'Set up with the hub.', now()
      from authentication_level`)
    this.addSql(`create index member_of_level on member (level_code, id)`)
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'rows of % are never changed or removed', tg_table_name; end $$`)
    for (const table of ['authentication_level_version', 'audit_entry']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
  }
}

/** The tables of this subgraph, in the order in which they came. */
export const migrations = [
  { name: '001-members', class: Members },
  { name: '002-api-keys', class: ApiKeys },
  { name: '003-level-versions', class: LevelVersions },
  { name: '004-outbound-messages', class: OutboundMessages },
  { name: '030-personal-records', class: PersonalRecords },
  { name: '121-returns', class: Returns },
  { name: '140-sign-in', class: SignIn },
  { name: '167-order-logins', class: OrderLogins },
  { name: '204-ended-sessions', class: EndedSessions },
]
