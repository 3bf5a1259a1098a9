import { Migration } from '@mikro-orm/migrations'

/** With no hub between (B9) a refund is paid from the payee's own deposit as far as it goes: `due_minor` is what is to come in of it. */
export class RefundsFromDeposits extends Migration {
  override up(): void {
    this.addSql(`alter table refund add due_minor bigint not null default 0 check (due_minor between 0 and minor)`)
    this.addSql(`update refund set due_minor = minor where posting_id is not null`)
  }
}

/** The countries of the European Union with the zone of their capital: one directive, applied by each country's clocks. */
const european = `('AT','Europe/Vienna'),('BE','Europe/Brussels'),('BG','Europe/Sofia'),('CY','Asia/Nicosia'),('CZ','Europe/Prague'),
  ('DE','Europe/Berlin'),('DK','Europe/Copenhagen'),('EE','Europe/Tallinn'),('ES','Europe/Madrid'),('FI','Europe/Helsinki'),('FR','Europe/Paris'),
  ('GR','Europe/Athens'),('HR','Europe/Zagreb'),('HU','Europe/Budapest'),('IE','Europe/Dublin'),('IT','Europe/Rome'),('LT','Europe/Vilnius'),
  ('LU','Europe/Luxembourg'),('LV','Europe/Riga'),('MT','Europe/Malta'),('NL','Europe/Amsterdam'),('PL','Europe/Warsaw'),('PT','Europe/Lisbon'),
  ('RO','Europe/Bucharest'),('SE','Europe/Stockholm'),('SI','Europe/Ljubljana'),('SK','Europe/Bratislava')`

/**
 * Returns and refunds (B15). Rules of cooling off are data, each change a new version; those that come with the hub are version 1, as if
 * they had always been. `refund` says what is paid back; what is posted of it is in the book.
 */
export class Returns extends Migration {
  override up(): void {
    this.addSql(`alter table ledger_account drop constraint ledger_account_kind_check`)
    this.addSql(`alter table ledger_account add constraint ledger_account_kind_check
      check (kind in ('DEPOSIT', 'CREDIT', 'ACQUIRER', 'DUE_OUT', 'DUE_IN', 'CASH'))`)
    this.addSql(`create table cooling_off_rule (
      country text not null check (country ~ '^[A-Z]{2}$'), sale text not null check (sale in ('DISTANCE', 'DOOR_TO_DOOR')), version int not null,
      days int not null check (days >= 0), counts_from text not null check (counts_from in ('RECEIPT', 'CONCLUSION')), first_day_counts boolean not null,
      excludable boolean not null, time_zone text not null, source text not null, set_by uuid, set_at timestamptz not null,
      primary key (country, sale, version))`)
    this.addSql(`insert into cooling_off_rule values
      ('JP', 'DISTANCE', 1, 8, 'RECEIPT', true, true, 'Asia/Tokyo', 'Specified Commercial Transactions Act, art. 15-3', null, '-infinity'),
      ('JP', 'DOOR_TO_DOOR', 1, 8, 'CONCLUSION', true, false, 'Asia/Tokyo', 'Specified Commercial Transactions Act, art. 9', null, '-infinity'),
      ('GB', 'DISTANCE', 1, 14, 'RECEIPT', false, false, 'Europe/London', 'Consumer Contracts Regulations 2013, reg. 30', null, '-infinity')`)
    this.addSql(`insert into cooling_off_rule
      select c.country, 'DISTANCE', 1, 14, 'RECEIPT', false, false, c.zone, 'Directive 2011/83/EU, art. 9', null, '-infinity'
      from (values ${european}) as c (country, zone)`)
    this.addSql(`create table return_terms (
      seller_id uuid not null, version int not null, cooling_off_excluded boolean not null, stated_at timestamptz not null, primary key (seller_id, version))`)
    this.addSql(
      `create table known_consumer (member_id uuid primary key, version int not null, consumer boolean not null, country text)`,
    )
    this.addSql(`alter table contract_terms add concluded_at timestamptz`)
    this.addSql(`alter table payment_reservation add refunded_minor bigint not null default 0,
      add check (refunded_minor >= 0 and refunded_minor <= coalesce(captured_minor, 0))`)
    this.addSql(`create table goods_return (
      id uuid primary key, thread_id uuid not null, contract_id uuid not null, reservation_id uuid, buyer_id uuid not null, seller_id uuid not null,
      carrier_id uuid, minor bigint not null check (minor > 0), currency text not null, reason text not null, description text, by_law boolean not null,
      status text not null check (status in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'REFUNDING', 'REFUNDED')),
      requested_at timestamptz not null, decided_at timestamptz, refusal text, returned_at timestamptz, reported_by uuid)`)
    this.addSql(`create index goods_return_thread on goods_return (thread_id, id)`)
    this.addSql(`create table refund (
      id uuid primary key, return_id uuid not null unique references goods_return (id), reservation_id uuid, debtor_id uuid not null, minor bigint not null check (minor > 0),
      currency text not null, company text, status text not null check (status in ('QUEUED', 'SENT', 'DONE', 'DECLINED')), posting_id uuid unique,
      asked_at timestamptz not null, attempts int not null default 0, next_attempt_at timestamptz, done_at timestamptz, settled_at timestamptz)`)
    this.addSql(`create index refund_owed on refund (next_attempt_at) where status in ('QUEUED', 'SENT')`)
    for (const table of ['cooling_off_rule', 'return_terms']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
  }
}
