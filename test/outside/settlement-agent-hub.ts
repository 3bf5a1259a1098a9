import { parseMoney } from '@torihiki/shared/money.ts'
import { z } from 'zod'
import type { Instruction } from './settlement-agent-book.ts'

/** How long the hub may take to answer. */
const answerTimeoutMs = 10_000
/** How many instructions one look fetches. */
const fetchPage = 100

const refusal = { code: z.string().optional(), message: z.string().optional() }
const answerForm = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})
const sessionForm = z.object({ accessToken: z.string().optional(), ...refusal })
const reportForm = z.object({ __typename: z.string(), ...refusal })
const party = z.object({ id: z.string() }).nullable()
const money = z.object({ amount: z.string(), currency: z.string() })
const node = z.object({
  id: z.string(),
  kind: z.enum(['PAY_IN', 'PAY_OUT', 'TRANSFER']),
  payer: party,
  payee: party,
  amount: money,
  window: party,
  transactionNumber: z.string().nullish(),
})
const listForm = z.object({ edges: z.array(z.object({ node })) })

const logInText = `mutation ($input: LogInInput!) { logIn(input: $input) { ... on Session { accessToken } ... on Refusal { code message } } }`
const reportText = `mutation ($input: ReportSettlementInput!) { reportSettlement(input: $input) { __typename ... on Refusal { code message } } }`
const fetchText = `query ($first: Int!) { settlementInstructions(first: $first, status: [SENT]) { edges { node {
  id kind payer { id } payee { id } amount { amount currency } window { id } transactionNumber } } } }`

/** The hub's API as an agent uses it: signs in when it must, reports, fetches what is meant for it. */
export class HubApi {
  readonly #url: string
  readonly #loginName: string
  readonly #password: string
  #token: string | null = null

  constructor(url: string, loginName: string, password: string) {
    this.#url = url
    this.#loginName = loginName
    this.#password = password
  }

  /**
   * Reports an instruction as settled; again and again with the same key, so it counts once; what the hub
   * knows as settled already is well too. Throws when it was not taken.
   */
  async reportSettled(instructionId: string, reference: string): Promise<void> {
    const input = { idempotencyKey: `settled ${instructionId}`, instructionId, outcome: 'SETTLED', reference }
    const result = reportForm.parse((await this.#call(reportText, { input }))['reportSettlement'])
    const isKnown = result.__typename === 'ReportSettlementPayload' || result.code === 'WRONG_STATE'
    if (!isKnown) throw new Error(`The hub refuses the report: ${result.code} ${result.message}`)
  }

  /** The instructions that wait for this agent. */
  async fetchInstructions(): Promise<Instruction[]> {
    const list = listForm.parse((await this.#call(fetchText, { first: fetchPage }))['settlementInstructions'])
    return list.edges.map(({ node: { id, kind, payer, payee, amount, window, transactionNumber } }) => ({
      instructionId: id,
      kind,
      payerId: payer?.id ?? '',
      payeeId: payee?.id ?? '',
      amountMinor: minorOf(amount),
      currency: amount.currency,
      windowId: window?.id ?? null,
      ...(transactionNumber ? { transactionNumber } : {}),
    }))
  }

  /** Calls with the token at hand, and once more with a new one when that has run out. */
  async #call(query: string, variables: object): Promise<Record<string, unknown>> {
    try {
      return await this.#send(query, variables, (this.#token ??= await this.#logIn()))
    } catch {
      this.#token = await this.#logIn()
      return this.#send(query, variables, this.#token)
    }
  }

  async #logIn(): Promise<string> {
    const input = { loginName: this.#loginName, password: this.#password }
    const session = sessionForm.parse((await this.#send(logInText, { input }, null))['logIn'])
    if (!session.accessToken) throw new Error(`The hub refuses the log-in: ${session.code} ${session.message}`)
    return session.accessToken
  }

  async #send(query: string, variables: object, token: string | null): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const signal = AbortSignal.timeout(answerTimeoutMs)
    const response = await fetch(this.#url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
      signal,
    })
    const { data, errors } = answerForm.parse(await response.json())
    if (!data || errors)
      throw new Error(`The hub answers ${response.status}: ${errors?.map(({ message }) => message).join(' ') ?? ''}`)
    return data
  }
}

function minorOf({ amount, currency }: { amount: string; currency: string }): string {
  const parsed = parseMoney(amount, currency)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return parsed.minor.toString()
}
