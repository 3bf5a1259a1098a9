import { Pool } from 'undici'
import { z } from 'zod'
import type { Fields } from './fields.ts'

/** The longest answer that is read: it has a dozen short fields. */
export const longestAnswerBytes = 16_384

/** A message to a card company: its type (ISO 8583), our key, its fields, and what ISO 8583 has no field for. */
export type Message = {
  readonly mti: string
  readonly key: string
  readonly fields: Fields
  readonly token?: string
  readonly originalKey?: string
  readonly merchant?: string
  readonly transactionNumber?: string
  readonly neededUntil?: string
}

/** What came back: the fields of an answer that belongs to the message, that it was too much (HTTP 429), or nothing that says anything. */
export type Answered =
  | { readonly kind: 'FIELDS'; readonly fields: Fields }
  | { readonly kind: 'TOO_MANY'; readonly againInSeconds: number }
  | { readonly kind: 'NOTHING'; readonly reason: string }

const answerForm = z.object({
  mti: z.string(),
  fields: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(200)),
})

/** Connections to one company at once at most: as many requests may be without an answer. */
const connectionsToOne = 500

/** Posts messages to one card company. */
export type Post = (message: Message) => Promise<Answered>

/**
 * Posts messages to a company under our key and reads the answers, each within a time. An answer is one only when its type answers ours and it repeats our trace number, reference, amount and
 * currency: anything else, a redirection too, says nothing of what the company did.
 */
export function createPost(url: string, timeoutMs: number): Post {
  const { origin, pathname } = new URL(url)
  const path = `${pathname.replace(/\/$/, '')}/messages`
  const pool = new Pool(origin, { connections: connectionsToOne })
  return async (message) => {
    try {
      const { statusCode, headers, body } = await pool.request({
        path,
        method: 'POST',
        signal: AbortSignal.timeout(timeoutMs),
        body: JSON.stringify(message),
        headers: { 'content-type': 'application/json', 'idempotency-key': message.key },
      })
      const text = await readLimited(body)
      if (statusCode === 429) return { kind: 'TOO_MANY', againInSeconds: secondsOf(headers['retry-after']) }
      return statusCode === 200 ? answerTo(message, text) : nothing(`HTTP ${statusCode}`)
    } catch (error) {
      return nothing(error instanceof Error ? error.message : String(error))
    }
  }
}

const nothing = (reason: string): Answered => ({ kind: 'NOTHING', reason })

function answerTo({ mti, fields }: Message, text: string): Answered {
  const parsed = answerForm.safeParse(jsonOf(text))
  if (!parsed.success) return nothing('The answer is not of the agreed form.')
  const answer = parsed.data
  if (answer.mti !== `${mti.slice(0, 2)}${Number(mti[2]) + 1}${mti.slice(3)}`)
    return nothing(`The answer is of type ${answer.mti}.`)
  for (const field of ['4', '11', '37', '49'])
    if (fields[field] !== undefined && answer.fields[field] !== fields[field])
      return nothing(`The answer is not to this message: field ${field} differs.`)
  if (!/^[0-9A-Z]{2}$/.test(answer.fields['39'] ?? '')) return nothing('The answer has no response code.')
  return { kind: 'FIELDS', fields: answer.fields }
}

/** How long a company that was asked for too much is left alone, when it does not say, and at most when it does. */
const [usualRetrySeconds, longestRetrySeconds] = [1, 300]

function secondsOf(retryAfter: string | string[] | undefined): number {
  if (typeof retryAfter !== 'string' || !/^\d{1,6}$/.test(retryAfter)) return usualRetrySeconds
  return Math.min(Math.max(Number(retryAfter), 1), longestRetrySeconds)
}

async function readLimited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > longestAnswerBytes) throw new Error(`The answer is longer than ${longestAnswerBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
