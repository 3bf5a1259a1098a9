import { Migration } from '@mikro-orm/migrations'

/** How cases end: by time, and contracts by both sides' cancellation (A13). */
export class CaseEndings extends Migration {
  override up(): void {
    this.addSql(`alter table business_case add column expires_at timestamptz`)
    this.addSql(`alter table case_thread add column expires_at timestamptz`)
    this.addSql(`create index case_thread_expiring on case_thread (expires_at, id)
      where expires_at is not null and status in ('REGISTERED', 'REFERRED', 'ORDERED', 'RESPONDED')`)
    this.addSql(`alter table contract add column cancelled_at timestamptz`)
  }
}
