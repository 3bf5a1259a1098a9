import { Migration } from '@mikro-orm/migrations'

/** Reports on goods (A10), each with what all reports so far gave: never changed. */
export class GoodsReports extends Migration {
  override up(): void {
    this.addSql(`create table goods_report (
      id uuid primary key, thread_id uuid not null references case_thread (id), contract_id uuid not null references contract (id),
      kind text not null, document_id text not null, document bytea not null, sha256 text not null, reported_by uuid not null,
      reported_at timestamptz not null, comparison jsonb not null, unique (contract_id, kind, document_id))`)
    this.addSql(`create index goods_report_thread on goods_report (thread_id, reported_at, id)`)
    this.addSql(`create trigger goods_report_append_only before update or delete or truncate on goods_report
      for each statement execute function refuse_change()`)
  }
}
