import { Migration } from '@mikro-orm/migrations'

/** By which codes of orders at shops guests sign in (C9). They go with their member. */
export class OrderLogins extends Migration {
  override up(): void {
    this.addSql(
      `create table order_login (order_code text primary key, member_id uuid not null references member (id))`,
    )
    this.addSql(`create index order_login_of_member on order_login (member_id)`)
  }
}
