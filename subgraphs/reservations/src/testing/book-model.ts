import type { CreditTerms } from '../domain/account.ts'

/** The three kinds of methods that the model plays with. */
export type ModelMethod = 'DEPOSIT' | 'ACCOUNT_TRANSFER' | 'CREDIT'
export type ModelStatus = 'AUTHORIZING' | 'RESERVED' | 'CAPTURED' | 'VOIDED' | 'EXPIRED' | 'REFUSED'

/** A contract of one thread with at most one reservation, as plain figures. */
export type ModelDeal = {
  readonly account: 'deposit' | 'credit'
  readonly contract: number
  readonly planned: number
  inspected: number
  captured: number
  status: ModelStatus
}

/**
 * The book of one buyer and one seller in plain figures, without postings, rows or locks: what each act must answer, and how every
 * account must stand after it. Deliberately written anew, from the promises and not from the domain.
 */
export class BookModel {
  paidIn: { amount: number; reversed: boolean }[] = []
  deals: ModelDeal[] = []
  spent = 0
  drawn = 0
  line = 0
  terms: CreditTerms = 'LINE'

  /** What open holds freeze on an account. */
  held(account: ModelDeal['account']): number {
    const open = this.deals.filter((deal) => deal.account === account && isPending(deal))
    return open.reduce((sum, deal) => sum + deal.planned - deal.captured, 0)
  }

  get balance(): number {
    return this.paidIn.reduce((sum, { amount, reversed }) => sum + (reversed ? 0 : amount), 0) - this.spent
  }

  /** What may still be frozen; infinite when a person decides. */
  available(account: ModelDeal['account']): number {
    if (account === 'deposit') return this.balance - this.held('deposit')
    return this.terms === 'APPROVAL' ? Infinity : Math.max(0, this.line - this.drawn - this.held('credit'))
  }

  /** Gives the code of the refusal, or null. */
  reserve(method: ModelMethod, contract: number, planned: number): string | null {
    const account = method === 'CREDIT' ? 'credit' : 'deposit'
    if (planned > this.available(account)) return 'INSUFFICIENT_FUNDS'
    const waits = account === 'credit' && this.terms !== 'LINE'
    this.deals.push({
      account,
      contract,
      planned,
      inspected: 0,
      captured: 0,
      status: waits ? 'AUTHORIZING' : 'RESERVED',
    })
    return null
  }

  inspect(deal: ModelDeal, asked: number | null, final: boolean): string | null {
    const [left, open] = [deal.contract - deal.inspected, deal.planned - deal.captured]
    if (left === 0 || deal.status !== 'RESERVED') return 'WRONG_STATE'
    const amount = asked ?? Math.min(left, open)
    if (amount > open) return 'AMOUNT_EXCEEDS_HOLD'
    if (amount > left) return 'INVALID_INPUT'
    deal.inspected += amount
    deal.captured += amount
    if (deal.account === 'deposit') this.spent += amount
    else this.drawn += amount
    if (final || amount === left || amount === open) deal.status = 'CAPTURED'
    return null
  }

  end(deal: ModelDeal, how: 'VOIDED' | 'EXPIRED'): string | null {
    if (!isPending(deal)) return 'WRONG_STATE'
    deal.status = deal.captured > 0 ? 'CAPTURED' : how
    return null
  }

  decide(deal: ModelDeal, approved: boolean): string | null {
    if (deal.status !== 'AUTHORIZING') return 'WRONG_STATE'
    deal.status = approved ? 'RESERVED' : 'REFUSED'
    return null
  }

  reverse(nth: number): string | null {
    const paid = this.paidIn[nth]
    if (!paid || paid.reversed) return 'WRONG_STATE'
    if (paid.amount > this.available('deposit')) return 'INSUFFICIENT_FUNDS'
    paid.reversed = true
    return null
  }

  /** How every account must stand. */
  standing() {
    return {
      deposit: { balance: this.balance, held: this.held('deposit') },
      credit: { balance: 0 - this.drawn, held: this.held('credit') },
      dueOut: { balance: this.spent + this.drawn, held: 0 },
    }
  }
}

function isPending({ status }: ModelDeal): boolean {
  return status === 'AUTHORIZING' || status === 'RESERVED'
}
