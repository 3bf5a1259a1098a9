import { Migration } from '@mikro-orm/migrations'

/**
 * Terms of shops, carts and quotes (C1, C4). A cart is a member's, or nobody's under a secret of which the hash is kept. What the quotes of a series hold together stands in
 * `quote_hold`; an item's `stock` is without it.
 */
export class Carts extends Migration {
  override up(): void {
    this.addSql(`create table shop_terms (
      shop_id uuid not null references shop (id), version int not null, at timestamptz not null, terms jsonb not null, primary key (shop_id, version))`)
    this.addSql(`create table cart (
      id uuid primary key, shop_id uuid not null references shop (id), member_id uuid, token_hash text unique, revision int not null default 0,
      series_id uuid, changed_at timestamptz not null, lapses_at timestamptz, merged_at timestamptz,
      check ((member_id is null) = (token_hash is not null)), check ((member_id is null) = (lapses_at is not null)))`)
    this.addSql(`create unique index cart_of_member on cart (member_id, shop_id)`)
    this.addSql(`create index cart_lapse on cart (lapses_at) where lapses_at is not null`)
    this.addSql(`create table cart_line (
      cart_id uuid not null references cart (id) on delete cascade, item_id uuid not null references item (id), quantity int not null check (quantity > 0), put_at timestamptz not null,
      price_minor bigint not null, currency text not null, could_be_had boolean not null, primary key (cart_id, item_id))`)
    this.addSql(`create table quote (
      id uuid primary key, series_id uuid not null, cart_id uuid not null, shop_id uuid not null references shop (id), buyer_id uuid not null,
      state text not null check (state in ('OPEN', 'REPLACED', 'LAPSED', 'USED', 'CLOSED', 'RETURNED')), claims jsonb not null,
      quoted_at timestamptz not null, expires_at timestamptz not null, order_code text unique)`)
    this.addSql(`create unique index quote_open on quote (series_id) where state = 'OPEN'`)
    this.addSql(`create unique index quote_used on quote (series_id) where state in ('USED', 'RETURNED')`)
    this.addSql(`create index quote_series on quote (series_id)`)
    this.addSql(`create index quote_lapse on quote (expires_at) where state = 'OPEN'`)
    this.addSql(`create table quote_step (
      quote_id uuid not null references quote (id), number int not null, event text not null, state text not null, at timestamptz not null, primary key (quote_id, number))`)
    this.addSql(`create table quote_hold (
      series_id uuid not null, item_id uuid not null references item (id), quantity bigint not null check (quantity > 0), primary key (series_id, item_id))`)
    for (const table of ['shop_terms', 'quote_step'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}
