import { deepStrictEqual } from 'node:assert'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import fc from 'fast-check'
import { approveReservation, rejectReservation } from '../commands/decide-reservation.ts'
import { acceptReturn, reportGoodsReturned } from '../commands/decide-return.ts'
import { depositFunds } from '../commands/deposit-funds.ts'
import { recordRepayment } from '../commands/record-repayment.ts'
import { requestReturn } from '../commands/request-return.ts'
import { reversePosting } from '../commands/reverse-posting.ts'
import type { CreditTerms } from '../domain/account.ts'
import { auditBook, expireHolds } from '../index.ts'
import { BookModel, type ModelMethod } from './book-model.ts'
import { Desk, type TestThread } from './desk.ts'

/** One act upon the book; `nth` picks among what there is, going round. */
type Act =
  | { do: 'pay in'; amount: number }
  | { do: 'repay'; amount: number }
  | { do: 'reverse' | 'take back' | 'settle refund'; nth: number }
  | { do: 'refund'; nth: number; amount: number | null }
  | { do: 'grant'; line: number; terms: CreditTerms }
  | { do: 'reserve'; method: ModelMethod; contract: number; planned: number }
  | { do: 'inspect'; nth: number; amount: number | null; final: boolean }
  | { do: 'void' | 'expire' | 'approve' | 'reject'; nth: number }

/** What stands for the model's figures in the real book. */
type Real = {
  readonly desk: Desk
  readonly buyer: Actor
  readonly seller: Actor
  readonly methods: Record<ModelMethod, string>
  readonly paidIn: string[]
  /** Postings of what was paid back on the credit; ids of refunds. */
  readonly repaid: string[]
  readonly refunds: string[]
  readonly deals: { thread: TestThread; reservationId: string }[]
}

const amount = fc.integer({ min: 1, max: 400 })
const nth = fc.nat(6)
const acts: fc.Arbitrary<Act>[] = [
  fc.record({ do: fc.constant('pay in' as const), amount }),
  fc.record({ do: fc.constant('repay' as const), amount }),
  fc.record({ do: fc.constantFrom('reverse' as const, 'take back' as const, 'settle refund' as const), nth }),
  ...Array.from({ length: 4 }, () =>
    fc.record({ do: fc.constant('refund' as const), nth, amount: fc.option(fc.integer({ min: 1, max: 200 })) }),
  ),
  fc.record({
    do: fc.constant('grant' as const),
    line: fc.nat(500),
    terms: fc.constantFrom<CreditTerms>('LINE', 'APPROVAL', 'LINE_AND_APPROVAL'),
  }),
  ...Array.from({ length: 3 }, () =>
    fc.record({
      do: fc.constant('reserve' as const),
      method: fc.constantFrom<ModelMethod>('DEPOSIT', 'ACCOUNT_TRANSFER', 'CREDIT'),
      contract: amount,
      planned: amount,
    }),
  ),
  ...Array.from({ length: 3 }, () =>
    fc.record({
      do: fc.constant('inspect' as const),
      nth,
      amount: fc.option(fc.integer({ min: 1, max: 200 })),
      final: fc.boolean(),
    }),
  ),
  fc.record({ do: fc.constantFrom('void' as const, 'expire' as const, 'approve' as const, 'reject' as const), nth }),
]

class Step implements fc.AsyncCommand<BookModel, Real> {
  readonly act: Act
  constructor(act: Act) {
    this.act = act
  }
  check(): boolean {
    return true
  }
  toString(): string {
    return JSON.stringify(this.act)
  }
  async run(model: BookModel, real: Real): Promise<void> {
    const { expected, answer } = await perform(this.act, model, real)
    deepStrictEqual(codeOf(answer), expected, `${this.toString()} answered ${JSON.stringify(answer)}`)
    const { desk, buyer, seller } = real
    const standing = {
      deposit: await desk.account('DEPOSIT', buyer.memberId),
      credit: await desk.account('CREDIT', buyer.memberId),
      dueOut: await desk.account('DUE_OUT', seller.memberId),
      dueIn: await desk.account('DUE_IN', seller.memberId),
    }
    deepStrictEqual(standing, model.standing(), `after ${this.toString()}`)
    const statuses = await Promise.all(real.deals.map(({ reservationId }) => desk.status(reservationId)))
    deepStrictEqual(
      statuses,
      model.deals.map(({ status }) => status),
      `after ${this.toString()}`,
    )
  }
}

const codeOf = (answer: unknown): string | null => (isRefusal(answer) ? answer.code : null)

type Outcome = { expected: string | null; answer: unknown }

async function perform(act: Act, model: BookModel, real: Real): Promise<Outcome> {
  switch (act.do) {
    case 'pay in':
      return payIn(act.amount, model, real)
    case 'grant': {
      const line = act.terms === 'APPROVAL' ? 0 : act.line
      Object.assign(model, { line, terms: act.terms, granted: true })
      return { expected: null, answer: await real.desk.credit(real.buyer, String(line), act.terms) }
    }
    case 'reserve':
      return reserve(act, model, real)
    case 'repay':
      return repay(act.amount, model, real)
    case 'reverse':
      return reverse('deposit', act.nth, model, real)
    case 'take back':
      return reverse('credit', act.nth, model, real)
    case 'settle refund':
      return settleRefund(act.nth, model, real)
    default:
      return withDeal(act, model, real)
  }
}

async function reverse(
  account: 'deposit' | 'credit',
  nth: number,
  model: BookModel,
  { desk, paidIn, repaid }: Real,
): Promise<Outcome> {
  const postings = account === 'deposit' ? paidIn : repaid
  const at = nth % Math.max(1, postings.length)
  const postingId = postings[at]
  if (postingId === undefined) return { expected: null, answer: null }
  const correction = { idempotencyKey: newId(), postingId, reference: 'model', reason: 'model' }
  return {
    expected: model.reverse(account, at),
    answer: await reversePosting(desk.services, desk.operator, correction),
  }
}

async function postingOf(desk: Desk, fact: string): Promise<string> {
  const [posting] = await desk.services.store.query<{ id: string }>('select id from posting where fact = $1', [fact])
  return posting?.id ?? ''
}

async function repay(minor: number, model: BookModel, { desk, buyer, repaid }: Real): Promise<Outcome> {
  const [memberId, reference] = [buyer.memberId, newId()]
  const input = { idempotencyKey: newId(), memberId, amount: { amount: String(minor), currency: 'JPY' }, reference }
  const answer = await recordRepayment(desk.services, desk.operator, input)
  const expected = model.repay(minor)
  if (!isRefusal(answer)) repaid.push(await postingOf(desk, `repayment ${reference}`))
  return { expected, answer }
}

/** The buyer asks, the seller takes the goods and reports them back: the first refusal, or the last answer. */
async function refund(
  { thread, reservationId }: Real['deals'][number],
  asked: number | null,
  { desk, buyer, seller, refunds }: Real,
): Promise<unknown> {
  const amount = asked === null ? null : { amount: String(asked), currency: 'JPY' }
  const wish = { idempotencyKey: newId(), threadId: thread.threadId, reservationId, reason: 'WRONG_GOODS', amount }
  const requested = await requestReturn(desk.services, buyer, wish)
  if (isRefusal(requested)) return requested
  const { returnId } = requested
  const accepted = await acceptReturn(desk.services, seller, { idempotencyKey: newId(), returnId })
  if (isRefusal(accepted)) return accepted
  const answer = await reportGoodsReturned(desk.services, seller, { idempotencyKey: newId(), returnId })
  const [event] = await desk.event('PaymentRefunded', returnId)
  if (event?.type === 'PaymentRefunded') refunds.push(event.payload.refundId)
  return answer
}

/** The seller has paid in what was refunded; settlements tells it again and again, and it counts once. */
async function settleRefund(nth: number, model: BookModel, { desk, refunds }: Real): Promise<Outcome> {
  const at = nth % Math.max(1, refunds.length)
  const [known, refundId] = [model.refunds[at], refunds[at]]
  if (!known || refundId === undefined) return { expected: null, answer: null }
  known.settled = true
  return { expected: null, answer: await desk.take('RefundSettled', { refundId, obligationId: newId() }) }
}

async function payIn(minor: number, model: BookModel, { desk, buyer, paidIn }: Real): Promise<Outcome> {
  const input = {
    idempotencyKey: newId(),
    memberId: buyer.memberId,
    amount: { amount: String(minor), currency: 'JPY' },
    reference: newId(),
  }
  const answer = await depositFunds(desk.services, desk.operator, input)
  model.paidIn.push({ amount: minor, reversed: false })
  paidIn.push(await postingOf(desk, `deposit ${input.reference}`))
  return { expected: null, answer }
}

async function reserve(act: Act & { do: 'reserve' }, model: BookModel, real: Real): Promise<Outcome> {
  const thread = await real.desk.thread(real.buyer, real.seller)
  await real.desk.contract(thread, { amountMinor: String(act.contract) })
  const expected = model.reserve(act.method, act.contract, act.planned)
  const answer = await real.desk.reserve(thread, real.methods[act.method], String(act.planned))
  if (!isRefusal(answer)) real.deals.push({ thread, reservationId: answer.reservationId })
  return { expected, answer }
}

async function withDeal(
  act: Act & { do: 'inspect' | 'refund' | 'void' | 'expire' | 'approve' | 'reject' },
  model: BookModel,
  real: Real,
): Promise<Outcome> {
  const { desk, buyer, deals } = real
  const at = act.do === 'refund' ? model.anyPaid(act.nth) : act.nth % Math.max(1, deals.length)
  const [deal, found] = [model.deals[at], deals[at]]
  if (!deal || !found) return { expected: null, answer: null }
  const { thread, reservationId } = found
  const decision = { idempotencyKey: newId(), reservationId }
  switch (act.do) {
    case 'inspect': {
      const asked = act.amount === null ? undefined : String(act.amount)
      return {
        expected: model.inspect(deal, act.amount, act.final),
        answer: await desk.inspect(buyer, thread.threadId, asked, { final: act.final }),
      }
    }
    case 'refund':
      return { expected: model.refund(deal, act.amount), answer: await refund(found, act.amount, real) }
    case 'void':
      return { expected: model.end(deal, 'VOIDED'), answer: await desk.void(buyer, reservationId) }
    case 'expire':
      model.end(deal, 'EXPIRED')
      await desk.services.store.query('update payment_reservation set expires_at = now() where id = $1', [
        reservationId,
      ])
      return { expected: null, answer: await expireHolds(desk.services) }
    case 'approve':
      return {
        expected: model.decide(deal, true),
        answer: await approveReservation(desk.services, desk.operator, decision),
      }
    case 'reject':
      return {
        expected: model.decide(deal, false),
        answer: await rejectReservation(desk.services, desk.operator, { ...decision, reason: 'model' }),
      }
  }
}

/** Long enough for several deals on both accounts, each paid in parts and ended. */
const longestHistory = 40
/** The book is audited as a whole after so many runs: it grows, and every run compares its own accounts after every act. */
const runsAnAudit = 25

/**
 * Plays random histories of the book and its holds against the plain model, on a real database: after every act its answer, every
 * account and every reservation are as the model has them, and the audit finds nothing.
 * @throws with the seed and the smallest history that fails
 */
export async function playBook(options: { runs: number; seed: number; say?: (line: string) => void }): Promise<void> {
  const desk = await Desk.open()
  let played = 0
  try {
    const audited = async (): Promise<void> => deepStrictEqual(await auditBook(desk.services), [])
    await fc.assert(
      fc.asyncProperty(
        fc.commands(
          acts.map((act) => act.map((each) => new Step(each))),
          { maxCommands: longestHistory, size: 'max' },
        ),
        fc.boolean(),
        async (steps, granted) => {
          const [buyer, seller] = [await desk.member(), await desk.member()]
          const methods = {
            DEPOSIT: await desk.method(buyer, 'DEPOSIT'),
            ACCOUNT_TRANSFER: await desk.method(buyer, 'ACCOUNT_TRANSFER', 'JPY', null, { accountReference: '1' }),
            CREDIT: await desk.method(buyer, 'CREDIT'),
          }
          const real: Real = { desk, buyer, seller, methods, paidIn: [], repaid: [], refunds: [], deals: [] }
          const model = new BookModel()
          await payIn(1_000, model, real)
          if (granted) await perform({ do: 'grant', line: 500, terms: 'LINE' }, model, real)
          await fc.asyncModelRun(() => ({ model, real }), steps)
          if (++played % runsAnAudit === 0) await audited()
          if (played % 100 === 0) options.say?.(`${played} histories`)
        },
      ),
      { numRuns: options.runs, seed: options.seed },
    )
    await audited()
  } finally {
    await desk.close()
  }
}
