import { Migration } from '@mikro-orm/migrations'
import { allDays } from '../domain/cases/business-calendar.ts'
import { standardSteps } from '../domain/cases/lateness.ts'

const steps = JSON.stringify(standardSteps)

/**
 * What is due of each contract, with the instant at which it is next looked at; business calendars and steps of escalation, every version
 * of them; and of latenesses which delivery they are about, whom they warned and when they were resolved (A12).
 */
export class DueDates extends Migration {
  override up(): void {
    this.addSql(`create table business_calendar (
      code text not null, version int not null, title text not null, weekend int[] not null, holidays date[] not null,
      counts_business_days boolean not null, defined_by uuid, defined_at timestamptz not null, reason text not null,
      primary key (code, version))`)
    this.addSql(`insert into business_calendar values ('${allDays.code}', ${allDays.version}, 'All days', '{}', '{}',
      ${allDays.countsBusinessDays}, null, now(), 'Set up with the hub.')`)
    this.addSql(`create table escalation_steps (
      version int primary key, steps jsonb not null, set_by uuid, set_at timestamptz not null, reason text not null)`)
    this.addSql(`insert into escalation_steps values (1, '${steps}', null, now(), 'Set up with the hub.')`)
    for (const table of ['business_calendar', 'escalation_steps']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
    }
    this.addSql(`alter table contract add time_zone text not null default 'UTC', add calendar text not null default '${allDays.code}',
      add escalation jsonb not null default '${steps}'`)
    this.addSql(`create table contract_due (
      contract_id uuid not null references contract (id), kind text not null, part int not null, thread_id uuid not null,
      due_on date not null, level int not null default 0, fulfilled_at timestamptz, next_check_at timestamptz,
      primary key (contract_id, kind, part), check (fulfilled_at is null or next_check_at is null))`)
    this.addSql(`alter table lateness add part int not null default 1, add falls_on date, add action text not null default 'WARN_BOTH',
      add warned_ids uuid[] not null default '{}', add agent_id uuid, add calendar_version int not null default 1, add resolved_at timestamptz`)
    this.addSql(`update lateness set falls_on = due_on, warned_ids = array[buyer_id, seller_id]`)
    this.addSql(`alter table lateness alter falls_on set not null`)
    this.addSql(`update lateness l set resolved_at = case l.kind when 'DELIVERY' then least(c.delivered_at, c.settled_at, c.cancelled_at)
      else least(c.settled_at, c.cancelled_at) end
      from contract c where c.id = l.contract_id`)
    this.addSql(`alter table lateness drop constraint lateness_contract_id_kind_level_key`)
    this.addSql(`alter table lateness add constraint lateness_once unique (contract_id, kind, part, level)`)
    this.addSql(`create index lateness_agent on lateness (agent_id, found_at desc, id desc) where agent_id is not null`)
    this.addSql(`create index lateness_thread on lateness (thread_id, found_at, id)`)
    for (const [kind, day, fulfilled] of [
      ['DELIVERY', 'deliver_by', 'least(c.delivered_at, c.settled_at, c.cancelled_at)'],
      ['SETTLEMENT', 'pay_by', 'least(c.settled_at, c.cancelled_at)'],
    ]) {
      this.addSql(`insert into contract_due (contract_id, kind, part, thread_id, due_on, level, fulfilled_at, next_check_at)
        select c.id, '${kind}', 1, c.thread_id, c.${day},
          coalesce((select max(l.level) from lateness l where l.contract_id = c.id and l.kind = '${kind}'), 0), ${fulfilled},
          case when ${fulfilled} is null then (c.${day} + 1)::timestamp at time zone 'UTC' end
        from contract c where c.${day} is not null`)
    }
    this.addSql(`create index contract_due_next on contract_due (next_check_at) where next_check_at is not null`)
    this.addSql(`drop index contract_late_delivery`)
    this.addSql(`drop index contract_late_settlement`)
  }
}
