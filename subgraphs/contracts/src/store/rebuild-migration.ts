import { Migration } from '@mikro-orm/migrations'

/** Rebuilds of views with their progress (A16). */
export class CaseViewRebuilds extends Migration {
  override up(): void {
    this.addSql(`create table case_view_rebuild (
      id uuid primary key, side text not null, member_id uuid, asked_by uuid not null, state text not null, members int not null,
      members_done int not null default 0, threads bigint not null default 0, last_member uuid, fault text,
      started_at timestamptz not null, ended_at timestamptz)`)
    this.addSql(`create index case_view_rebuild_newest on case_view_rebuild (started_at desc, id desc)`)
  }
}
