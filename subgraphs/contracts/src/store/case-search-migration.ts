import { Migration } from '@mikro-orm/migrations'

/**
 * Text and filters of the views (A14, A15): each list is answered by an index that begins with the member. The words of a case never change
 * and stand apart, so that a change of status does not write them again.
 */
export class CaseSearch extends Migration {
  override up(): void {
    this.addSql(`alter table business_case add column words text[] not null default '{}'`)
    this.addSql(`update business_case set words = coalesce(
      (select array_agg(distinct w) from regexp_split_to_table(lower(concat_ws(' ', title, description, case_code)), '[^[:alnum:]]+') w
       where w <> ''), '{}')`)
    for (const side of ['source', 'partner']) {
      const table = `${side}_view_thread`
      const newest = 'changed_at desc, thread_id desc'
      this.addSql(`create table ${side}_view_words (
        member_id uuid not null, thread_id uuid not null, words tsvector not null, primary key (member_id, thread_id))`)
      this.addSql(`insert into ${side}_view_words (member_id, thread_id, words)
        select v.member_id, v.thread_id, array_to_tsvector(array(select v.member_id || '/' || w from unnest(c.words) w))
        from ${table} v join case_thread t on t.id = v.thread_id join business_case c on c.id = t.case_id`)
      this.addSql(`create index ${side}_view_word on ${side}_view_words using gin (words)`)
      this.addSql(`create index ${side}_view_counterpart on ${table} (member_id, counterpart_id, status, ${newest})`)
      this.addSql(`create index ${side}_view_delayed on ${table} (member_id, ${newest}) where delayed`)
      this.addSql(`create index ${side}_view_unread on ${table} (member_id, ${newest}) where unread > 0`)
    }
  }
}
