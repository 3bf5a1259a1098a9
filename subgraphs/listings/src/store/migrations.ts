import { Migration } from '@mikro-orm/migrations'
import { Carts } from './cart-migration.ts'
import { KnownGuests } from './known-guests-migration.ts'
import { OpenedCarts } from './opened-carts-migration.ts'
import { Digests } from './digest-migrations.ts'
import { Interests } from './interest-migrations.ts'
import { Items } from './item-migration.ts'
import { NamedSearch } from './named-search-migration.ts'
import { Shops } from './shop-migration.ts'
import { SearchAndHistory } from './search-migrations.ts'

class Opportunities extends Migration {
  override up(): void {
    this.addSql(`create table opportunity (
      id uuid primary key, publisher_id uuid not null, title text not null, description text not null, category text,
      region text, quantity text, budget_minor bigint, budget_currency text, valid_until timestamptz, visible_to uuid[],
      published_at timestamptz not null, withdrawn_at timestamptz,
      words tsvector not null generated always as (
        setweight(to_tsvector('simple', normalize(title, NFKC)), 'A') || setweight(to_tsvector('simple', normalize(description, NFKC)), 'B')) stored,
      check ((budget_minor is null) = (budget_currency is null)))`)
    this.addSql(
      `create index opportunity_newest on opportunity (published_at desc, id desc) where withdrawn_at is null`,
    )
    this.addSql(
      `create index opportunity_category on opportunity (lower(category), published_at desc, id desc) where withdrawn_at is null`,
    )
    this.addSql(`create index opportunity_publisher on opportunity (publisher_id, published_at desc, id desc)`)
    this.addSql(`create index opportunity_words on opportunity using gin (words)`)
  }
}

/** The tables of this subgraph, in the order in which they came. */
export const migrations = [
  { name: '001-opportunities', class: Opportunities },
  { name: '002-search-and-history', class: SearchAndHistory },
  { name: '003-interests', class: Interests },
  { name: '004-digests', class: Digests },
  { name: '005-named-search', class: NamedSearch },
  { name: '141-shops', class: Shops },
  { name: '163-items', class: Items },
  { name: '164-carts', class: Carts },
  { name: '201-opened-carts', class: OpenedCarts },
  { name: '203-known-guests', class: KnownGuests },
]
