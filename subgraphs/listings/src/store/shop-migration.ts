import { Migration } from '@mikro-orm/migrations'

/** Merchants' shops on the portal (B22), with every state on record. A slug is given once, for ever. */
export class Shops extends Migration {
  override up(): void {
    this.addSql(`create table shop (
      id uuid primary key, merchant_id uuid not null, slug text not null unique, name text not null, description text not null,
      languages text[] not null check (cardinality(languages) > 0), open boolean not null, revision int not null,
      published_at timestamptz not null, edited_at timestamptz, words tsvector not null)`)
    this.addSql(`create index shop_newest on shop (published_at desc, id desc) where open`)
    this.addSql(`create index shop_of_merchant on shop (merchant_id, published_at desc, id desc)`)
    this.addSql(`create index shop_words on shop using gin (words) where open`)
    this.addSql(`create table shop_revision (
      shop_id uuid not null references shop (id), revision int not null, at timestamptz not null, name text not null, description text not null,
      languages text[] not null, open boolean not null, primary key (shop_id, revision))`)
    this.addSql(`create trigger shop_revision_append_only before update or delete or truncate on shop_revision
      for each statement execute function refuse_change()`)
  }
}
