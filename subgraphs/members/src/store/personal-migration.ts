import { Migration } from '@mikro-orm/migrations'

/**
 * Personal data under a key of each person's own (B1, B2), guests and their purchases, applications, consent (B17), operators who act for
 * members (B14), erasures. To erase is to remove the row of `personal_key`: what it sealed is unreadable wherever a copy of it lies.
 */
export class PersonalRecords extends Migration {
  override up(): void {
    this.addSql(`alter table member alter mail drop not null, add guest boolean not null default false,
      add operators_forbidden boolean not null default false, add erase_at timestamptz`)
    this.addSql(`create table personal_key (member_id uuid primary key references member (id), wrapped bytea not null)`)
    this.addSql(
      `create table personal_record (member_id uuid primary key references member (id), sealed bytea not null)`,
    )
    this.addSql(`create index member_to_erase on member (erase_at) where erase_at is not null`)
    this.addSql(`create table guest_purchase (
      member_id uuid not null references member (id), thread_id uuid not null, version int not null, status text not null,
      changed_at timestamptz not null, primary key (member_id, thread_id))`)
    this.addSql(`create table erasure (
      member_id uuid primary key references member (id), reason text not null check (reason in ('PURCHASE_ENDED', 'IDLE', 'REQUESTED')),
      requested_by uuid not null, requested_at timestamptz not null, destroyed jsonb, event_id uuid,
      finished_at timestamptz, check ((finished_at is null) = (destroyed is null)))`)
    this.addSql(`create index erasure_unfinished on erasure (requested_at) where finished_at is null`)
    this.addSql(`create index erasure_newest on erasure (requested_at desc, member_id desc)`)
    this.addSql(`create table application (
      id uuid primary key, member_id uuid not null references member (id), roles text[] not null, addressed_to uuid not null references member (id),
      channel text not null check (channel in ('ON_LINE', 'TELEPHONE', 'FAX', 'LETTER')), operator_id uuid,
      credit_minor bigint check (credit_minor > 0), credit_currency text, applied_at timestamptz not null,
      status text not null check (status in ('OPEN', 'APPROVED', 'REJECTED', 'ERASED')), decided_by uuid, decided_at timestamptz, vetting bytea,
      check ((credit_minor is null) = (credit_currency is null)), check ((channel = 'ON_LINE') = (operator_id is null)))`)
    this.addSql(`create unique index application_open on application (member_id) where status = 'OPEN'`)
    this.addSql(`create index application_newest on application (applied_at desc, id desc)`)
    this.addSql(`create index application_addressed on application (addressed_to, applied_at desc, id desc)`)
    this.addSql(`create table credential_code (
      member_id uuid primary key references member (id), hash text not null, channel text not null, issued_by uuid not null,
      expires_at timestamptz not null, failures int not null default 0)`)
    this.addSql(`create table consent (
      id uuid primary key, member_id uuid not null references member (id), merchant_id uuid not null references member (id),
      fields text[] not null check (cardinality(fields) > 0), given_at timestamptz not null, revoked_at timestamptz)`)
    this.addSql(`create unique index consent_holds on consent (member_id, merchant_id) where revoked_at is null`)
    this.addSql(`create index consent_newest on consent (member_id, given_at desc, id desc)`)
    this.addSql(`create table operator_session (
      id uuid primary key, operator_id uuid not null references member (id), member_id uuid not null references member (id),
      channel text not null, started_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz)`)
    this.addSql(`create index operator_session_of_member on operator_session (member_id, expires_at)`)
    this.addSql(`alter table audit_entry add channel text, add detail text`)
    this.addSql(`create index audit_of_member on audit_entry (subject, seq desc)`)
  }
}
