import { Migration } from '@mikro-orm/migrations'

/** Keys of persons and guests, under which what names them in a notarized contract is sealed (B2). */
export class PersonalKeys extends Migration {
  override up(): void {
    this.addSql(`create table personal_key (member_id uuid primary key, wrapped bytea not null)`)
  }
}
