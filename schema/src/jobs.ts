import { z } from 'zod'

/**
 * The queues of the hub and the form of their jobs. Jobs carry ids only: what they are about is read from the
 * database by the one who does it, so that nothing personal ever lies in Redis and a wiped Redis loses nothing.
 */
export const jobForms = {
  /** Hand one published event to one consumer. One queue a consumer: `events-<consumer>`. */
  event: z.object({ origin: z.string(), eventId: z.string(), consumer: z.string() }),
  /** Something periodic: the job says nothing, its scheduler's name says all. */
  tick: z.object({}).loose(),
} as const

export type EventJob = z.infer<typeof jobForms.event>

/** Periodic work, by name, with what it is for. */
export const schedules = [
  'delay-scan',
  'case-expiry',
  'order-routing',
  'hold-expiry',
  'credit-billing',
  'instruction-sweep',
  'digests',
  'quote-lapse',
  'listings-upkeep',
  'feed-trim',
  'erasures',
  'log-monitor',
] as const
export type Schedule = (typeof schedules)[number]
