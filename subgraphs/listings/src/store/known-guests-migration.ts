import { Migration } from '@mikro-orm/migrations'

/** Which members are guests: nothing is held for an order that a shop does not take from them (C4). What a buyer was quoted on a day is found for it. */
export class KnownGuests extends Migration {
  override up(): void {
    this.addSql(`create table known_guest (member_id uuid primary key, version int not null, guest boolean not null)`)
    this.addSql(`create index quote_buyer on quote (buyer_id, shop_id, quoted_at)`)
  }
}
