import { Migration } from '@mikro-orm/migrations'

/**
 * Outlets of sellers, their stock, and which of them serves an order (B20). What was stated, taken and decided is on record for ever; `order_routing`
 * is how an order stands now. Where a person's order goes, and what tells of it, is sealed under its key as words of orders are.
 */
export class Outlets extends Migration {
  override up(): void {
    this.addSql(`create table outlet (
      id uuid primary key, seller_id uuid not null, revision int not null, name text not null, address text not null,
      latitude_e7 int not null check (abs(latitude_e7) <= 900000000), longitude_e7 int not null check (abs(longitude_e7) <= 1800000000),
      time_zone text not null, reach_metres int not null check (reach_metres > 0), serving boolean not null,
      weekly jsonb not null, exceptions jsonb not null, registered_at timestamptz not null, edited_at timestamptz)`)
    this.addSql(`create index outlet_of_seller on outlet (seller_id, registered_at desc, id desc)`)
    this.addSql(`create table outlet_revision (
      outlet_id uuid not null references outlet (id), revision int not null, at timestamptz not null, stated jsonb not null,
      primary key (outlet_id, revision))`)
    this.addSql(`create table outlet_stock (
      outlet_id uuid not null references outlet (id), item text collate "C" not null, unit text collate "C" not null,
      on_hand bigint not null check (on_hand >= 0), primary key (outlet_id, item, unit))`)
    this.addSql(`create table outlet_stock_change (
      number bigint generated always as identity primary key, outlet_id uuid not null references outlet (id), item text not null, unit text not null,
      change bigint not null, on_hand bigint not null, cause text not null check (cause in ('STATED', 'TAKEN', 'GIVEN_BACK')),
      order_id uuid references trade_order (id), at timestamptz not null, check ((cause = 'STATED') = (order_id is null)))`)
    this.addSql(`create index outlet_stock_change_newest on outlet_stock_change (outlet_id, number desc)`)
    this.addSql(`create table order_routing (
      order_id uuid primary key references trade_order (id), thread_id uuid not null references case_thread (id), seller_id uuid not null,
      status text not null check (status in ('ROUTED', 'WAITING', 'ENDED')), outlet_id uuid references outlet (id), destination text,
      number int not null, changed_at timestamptz not null, next_try_at timestamptz, check ((status = 'ROUTED') <= (outlet_id is not null)))`)
    this.addSql(`create index order_routing_of_thread on order_routing (thread_id)`)
    this.addSql(
      `create index order_routing_of_seller on order_routing (seller_id, status, changed_at desc, order_id desc)`,
    )
    this.addSql(`create index order_routing_waiting on order_routing (next_try_at, order_id) where status = 'WAITING'`)
    this.addSql(`create table order_route (
      order_id uuid not null references trade_order (id), number int not null, decided_at timestamptz not null,
      cause text not null check (cause in ('ORDERED', 'DECLINED', 'TRIED_AGAIN')), outlet_id uuid references outlet (id), decision text not null,
      primary key (order_id, number))`)
    this.addSql(`create table order_route_decline (
      order_id uuid not null references trade_order (id), outlet_id uuid not null references outlet (id), reason text not null,
      declined_by uuid not null, operator_id uuid, declined_at timestamptz not null, primary key (order_id, outlet_id))`)
    for (const table of ['outlet_revision', 'outlet_stock_change', 'order_route', 'order_route_decline']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
  }
}
