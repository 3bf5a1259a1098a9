import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { actorOf, codeOf, openRoom, taken, type SettlementRoom } from '../testing/settlement-room.ts'
import { returnReceivable } from './return-receivable.ts'
import { sellReceivable } from './sell-receivable.ts'
import { setPurchaseTerms } from './set-purchase-terms.ts'

let room: SettlementRoom
let [agent, buyer, seller, factor] = ['', '', '', '']

beforeAll(async () => {
  room = await openRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  agent = await room.member(['SETTLEMENT_AGENT'])
  ;[buyer, seller] = [await room.member(), await room.member()]
  factor = await room.member(['INTERMEDIARY'])
  room.clock.now = new Date('2026-11-21T06:30:00.000Z')
})

const terms = (further: object = {}, who = factor) =>
  setPurchaseTerms(room.services, actorOf(who, 'INTERMEDIARY'), {
    idempotencyKey: newId(),
    currency: 'JPY',
    discountPpm: 20_000,
    limit: '1500',
    recourseAfterDays: 30,
    settlementAgentId: agent,
    ...further,
  })
const sell = (obligationId: string, further: object = {}, who = seller) =>
  sellReceivable(room.services, actorOf(who), {
    idempotencyKey: newId(),
    obligationId,
    purchaserId: factor,
    discountPpm: 20_000,
    ...further,
  })
const giveBack = (receivablePurchaseId: string, who = factor) =>
  returnReceivable(room.services, actorOf(who), { idempotencyKey: newId(), receivablePurchaseId, reason: 'Not paid' })

const known = new Set<string>()

/** A claim of the seller on the buyer. Gives its id. */
async function claim(amountMinor = '1000', settlement: 'NET' | 'GROSS' = 'NET'): Promise<string> {
  await room.owe({ debtorId: buyer, creditorId: seller, amountMinor, settlement, agentId: agent })
  const rows = await room.query<{ id: string }>('select id from obligation where creditor_id = $1', [seller])
  const fresh = rows.find(({ id }) => !known.has(id))?.id ?? ''
  known.add(fresh)
  return fresh
}

const obligations = () =>
  room.query(
    `select kind, status, amount_minor from obligation where $1 in (debtor_id, creditor_id) or $2 in (debtor_id, creditor_id) order by kind collate "C"`,
    [seller, factor],
  )
const outstanding = async (): Promise<string | undefined> =>
  (
    await room.query<{ outstanding_minor: string }>(
      'select outstanding_minor from purchase_line where purchaser_id = $1',
      [factor],
    )
  )[0]?.outstanding_minor

describe('a claim that is sold', () => {
  it('passes to the purchaser, who owes the price at once; the discount is earned when the payer has paid', async () => {
    taken(await terms())
    const id = await claim()
    taken(await sell(id))
    await room.expectSound()
    expect(await obligations()).toEqual([
      { kind: 'ON_ACCOUNT', status: 'ADVANCED', amount_minor: '1000' },
      { kind: 'PURCHASED_RECEIVABLE', status: 'OPEN', amount_minor: '1000' },
      { kind: 'PURCHASE_PRICE', status: 'OPEN', amount_minor: '980' },
    ])
    expect(await outstanding()).toBe('1000')
    const [price] = (await room.instructions()).filter(({ payer_id }) => payer_id === factor)
    expect(price).toMatchObject({ kind: 'TRANSFER', payee_id: seller, amount_minor: '980', status: 'QUEUED' })
    taken(await room.report(price?.id ?? '', agent))
    taken(await room.closeWindow(agent))
    await room.expectSound()
    for (const { id: instruction } of (await room.instructions()).filter(
      (i) => i.status !== 'SETTLED' && [buyer, factor].some((m) => m === i.payer_id || m === i.payee_id),
    ))
      taken(await room.report(instruction, agent))
    await room.expectSound()
    expect((await obligations()).map(({ status }) => status)).toEqual(['SETTLED', 'SETTLED', 'SETTLED'])
    expect(await outstanding()).toBe('0')
    const about = await room.query<{ contract_id: string }>('select contract_id from obligation where id = $1', [id])
    const told = (await room.published('ObligationSettled')).filter((p) => p.contractId === about[0]?.contract_id)
    // The contract is told of what its payer paid, once, and not of what passes between seller and purchaser.
    expect(told).toHaveLength(1)
  })

  it('is bought within the limit, exactly, however many are sold at once', async () => {
    taken(await terms({ limit: '3000' }))
    const ids = []
    for (let i = 0; i < 8; i++) ids.push(await claim('1000'))
    const answers = await Promise.all(ids.map((id) => sell(id)))
    expect(answers.filter((answer) => codeOf(answer) === 'TAKEN')).toHaveLength(3)
    expect(await outstanding()).toBe('3000')
    await room.expectSound()
  })

  it('is sold once, though two sales come at once', async () => {
    taken(await terms())
    const id = await claim()
    const answers = await Promise.all([sell(id), sell(id)])
    expect(answers.map(codeOf).filter((code) => code === 'TAKEN')).toHaveLength(1)
    await room.expectSound()
  })

  it.each([
    ['somebody else’s', async () => sell(await claim(), {}, buyer), 'NOT_FOUND'],
    ['what its agent pays already', async () => sell(await claim('1000', 'GROSS')), 'WRONG_STATE'],
    ['at a discount that is not stated', async () => sell(await claim(), { discountPpm: 10_000 }), 'WRONG_STATE'],
    ['to nobody', async () => sell(await claim(), { purchaserId: buyer }), 'NOT_FOUND'],
    ['beyond the limit', async () => sell(await claim('1501')), 'WRONG_STATE'],
    ['in another currency', async () => terms({ currency: 'XXX' }), 'INVALID_INPUT'],
    ['by an agent that is none', async () => terms({ settlementAgentId: buyer }), 'NOT_FOUND'],
    ['at more than half', async () => terms({ discountPpm: 500_001 }), 'INVALID_INPUT'],
  ])('is refused without effect: %s', async (_, act, code) => {
    taken(await terms())
    expect(codeOf(await act())).toBe(code)
    expect(await outstanding()).toBe('0')
    await room.expectSound()
  })
})

describe('a claim that is not paid', () => {
  it('comes back in the time that the terms set: it is the seller’s again, who owes the price', async () => {
    taken(await terms())
    const id = await claim()
    const { purchaseId } = taken(await sell(id))
    expect(codeOf(await giveBack(purchaseId))).toBe('WRONG_STATE')
    taken(await terms({ recourseAfterDays: 1 }))
    room.clock.now = new Date('2026-12-20T06:30:00.000Z')
    // The purchase keeps the terms under which it was made.
    expect(codeOf(await giveBack(purchaseId))).toBe('WRONG_STATE')
    room.clock.now = new Date('2026-12-21T06:30:00.000Z')
    expect(codeOf(await giveBack(purchaseId, seller))).toBe('NOT_ALLOWED')
    expect(codeOf(await giveBack(purchaseId, buyer))).toBe('NOT_FOUND')
    const both = await Promise.all([giveBack(purchaseId), giveBack(purchaseId)])
    expect(both.map(codeOf).toSorted((a, b) => a.localeCompare(b))).toEqual(['TAKEN', 'WRONG_STATE'])
    await room.expectSound()
    expect(await obligations()).toEqual([
      { kind: 'ON_ACCOUNT', status: 'OPEN', amount_minor: '1000' },
      { kind: 'PURCHASED_RECEIVABLE', status: 'REVERSED', amount_minor: '1000' },
      { kind: 'PURCHASE_PRICE', status: 'OPEN', amount_minor: '980' },
      { kind: 'RECOURSE', status: 'OPEN', amount_minor: '980' },
    ])
    expect(await outstanding()).toBe('0')
    // And it may be sold again.
    taken(await sell(id))
    await room.expectSound()
  })

  it('does not come back once it is in a window', async () => {
    taken(await terms())
    const { purchaseId } = taken(await sell(await claim()))
    taken(await room.closeWindow(agent))
    room.clock.now = new Date('2027-01-21T06:30:00.000Z')
    expect(codeOf(await giveBack(purchaseId))).toBe('WRONG_STATE')
    await room.expectSound()
  })
})
