import { z } from 'zod'
import type { AuthorizationResult } from '../domain/authorization.ts'

/** How long a card company may take to answer. Then the answer is unknown, and it is inquired by its key. */
export const cardCompanyTimeoutMs = 10_000
/** The longest answer that is read: it has three short fields. */
export const longestAnswerBytes = 16_384

/** What a card company is asked. `key` names the request for ever: the same key gets the same answer. Amount in minor units. */
export type AuthorizationAsk = {
  key: string
  merchant: string
  amountMinor: string
  currency: string
  cardToken: string
  cardExpiry: string
  transactionNumber: string
  /** The authorization is needed until then: our hold expires before it does. */
  neededUntil: string
}

/** What a card company said, or that nothing is known of what it did. A missing answer is never taken for one. */
export type CompanyReply =
  | { kind: 'ANSWER'; result: AuthorizationResult; responseCode: string | null; authorizationId: string | null }
  | { kind: 'NEVER_SEEN' }
  | { kind: 'NO_ANSWER'; reason: string }
  /** HTTP 429: it did nothing, and wants to be asked again later. */
  | { kind: 'TOO_MANY'; againInSeconds: number }

/** What a card company is to refund: of which authorization, under which key of ours. */
export type RefundAsk = {
  readonly key: string
  readonly refundKey: string
  readonly amountMinor: string
  readonly currency: string
}

/** That a company approved by another contact: under which key of ours, by which code, and how much. Amount in minor units. */
export type ApprovalAdvice = {
  readonly key: string
  readonly approvalCode: string
  readonly amountMinor: string
  readonly currency: string
}

/** What it says of that: the approval stands under the key, or it knows no such code for it. */
export type AdviceAnswer = 'CONFIRMED' | 'UNKNOWN_CODE'

/** The card companies that are connected, by the code that payment methods name. */
export type CardCompanies = {
  /** The codes of those that are connected. */
  codes(): string[]
  /** Whether a company of that code is connected. */
  has(company: string): boolean
  authorize(company: string, ask: AuthorizationAsk): Promise<CompanyReply>
  /** What became of a key: the answer, or that the company never saw it. */
  inquire(company: string, key: string): Promise<CompanyReply>
  /** Refunds a part of what stands under a key. The same `refundKey` refunds once. Null when there was no answer. Amount in minor units. */
  refund(company: string, ask: RefundAsk): Promise<'REFUNDED' | 'DECLINED' | null>
  /** Tells of an approval that it gave by another contact (C7); the same again gets the same answer. Null when there was none. */
  advise(company: string, advice: ApprovalAdvice): Promise<AdviceAnswer | null>
  /** Nothing is to stand under this key. True when the company confirmed it. */
  reverse(company: string, key: string): Promise<boolean>
}

const answerForm = z.object({
  result: z.enum(['APPROVED', 'DECLINED', 'REFERRAL']),
  responseCode: z.string().max(100).nullish(),
  authorizationId: z.string().max(200).nullish(),
})

const adviceForm = z.object({ result: z.enum(['CONFIRMED', 'UNKNOWN_CODE']) })
const refundForm = z.object({ result: z.enum(['REFUNDED', 'DECLINED']) })

/** Clients of the protocol in this subgraph's README, over HTTP, one call a time and each with a time limit. */
export function connectCardCompanies(
  urls: ReadonlyMap<string, string>,
  timeoutMs: number = cardCompanyTimeoutMs,
): CardCompanies {
  const call = async (company: string, method: string, path: string, body?: unknown): Promise<CalledReply> => {
    const url = urls.get(company)
    if (url === undefined) return { status: 0, text: `No card company ${company} is connected.` }
    try {
      const response = await fetch(`${url.replace(/\/$/, '')}/authorizations${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      return {
        status: response.status,
        text: await readLimited(response),
        retryAfter: response.headers.get('retry-after'),
      }
    } catch (error) {
      return { status: 0, text: error instanceof Error ? error.message : String(error) }
    }
  }
  return {
    codes: () => [...urls.keys()],
    has: (company) => urls.has(company),
    authorize: async (company, ask) => {
      const called = await call(company, 'POST', '', ask)
      return called.status === 429
        ? { kind: 'TOO_MANY', againInSeconds: secondsOf(called.retryAfter) }
        : replyOf(called)
    },
    inquire: async (company, key) => {
      const called = await call(company, 'GET', `/${encodeURIComponent(key)}`)
      return called.status === 404 ? { kind: 'NEVER_SEEN' } : replyOf(called)
    },
    refund: async (company, { key, refundKey, amountMinor, currency }) => {
      const body = { refundKey, amountMinor, currency }
      const { status, text } = await call(company, 'POST', `/${encodeURIComponent(key)}/refunds`, body)
      const parsed = refundForm.safeParse(jsonOf(text))
      return status === 200 && parsed.success ? parsed.data.result : null
    },
    advise: async (company, { key, approvalCode, amountMinor, currency }) => {
      const body = { approvalCode, amountMinor, currency }
      const { status, text } = await call(company, 'POST', `/${encodeURIComponent(key)}/approval`, body)
      const parsed = adviceForm.safeParse(jsonOf(text))
      return status === 200 && parsed.success ? parsed.data.result : null
    },
    reverse: async (company, key) => {
      const { status } = await call(company, 'POST', `/${encodeURIComponent(key)}/reversal`)
      return status >= 200 && status < 300
    },
  }
}

/** Status 0: there was no answer; `text` says why. */
type CalledReply = { status: number; text: string; retryAfter?: string | null }

/** How long a company that was asked for too much is left alone, when it does not say, and at most when it does. */
const [usualRetrySeconds, longestRetrySeconds] = [1, 300]

function secondsOf(retryAfter: string | null | undefined): number {
  if (!retryAfter || !/^\d{1,6}$/.test(retryAfter)) return usualRetrySeconds
  return Math.min(Math.max(Number(retryAfter), 1), longestRetrySeconds)
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > longestAnswerBytes) throw new Error(`The answer is longer than ${longestAnswerBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function replyOf({ status, text }: CalledReply): CompanyReply {
  if (status !== 200) return { kind: 'NO_ANSWER', reason: status === 0 ? text : `HTTP ${status}` }
  const parsed = answerForm.safeParse(jsonOf(text))
  if (!parsed.success) return { kind: 'NO_ANSWER', reason: 'The answer is not of the agreed form.' }
  const { result, responseCode, authorizationId } = parsed.data
  return { kind: 'ANSWER', result, responseCode: responseCode ?? null, authorizationId: authorizationId ?? null }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
