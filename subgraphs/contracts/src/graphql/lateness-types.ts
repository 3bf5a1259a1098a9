import {
  pageByInstant,
  pageByNumber,
  pageFrom,
  type Page,
  type PageRequest,
} from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import { daysOfWeek, defineBusinessCalendar } from '../commands/define-business-calendar.ts'
import { setEscalationSteps } from '../commands/set-escalation-steps.ts'
import { calendarVersions, newestCalendars, newestSteps, stepsVersions } from '../store/calendars.ts'
import { present } from './case-types.ts'
import type { LatenessFilter, MutationResolvers, QueryResolvers, Resolvers } from './generated.ts'
import { latenessColumns } from './loaders.ts'
import type { LatenessModel } from './models.ts'

const reading =
  (store: Store): Tx['sql'] =>
  (text, parameters) =>
    store.query(text, parameters)

/** A page of versions, newest first: a cursor is the version after which it starts. */
async function pageOfVersions<R extends { version: number }>(
  request: PageRequest,
  read: (below: number | null, limit: number) => Promise<R[]>,
): Promise<Page<R>> {
  const { limit, after } = pageByNumber(request)
  const rows = await read(after > 0 ? after : null, limit + 1)
  return pageFrom(
    rows,
    limit,
    after > 0,
    (row) => [row.version],
    (row) => row,
  )
}

/**
 * What was found late of a member's contracts, newest first, and of a settlement agent's those that it was warned of. Each end is read by
 * its own index, a page of each; who is two of them sees each lateness once.
 */
export async function latenessesOf(
  store: Store,
  memberId: string,
  request: PageRequest,
  filter: LatenessFilter,
): Promise<Page<LatenessModel>> {
  const { limit, at, id } = pageByInstant(request)
  const ofEnd = (column: string): string =>
    `(select ${latenessColumns} from lateness x join contract c on c.id = x.contract_id
      where x.${column} = $1 and ($2::timestamptz is null or (x.found_at, x.id) < ($2, $3::uuid))
        and ($4::boolean is null or (x.resolved_at is not null) = $4) and ($5::text is null or x.kind = $5)
      order by x.found_at desc, x.id desc limit $6)`
  const rows = await store.query<LatenessModel>(
    `select * from (${['buyer_id', 'seller_id', 'agent_id'].map(ofEnd).join(' union ')}) found
     order by found_at desc, id desc limit $6`,
    [memberId, at, id, filter.resolved ?? null, filter.kind ?? null, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => [asDate(row.found_at).toISOString(), row.id],
    (row) => row,
  )
}

export const latenessQueries: Pick<QueryResolvers, 'businessCalendars' | 'escalationSteps'> = {
  businessCalendars: (_root, _args, { services }) => newestCalendars(reading(services.store)),
  escalationSteps: (_root, _args, { services }) => newestSteps(reading(services.store)),
}

export const latenessMutations: Pick<MutationResolvers, 'defineBusinessCalendar' | 'setEscalationSteps'> = {
  defineBusinessCalendar: async (_root, { input }, context) =>
    resultAs(
      await defineBusinessCalendar(context.services, actorOf(context), input),
      'DefineBusinessCalendarPayload',
      async ({ code, version }) => {
        const [calendar] = await calendarVersions(reading(context.services.store), code, version + 1, 1)
        return { calendar: present(calendar, `Calendar ${code}`) }
      },
    ),
  setEscalationSteps: async (_root, { input }, context) =>
    resultAs(
      await setEscalationSteps(context.services, actorOf(context), input),
      'SetEscalationStepsPayload',
      async ({ version }) => {
        const [escalationSteps] = await stepsVersions(reading(context.services.store), version + 1, 1)
        return { escalationSteps: present(escalationSteps, `Version ${version} of the steps`) }
      },
    ),
}

/** How latenesses, business calendars and steps of escalation resolve. */
export const latenessTypes: Pick<Resolvers, 'Lateness' | 'BusinessCalendar' | 'EscalationSteps'> = {
  Lateness: {
    dueOn: (row) => row.due_on,
    fallsOn: (row) => row.falls_on,
    foundAt: (row) => asDate(row.found_at),
    resolvedAt: (row) => asDateOrNull(row.resolved_at),
    warned: (row) => row.warned_ids.map((id) => ({ __typename: 'Member' as const, id })),
    contractCode: (row) => row.contract_code,
    // The loader finds it for its parties alone: an agent that was warned gets null.
    thread: (row, _args, { services }) => services.load.thread.load(row.thread_id),
  },
  BusinessCalendar: {
    weekend: (row) => daysOfWeek.filter((_, i) => row.weekend.includes(i + 1)),
    holidays: (row) => [...row.holidays].toSorted(),
    history: (row, page, { services }) =>
      pageOfVersions(page, (below, limit) => calendarVersions(reading(services.store), row.code, below, limit)),
  },
  EscalationSteps: {
    steps: (row) => [...row.steps],
    history: (_row, page, { services }) =>
      pageOfVersions(page, (below, limit) => stepsVersions(reading(services.store), below, limit)),
  },
}
