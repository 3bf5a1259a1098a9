import { Migration } from '@mikro-orm/migrations'

/** Which members are guests: nothing is held for an order that a shop does not take from them (C4). */
export class KnownGuests extends Migration {
  override up(): void {
    this.addSql(`create table known_guest (member_id uuid primary key, version int not null, guest boolean not null)`)
  }
}
