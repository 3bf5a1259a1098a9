import { Migration } from '@mikro-orm/migrations'

/** By whom a cart under a token was opened, when that one was signed in, so that they can be counted (C1); and members' carts by their last change, so that old empty ones are found. */
export class OpenedCarts extends Migration {
  override up(): void {
    this.addSql(`alter table cart add column opened_by uuid check (opened_by is null or member_id is null)`)
    this.addSql(`create index cart_opened on cart (opened_by) where opened_by is not null and merged_at is null`)
    this.addSql(`create index cart_changed on cart (changed_at) where member_id is not null`)
  }
}
