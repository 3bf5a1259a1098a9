import { z } from 'zod'

const count = z.number()
const instant = z.string().nullable()

const laneForm = z.object({
  company: z.string().nullable(),
  waiting: count,
  oldestWaitingAt: instant,
  inFlight: count,
  unknown: count,
  pacePerMinute: count.nullable(),
  stopped: z.boolean(),
  failures: count,
  brokenUntil: instant,
  restraint: z.enum(['STOPPED', 'BROKEN', 'OFF_PEAK', 'IN_FLIGHT', 'PACE', 'BATCH']).nullable(),
  againAt: instant,
  lastHour: z.object({ approved: count, declined: count, referral: count }),
  schedule: z.object({
    mode: z.enum(['AT_ONCE', 'PACED', 'BATCH', 'ADAPTIVE']),
    perMinute: count,
    slowestPerMinute: count,
    batchSize: count,
    batchAgeSeconds: count,
    mostInFlight: count,
    version: count,
    own: z.boolean(),
    offPeak: z.object({ from: z.string(), to: z.string(), timeZone: z.string() }).nullable(),
  }),
})

const actForm = z.object({
  company: z.string().nullable(),
  act: z.enum(['SCHEDULE_SET', 'STOPPED', 'RESUMED']),
  reason: z.string().nullable(),
  at: z.string(),
  by: z.object({ name: z.string() }),
})

const systemForm = z.object({
  name: z.string(),
  rank: count,
  mostInFlight: count.nullable(),
  perMinute: count.nullable(),
  weight: count,
  batchSize: count,
  batchAgeSeconds: count,
  takesPart: z.boolean(),
  version: count,
  alive: z.boolean(),
  processes: count,
  inHand: count,
  takenLastMinute: count,
  lastSeenAt: instant,
})

/** An authorization system, as the API tells it. */
export type ShownSystem = z.infer<typeof systemForm>

/** The answer to `AuthorizationSystems`. */
export const sharingAnswer = z.object({
  authorizationSystems: z.object({
    rule: z.enum(['OVERFLOW', 'SHARE']),
    ruleVersion: count,
    systems: z.array(systemForm),
  }),
})
/** Authorization systems and the rule by which they share. */
export type ShownSharing = z.infer<typeof sharingAnswer>['authorizationSystems']

/** How requests to one card company leave, as the API tells it. */
export type ShownLane = z.infer<typeof laneForm>
/** What somebody did to a lane. */
export type ShownAct = z.infer<typeof actForm>

/** The answer to `AuthorizationLanes`. */
export const lanesAnswer = z.object({ authorizationLanes: z.array(laneForm) })
/** The answer to `AuthorizationActs`. */
export const actsAnswer = z.object({
  authorizationActs: z.object({ edges: z.array(z.object({ node: actForm })) }),
})
/** The answer to a mutation: done, or why not. */
export const actAnswer = z.record(
  z.string(),
  z.object({
    code: z.string().optional(),
    message: z.string().optional(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
)
