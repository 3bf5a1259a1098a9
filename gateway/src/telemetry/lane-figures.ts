import {
  authorizationFigures,
  systemFigures,
  type LaneFigures,
  type ReservationsServices,
} from '@torihiki/reservations'
import type { HubFigure, LabelledValue } from '../http/metrics.ts'

/** For how long one look at the lanes serves: all figures of a scrape are of the same moment. */
const lookServesMs = 500

type Gauge = readonly [name: string, help: string, value: (lane: LaneFigures) => number | null]

const gauges: readonly Gauge[] = [
  ['waiting', 'Requests that wait to be sent to a card company, counted up to 1,001.', (lane) => lane.waiting],
  ['oldest_seconds', 'Age of the oldest of them.', (lane) => lane.oldestSeconds],
  ['in_flight', 'Requests to a card company without an answer.', (lane) => lane.inFlight],
  ['unknown', 'Requests of which nobody knows what the company did: it is being asked.', (lane) => lane.unknown],
  ['pace_per_minute', 'How many leave in a minute at most now. Not there: no pace.', (lane) => lane.pacePerMinute],
  ['stopped', '1 while somebody has stopped them.', (lane) => Number(lane.stopped)],
  ['breaker_open', '1 while the company is not asked because it gave no answers.', (lane) => Number(lane.broken)],
]

/** How requests to card companies leave (C5, C8), a value a company. */
export function laneFigures(services: ReservationsServices): HubFigure[] {
  let seenAt = -Infinity
  let seen: Promise<readonly LaneFigures[]> = Promise.resolve([])
  const look = (): Promise<readonly LaneFigures[]> => {
    if (performance.now() - seenAt > lookServesMs) {
      seenAt = performance.now()
      seen = authorizationFigures(services)
    }
    return seen
  }
  const answers = {
    name: 'torihiki_authorizations_answered_last_hour',
    help: 'Answers of a card company in the last hour, by result.',
    labelNames: ['company', 'result'],
    read: async () =>
      (await look()).flatMap((lane) =>
        Object.entries(lane.answers).map(([result, value]) => ({ labels: { company: lane.company, result }, value })),
      ),
  }
  const system = (what: string, help: string, of: 'processes' | 'inHand'): HubFigure => ({
    name: `torihiki_authorization_system_${what}`,
    help,
    labelNames: ['system'],
    read: async () =>
      (await systemFigures(services)).map((each) => ({ labels: { system: each.name }, value: each[of] })),
  })
  return [
    answers,
    system('processes', 'Processes of an authorization system that live. 0: it is dead.', 'processes'),
    system('in_hand', 'Requests that an authorization system has asked for without an answer yet.', 'inHand'),
    ...gauges.map(([name, help, value]) => ({
      name: `torihiki_authorizations_${name}`,
      help,
      labelNames: ['company'],
      read: async () => (await look()).flatMap((lane) => labelled(lane.company, value(lane))),
    })),
  ]
}

const labelled = (company: string, value: number | null): LabelledValue[] =>
  value === null ? [] : [{ labels: { company }, value }]
