import { Migration } from '@mikro-orm/migrations'

/**
 * Items of merchants' shops (C1), with every state on record, and each change of what there is of them. `stock` is what can be had: what
 * quotes hold is not in it. A number is given once a merchant, for ever.
 */
export class Items extends Migration {
  override up(): void {
    const stated = `shop_id uuid not null, name text not null, description text not null, language text, category text, kind text not null check (kind in ('GOODS', 'SERVICE')),
      unit text not null, price_minor bigint not null check (price_minor > 0), currency text not null, gtin text, on_sale boolean not null`
    this.addSql(`create table item (
      id uuid primary key, merchant_id uuid not null, item_number text not null, ${stated}, stocked boolean not null,
      stock bigint not null check (stock >= 0), revision int not null, published_at timestamptz not null, edited_at timestamptz, words tsvector not null,
      unique (merchant_id, item_number), foreign key (shop_id) references shop (id), check (stocked or stock = 0))`)
    const offered = 'where on_sale'
    this.addSql(`create index item_newest on item (published_at desc, id desc) ${offered}`)
    this.addSql(`create index item_price on item (currency, price_minor, id) ${offered}`)
    this.addSql(`create index item_of_shop on item (shop_id, published_at desc, id desc)`)
    this.addSql(`create index item_of_merchant on item (merchant_id, published_at desc, id desc)`)
    this.addSql(`create index item_category on item (lower(category), published_at desc, id desc) ${offered}`)
    this.addSql(`create index item_words on item using gin (words) ${offered}`)
    this.addSql(`create table item_revision (
      item_id uuid not null references item (id), revision int not null, at timestamptz not null, ${stated}, primary key (item_id, revision))`)
    this.addSql(`create table item_stock_change (
      item_id uuid not null references item (id), number int not null, at timestamptz not null, change bigint not null, stock_after bigint not null check (stock_after >= 0),
      cause text not null check (cause in ('STATED', 'HELD', 'RETURNED')), quote_id uuid, primary key (item_id, number))`)
    for (const table of ['item_revision', 'item_stock_change'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}
