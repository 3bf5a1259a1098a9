import { Migration } from '@mikro-orm/migrations'

/**
 * Text search among what is for named members (A2): `readers` are those and the publisher, null when it is open to everybody. One index
 * has both, so that a member who is named in very many opportunities is found the few with its words without looking at the others.
 */
export class NamedSearch extends Migration {
  override up(): void {
    this.addSql(`alter table opportunity add column readers uuid[]
      generated always as (case when visible_to is null then null else visible_to || publisher_id end) stored`)
    this.addSql(
      `create index opportunity_named_words on opportunity using gin (readers, words) where listed and visible_to is not null`,
    )
    this.addSql(`create index opportunity_category_region on opportunity (lower(category), lower(region), published_at desc, id desc)
      where listed and visible_to is null`)
  }
}
