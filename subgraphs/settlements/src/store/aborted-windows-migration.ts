import { Migration } from '@mikro-orm/migrations'

/**
 * Windows that were aborted (step 9 of the money model): why and by whom, the cancellations that their agents are owed, and the next window of an
 * obligation that such a one let go. Windows of before are each the first of their obligations.
 */
export class AbortedWindows extends Migration {
  override up(): void {
    this.addSql(`create table window_abort (
      window_id uuid primary key references settlement_window (id), reason text not null, aborted_by uuid not null, aborted_at timestamptz not null)`)
    this.addSql(`create trigger window_abort_append_only before update or delete or truncate on window_abort
      for each statement execute function refuse_change()`)
    this.addSql(`create table instruction_cancellation (
      instruction_id uuid primary key references settlement_instruction (id), cancelled_at timestamptz not null, attempt int not null default 0,
      sent_at timestamptz, next_attempt_at timestamptz, taken_at timestamptz, last_error text)`)
    this.addSql(
      `create index instruction_cancellation_owed on instruction_cancellation (next_attempt_at) where taken_at is null`,
    )
    this.addSql(`alter table settlement_instruction drop constraint settlement_instruction_status_check`)
    this.addSql(`alter table settlement_instruction add constraint settlement_instruction_status_check
      check (status in ('QUEUED', 'SENT', 'SETTLED', 'FAILED', 'CANCELLED'))`)
    this.addSql(`alter table window_obligation drop constraint window_obligation_obligation_id_key`)
    this.addSql(`alter table window_obligation add turn int not null default 1 check (turn > 0)`)
    this.addSql(`alter table window_obligation alter turn drop default`)
    this.addSql(`alter table window_obligation add constraint window_obligation_turn unique (obligation_id, turn)`)
  }
}
