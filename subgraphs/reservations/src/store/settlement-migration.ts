import { Migration } from '@mikro-orm/migrations'

/** Which captures were paid onwards, each once (step 10 of the money model). */
class CaptureSettlements extends Migration {
  override up(): void {
    this.addSql(`create table capture_settlement (
      capture_id uuid primary key, obligation_id uuid not null, posting_id uuid not null unique, settled_at timestamptz not null)`)
    this.addSql(`create trigger capture_settlement_append_only before update or delete or truncate on capture_settlement
      for each statement execute function refuse_change()`)
  }
}

/** Captures that were paid onwards. */
export const captureSettlements = { name: '162-capture-settlements', class: CaptureSettlements }
