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
