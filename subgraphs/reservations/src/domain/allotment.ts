/** How what may leave is divided among several authorization systems (C8). */
export const sharingRules = ['OVERFLOW', 'SHARE'] as const
export type SharingRule = (typeof sharingRules)[number]

/**
 * An authorization system: one or more processes that ask card companies (C8). `rank`: with OVERFLOW the lower is asked first; those of one rank take what they come to.
 * `mostInFlight` and `perMinute` are its capacity, null when only the hands of its processes limit it. `weight` is its part with SHARE. `batchSize` 1: it takes one by one (SERIAL);
 * more: its part is accumulated and taken as one, when so many wait for it or the oldest has waited `batchAgeSeconds`. One that does not take part takes nothing new.
 */
export type AuthorizationSystem = {
  readonly name: string
  readonly rank: number
  readonly mostInFlight: number | null
  readonly perMinute: number | null
  readonly weight: number
  readonly batchSize: number
  readonly batchAgeSeconds: number
  readonly takesPart: boolean
}

/** A system of which nobody has said anything. */
export const usualSystem: Omit<AuthorizationSystem, 'name'> = {
  rank: 1,
  mostInFlight: null,
  perMinute: null,
  weight: 1,
  batchSize: 1,
  batchAgeSeconds: 10,
  takesPart: true,
}

/** A process that has not been seen for so long is dead, and what it had in hand is inquired at once (C8). Three heart-beats may be missed. */
export const systemIsDeadAfterMs = 3_000
/** How much of its pace a system with `perMinute` may take at once after a pause. */
export const systemBurstMs = 1_000

/**
 * A system as it is. `hands`: how many requests its living processes that reach the company can have in hand; 0 when none lives. `nextFreeAt`: when its pace allows the next.
 * `pass`: what it took by its weight so far, which is compared with that of the others (SHARE); null when it is new.
 */
export type SystemNow = AuthorizationSystem & {
  readonly hands: number
  readonly inHand: number
  readonly nextFreeAt: Date | null
  readonly pass: number | null
}

/** How many requests a system has capacity for now. A batch leaves as one: without room for all of it there is none. */
export function roomOf(system: SystemNow, now: Date): number {
  if (!system.takesPart || system.hands === 0) return 0
  const free = Math.min(system.hands, system.mostInFlight ?? system.hands) - system.inHand
  const room = Math.min(free, paceAllows(system, now))
  return room < system.batchSize ? 0 : room
}

/** Generic cell rate algorithm (ITU-T I.371), with a burst of `systemBurstMs` but at least of a batch: else a large batch would never leave a slow system. */
function paceAllows({ perMinute, nextFreeAt, batchSize }: SystemNow, now: Date): number {
  if (perMinute === null) return Number.POSITIVE_INFINITY
  const intervalMs = 60_000 / perMinute
  const freeMs = Math.max(nextFreeAt?.getTime() ?? 0, now.getTime())
  const aheadMs = now.getTime() + Math.max(systemBurstMs, (batchSize - 1) * intervalMs) - freeMs
  return aheadMs < 0 ? 0 : Math.floor(aheadMs / intervalMs) + 1
}

/** What may leave to a company now, and since when the oldest of it waits. */
export type Offer = { readonly count: number; readonly oldestAt: Date | null }

/**
 * How many of what is offered the system `name` takes now (C8); the rest is others'. OVERFLOW: what the living systems of lower rank have no capacity for. SHARE: each request goes to the
 * system that has taken least by its weight and has capacity (stride scheduling, Waldspurger and Weihl 1995). Nothing that may leave is left to a system that cannot take it.
 */
export function allot(rule: SharingRule, systems: readonly SystemNow[], name: string, offer: Offer, now: Date): number {
  const me = systems.find((each) => each.name === name)
  if (!me || offer.count === 0) return 0
  const part = rule === 'OVERFLOW' ? overflowTo(systems, me, offer, now) : shareOf(systems, me, offer, now)
  return asBatch(me, part, offer, now)
}

function overflowTo(systems: readonly SystemNow[], me: SystemNow, { count }: Offer, now: Date): number {
  const before = systems.filter((each) => each.rank < me.rank).reduce((sum, each) => sum + roomOf(each, now), 0)
  return Math.max(0, Math.min(count - before, roomOf(me, now)))
}

type Runner = { readonly name: string; readonly weight: number; room: number; pass: number }

function shareOf(systems: readonly SystemNow[], me: SystemNow, { count }: Offer, now: Date): number {
  const floor = leastPass(systems, now)
  const runners = systems.map((each): Runner => ({
    ...each,
    room: roomOf(each, now),
    pass: Math.max(each.pass ?? floor, floor),
  }))
  let mine = 0
  for (let left = count; left > 0; left--) {
    const next = leastOf(runners)
    if (!next) break
    next.room -= 1
    next.pass += 1 / next.weight
    if (next.name === me.name) mine += 1
  }
  return mine
}

function leastOf(runners: readonly Runner[]): Runner | null {
  let least: Runner | null = null
  for (const each of runners) {
    if (each.room <= 0) continue
    if (!least || each.pass < least.pass || (each.pass === least.pass && each.name < least.name)) least = each
  }
  return least
}

/** What was taken least by weight among those that can take something: nobody is behind that, whoever was away does not make up for it. */
function leastPass(systems: readonly SystemNow[], now: Date): number {
  const passes = systems.filter((each) => each.pass !== null && roomOf(each, now) > 0).map((each) => each.pass ?? 0)
  return passes.length > 0 ? Math.min(...passes) : 0
}

function asBatch(me: SystemNow, part: number, { oldestAt }: Offer, now: Date): number {
  if (me.batchSize === 1 || part === 0) return part
  if (part >= me.batchSize) return me.batchSize
  const overdue = oldestAt !== null && oldestAt.getTime() + me.batchAgeSeconds * 1_000 <= now.getTime()
  return overdue ? part : 0
}

/** What is kept of a system's turns. */
export type SystemTurn = { readonly name: string; readonly pass: number | null; readonly nextFreeAt: Date | null }

/**
 * What is to be kept after a system took so many: its own turn, and that of each that had no capacity and must not make up for it later. Only what changed.
 */
export function turnsAfter(
  rule: SharingRule,
  systems: readonly SystemNow[],
  name: string,
  taken: number,
  now: Date,
): SystemTurn[] {
  const floor = leastPass(systems, now)
  return systems.flatMap((each): SystemTurn[] => {
    const pass = Math.max(each.pass ?? floor, floor)
    if (each.name === name) {
      const nextFreeAt = each.perMinute === null ? null : laterBy(each, taken, now)
      return [{ name, pass: rule === 'SHARE' ? pass + taken / each.weight : each.pass, nextFreeAt }]
    }
    if (rule !== 'SHARE') return []
    if (each.pass !== null && (each.pass >= floor || roomOf(each, now) > 0)) return []
    return [{ name: each.name, pass, nextFreeAt: each.nextFreeAt }]
  })
}

function laterBy({ perMinute, nextFreeAt }: SystemNow, taken: number, now: Date): Date {
  const from = Math.max(nextFreeAt?.getTime() ?? 0, now.getTime())
  return new Date(Math.ceil(from + (taken * 60_000) / (perMinute ?? 60_000)))
}

/** Whether it must be decided in turn who takes what: several could, or the one that could has a capacity. */
export function isDivided(systems: readonly SystemNow[]): boolean {
  const able = systems.filter((each) => each.takesPart && each.hands > 0)
  return (
    able.length > 1 || able.some((each) => each.mostInFlight !== null || each.perMinute !== null || each.batchSize > 1)
  )
}
