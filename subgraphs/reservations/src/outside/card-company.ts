import type { AuthorizationResult } from '../domain/authorization.ts'
import { meaningOfCode } from '../domain/response-code.ts'
import { commonFields, expiryField, merchantField, moneyFields, purchase, returned } from './relay/fields.ts'
import { createPost, type Answered, type Message } from './relay/post-message.ts'

/** How long a card company may take to answer. Then the answer is unknown, and it is inquired by its key. */
export const cardCompanyTimeoutMs = 10_000

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
  /** The message has no room for the amount: nobody was asked. */
  | { kind: 'CANNOT_SAY' }

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

/** By what the relay is known at card companies (field 32), and how long they have. */
export type RelaySettings = { readonly timeoutMs: number; readonly acquirer: string }

/**
 * The payment relay (C6): routes by card company, and speaks the protocol in this subgraph's README, fields of ISO 8583:1987 as JSON over HTTP, one message a time and each with a
 * time limit.
 */
export function connectCardCompanies(
  urls: ReadonlyMap<string, string>,
  { timeoutMs, acquirer }: RelaySettings,
): CardCompanies {
  const posts = new Map([...urls].map(([company, url]) => [company, createPost(url, timeoutMs)]))
  const send = async (company: string, message: Message): Promise<Answered> =>
    posts.get(company)?.(message) ?? { kind: 'NOTHING', reason: `No card company ${company} is connected.` }
  const fieldsOf = (key: string) => commonFields(key, acquirer, new Date())
  return {
    codes: () => [...urls.keys()],
    has: (company) => urls.has(company),
    authorize: async (company, ask) => {
      const money = moneyFields(ask.amountMinor, ask.currency)
      if (!money) return { kind: 'CANNOT_SAY' }
      const { key, merchant, transactionNumber, neededUntil, cardToken: token } = ask
      const card = { '3': purchase, '14': expiryField(ask.cardExpiry), '42': merchantField(merchant) }
      const fields = { ...fieldsOf(key), ...money, ...card }
      const message: Message = { mti: '0100', key, token, merchant, transactionNumber, neededUntil, fields }
      return replyOf(await send(company, message))
    },
    inquire: async (company, key) => {
      const reply = replyOf(await send(company, { mti: '0600', key, fields: fieldsOf(key) }))
      // That it was asked for too much says nothing of what it did before.
      return reply.kind === 'TOO_MANY' ? { kind: 'NO_ANSWER', reason: 'HTTP 429' } : reply
    },
    refund: async (company, { key, refundKey, amountMinor, currency }) => {
      const money = moneyFields(amountMinor, currency)
      if (!money) return 'DECLINED'
      const fields = { ...fieldsOf(refundKey), ...money, '3': returned }
      const reply = replyOf(await send(company, { mti: '0220', key: refundKey, originalKey: key, fields }))
      if (reply.kind !== 'ANSWER') return null
      return reply.result === 'APPROVED' ? 'REFUNDED' : 'DECLINED'
    },
    advise: async (company, { key, approvalCode, amountMinor, currency }) => {
      const money = moneyFields(amountMinor, currency)
      if (!money) return 'UNKNOWN_CODE'
      const fields = { ...fieldsOf(key), ...money, '3': purchase, '38': approvalCode }
      const reply = replyOf(await send(company, { mti: '0120', key, fields }))
      if (reply.kind === 'NEVER_SEEN') return 'UNKNOWN_CODE'
      if (reply.kind !== 'ANSWER') return null
      return reply.result === 'APPROVED' ? 'CONFIRMED' : 'UNKNOWN_CODE'
    },
    reverse: async (company, key) => {
      const reply = replyOf(await send(company, { mti: '0400', key, fields: fieldsOf(key) }))
      return reply.kind === 'ANSWER' && reply.result === 'APPROVED'
    },
  }
}

function replyOf(answered: Answered): CompanyReply {
  if (answered.kind === 'TOO_MANY') return answered
  if (answered.kind === 'NOTHING') return { kind: 'NO_ANSWER', reason: answered.reason }
  const { '38': authorizationId = null, '39': responseCode = '' } = answered.fields
  const meaning = meaningOfCode(responseCode)
  if (meaning === 'NEVER_SEEN') return { kind: 'NEVER_SEEN' }
  if (meaning === 'NO_ANSWER') return { kind: 'NO_ANSWER', reason: `Response code ${responseCode}` }
  return { kind: 'ANSWER', result: meaning, responseCode, authorizationId }
}
