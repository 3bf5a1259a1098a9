import { hubMemberId } from '@torihiki/shared/ids.ts'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { expectBooksToAgree, expectSoundBooks } from '../support/audits.ts'
import {
  acceptedUnder,
  counterMethod,
  grantedGuarantee,
  letDayPass,
  newPayer,
  yen,
  type GuaranteedTrade,
} from '../support/guarantees.ts'
import type { Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import {
  capturedFrom,
  contractedThread,
  depositOf,
  newTrade,
  owedOnAccount,
  reserve,
  threadUntil,
  untilInspectable,
  type Trade,
} from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

/**
 * The steps of the money model, each as a test that names it: what is posted in whose book, and what is owed by it. After each the books are
 * audited, and what they owe onwards is what settlements shows owed (step 20). Steps 18 and 19 have hubs of their own: `B09`, `B16`.
 */
let hub: TestHub
let trade: Trade
let acme: CardCompany
let store: Party
let guarantor: Party
let names: Map<string, string>

beforeAll(async () => {
  acme = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${acme.url}` })
  trade = await newTrade(hub)
  store = await newParty(hub.url, hub.admin, 'Store', ['PAYMENT_INSTITUTION', 'SETTLEMENT_AGENT'])
  guarantor = await newParty(hub.url, hub.admin, 'Guarantor', ['GUARANTOR'])
  names = new Map([
    [trade.buyer.id, 'buyer'],
    [trade.seller.id, 'seller'],
    [store.id, 'store'],
    [guarantor.id, 'guarantor'],
    [hubMemberId, 'hub'],
  ])
})
afterEach(async () => {
  await expectBooksToAgree(hub.databaseUrl)
  await expectSoundBooks(hub)
})
afterAll(async () => {
  await hub?.close()
  await acme?.close()
})

/** The newest posting of a kind, a leg a line: account, whose it is, side and amount. None when there never was one. */
async function newest(kind: string): Promise<string[]> {
  const rows = await asOwner(hub.databaseUrl, async (owner) =>
    owner.query<{ account: string; owner: string; side: string; minor: string }>(
      `select a.kind as account, a.owner, l.side, l.minor from reservations.posting_leg l join reservations.ledger_account a on a.id = l.account_id
       where l.posting_id = (select id from reservations.posting where kind = $1 order by id desc limit 1) order by l.leg`,
      [kind],
    ),
  )
  return rows.rows.map(({ account, owner, side, minor }) =>
    [account, names.get(owner) ?? owner, side, minor].filter((each) => each !== '').join(' '),
  )
}

async function countOf(kind: string): Promise<number> {
  const { rows } = await asOwner(hub.databaseUrl, (owner) =>
    owner.query<{ n: number }>('select count(*)::int as n from reservations.posting where kind = $1', [kind]),
  )
  return rows[0]?.n ?? 0
}

const accountOf = async (kind: string, { client }: Party = trade.buyer): Promise<Json> =>
  (await client.run('Accounts')).viewer.accounts.find((account: Json) => account.kind === kind)
const obligationsOf = async (threadId: string): Promise<Json[]> =>
  (await threadUntil(trade.seller.client, threadId, ({ obligations }) => obligations.length > 0)).obligations
const card = async (token: string): Promise<string> =>
  (
    await trade.buyer.client.must('RegisterPaymentMethod', {
      kind: 'CARD',
      name: token,
      currency: 'JPY',
      card: { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' },
    })
  ).paymentMethod.id

/** Closes the agent's window and has it report every instruction. */
async function settleAll(): Promise<void> {
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  for (const { id } of window.instructions)
    await trade.agent.client.must('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: id })
}

const settledPosting = (count: number): Promise<number> =>
  eventually(
    'the book to have heard of the settlement',
    () => countOf('SETTLEMENT'),
    (now: number) => now === count,
  )

test('step 1: to reserve holds, and posts nothing', async () => {
  const method = await depositOf(trade, '3000')
  expect(await newest('DEPOSIT')).toEqual(['CASH DEBIT 3000', 'DEPOSIT buyer CREDIT 3000'])
  const { threadId } = await contractedThread(trade)
  const before = await countOf('CAPTURE')
  await reserve(trade, threadId, method)
  expect(await accountOf('DEPOSIT')).toMatchObject({
    balance: { amount: '3000' },
    held: { amount: '1000' },
    available: { amount: '2000' },
  })
  expect(await countOf('CAPTURE')).toBe(before)
})

test('step 2: a card’s approval makes AUTHORIZING RESERVED, and only that tells the merchant', async () => {
  await acme.control('hold')
  const { threadId } = await contractedThread(trade)
  const { id, status } = await reserve(trade, threadId, await card('tok_slow_1'))
  expect(status).toBe('AUTHORIZING')
  expect((await trade.seller.client.run('CaseThread', { id: threadId })).caseThread.status).toBe('CONTRACTED')
  await acme.control('release')
  await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  const { rows } = await asOwner(hub.databaseUrl, (owner) =>
    owner.query<{ fits: boolean }>(
      'select p.expires_at = h.expires_at as fits from reservations.payment_reservation p join reservations.hold h on h.reservation_id = p.id where p.id = $1',
      [id],
    ),
  )
  expect(rows).toEqual([{ fits: true }])
})

test('step 3: to give it up releases by a record of its own, and a card’s authorization is reversed', async () => {
  const { threadId } = await contractedThread(trade)
  const { id } = await reserve(trade, threadId, await card('tok_approved_3'))
  await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'RESERVED')
  const key = (await acme.book()).at(-1)?.key
  await trade.buyer.client.must('VoidReservation', { reservationId: id })
  await eventually(
    'the reversal',
    async () => (await acme.book()).find((entry: Json) => entry.key === key),
    ({ reversed }) => reversed,
  )
})

test('step 4: to capture posts what was accepted, and releases the rest', async () => {
  const method = await depositOf(trade, '1000')
  const { threadId } = await contractedThread(trade)
  await reserve(trade, threadId, method)
  await untilInspectable(trade, threadId)
  const before = await accountOf('DEPOSIT')
  await trade.buyer.client.must('ConfirmInspection', { threadId, amount: yen('600') })
  expect(await newest('CAPTURE')).toEqual(['DEPOSIT buyer DEBIT 600', 'DUE_OUT seller CREDIT 600'])
  const after = await accountOf('DEPOSIT')
  expect(Number(before.balance.amount) - Number(after.balance.amount)).toBe(600)
  expect(Number(before.held.amount) - Number(after.held.amount)).toBe(1_000)
})

test('step 5: of what is captured the institution owes the seller, once; the payer owes nothing', async () => {
  const { threadId } = await capturedFrom(trade, await depositOf(trade, '1000'))
  expect(await obligationsOf(threadId)).toMatchObject([
    { kind: 'CAPTURED_PAYMENT', debtor: { name: 'Torihiki' }, creditor: { name: 'Seller' }, amount: yen('1000') },
  ])
  const { viewer } = await trade.buyer.client.run('Positions')
  expect(viewer.obligations.edges).toEqual([])
})

test('step 6: on account nothing is held or posted, and the buyer owes the seller once it is inspected', async () => {
  const before = await countOf('CAPTURE')
  const { threadId } = await owedOnAccount(trade)
  expect(await obligationsOf(threadId)).toMatchObject([
    { kind: 'ON_ACCOUNT', debtor: { name: 'Buyer' }, creditor: { name: 'Seller' }, amount: yen('1000') },
  ])
  expect(await countOf('CAPTURE')).toBe(before)
})

test('steps 7 to 10: each is discharged once, a window’s positions sum to zero, an aborted one is taken back, the agent reports, and the book owes nothing onwards any more', async () => {
  const { threadId: gross } = await capturedFrom(trade, await depositOf(trade, '1000'), {}, { settlement: 'GROSS' })
  const [alone] = await obligationsOf(gross)
  const owed = Number(
    (
      await asOwner(hub.databaseUrl, (owner) =>
        owner.query(
          `select count(*)::int as n from settlements.obligation where kind = 'CAPTURED_PAYMENT' and status <> 'SETTLED'`,
        ),
      )
    ).rows[0].n,
  )
  // ABORTED takes step 8 back: all is owed as before, and in the next window.
  const open = async (): Promise<Json[]> => (await trade.seller.client.run('Positions')).viewer.openPositions
  const before = await open()
  const { window: first } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(await open()).toEqual([])
  const input = { windowId: first.id, reason: 'A member is insolvent.' }
  const aborted = await trade.agent.client.must('AbortSettlementWindow', input)
  expect(aborted.window).toMatchObject({ status: 'ABORTED', abortReason: input.reason })
  expect(aborted.window.instructions.every(({ status }: Json) => status === 'CANCELLED')).toBe(true)
  expect(await open()).toEqual(before)
  await expectBooksToAgree(hub.databaseUrl)
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(window.positions).toEqual(first.positions)
  // What the agent could not do stays owed, until it reports that it did.
  for (const outcome of ['FAILED', 'SETTLED']) {
    expect(await countOf('SETTLEMENT')).toBe(0)
    for (const { id } of window.instructions)
      await trade.agent.client.must('ReportSettlement', { instructionId: id, outcome, reference: id })
  }
  const sum = window.positions.reduce((all: number, { net }: Json) => all + Number(net.amount), 0)
  expect(sum).toBe(0)
  const query = '{ settlementInstructions(first: 50) { edges { node { id kind status obligation { id } } } } }'
  const { edges } = (await trade.agent.client.send(query)).data.settlementInstructions
  const own = edges.map(({ node }: Json) => node).filter(({ obligation }: Json) => obligation?.id === alone.id)
  expect(own).toHaveLength(1)
  await trade.agent.client.act('ReportSettlement', { instructionId: own[0].id, outcome: 'SETTLED', reference: 'alone' })
  await threadUntil(trade.seller.client, gross, ({ status }) => status === 'SETTLED')
  await settledPosting(owed)
  expect(await newest('SETTLEMENT')).toEqual(['DUE_OUT seller DEBIT 1000', 'CASH CREDIT 1000'])
  const { rows } = await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`select sum(balance_minor)::text as due from reservations.account_state where kind = 'DUE_OUT'`),
  )
  expect(rows).toEqual([{ due: '0' }])
})

test('step 11: what is paid back frees the credit: cash / credit', async () => {
  await hub.admin.must('SetCreditLine', { memberId: trade.buyer.id, line: yen('2000') })
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', {
    kind: 'CREDIT',
    name: 'Credit',
    currency: 'JPY',
  })
  await capturedFrom(trade, paymentMethod.id)
  expect(await newest('CAPTURE')).toEqual(['CREDIT buyer DEBIT 1000', 'DUE_OUT seller CREDIT 1000'])
  await hub.admin.must('RecordRepayment', { memberId: trade.buyer.id, amount: yen('1000'), reference: 'step 11' })
  expect(await newest('REPAYMENT')).toEqual(['CASH DEBIT 1000', 'CREDIT buyer CREDIT 1000'])
  expect(await accountOf('CREDIT')).toMatchObject({ available: { amount: '2000' } })
})

test('step 12: a refund gives back at once, the seller owes it, and what it pays in clears that', async () => {
  const { threadId } = await capturedFrom(trade, await depositOf(trade, '1000'))
  const { goodsReturn } = await trade.buyer.client.must('RequestReturn', { threadId, reason: 'DAMAGED' })
  await trade.seller.client.must('AcceptReturn', { returnId: goodsReturn.id })
  await trade.seller.client.must('ReportGoodsReturned', { returnId: goodsReturn.id })
  expect(await newest('REFUND')).toEqual(['DUE_IN seller DEBIT 1000', 'DEPOSIT buyer CREDIT 1000'])
  await eventually(
    'the refund to be owed',
    () => obligationsOf(threadId),
    (all) => all.some(({ kind }: Json) => kind === 'REFUND'),
  )
  await settleAll()
  await eventually(
    'what was refunded to be paid in',
    () => newest('REFUND_SETTLED'),
    (legs) => legs.length > 0,
  )
  expect(await newest('REFUND_SETTLED')).toEqual(['CASH DEBIT 1000', 'DUE_IN seller CREDIT 1000'])
})

/** A buyer of its own who pays cash, under a guarantee. */
async function guaranteed(): Promise<GuaranteedTrade> {
  const payer = await newPayer(hub, { store })
  names.set(payer.buyer.id, 'payer')
  return { ...trade, agent: store, store, guarantor, ...payer }
}

test('steps 13 and 14: a guarantee posts nothing; a payment by its number is cash / due out, and owed to the merchant as every capture is', async () => {
  const own = await guaranteed()
  const before = await countOf('CAPTURE')
  const { transactionNumber } = await grantedGuarantee(own)
  const { threadId } = await acceptedUnder(own, transactionNumber, { settlement: 'NET' })
  expect([await countOf('GUARANTEE_PAYMENT'), await countOf('CAPTURE')]).toEqual([0, before])
  const report = { transactionNumber, amount: yen('1000'), reference: 'slip 14', takenBy: 'CONVENIENCE_STORE' }
  await store.client.must('ReportGuaranteedPayment', report)
  expect(await newest('GUARANTEE_PAYMENT')).toEqual(['CASH DEBIT 1000', 'DUE_OUT seller CREDIT 1000'])
  expect(await obligationsOf(threadId)).toMatchObject([{ kind: 'CAPTURED_PAYMENT', debtor: { name: 'Store' } }])
})

test('step 15: a guarantee that is invoked is the payer’s credit / due out in the guarantor’s book; a later payment clears it', async () => {
  const own = await guaranteed()
  const { id, transactionNumber } = await grantedGuarantee(own)
  const { threadId } = await acceptedUnder(own, transactionNumber, { settlement: 'NET' })
  await letDayPass(hub, id)
  await own.seller.client.must('InvokeGuarantee', { guaranteeId: id })
  expect(await newest('GUARANTEE_INVOCATION')).toEqual(['CREDIT payer DEBIT 1000', 'DUE_OUT seller CREDIT 1000'])
  expect(await obligationsOf(threadId)).toMatchObject([{ debtor: { name: 'Guarantor' }, creditor: { name: 'Seller' } }])
  await store.client.must('ReportGuaranteedPayment', {
    transactionNumber,
    amount: yen('1000'),
    reference: 'slip 15',
    takenBy: 'BANK',
  })
  expect(await newest('GUARANTEE_REPAYMENT')).toEqual(['DUE_IN store DEBIT 1000', 'CREDIT payer CREDIT 1000'])
})

test('step 16: the hub buys what a payer owes its guarantor: credit / due out and discount here, due in and discount / credit there, and pays the price', async () => {
  const own = await guaranteed()
  await hub.admin.must('SetCreditLine', { memberId: own.buyer.id, line: yen('1000') })
  const terms = { currency: 'JPY', discountPpm: 40_000, limit: '5000', recourseAfterDays: 30 }
  await hub.admin.must('SetClaimTerms', { ...terms, settlementAgentId: trade.agent.id })
  const { id, transactionNumber } = await grantedGuarantee(own)
  const { threadId } = await acceptedUnder(own, transactionNumber, { settlement: 'NET' })
  await letDayPass(hub, id)
  await own.seller.client.must('InvokeGuarantee', { guaranteeId: id })
  const sale = { guaranteeId: id, discountPpm: 40_000 }
  expect((await guarantor.client.must('SellCreditClaim', sale)).purchase).toMatchObject({ price: { amount: '960' } })
  expect(await newest('CLAIM_PURCHASED')).toEqual([
    'CREDIT payer DEBIT 1000',
    'DUE_OUT guarantor CREDIT 960',
    'DISCOUNT CREDIT 40',
  ])
  expect(await newest('CLAIM_SOLD')).toEqual(['CREDIT payer CREDIT 1000', 'DUE_IN hub DEBIT 960', 'DISCOUNT DEBIT 40'])
  // Between hub and guarantor, by the agent of the terms: no part of the contract.
  const query =
    '{ settlementInstructions(first: 50) { edges { node { id kind amount { amount } obligation { kind } } } } }'
  const price = await eventually(
    'the price to be owed',
    async () => {
      const { edges } = (await trade.agent.client.send(query)).data.settlementInstructions
      return edges
        .map(({ node }: Json) => node)
        .find(({ obligation }: Json) => obligation?.kind === 'CREDIT_CLAIM_PRICE')
    },
    (found) => found !== undefined,
  )
  expect(price).toMatchObject({ kind: 'TRANSFER', amount: { amount: '960' } })
  expect((await obligationsOf(threadId)).map(({ kind }) => kind)).toEqual(['CAPTURED_PAYMENT'])
  await expectBooksToAgree(hub.databaseUrl)
  const paid = await countOf('DUE_IN_SETTLED')
  await trade.agent.client.must('ReportSettlement', { instructionId: price.id, outcome: 'SETTLED', reference: 'price' })
  await eventually(
    'both books to have heard of it',
    () => countOf('DUE_IN_SETTLED'),
    (now: number) => now === paid + 1,
  )
  expect(await newest('SETTLEMENT')).toEqual(['DUE_OUT guarantor DEBIT 960', 'CASH CREDIT 960'])
  expect(await newest('DUE_IN_SETTLED')).toEqual(['CASH DEBIT 960', 'DUE_IN hub CREDIT 960'])
  await hub.admin.must('RecordRepayment', { memberId: own.buyer.id, amount: yen('1000'), reference: 'step 16' })
  expect(await newest('REPAYMENT')).toEqual(['CASH DEBIT 1000', 'CREDIT payer CREDIT 1000'])
})

test('step 17: a claim that is bought leaves the book as it is: what is due out is paid once, to whoever has the claim', async () => {
  const factor = await newParty(hub.url, hub.admin, 'Factor', ['INTERMEDIARY'])
  await factor.client.must('SetPurchaseTerms', {
    currency: 'JPY',
    discountPpm: 25_000,
    limit: '5000',
    recourseAfterDays: 30,
    settlementAgentId: trade.agent.id,
  })
  const { threadId } = await capturedFrom(trade, await depositOf(trade, '1000'))
  const [claim] = await obligationsOf(threadId)
  const { purchase } = await trade.seller.client.must('SellReceivable', {
    obligationId: claim.id,
    purchaserId: factor.id,
    discountPpm: 25_000,
  })
  expect(purchase).toMatchObject({ price: { amount: '975' }, claim: { status: 'ADVANCED' } })
  const paidOnwards = await countOf('SETTLEMENT')
  await expectBooksToAgree(hub.databaseUrl)
  await settleAll()
  await threadUntil(trade.seller.client, threadId, ({ status }) => status === 'SETTLED')
  await eventually(
    'the book to have heard of it',
    () => countOf('SETTLEMENT'),
    (now: number) => now > paidOnwards,
  )
})

test('step 21: with cash nothing can be frozen: without a guarantee it is refused', async () => {
  const { threadId } = await contractedThread(trade)
  const paymentMethodId = await counterMethod(trade.buyer)
  const refused = await eventually(
    'the refusal',
    () => trade.buyer.client.act('ReservePayment', { threadId, paymentMethodId, plannedAmount: yen('1000') }),
    ({ code }) => code !== undefined,
  )
  expect(refused.code).toBe('GUARANTEE_NEEDED')
})
