import { Migration } from '@mikro-orm/migrations'

/**
 * What a guest's erasure waits for besides its purchases (B2, B15): open returns, and the cooling-off period by law. The country by whose law a
 * member buys is kept beside its sealed address, for others decide by it; it goes with the address.
 */
export class Returns extends Migration {
  override up(): void {
    this.addSql(`alter table member add country text`)
    this.addSql(`create table guest_return (
      return_id uuid not null, member_id uuid not null references member (id), progress int not null, primary key (return_id, member_id))`)
    this.addSql(`create index guest_return_of_member on guest_return (member_id)`)
    this.addSql(`create table guest_cooling_off (
      member_id uuid not null references member (id), thread_id uuid not null, until timestamptz not null, primary key (member_id, thread_id))`)
  }
}
