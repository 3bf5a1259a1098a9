import { setTimeout as pause } from 'node:timers/promises'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { Redis } from 'ioredis'
import type { Json } from '../../support/hub-client.ts'
import { copyMigratedDatabase } from '../../support/migrated-database.ts'
import { testDatabaseUrl } from '../../support/test-database.ts'
import { killProcess, startProcess, startTestHub, stopProcess, type TestHub } from '../../support/test-hub.ts'
import { plantIn } from '../lost-replies/planted-bugs.ts'
import { Companies, companyCodes } from './companies.ts'
import { findDifferences, untilSettled } from './differences.ts'
import { openShop, placeOrders, withholdConsent } from './place-orders.ts'
import type { OrderBug } from './planted-bugs.ts'

export type OrderFaultsOptions = {
  readonly orders: number
  readonly seed: number
  /** After so long no more orders are placed, though there are fewer. */
  readonly placingMs?: number
  readonly redisUrl: string
  /** A bug that the hub is given, to prove that the run finds it. */
  readonly bug?: OrderBug
  readonly say: (line: string) => void
}

/** What a run came to: what does not fit, and what happened on the way. */
export type OrderFaultsOutcome = {
  readonly findings: readonly string[]
  readonly orders: number
  readonly givenUp: number
  readonly kills: number
  readonly wipes: number
  readonly outages: number
  /** How long orders were placed, and how long it took from then until nothing was owed. */
  readonly placingSeconds: number
  readonly healingSeconds: number
}

/** Orders and events are taken here; asking card companies is for the systems alone. Views and mail are not what this is about. */
const reception = 'relay,members,listings,contracts,reservations,settlements,schedules'
/** The processes of the two systems. */
const seats = ['first', 'first', 'second'] as const
/** How long at least and at most nothing new goes wrong. */
const [shortestPeaceMs, longestPeaceMs] = [1_500, 4_000]
/** From so many orders on peace lasts so many times as long: there are faults enough, and starting processes takes time from orders. */
const [manyOrders, longerWithMany] = [10_000, 4]
/** How long a company that breaks down stays down. */
const outageMs = 1_500
/** How long all may take to come to an end once nothing goes wrong any more: the longest pause between inquiries, and twice that. */
const healMs = 900_000
/** With a bug it may never come to an end: then it is looked at as it is. */
const healWithBugMs = 120_000
/** With a bug there are fewer orders, so faults are so many times as frequent. */
const timesAsOftenWithBug = 6
/** Of how many orders one is given up; with a bug more often, so that of few orders enough are given up while their company is asked. */
const [givenUpEach, givenUpEachWithBug] = [20, 4]
/** How often it is said how far the run is. */
const saidEach = 1_000

/**
 * Places orders through the gateway, paid by card at companies that lose answers, answer garbage, are slow, ask for less or are down, while processes of two authorization systems are killed and
 * Redis is wiped. In the end every order must have exactly one final result, and every company's own book must agree with ours.
 */
export async function playOrderFaults(options: OrderFaultsOptions): Promise<OrderFaultsOutcome> {
  const database = await testDatabaseUrl(copyMigratedDatabase)
  const random = seededRandom(options.seed)
  const planted = options.bug ? await plantIn(options.bug) : null
  const companies = await Companies.start()
  let hub: TestHub | null = null
  try {
    const settings = { ...planted?.settings, WORKERS: reception }
    hub = await startTestHub(settings, { databaseUrl: database.databaseUrl, redisUrl: options.redisUrl })
    return await play({ ...hub, databaseUrl: database.databaseUrl }, companies, random, options)
  } finally {
    for (const each of hub?.processes.splice(0).toReversed() ?? []) await stopProcess(each).catch(() => undefined)
    await companies.close()
    await planted?.remove()
    await database.close()
  }
}

async function play(
  hub: TestHub,
  companies: Companies,
  random: () => number,
  { orders, seed, placingMs, redisUrl, bug, say }: OrderFaultsOptions,
): Promise<OrderFaultsOutcome> {
  const shop = await openShop(hub, orders)
  seats.forEach((system, nth) => startSeat(hub, companies, system, nth))
  await hub.admin.must('SetAuthorizationSystem', { name: 'first', rank: 1, mostInFlight: 24 })
  await hub.admin.must('SetAuthorizationSystem', { name: 'second', rank: 2 })
  await waitFor(async () => (await processesOf(hub)) === seats.length, {
    timeoutMs: 60_000,
    everyMs: 100,
    what: 'systems',
  })
  await companies.setFaults(bug ? timesAsOftenWithBug : 1, seed)
  const begun = performance.now()
  const trouble = makeTrouble(hub, companies, redisUrl, random, orders >= manyOrders ? longerWithMany : 1)
  const plan = { orders, placingMs: placingMs ?? Infinity, givenUpEach: bug ? givenUpEachWithBug : givenUpEach }
  const placed = await placeOrders(hub, shop, plan, random, (count) => {
    if (count % saidEach === 0) say(`${count} orders placed after ${Math.round((performance.now() - begun) / 1_000)} s`)
  })
  const placingSeconds = Math.round((performance.now() - begun) / 1_000)
  const figures = await trouble.end()
  await companies.setFaults(0)
  const calm = performance.now()
  const owed = await untilSettled(hub.databaseUrl, placed.length, bug ? healWithBugMs : healMs, () =>
    withholdConsent(shop),
  )
  const healingSeconds = Math.round((performance.now() - calm) / 1_000)
  const findings = [...owed, ...(await findDifferences(hub, placed, await companies.books()))]
  const givenUp = placed.filter((order) => order.givenUp).length
  return { findings, orders: placed.length, givenUp, ...figures, placingSeconds, healingSeconds }
}

function startSeat(hub: TestHub, companies: Companies, system: string, nth: number): void {
  const settings = { WORKERS: 'authorization', AUTHORIZATION_SYSTEM: system, CARD_COMPANIES: companies.setting }
  const environment = { ...hub.environment, ...settings, CARD_COMPANY_TIMEOUT_SECONDS: '2' }
  hub.processes.push(startProcess(`system ${nth}`, 'workers/src/main.ts', environment))
}

async function processesOf(hub: TestHub): Promise<number> {
  const { systems } = (await hub.admin.run('AuthorizationSystems')).authorizationSystems
  return systems.reduce((sum: number, { processes }: Json) => sum + processes, 0)
}

type Figures = { kills: number; wipes: number; outages: number }

/** Kills a process of a system, wipes Redis or breaks a company down, one after the other by chance, until it is ended. */
function makeTrouble(
  hub: TestHub,
  companies: Companies,
  redisUrl: string,
  random: () => number,
  timesAsLong: number,
): { end(): Promise<Figures> } {
  const figures: Figures = { kills: 0, wipes: 0, outages: 0 }
  const ending = new AbortController()
  const redis = new Redis(redisUrl)
  const acts = [
    async () => {
      const nth = Math.floor(random() * seats.length)
      await killProcess(hub, `system ${nth}`)
      startSeat(hub, companies, seats[nth] ?? 'first', nth)
      figures.kills++
    },
    async () => {
      await redis.flushdb()
      figures.wipes++
    },
    async () => {
      const company = companyCodes[Math.floor(random() * companyCodes.length)] ?? 'quick'
      await companies.control(company, 'down')
      await pause(outageMs)
      await companies.control(company, 'up')
      figures.outages++
    },
  ]
  const making = (async () => {
    while (!ending.signal.aborted) {
      const peaceMs = timesAsLong * (shortestPeaceMs + random() * (longestPeaceMs - shortestPeaceMs))
      await pause(peaceMs, undefined, { signal: ending.signal }).catch(() => undefined)
      if (!ending.signal.aborted) await acts[Math.floor(random() * acts.length)]?.()
    }
  })()
  return {
    async end() {
      ending.abort()
      await making
      redis.disconnect()
      return figures
    },
  }
}

/** Chance that is the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
