import { Migration } from '@mikro-orm/migrations'

/**
 * Interests and what they found (A2). `anchors` are what an opportunity must have one of for the interest to be met; by their index
 * the interests are found from the opportunity. `query` is the text as the index of opportunities is asked it.
 */
export class Interests extends Migration {
  override up(): void {
    this.addSql(`create table interest (
      id uuid primary key, member_id uuid not null, name text not null, paused boolean not null default false, text text, category text,
      region text, publisher_id uuid, currency text, language text, budget_currency text, budget_at_least bigint, budget_at_most bigint,
      query tsquery, anchors text[] not null check (cardinality(anchors) > 0), registered_at timestamptz not null, removed_at timestamptz)`)
    this.addSql(`create index interest_member on interest (member_id, registered_at, id) where removed_at is null`)
    this.addSql(`create index interest_anchors on interest using gin (anchors) where removed_at is null and not paused`)
    this.addSql(`create table opportunity_match (
      id uuid primary key, interest_id uuid not null references interest (id), opportunity_id uuid not null references opportunity (id),
      revision int not null, member_id uuid not null, found_at timestamptz not null, digest_id uuid,
      unique (interest_id, opportunity_id, revision))`)
    this.addSql(`create index opportunity_match_newest on opportunity_match (member_id, found_at desc, id desc)`)
    this.addSql(`create index opportunity_match_told on opportunity_match (member_id, opportunity_id)`)
    this.addSql(`create index opportunity_match_owed on opportunity_match (member_id) where digest_id is null`)
  }
}
