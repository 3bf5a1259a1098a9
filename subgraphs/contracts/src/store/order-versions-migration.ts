import { Migration } from '@mikro-orm/migrations'

/** Orders and their answers in versions that are never overwritten, with delivery windows and terms (A3, A4). */
export class OrderVersions extends Migration {
  override up(): void {
    this.addSql(`alter table trade_order add column version int not null default 1, add column replaces_id uuid references trade_order (id),
      add column deliver_from date, add column terms jsonb`)
    this.addSql(`with numbered as (select id, row_number() over w as version, lag(id) over w as before from trade_order
        window w as (partition by thread_id order by sent_at, id))
      update trade_order o set version = n.version, replaces_id = n.before from numbered n where n.id = o.id`)
    this.addSql(`create unique index trade_order_version on trade_order (thread_id, version)`)
    this.addSql(`create unique index trade_order_replaces on trade_order (replaces_id)`)
    this.addSql(`alter table order_response add column version int not null default 1, add column deliver_from date,
      add column deliver_by date, add column terms jsonb`)
    this.addSql(`alter table order_response drop constraint order_response_pkey, add primary key (order_id, version)`)
    for (const table of ['trade_order', 'order_response'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}
