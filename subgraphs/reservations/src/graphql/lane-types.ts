import { badCursor, pageFrom, pageOf, type Page, type PageRequest } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import {
  resumeAuthorizations,
  setAuthorizationSchedule,
  stopAuthorizations,
} from '../commands/set-authorization-schedule.ts'
import { roomOf } from '../domain/allotment.ts'
import { decideDispatch, paceOf } from '../domain/dispatch.ts'
import type { ReservationsServices } from '../services.ts'
import { readSystems } from '../store/authorization-systems.ts'
import { allOthers, readLane, scheduleOf } from '../store/lanes.ts'
import type { Resolvers } from './generated.ts'
import type { AuthorizationActModel, AuthorizationLaneModel } from './models.ts'

/** A company's lane as operators see it (C5), worked out now. */
export async function laneOf(services: ReservationsServices, company: string): Promise<AuthorizationLaneModel> {
  const { store } = services
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => store.query<T>(text, p)
  const known = await scheduleOf(sql, company)
  const { lane, now } = await readLane(sql, company)
  const room = (await readSystems(sql, company)).systems.reduce((sum, system) => sum + roomOf(system, now), 0)
  const { restraint, againAt } = decideDispatch(known.schedule, lane, now, room)
  return { company, known, lane, restraint, againAt }
}

/** Every company that is connected, here or at a process that asks card companies, or was ever asked, in the order of their names. */
async function lanes(services: ReservationsServices): Promise<AuthorizationLaneModel[]> {
  const rows = await services.store.query<{ company: string }>(
    `select company from authorization_lane where company <> $1 union select unnest($2::text[])
     union select unnest(companies) from authorization_process order by 1`,
    [allOthers, services.cardCompanies.codes()],
  )
  return Promise.all(rows.map(({ company }) => laneOf(services, company)))
}

async function acts(store: Store, page: PageRequest): Promise<Page<AuthorizationActModel>> {
  const { limit, after } = pageOf(page, 1)
  const afterId = after === null ? null : String(after[0])
  if (afterId !== null && !isId(afterId)) throw badCursor()
  const rows = await store.query<AuthorizationActModel>(
    'select * from authorization_act where ($1::uuid is null or id < $1) order by id desc limit $2',
    [afterId, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    after !== null,
    (row) => [row.id],
    (row) => row,
  )
}

/** Answers of a company in the last hour, by result. */
async function lastHour(
  store: Store,
  company: string,
): Promise<{ approved: number; declined: number; referral: number }> {
  const rows = await store.query<{ result: string; count: number }>(
    `select result, count(*)::int as count from authorization_request
     where company = $1 and answered_at > now() - interval '1 hour' group by result`,
    [company],
  )
  const of = (result: string): number => rows.find((row) => row.result === result)?.count ?? 0
  return { approved: of('APPROVED'), declined: of('DECLINED'), referral: of('REFERRAL') }
}

const two = (n: number): string => String(n).padStart(2, '0')
const clockTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** Looking at lanes and their history (C5). The policies let operators alone in. */
export const laneQueries: Pick<NonNullable<Resolvers['Query']>, 'authorizationLanes' | 'authorizationActs'> = {
  authorizationLanes: (_root, _args, { services }) => lanes(services),
  authorizationActs: (_root, page, { services }) => acts(services.store, page),
}

/** One line each: call the command, map its answer. */
export const laneMutations: Pick<
  NonNullable<Resolvers['Mutation']>,
  'setAuthorizationSchedule' | 'stopAuthorizations' | 'resumeAuthorizations'
> = {
  setAuthorizationSchedule: async (_root, { input }, context) =>
    resultAs(
      await setAuthorizationSchedule(context.services, actorOf(context), input),
      'SetAuthorizationSchedulePayload',
      async ({ company }) => ({ lane: await laneOf(context.services, company) }),
    ),
  stopAuthorizations: async (_root, { input }, context) =>
    resultAs(
      await stopAuthorizations(context.services, actorOf(context), input),
      'StopAuthorizationsPayload',
      async ({ company }) => ({ lane: await laneOf(context.services, company) }),
    ),
  resumeAuthorizations: async (_root, { input }, context) =>
    resultAs(
      await resumeAuthorizations(context.services, actorOf(context), input),
      'ResumeAuthorizationsPayload',
      async ({ company }) => ({ lane: await laneOf(context.services, company) }),
    ),
}

/** How lanes are shown. */
export const laneTypes: Pick<Resolvers, 'AuthorizationLane' | 'AuthorizationAct'> = {
  AuthorizationLane: {
    company: ({ company }) => (company === allOthers ? null : company),
    schedule: ({ known: { schedule, version, own } }) => ({
      ...schedule,
      version,
      own,
      offPeak: schedule.offPeak && {
        from: clockTime(schedule.offPeak.from),
        to: clockTime(schedule.offPeak.to),
        timeZone: schedule.offPeak.timeZone,
      },
    }),
    waiting: ({ lane }) => lane.waiting,
    oldestWaitingAt: ({ lane }) => lane.oldestAt,
    inFlight: ({ lane }) => lane.inFlight,
    pacePerMinute: ({ known, lane }) => paceOf(known.schedule, lane),
    stopped: ({ lane }) => lane.stopped,
    brokenUntil: ({ lane }) => lane.brokenUntil,
    failures: ({ lane }) => lane.failures,
    restraint: ({ restraint }) => restraint,
    againAt: ({ againAt }) => againAt,
    unknown: async ({ company }, _args, { services }) => {
      const [row] = await services.store.query<{ count: number }>(
        `select count(*)::int as count from authorization_request where company = $1 and status = 'UNKNOWN'`,
        [company],
      )
      return row?.count ?? 0
    },
    lastHour: ({ company }, _args, { services }) => lastHour(services.store, company),
  },
  AuthorizationAct: {
    company: ({ company }) => (company === allOthers ? null : company),
    by: ({ by_id: id }) => ({ id }),
    at: ({ at }) => asDate(at),
  },
}
