import type { Json } from '../../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../../support/outside.ts'

/** The companies of a run, each with faults of its own, in thousandths of its answers; `latencyMs` at most. */
export const companyFaults = {
  quick: { latencyMs: 5, lostPerMille: 20, errorPerMille: 10, garbagePerMille: 10, perSecond: 0 },
  busy: { latencyMs: 20, lostPerMille: 10, errorPerMille: 0, garbagePerMille: 0, perSecond: 60 },
  slow: { latencyMs: 400, lostPerMille: 30, errorPerMille: 20, garbagePerMille: 10, perSecond: 0 },
} as const
export type CompanyCode = keyof typeof companyFaults
export const companyCodes = Object.keys(companyFaults) as CompanyCode[]

/**
 * The cards of each buyer at each company, how many of a hundred orders are paid by each, and what an order must come to by it. What is referred the buyers of a run do not
 * consent to (`withholdConsent`).
 */
export const outcomes = [
  { token: 'tok_approved_1', share: 72, status: 'RESERVED' },
  { token: 'tok_lost_1', share: 6, status: 'RESERVED' },
  { token: 'tok_declined_51', share: 12, status: 'REFUSED' },
  { token: 'tok_referral_61', share: 6, status: 'REFUSED' },
  { token: 'tok_odd_1', share: 4, status: 'REFUSED' },
] as const
export type Outcome = (typeof outcomes)[number]

/** What a company has in its own book under a key. */
export type BookEntry = {
  readonly key: string
  readonly result: string | null
  readonly reversed: boolean
  readonly minor: string
}

/** The companies' stand-ins, started. */
export class Companies {
  readonly #all: ReadonlyMap<CompanyCode, CardCompany>

  private constructor(all: ReadonlyMap<CompanyCode, CardCompany>) {
    this.#all = all
  }

  static async start(): Promise<Companies> {
    const all = new Map<CompanyCode, CardCompany>()
    for (const code of companyCodes) all.set(code, await startCardCompany(code))
    return new Companies(all)
  }

  /** As the setting CARD_COMPANIES says it. */
  get setting(): string {
    return [...this.#all].map(([code, { url }]) => `${code}=${url}`).join(',')
  }

  /** Gives each its faults, by a seed, so many times as often; none with 0. */
  async setFaults(times: number, seed = 1): Promise<void> {
    for (const [code, company] of this.#all) {
      await company.control('up')
      const { latencyMs, lostPerMille, errorPerMille, garbagePerMille, perSecond } = companyFaults[code]
      const [lost, error, garbage] = [lostPerMille, errorPerMille, garbagePerMille].map((each) => each * times)
      const often = { lostPerMille: lost, errorPerMille: error, garbagePerMille: garbage }
      const pace = times === 0 ? { latencyMs: 0, perSecond: 0 } : { latencyMs, perSecond }
      await company.control(`faults ${JSON.stringify({ ...often, ...pace, seed })}`)
    }
  }

  control(code: CompanyCode, mode: string): Promise<void> {
    return this.#all.get(code)?.control(mode) ?? Promise.resolve()
  }

  async books(): Promise<ReadonlyMap<CompanyCode, readonly BookEntry[]>> {
    const books = new Map<CompanyCode, readonly BookEntry[]>()
    for (const [code, company] of this.#all)
      books.set(
        code,
        (await company.book()).map(({ key, result, reversed, minor }: Json): BookEntry => ({
          key,
          result,
          reversed,
          minor,
        })),
      )
    return books
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all.values()].map((company) => company.close()))
  }
}
