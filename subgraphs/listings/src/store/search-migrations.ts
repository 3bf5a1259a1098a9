import { Migration } from '@mikro-orm/migrations'

/** Grows when texts are to be indexed differently: what has an older one is indexed anew by the upkeep. */
export const indexVersion = 1

/**
 * Search and history (A1, A2). `listed` is whether results can have it at all: false once withdrawn, and once the upkeep found
 * it expired; who reads looks at the times all the same. `opportunity_audience` is the index of `visible_to`: what is for named
 * members alone is found from the member, and costs nobody else anything.
 */
export class SearchAndHistory extends Migration {
  override up(): void {
    for (const index of ['newest', 'category', 'publisher', 'words']) this.addSql(`drop index opportunity_${index}`)
    this.addSql(`alter table opportunity drop column words`)
    this.addSql(`alter table opportunity add column language text, add column revision int not null default 1,
      add column edited_at timestamptz, add column listed boolean not null default true,
      add column words tsvector, add column index_version int not null default 0`)
    this.addSql(`update opportunity set listed = withdrawn_at is null,
      words = setweight(to_tsvector('simple', normalize(title, NFKC)), 'A') || setweight(to_tsvector('simple', normalize(description, NFKC)), 'B')`)
    this.addSql(`alter table opportunity alter column words set not null`)
    const open = 'where listed and visible_to is null'
    this.addSql(`create index opportunity_newest on opportunity (published_at desc, id desc) ${open}`)
    this.addSql(
      `create index opportunity_category on opportunity (lower(category), published_at desc, id desc) ${open}`,
    )
    this.addSql(`create index opportunity_region on opportunity (lower(region), published_at desc, id desc) ${open}`)
    this.addSql(`create index opportunity_publisher on opportunity (publisher_id, published_at desc, id desc)`)
    this.addSql(`create index opportunity_words on opportunity using gin (words) ${open}`)
    this.addSql(`create index opportunity_end on opportunity (valid_until) where listed`)
    this.addSql(`create index opportunity_to_index on opportunity (index_version, id)`)
    this.addSql(`create table opportunity_audience (
      member_id uuid not null, published_at timestamptz not null, opportunity_id uuid not null references opportunity (id),
      primary key (member_id, published_at, opportunity_id))`)
    this.addSql(`create unique index opportunity_audience_reader on opportunity_audience (opportunity_id, member_id)`)
    this.addSql(`insert into opportunity_audience select distinct m, o.published_at, o.id
      from opportunity o, unnest(o.visible_to || o.publisher_id) m where o.visible_to is not null`)
    this.addSql(`create table opportunity_revision (
      opportunity_id uuid not null references opportunity (id), revision int not null, at timestamptz not null, changed text[] not null,
      title text not null, description text not null, category text, region text, quantity text, budget_minor bigint,
      budget_currency text, valid_until timestamptz, language text, visible_to uuid[], primary key (opportunity_id, revision))`)
    this.addSql(`insert into opportunity_revision select id, 1, published_at, '{}', title, description, category, region, quantity,
      budget_minor, budget_currency, valid_until, language, visible_to from opportunity`)
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'rows of % are never changed or removed', tg_table_name; end $$`)
    this.addSql(`create trigger opportunity_revision_append_only before update or delete or truncate on opportunity_revision
      for each statement execute function refuse_change()`)
    for (const text of vocabulary) this.addSql(text)
  }
}

/**
 * The words there are, to find what a mistyped one may mean. `keys`: what is left of a word's beginning when up to two letters are
 * taken out; two words that are two errors apart share one. `scope` is the nil id for what is open to everybody, else the
 * opportunity for named members that has the word, so that a correction tells nobody of it.
 */
const vocabulary = [
  `create function word_keys(word text) returns text[] language sql immutable parallel safe as $$
     with start as (select left(word, 7) as w),
       one as (select left(w, i - 1) || substr(w, i + 1) as w from start, generate_series(1, length(w)) i),
       two as (select left(w, i - 1) || substr(w, i + 1) as w from one, generate_series(1, length(w)) i)
     select array(select w from start union select w from one union select w from two) $$`,
  `create table search_word (
     word text not null, scope uuid not null, keys text[] not null generated always as (word_keys(word)) stored, primary key (word, scope))`,
  `create index search_word_keys on search_word using gin (keys)`,
]
