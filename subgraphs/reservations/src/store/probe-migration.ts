import { Migration } from '@mikro-orm/migrations'

/** Until when a company whose breaker is open is being asked for an inquiry, as the one trial (C5, C8). */
class Probes extends Migration {
  override up(): void {
    this.addSql(`alter table authorization_lane add probe_until timestamptz`)
  }
}

/** The one trial of a company that gives no answers may be an inquiry. */
export const probes = { name: '202-probes', class: Probes }
