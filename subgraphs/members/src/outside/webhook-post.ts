import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { inTime } from '@torihiki/shared/process/in-time.ts'
import { readRetryAfter } from '../domain/retry-schedule.ts'
import { isPublicAddress, notPublic, readTarget } from '../domain/webhook-target.ts'

/** How long a receiver may take, from looking up its name to the end of its answer. It is to take the message in and work on it later. */
export const webhookDeadlineMs = 15_000
/** How long a name may take to be looked up, and a connection to stand. */
const connectMs = 5_000
/** How much of an answer is read, and of its headers: only its status counts. */
const longestAnswerBytes = 16_384
export const longestHeaderBytes = 16_384
/** Connections to one receiver at once, per process, and how long an unused one is kept. */
const connectionsEach = 4
const keptUnusedMs = 4_000

/** Looks up a host name: all addresses that it leads to. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

/** What a receiver answered, or why it gave no answer. */
export type PostReply =
  | { kind: 'ANSWER'; status: number; retryAfterMs: number | null }
  | { kind: 'NO_ANSWER'; reason: string }

/** How messages reach the receivers of webhooks. */
export type WebhookPort = {
  /** What is wrong with a target now, its name looked up; null when nothing is. */
  faultOf(url: string): Promise<string | null>
  /** Posts a message. Never throws; redirects are not followed. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PostReply>
  close(): Promise<void>
}

class NotPublic extends Error {}

/**
 * Posts over HTTPS to the public net alone. A name is looked up once, by the connection itself, and every address that it leads to must be
 * public: one that leads elsewhere the next moment gains nothing.
 */
export function createWebhookPort({
  allowPrivate = false,
  resolve = (host) => systemLookup(host, { all: true, verbatim: true }),
  deadlineMs = webhookDeadlineMs,
}: { allowPrivate?: boolean; resolve?: Resolve; deadlineMs?: number } = {}): WebhookPort {
  const publicAddresses: Resolve = async (host) => {
    const found = await resolve(host)
    if (found.length === 0 || (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))))
      throw new NotPublic()
    return found
  }
  const lookup: LookupFunction = (host, options, done) => {
    const answer = async (): Promise<void> => {
      let found: Awaited<ReturnType<Resolve>>
      try {
        found = await publicAddresses(host)
      } catch (error) {
        return void done(error instanceof Error ? error : new Error(String(error)), [])
      }
      const [first] = found
      if (options.all) done(null, found)
      else done(null, first?.address ?? '', first?.family)
    }
    void answer()
  }
  const agent = new Agent({
    connect: { lookup, timeout: connectMs },
    connections: connectionsEach,
    pipelining: 1,
    keepAliveTimeout: keptUnusedMs,
    keepAliveMaxTimeout: keptUnusedMs,
    maxHeaderSize: longestHeaderBytes,
  })
  return {
    async faultOf(text) {
      const url = readTarget(text, allowPrivate)
      if ('fault' in url) return url.fault
      try {
        await inTime(publicAddresses(bareHost(url)), connectMs, 'It took too long.')
        return null
      } catch (error) {
        return error instanceof NotPublic ? notPublic : 'Its host name cannot be looked up.'
      }
    },
    async post(text, headers, body) {
      const url = readTarget(text, allowPrivate)
      if ('fault' in url) return { kind: 'NO_ANSWER', reason: url.fault }
      const deadline = AbortSignal.timeout(deadlineMs)
      try {
        const answer = await request(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Torihiki-Webhooks/1' },
          body,
          dispatcher: agent,
          signal: deadline,
          headersTimeout: deadlineMs,
          bodyTimeout: deadlineMs,
        })
        const retryAfter = answer.headers['retry-after']
        // The status is the answer; a body that is too long or never ends does not change it.
        await answer.body.dump({ limit: longestAnswerBytes, signal: deadline }).catch(() => undefined)
        const asked = typeof retryAfter === 'string' ? readRetryAfter(retryAfter, new Date()) : null
        return { kind: 'ANSWER', status: answer.statusCode, retryAfterMs: asked }
      } catch (error) {
        return { kind: 'NO_ANSWER', reason: deadline.aborted ? late : reasonOf(error) }
      }
    },
    close: () => agent.destroy(),
  }
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

const late = 'It did not answer in time.'

/** What went wrong, in words that tell nothing of the hub's own net. */
function reasonOf(error: unknown): string {
  const known: unknown[] = [error]
  if (error instanceof Error) known.push(error.cause)
  if (error instanceof AggregateError) known.push(...(error.errors as unknown[]))
  if (known.some((each) => each instanceof NotPublic)) return notPublic
  const name = known
    .map((each) => (each instanceof Error ? each.name : ''))
    .find((each) => each.endsWith('TimeoutError'))
  if (name) return late
  const code = known
    .map((each) => (each as { code?: unknown } | null | undefined)?.code)
    .find((each) => typeof each === 'string')
  return typeof code === 'string' ? `It could not be reached (${code.slice(0, 60)}).` : 'It could not be reached.'
}
