import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { auditBook, billCredits } from '../index.ts'
import { codeOf, Desk, succeeded } from '../testing/desk.ts'
import { Guarantors, type Guaranteed } from '../testing/guarantors.ts'
import { recordRepayment } from './record-repayment.ts'
import { returnCreditClaim } from './return-credit-claim.ts'
import { sellCreditClaim } from './sell-credit-claim.ts'
import { setClaimTerms } from './set-claim-terms.ts'

let desk: Desk
let play: Guarantors
let agent: Actor
let bank: Actor
let guarantor: Actor
/** The first of this month: what is drawn is billed a month later, and due 30 days after that. */
const start = new Date(`${new Date().toISOString().slice(0, 7)}-01T12:00:00Z`)
const clock = { now: start }

beforeAll(async () => {
  desk = await Desk.open({ now: () => clock.now })
  play = new Guarantors(desk)
  agent = await play.member(['SETTLEMENT_AGENT'])
  bank = await play.member(['PAYMENT_INSTITUTION'])
})
beforeEach(async () => {
  clock.now = start
  guarantor = await play.member(['GUARANTOR'])
  await state({})
})
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

/** The first of the next month, when bills are made. */
const toClosing = async (): Promise<void> => {
  clock.now = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1, 12))
  await billCredits(desk.services)
}
const passDays = (days: number): void => void (clock.now = new Date(clock.now.getTime() + days * 86_400_000))
const terms = { currency: 'JPY', discountPpm: 50_000, limit: '1000000', recourseAfterDays: 30 }
const state = (further: object, actor = desk.operator) =>
  setClaimTerms(desk.services, actor, {
    idempotencyKey: newId(),
    settlementAgentId: agent.memberId,
    ...terms,
    ...further,
  })
const sell = (actor: Actor, guaranteeId: string, discountPpm = 50_000, idempotencyKey = newId()) =>
  sellCreditClaim(desk.services, actor, { idempotencyKey, guaranteeId, discountPpm })
const giveBack = (purchaseId: string, actor = desk.operator) =>
  returnCreditClaim(desk.services, actor, { idempotencyKey: newId(), purchaseId, reason: 'The payer does not pay.' })
const repay = (payer: Actor, amount: string) =>
  recordRepayment(desk.services, desk.operator, {
    idempotencyKey: newId(),
    memberId: payer.memberId,
    amount: { amount, currency: 'JPY' },
    reference: newId(),
  })

/** A guarantee of 1,000 JPY that was called upon, of a payer who has a credit at the hub. */
async function invoked(line = '5000'): Promise<Guaranteed> {
  const payer = await desk.member()
  await desk.credit(payer, line)
  const own = await play.accepted(guarantor, payer)
  succeeded(await play.invoke(own.seller, own.guaranteeId))
  return own
}
async function balance(institutionId: string, kind: string, owner = ''): Promise<number> {
  const [row] = await desk.services.store.query<{ balance: string }>(
    'select balance_minor as balance from account_state where institution_id = $1 and kind = $2 and owner = $3',
    [institutionId, kind, owner],
  )
  return Number(row?.balance ?? 0)
}
/** Takes that settlements has settled what was owed under this id. */
const settled = (owedId: string) => desk.take('PaymentSettled', { captureId: owedId, obligationId: newId() })
const owedOf = async (owedId: string) => (await desk.event('CreditClaimOwed', owedId))[0]?.payload
const outstanding = async (): Promise<number> => {
  const { outstandingClaims } = await import('../store/claims.ts')
  return Number(await outstandingClaims((text, p) => desk.services.store.query(text, p), hubMemberId, 'JPY'))
}

describe('a claim that the hub buys (B19, step 16)', () => {
  it('passes from book to book in one transaction, is paid for by settlements, and clears both sides', async () => {
    const { payer, guaranteeId, number } = await invoked()
    const [discounts, dueOut] = [
      await balance(hubMemberId, 'DISCOUNT'),
      await balance(hubMemberId, 'DUE_OUT', guarantor.memberId),
    ]
    const { purchaseId } = succeeded(await sell(guarantor, guaranteeId))
    expect(await balance(hubMemberId, 'CREDIT', payer.memberId)).toBe(-1000)
    expect(await balance(hubMemberId, 'DUE_OUT', guarantor.memberId)).toBe(dueOut + 950)
    expect(await balance(hubMemberId, 'DISCOUNT')).toBe(discounts + 50)
    expect(await balance(guarantor.memberId, 'CREDIT', payer.memberId)).toBe(0)
    expect(await balance(guarantor.memberId, 'DUE_IN', hubMemberId)).toBe(-950)
    expect(await balance(guarantor.memberId, 'DISCOUNT')).toBe(-50)
    expect(await play.row(guaranteeId)).toMatchObject({ status: 'SOLD' })
    expect(await owedOf(purchaseId)).toMatchObject({
      kind: 'PRICE',
      debtorId: hubMemberId,
      creditorId: guarantor.memberId,
      amountMinor: '950',
      settlement: 'GROSS',
      settlementAgentId: agent.memberId,
      transactionNumber: number,
    })
    const told = (await desk.event('GuaranteeProgressed', guaranteeId)).at(-1)?.payload
    expect(told).toMatchObject({ kind: 'SOLD', byId: hubMemberId, toldIds: [payer.memberId, guarantor.memberId] })
    const event = await settled(purchaseId)
    expect(await balance(hubMemberId, 'DUE_OUT', guarantor.memberId)).toBe(0)
    expect(await balance(guarantor.memberId, 'DUE_IN', hubMemberId)).toBe(0)
    expect(await balance(guarantor.memberId, 'CASH')).toBe(-950)
    await expect(desk.take('PaymentSettled', event.payload as never)).rejects.toThrow('posted already')
  })

  it('is on the payer’s bill from the hub, is paid there, and then is outstanding no more', async () => {
    const { payer, guaranteeId, number } = await invoked()
    const before = await outstanding()
    succeeded(await sell(guarantor, guaranteeId))
    expect(await outstanding()).toBe(before + 1000)
    // Nothing is to be paid under the number any more: an institution gives the money back.
    expect(await play.pay(bank, number)).toMatchObject({ code: 'WRONG_STATE', state: 'SOLD' })
    await toClosing()
    const bills = () =>
      desk.services.store.query('select status, amount_minor, paid_minor from credit_bill where member_id = $1', [
        payer.memberId,
      ])
    expect(await bills()).toEqual([{ status: 'OPEN', amount_minor: '1000', paid_minor: '0' }])
    succeeded(await repay(payer, '1000'))
    expect(await bills()).toEqual([{ status: 'PAID', amount_minor: '1000', paid_minor: '1000' }])
    expect(await outstanding()).toBe(before)
    expect(await balance(hubMemberId, 'CREDIT', payer.memberId)).toBe(0)
  })

  it('is sold once, by its guarantor, at the discount stated now, and only while it is owed', async () => {
    const { payer, seller, guaranteeId } = await invoked()
    for (const actor of [payer, seller, bank]) expect(codeOf(await sell(actor, guaranteeId))).toBe('NOT_FOUND')
    expect(await sell(guarantor, guaranteeId, 49_999)).toMatchObject({ code: 'WRONG_STATE', state: 'DISCOUNT_50000' })
    const key = newId()
    const answer = succeeded(await sell(guarantor, guaranteeId, 50_000, key))
    expect(await sell(guarantor, guaranteeId, 50_000, key)).toEqual(answer)
    expect(await sell(guarantor, guaranteeId)).toMatchObject({ code: 'WRONG_STATE', state: 'SOLD' })
    const fresh = await play.accepted(guarantor)
    expect(await sell(guarantor, fresh.guaranteeId)).toMatchObject({ code: 'WRONG_STATE', state: 'PAYABLE' })
  })

  it('is refused beyond what the hub lends to the payer, without its figures; without a credit; beyond the limit; and when nothing is bought', async () => {
    const tight = await invoked('999')
    const beyond = await sell(guarantor, tight.guaranteeId)
    expect(beyond).toMatchObject({ code: 'WRONG_STATE', state: 'BEYOND_LINE' })
    expect(JSON.stringify(beyond)).not.toContain('999')
    const without = await play.accepted(guarantor)
    succeeded(await play.invoke(without.seller, without.guaranteeId))
    expect(await sell(guarantor, without.guaranteeId)).toMatchObject({ code: 'WRONG_STATE', state: 'NO_CREDIT' })
    const { guaranteeId } = await invoked()
    succeeded(await state({ limit: String((await outstanding()) + 999) }))
    expect(await sell(guarantor, guaranteeId)).toMatchObject({ code: 'WRONG_STATE', state: 'LIMIT_REACHED' })
    succeeded(await state({ limit: '0' }))
    expect(await sell(guarantor, guaranteeId)).toMatchObject({ code: 'WRONG_STATE', state: 'NOT_BOUGHT' })
    expect(codeOf(await state({}, guarantor))).toBe('NOT_ALLOWED')
    expect(codeOf(await state({ settlementAgentId: bank.memberId }))).toBe('NOT_FOUND')
    expect(codeOf(await state({ limit: '-1' }))).toBe('INVALID_INPUT')
    expect(codeOf(await state({ discountPpm: 500_001 }))).toBe('INVALID_INPUT')
  })

  it('of many at once never goes beyond the limit, and of a sale and a payment at once exactly one happens', async () => {
    const all = []
    for (let i = 0; i < 12; i++) all.push(await invoked())
    const before = await outstanding()
    succeeded(await state({ limit: String(before + 5_000) }))
    const answers = await Promise.all(all.map(({ guaranteeId }) => sell(guarantor, guaranteeId)))
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(5)
    expect(await outstanding()).toBe(before + 5_000)
    succeeded(await state({}))
    const ready = []
    for (let i = 0; i < 10; i++) ready.push(await invoked())
    const raced = await Promise.all(
      ready.map(async ({ guaranteeId, number }, i) => {
        const [first, second] = [() => sell(guarantor, guaranteeId), () => play.pay(bank, number)]
        return (await Promise.all(i % 2 ? [first(), second()] : [second(), first()])).map(codeOf)
      }),
    )
    for (const codes of raced) expect(new Set(codes)).toEqual(new Set([null, 'WRONG_STATE']))
  })
})

describe('recourse', () => {
  const bought = async () => {
    const own = await invoked()
    const { purchaseId } = succeeded(await sell(guarantor, own.guaranteeId))
    await settled(purchaseId)
    return { ...own, purchaseId }
  }

  it('gives back what the payer has not paid of its bill: it owes the guarantor again, and the guarantor owes the hub', async () => {
    const { payer, guaranteeId, purchaseId, number, seller } = await bought()
    await toClosing()
    succeeded(await repay(payer, '400'))
    passDays(3)
    expect(await giveBack(purchaseId)).toMatchObject({ code: 'WRONG_STATE', state: 'PART_PAID' })
    passDays(40)
    await billCredits(desk.services)
    const discounts = await balance(hubMemberId, 'DISCOUNT')
    succeeded(await giveBack(purchaseId))
    expect(await balance(hubMemberId, 'CREDIT', payer.memberId)).toBe(0)
    expect(await balance(hubMemberId, 'DUE_IN', guarantor.memberId)).toBe(-570)
    expect(await balance(hubMemberId, 'DISCOUNT')).toBe(discounts - 30)
    expect(await balance(guarantor.memberId, 'CREDIT', payer.memberId)).toBe(-600)
    expect(await balance(guarantor.memberId, 'DUE_OUT', hubMemberId)).toBe(570)
    expect(await balance(guarantor.memberId, 'DISCOUNT')).toBe(-20)
    expect(await play.row(guaranteeId)).toMatchObject({ status: 'INVOKED', cleared_minor: '400' })
    const [back] = await desk.services.store.query<{ id: string }>(
      'select id from credit_claim_return where purchase_id = $1',
      [purchaseId],
    )
    expect(await owedOf(back?.id ?? '')).toMatchObject({
      kind: 'RECOURSE',
      debtorId: guarantor.memberId,
      creditorId: hubMemberId,
      amountMinor: '570',
    })
    await settled(back?.id ?? '')
    expect(await balance(hubMemberId, 'DUE_IN', guarantor.memberId)).toBe(0)
    expect(await balance(guarantor.memberId, 'DUE_OUT', hubMemberId)).toBe(0)
    expect(codeOf(await giveBack(purchaseId))).toBe('WRONG_STATE')
    // The payer pays the rest under the number, to its guarantor.
    expect(codeOf(await play.pay(bank, number, '1000'))).toBe('INVALID_INPUT')
    succeeded(await play.pay(bank, number, '600'))
    expect(await play.row(guaranteeId)).toMatchObject({ status: 'REPAID' })
    expect(await balance(guarantor.memberId, 'CREDIT', payer.memberId)).toBe(0)
    expect(seller.memberId).not.toBe(payer.memberId)
  })

  it('waits for its days and for the bill to be overdue, is for operators, and is not there when the terms state none', async () => {
    const { purchaseId } = await bought()
    expect(codeOf(await giveBack(purchaseId, guarantor))).toBe('NOT_ALLOWED')
    expect(codeOf(await giveBack(newId()))).toBe('NOT_FOUND')
    expect(await giveBack(purchaseId)).toMatchObject({ code: 'WRONG_STATE', state: 'TOO_EARLY' })
    passDays(31)
    expect(await giveBack(purchaseId)).toMatchObject({ code: 'WRONG_STATE', state: 'NOT_BILLED' })
    clock.now = start
    succeeded(await state({ recourseAfterDays: null }))
    const without = await bought()
    passDays(400)
    await billCredits(desk.services)
    expect(await giveBack(without.purchaseId)).toMatchObject({ code: 'WRONG_STATE', state: 'NO_RECOURSE' })
    // Whoever pays in time is not called upon.
    clock.now = start
    const { payer, purchaseId: paid } = await bought()
    await toClosing()
    succeeded(await repay(payer, '1000'))
    passDays(400)
    expect(codeOf(await giveBack(paid))).toBe('WRONG_STATE')
  })

  it('of many at once counts once; what was given back may be sold again', async () => {
    const { guaranteeId, purchaseId } = await bought()
    await toClosing()
    passDays(90)
    await billCredits(desk.services)
    const answers = await Promise.all(Array.from({ length: 6 }, () => giveBack(purchaseId)))
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(1)
    clock.now = start
    const again = succeeded(await sell(guarantor, guaranteeId))
    expect(again.purchaseId).not.toBe(purchaseId)
  })
})

it('a repayment to a guarantor that settlements has settled is its cash: what was to come in is cleared (step 10)', async () => {
  const { number } = await invoked()
  const { paymentId } = succeeded(await play.pay(bank, number))
  expect(await balance(guarantor.memberId, 'DUE_IN', bank.memberId)).toBe(-1000)
  await settled(paymentId)
  expect(await balance(guarantor.memberId, 'DUE_IN', bank.memberId)).toBe(0)
  expect(await balance(guarantor.memberId, 'CASH')).toBe(-1000)
  expect(await balance(bank.memberId, 'DUE_OUT', guarantor.memberId)).toBe(0)
})
