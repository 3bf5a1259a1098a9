import { Migration } from '@mikro-orm/migrations'

/** Notes of one side on a thread: a source of their own, which no rebuild of a view touches. */
export class CaseNotes extends Migration {
  override up(): void {
    this.addSql(`create table case_note (
      id uuid primary key, thread_id uuid not null references case_thread (id), member_id uuid not null, text text not null,
      written_at timestamptz not null, edited_at timestamptz)`)
    this.addSql(`create index case_note_thread on case_note (thread_id, member_id, written_at, id)`)
  }
}
