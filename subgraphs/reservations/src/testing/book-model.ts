import type { CreditTerms } from '../domain/account.ts'

/** The three kinds of methods that the model plays with. */
export type ModelMethod = 'DEPOSIT' | 'ACCOUNT_TRANSFER' | 'CREDIT'
export type ModelStatus = 'AUTHORIZING' | 'RESERVED' | 'CAPTURED' | 'VOIDED' | 'EXPIRED' | 'REFUSED' | 'REFUNDED'

/** A contract of one thread with at most one reservation, as plain figures. */
export type ModelDeal = {
  readonly account: 'deposit' | 'credit'
  readonly contract: number
  readonly planned: number
  inspected: number
  captured: number
  refunded: number
  status: ModelStatus
}

/**
 * The book of one buyer and one seller in plain figures, without postings, rows or locks: what each act must answer, and how every
 * account must stand after it. Deliberately written anew, from the promises and not from the domain.
 */
export class BookModel {
  paidIn: { amount: number; reversed: boolean }[] = []
  repaid: { amount: number; reversed: boolean }[] = []
  refunds: { amount: number; settled: boolean }[] = []
  deals: ModelDeal[] = []
  spent = 0
  drawn = 0
  line = 0
  granted = false
  terms: CreditTerms = 'LINE'

  /** What open holds freeze on an account. */
  held(account: ModelDeal['account']): number {
    const open = this.deals.filter((deal) => deal.account === account && isPending(deal))
    return open.reduce((sum, deal) => sum + deal.planned - deal.captured, 0)
  }

  get balance(): number {
    return standing(this.paidIn) + this.refundedTo('deposit') - this.spent
  }

  /** What the buyer has on its credit: below zero what it owes. */
  get creditBalance(): number {
    return standing(this.repaid) + this.refundedTo('credit') - this.drawn
  }

  /** One of the deals that are paid and not refunded in full, going round; any other when there is none. */
  anyPaid(nth: number): number {
    const paid = this.deals.flatMap(({ status }, at) => (status === 'CAPTURED' ? [at] : []))
    return paid[nth % Math.max(1, paid.length)] ?? nth % Math.max(1, this.deals.length)
  }

  refundedTo(account: ModelDeal['account']): number {
    return this.deals.filter((deal) => deal.account === account).reduce((sum, { refunded }) => sum + refunded, 0)
  }

  /** What may still be frozen; infinite when a person decides. */
  available(account: ModelDeal['account']): number {
    if (account === 'deposit') return this.balance - this.held('deposit')
    return this.terms === 'APPROVAL' ? Infinity : Math.max(0, this.line + this.creditBalance - this.held('credit'))
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
      refunded: 0,
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

  /** What was paid in, or paid back on the credit, is taken back: as far as the account bears it. */
  reverse(account: ModelDeal['account'], nth: number): string | null {
    const paid = (account === 'deposit' ? this.paidIn : this.repaid)[nth]
    if (!paid || paid.reversed) return 'WRONG_STATE'
    if (paid.amount > this.available(account)) return 'INSUFFICIENT_FUNDS'
    paid.reversed = true
    return null
  }

  repay(amount: number): string | null {
    if (!this.granted) return 'NOT_FOUND'
    this.repaid.push({ amount, reversed: false })
    return null
  }

  /** Goods go back, and what was paid for them to the account that it came from; all that is left when no amount is named. */
  refund(deal: ModelDeal, asked: number | null): string | null {
    if (deal.status !== 'CAPTURED') return 'WRONG_STATE'
    const left = deal.captured - deal.refunded
    const amount = asked ?? left
    if (amount > left) return 'INVALID_INPUT'
    deal.refunded += amount
    if (deal.refunded === deal.captured) deal.status = 'REFUNDED'
    this.refunds.push({ amount, settled: false })
    return null
  }

  /** How every account must stand. */
  standing() {
    return {
      deposit: { balance: this.balance, held: this.held('deposit') },
      credit: { balance: this.creditBalance, held: this.held('credit') },
      dueOut: { balance: this.spent + this.drawn, held: 0 },
      dueIn: {
        balance: 0 - this.refunds.reduce((sum, { amount, settled }) => sum + (settled ? 0 : amount), 0),
        held: 0,
      },
    }
  }
}

function standing(payments: readonly { amount: number; reversed: boolean }[]): number {
  return payments.reduce((sum, { amount, reversed }) => sum + (reversed ? 0 : amount), 0)
}

function isPending({ status }: ModelDeal): boolean {
  return status === 'AUTHORIZING' || status === 'RESERVED'
}
