import { Migration } from '@mikro-orm/migrations'

/** To which pace ADAPTIVE was last made slower (C5): from there it is regained. */
class SlowedTo extends Migration {
  override up(): void {
    this.addSql(`alter table authorization_lane add slowed_to int`)
    this.addSql(`update authorization_lane set slowed_to = pace_per_minute where slowed_at is not null`)
  }
}

/** The pace to which a lane was made slower. */
export const slowedTo = { name: '200-slowed-to', class: SlowedTo }
