import {
  decideDispatch,
  paceOf,
  usualSchedule,
  type DispatchSchedule,
  type Lane,
} from '../../../subgraphs/reservations/src/domain/dispatch.ts'
import { learn, type Called, type Learnt } from '../../../subgraphs/reservations/src/domain/pace.ts'

/** What happens outside at a moment: orders that come in a second, what the company takes in one, and how long its answers take. */
export type Weather = { readonly ordersPerSecond: number; readonly takesPerSecond: number; readonly answerMs: number }

/** One second of a run: what came, was sent, was answered, was too much (HTTP 429), the pace at its end, and what waited then. */
export type Second = {
  readonly came: number
  readonly sent: number
  readonly answered: number
  readonly tooMany: number
  readonly pacePerMinute: number
  readonly waiting: number
  readonly weather: Weather
}

/** The step of the simulated clock. */
const stepMs = 10
/** How long a request waits that was too much, when the company does not say. */
const againAfterMs = 1_000

/** The rule that is simulated: ADAPTIVE between one and a hundred a second, as it is when nobody says more. */
export const adaptive: DispatchSchedule = { ...usualSchedule, mode: 'ADAPTIVE' }

/** Random numbers from a seed (mulberry32, of whole numbers alone, so that every machine draws the same). */
export function draws(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

type Call = { readonly until: number; readonly called: Called }

/** A company that takes so many in a second and answers all beyond that with HTTP 429 at once. */
function createCompany(): (now: number, weather: Weather) => Call {
  let second = -1
  let taken = 0
  return (now, { takesPerSecond, answerMs }) => {
    const current = Math.floor(now / 1_000)
    if (current !== second) [second, taken] = [current, 0]
    taken++
    return taken > takesPerSecond
      ? { until: now + 20, called: { kind: 'TOO_MANY', ms: 20 } }
      : { until: now + answerMs, called: { kind: 'ANSWERED', ms: answerMs } }
  }
}

/**
 * Runs the hub's own rule (`decideDispatch`, `learn`; C5) against a simulated company and simulated orders, by a simulated clock: the same
 * seed and weather give the same seconds on every machine.
 */
export function simulate(weatherAt: (second: number) => Weather, seconds: number, seed: number): Second[] {
  const draw = draws(seed)
  const company = createCompany()
  const waiting: number[] = []
  let backAt: number[] = []
  let inFlight: Call[] = []
  let lane: Learnt & Pick<Lane, 'nextFreeAt'> = {
    nextFreeAt: null,
    pacePerMinute: null,
    slowedAt: null,
    slowedTo: null,
    failures: 0,
    brokenUntil: null,
  }
  return Array.from({ length: seconds }, (_, second) => {
    const weather = weatherAt(second)
    const counts = { came: 0, sent: 0, answered: 0, tooMany: 0 }
    for (let now = second * 1_000; now < (second + 1) * 1_000; now += stepMs) {
      const at = new Date(now)
      // So many chances in a hundred thousand that an order comes within a step.
      const chances = weather.ordersPerSecond * stepMs * 100
      for (let left = chances; left > 0; left -= 100_000)
        if (draw() % 100_000 < Math.min(left, 100_000)) {
          waiting.push(now)
          counts.came++
        }
      for (const { called } of inFlight.filter(({ until }) => until <= now)) {
        lane = { ...lane, ...learn(adaptive, lane, called, at) }
        if (called.kind === 'TOO_MANY') backAt.push(now + againAfterMs)
        counts[called.kind === 'TOO_MANY' ? 'tooMany' : 'answered']++
      }
      inFlight = inFlight.filter(({ until }) => until > now)
      waiting.push(...backAt.filter((back) => back <= now))
      backAt = backAt.filter((back) => back > now)
      const oldestAt = waiting[0] === undefined ? null : new Date(waiting[0])
      const known: Lane = {
        ...lane,
        waiting: waiting.length,
        oldestAt,
        inFlight: inFlight.length,
        stopped: false,
        batchLeft: 0,
      }
      const { send, nextFreeAt } = decideDispatch(adaptive, known, at)
      lane = { ...lane, nextFreeAt }
      waiting.splice(0, send)
      counts.sent += send
      for (let i = 0; i < send; i++) inFlight.push(company(now, weather))
    }
    const pacePerMinute = paceOf(adaptive, lane) ?? adaptive.perMinute
    return { ...counts, pacePerMinute, waiting: waiting.length + backAt.length, weather }
  })
}
