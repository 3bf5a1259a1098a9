import { Migration } from '@mikro-orm/migrations'

/**
 * Merchants' own sites, to which members are passed on (B22): the sites, each member's name at each merchant, the hand-overs, the keys that
 * sign for them, and what the gateway keeps of a flow. Every secret is a hash here, every record sealed.
 */
export class SignIn extends Migration {
  override up(): void {
    this.addSql(`create table merchant_site (
      id uuid primary key, merchant_id uuid not null references member (id), name text not null, initiate_login_uri text not null,
      redirect_uris text[] not null check (cardinality(redirect_uris) > 0), secret_hash text not null, registered_at timestamptz not null,
      approved_at timestamptz, approved_by uuid, revoked_at timestamptz, revoked_by uuid,
      check ((approved_at is null) = (approved_by is null)), check ((revoked_at is null) = (revoked_by is null)))`)
    this.addSql(`create index merchant_site_newest on merchant_site (registered_at desc, id desc)`)
    this.addSql(`create index merchant_site_of_merchant on merchant_site (merchant_id, registered_at desc, id desc)`)
    this.addSql(`create table site_subject (
      member_id uuid not null references member (id), merchant_id uuid not null references member (id), subject text not null unique,
      primary key (member_id, merchant_id))`)
    this.addSql(`create table hand_over (
      id uuid primary key, member_id uuid not null references member (id), session_id uuid not null, site_id uuid not null references merchant_site (id),
      consent_id uuid references consent (id), code_hash text not null unique, made_at timestamptz not null, expires_at timestamptz not null,
      opened_at timestamptz, ticket_hash text unique, used_at timestamptz)`)
    this.addSql(`create index hand_over_of_member on hand_over (member_id)`)
    this.addSql(`create index hand_over_oldest on hand_over (made_at)`)
    this.addSql(`create table sign_in_record (
      kind text not null, hash text not null, grant_hash text, sealed bytea not null, expires_at timestamptz not null, consumed_at timestamptz,
      primary key (kind, hash))`)
    this.addSql(`create index sign_in_record_of_grant on sign_in_record (grant_hash) where grant_hash is not null`)
    this.addSql(`create index sign_in_record_over on sign_in_record (expires_at)`)
    this.addSql(
      `create table sign_in_key (key_id text primary key, sealed bytea not null, made_at timestamptz not null)`,
    )
  }
}
