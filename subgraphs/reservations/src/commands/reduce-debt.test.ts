import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { auditBook } from '../index.ts'
import { codeOf, Desk, succeeded } from '../testing/desk.ts'
import { Guarantors, type Guaranteed } from '../testing/guarantors.ts'
import { acceptReturn, reportGoodsReturned } from './decide-return.ts'
import { requestReturn } from './request-return.ts'
import { sellCreditClaim } from './sell-credit-claim.ts'
import { setClaimTerms } from './set-claim-terms.ts'

let desk: Desk
let play: Guarantors
let guarantor: Actor
let bank: Actor

beforeAll(async () => {
  desk = await Desk.open()
  play = new Guarantors(desk)
  guarantor = await play.member(['GUARANTOR'])
  bank = await play.member(['PAYMENT_INSTITUTION'])
})
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

async function balance(institutionId: string, kind: string, owner = ''): Promise<number> {
  const [row] = await desk.services.store.query<{ balance: string }>(
    'select balance_minor as balance from account_state where institution_id = $1 and kind = $2 and owner = $3',
    [institutionId, kind, owner],
  )
  return Number(row?.balance ?? 0)
}

async function invoked(): Promise<Guaranteed> {
  const own = await play.accepted(guarantor)
  succeeded(await play.invoke(own.seller, own.guaranteeId))
  return own
}

/** Gives goods back to the seller; gives what the seller owes for it, to whom, by its id. */
async function giveBack({ payer, seller, guaranteeId }: Guaranteed, amount?: string) {
  const { reservation_id: reservationId } = await play.row(guaranteeId)
  const [reserved] = await desk.services.store.query<{ thread_id: string }>(
    'select thread_id from payment_reservation where id = $1',
    [reservationId],
  )
  const asked = {
    idempotencyKey: newId(),
    threadId: reserved?.thread_id,
    reason: 'WRONG_GOODS',
    amount: amount ? { amount, currency: 'JPY' } : null,
  }
  const { returnId } = succeeded(await requestReturn(desk.services, payer, asked))
  succeeded(await acceptReturn(desk.services, seller, { idempotencyKey: newId(), returnId }))
  succeeded(await reportGoodsReturned(desk.services, seller, { idempotencyKey: newId(), returnId }))
  const events = await desk.event('PaymentRefunded', returnId)
  return events.flatMap(({ type, payload }) => (type === 'PaymentRefunded' ? [payload] : []))
}
const settled = (refundId: string) => desk.take('RefundSettled', { refundId, obligationId: newId() })

it('a refund after the guarantor was called upon lowers what the payer owes it, and the seller owes that to the guarantor', async () => {
  const own = await invoked()
  const { payer, seller, guaranteeId, number } = own
  const [owed, ...more] = await giveBack(own, '300')
  expect(more).toEqual([])
  expect(owed).toMatchObject({ debtorId: seller.memberId, creditorId: guarantor.memberId, amountMinor: '300' })
  expect(await balance(guarantor.memberId, 'CREDIT', payer.memberId)).toBe(-700)
  expect(await balance(guarantor.memberId, 'DUE_IN', seller.memberId)).toBe(-300)
  expect(await balance(hubMemberId, 'DEPOSIT', payer.memberId)).toBe(0)
  expect(await play.row(guaranteeId)).toMatchObject({ status: 'INVOKED', cleared_minor: '300' })
  const told = (await desk.event('GuaranteeProgressed', guaranteeId)).at(-1)?.payload
  expect(told).toMatchObject({ kind: 'REDUCED', amountMinor: '700', toldIds: [payer.memberId, guarantor.memberId] })
  const cash = await balance(guarantor.memberId, 'CASH')
  await settled(owed?.refundId ?? '')
  expect(await balance(guarantor.memberId, 'DUE_IN', seller.memberId)).toBe(0)
  expect(await balance(guarantor.memberId, 'CASH')).toBe(cash - 300)
  // What is left is paid under the number, and that alone; what is refunded then goes to the payer.
  expect(codeOf(await play.pay(bank, number, '1000'))).toBe('INVALID_INPUT')
  succeeded(await play.pay(bank, number, '700'))
  const [rest] = await giveBack(own, '100')
  expect(rest).toMatchObject({ creditorId: hubMemberId, amountMinor: '100' })
  expect(await balance(hubMemberId, 'DEPOSIT', payer.memberId)).toBe(100)
})

it('a refund of all leaves nothing owed: the guarantee is over, and its pool is free', async () => {
  const own = await invoked()
  await giveBack(own)
  expect(await play.row(own.guaranteeId)).toMatchObject({ status: 'REPAID', cleared_minor: '1000' })
  expect(await balance(guarantor.memberId, 'CREDIT', own.payer.memberId)).toBe(0)
  expect(await balance(hubMemberId, 'DEPOSIT', own.payer.memberId)).toBe(0)
  expect(await play.pay(bank, own.number)).toMatchObject({ code: 'WRONG_STATE', state: 'REPAID' })
  const { reservation_id: reservationId } = await play.row(own.guaranteeId)
  expect(await desk.status(reservationId ?? '')).toBe('REFUNDED')
})

it('gives back to the pool what the payer owes no more', async () => {
  const payer = await desk.member()
  const poolId = await play.pool(guarantor, payer, 'PAYER', '1000')
  const own = await play.accepted(guarantor, payer)
  succeeded(await play.invoke(own.seller, own.guaranteeId))
  expect(await play.used(poolId)).toBe(1000)
  await giveBack(own, '400')
  expect(await play.used(poolId)).toBe(600)
  await giveBack(own, '600')
  expect(await play.used(poolId)).toBe(0)
})

it('of a refund and a payment at once the payer pays in all what it bought, ten times', async () => {
  const ready = []
  for (let i = 0; i < 10; i++) ready.push(await invoked())
  await Promise.all(
    ready.map(async (own) => {
      await Promise.all([giveBack(own, '400'), play.pay(bank, own.number, '1000'), play.pay(bank, own.number, '600')])
    }),
  )
  for (const { payer, guaranteeId, number } of ready) {
    const { status } = await play.row(guaranteeId)
    if (status === 'INVOKED') succeeded(await play.pay(bank, number, '600'))
    expect(await play.row(guaranteeId)).toMatchObject({ status: 'REPAID' })
    expect(await balance(guarantor.memberId, 'CREDIT', payer.memberId)).toBe(0)
    const [paid] = await desk.services.store.query<{ minor: string }>(
      `select minor from guarantee_payment where guarantee_id = $1 and kind = 'REPAYMENT'`,
      [guaranteeId],
    )
    const gotBack = await balance(hubMemberId, 'DEPOSIT', payer.memberId)
    expect(Number(paid?.minor) - gotBack).toBe(600)
  }
})

it('when the hub has bought the debt, the payer owes the hub less', async () => {
  const agent = await play.member(['SETTLEMENT_AGENT'])
  const terms = { currency: 'JPY', discountPpm: 0, limit: '5000', settlementAgentId: agent.memberId }
  succeeded(await setClaimTerms(desk.services, desk.operator, { idempotencyKey: newId(), ...terms }))
  const payer = await desk.member()
  await desk.credit(payer, '1000')
  const own = await play.accepted(guarantor, payer)
  succeeded(await play.invoke(own.seller, own.guaranteeId))
  const sale = { idempotencyKey: newId(), guaranteeId: own.guaranteeId, discountPpm: 0 }
  succeeded(await sellCreditClaim(desk.services, guarantor, sale))
  const [owed] = await giveBack(own, '250')
  expect(owed).toMatchObject({ creditorId: hubMemberId, amountMinor: '250' })
  expect(await balance(hubMemberId, 'CREDIT', payer.memberId)).toBe(-750)
  expect(await balance(guarantor.memberId, 'CREDIT', payer.memberId)).toBe(0)
})
