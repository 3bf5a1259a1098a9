import { Migration } from '@mikro-orm/migrations'

/** By which kinds of payment methods a shop lets an order of a guest be paid (C4). */
export class MethodKinds extends Migration {
  override up(): void {
    this.addSql(`alter table thread add method_kinds text[]`)
  }
}
