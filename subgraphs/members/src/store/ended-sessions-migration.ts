import { Migration } from '@mikro-orm/migrations'

/** Sessions by their end: a gateway that starts asks which have ended lately (A6). */
export class EndedSessions extends Migration {
  override up(): void {
    this.addSql(`create index session_ended on session (ended_at) where ended_at is not null`)
  }
}
