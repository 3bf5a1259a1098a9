import { Migration } from '@mikro-orm/migrations'

/** What became of shops' quotes (C1): each was used by one order, or closed, once and for ever. Of a series, which holds the same goods, one is used at most. */
export class QuoteUses extends Migration {
  override up(): void {
    this.addSql(`create table quote_use (
      quote_id uuid primary key, series_id uuid not null, kind text not null check (kind in ('USED', 'CLOSED')), order_id uuid unique, at timestamptz not null,
      check ((kind = 'USED') = (order_id is not null)))`)
    this.addSql(`create unique index quote_use_series on quote_use (series_id) where kind = 'USED'`)
    this.addSql(`create trigger quote_use_append_only before update or delete or truncate on quote_use
      for each statement execute function refuse_change()`)
  }
}

/** Orders at shops (C1), what became of each, and what is known of customers: whether they are guests (C4), and their language. */
export class ShopOrders extends Migration {
  override up(): void {
    this.addSql(`create table shop_order (
      order_id uuid primary key references trade_order (id), thread_id uuid not null unique references case_thread (id), order_code text not null unique,
      quote_id uuid not null unique, shop_id uuid not null, buyer_id uuid not null, seller_id uuid not null, settlement_agent_id uuid not null,
      quote jsonb not null, on_account boolean not null, by_guest boolean not null, placed_at timestamptz not null)`)
    this.addSql(`create index shop_order_guest on shop_order (buyer_id, shop_id, placed_at) where by_guest`)
    this.addSql(`create table shop_order_step (
      order_id uuid not null references shop_order (order_id), number int not null, status text not null, at timestamptz not null, primary key (order_id, number))`)
    this.addSql(
      `create table known_customer (member_id uuid primary key, version int not null, guest boolean not null, language text)`,
    )
    for (const table of ['shop_order', 'shop_order_step'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}
