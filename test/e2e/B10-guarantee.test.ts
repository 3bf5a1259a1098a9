import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { newCode } from '@torihiki/shared/codes.ts'
import { expectBooksToFit } from '../support/audits.ts'
import {
  acceptedUnder,
  deliveredUnder,
  grantedGuarantee,
  letDayPass,
  newGuaranteedTrade,
  newPayer,
  requestGuarantee,
  yen,
  type GuaranteedTrade,
} from '../support/guarantees.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { startPaymentCounter, type PaymentCounter } from '../support/outside.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { openCase, threadUntil, today } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: GuaranteedTrade
let counter: PaymentCounter
let stranger: Party

beforeAll(async () => {
  hub = await startTestHub()
  ;[trade, stranger] = await Promise.all([
    newGuaranteedTrade(hub),
    newParty(hub.url, hub.admin, 'Stranger', ['BUYER', 'SELLER', 'GUARANTOR', 'PAYMENT_INSTITUTION']),
  ])
  counter = await startPaymentCounter(hub, trade.store)
})
afterEach(() => expectBooksToFit(hub))
afterAll(async () => {
  await counter?.close()
  await hub?.close()
})

const verified = async (client: HubClient, transactionNumber: string): Promise<Json> =>
  (await client.run('Guarantee', { transactionNumber })).guarantee
const listed = async (client: HubClient, part: string, further: object = {}): Promise<Json[]> =>
  (await client.run('Guarantees', { part, ...further })).viewer.guarantees.edges.map(({ node }: Json) => node)
const taken = async (client: HubClient): Promise<Json[]> =>
  (await client.run('PaymentsTaken')).viewer.paymentsTaken.edges.map(({ node }: Json) => node)
const steps = ({ steps: all }: Json): string[] => all.map(({ kind }: Json) => kind)
/** A mistyped number: its last letter is another one. */
const mistyped = (number: string): string => number.slice(0, -1) + (number.endsWith('7') ? '8' : '7')

test('guaranteed before the order, verified, delivered, accepted, paid at a store, paid on to the merchant, released', async () => {
  const { buyer, seller, guarantor, store } = trade
  const asked = await requestGuarantee(trade)
  expect(asked).toMatchObject({ status: 'REQUESTED', transactionNumber: null, amount: yen('1000') })
  // Nothing to rely on yet, so the merchant hears nothing of it.
  expect(await listed(seller.client, 'PAYEE')).toEqual([])
  expect((await seller.client.run('Guarantee', { id: asked.id })).guarantee).toBeNull()
  expect((await listed(guarantor.client, 'GUARANTOR', { status: ['REQUESTED'] })).map(({ id }) => id)).toEqual([
    asked.id,
  ])
  const { guarantee } = await guarantor.client.must('GrantGuarantee', { guaranteeId: asked.id })
  const number: string = guarantee.transactionNumber
  expect(number).toMatch(/^TXN(-[0-9A-Z]{4}){3}-[0-9A-Z]$/)

  const seen = await verified(seller.client, number.toLowerCase().replaceAll('-', ' '))
  expect(seen).toMatchObject({
    status: 'GRANTED',
    transactionNumber: number,
    amount: yen('1000'),
    dueOn: today(10),
    guarantor: { name: 'Guarantor' },
    payer: { name: 'Buyer' },
  })
  expect(new Date(seen.expiresAt).getTime()).toBeGreaterThan(Date.now())
  expect(steps(seen)).toEqual(['GRANTED'])

  const { threadId } = await deliveredUnder(trade, number)
  const { data } = await seller.client.send(
    'query ($id: ID!) { caseThread(id: $id) { orders { guaranteeNumber } paymentReservation { status method { id } guarantee { transactionNumber } } } }',
    { id: threadId },
  )
  expect(data.caseThread).toEqual({
    orders: [{ guaranteeNumber: number }],
    paymentReservation: { status: 'RESERVED', method: null, guarantee: { transactionNumber: number } },
  })
  const { reservation } = await eventually(
    'the inspection',
    () => buyer.client.act('ConfirmInspection', { threadId }),
    (answer) => answer.inspection !== undefined,
  )
  expect(reservation).toMatchObject({ status: 'CAPTURING', capturedAmount: null })
  expect(await verified(buyer.client, number)).toMatchObject({ status: 'PAYABLE', payable: yen('1000') })

  expect(await counter.pay(number, '1000')).toMatchObject({ receipt: expect.any(String) })
  const [payment] = await taken(store.client)
  expect(payment).toMatchObject({
    transactionNumber: number,
    amount: yen('1000'),
    creditor: { name: 'Seller' },
    takenBy: 'CONVENIENCE_STORE',
  })
  const settled = await threadUntil(seller.client, threadId, ({ status }) => status === 'SETTLED')
  expect(settled.paymentReservation).toMatchObject({ status: 'CAPTURED', capturedAmount: { amount: '1000' } })
  expect(settled.obligations).toMatchObject([
    { kind: 'CAPTURED_PAYMENT', debtor: { name: 'Corner Store' }, creditor: { name: 'Seller' }, status: 'SETTLED' },
  ])
  // The institution paid the merchant quoting the number, and its own book says so.
  const ofObligation = '{ viewer { obligations(first: 1) { edges { node { transactionNumber } } } } }'
  expect((await seller.client.send(ofObligation)).data.viewer.obligations.edges[0].node.transactionNumber).toBe(number)
  expect((await counter.book()).map(({ kind, transactionNumber }) => [kind, transactionNumber])).toEqual([
    ['TAKEN', number],
    ['PAID_ON', number],
  ])
  expect((await buyer.client.act('ReleaseGuarantee', { guaranteeId: asked.id })).code).toBe('NOT_ALLOWED')
  const released = await seller.client.must('ReleaseGuarantee', { guaranteeId: asked.id })
  expect(released.guarantee.status).toBe('RELEASED')
  expect(steps(await verified(buyer.client, number))).toEqual([
    'REQUESTED',
    'GRANTED',
    'RELIED_ON',
    'ACCEPTED',
    'PAID',
    'RELEASED',
  ])
  const said = (await verified(guarantor.client, number)).steps.map(({ by }: Json) => by?.id)
  expect(said).toEqual([buyer.id, guarantor.id, buyer.id, buyer.id, store.id, seller.id])
})

test('a wrong check character is told apart from an unknown number, and to a stranger every number is unknown', async () => {
  const { transactionNumber: number } = await grantedGuarantee(trade)
  const query = 'query ($n: String) { guarantee(transactionNumber: $n) { id } }'
  const wrong = await trade.seller.client.send(query, { n: mistyped(number) })
  expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_CODE')
  expect(wrong.errors?.[0]?.message).toContain('A letter or digit is wrong')
  expect(await verified(trade.seller.client, newCode('TRANSACTION'))).toBeNull()
  for (const client of [stranger.client, trade.store.client, hub.admin])
    expect(await verified(client, number)).toBeNull()
  for (const client of [trade.buyer.client, trade.guarantor.client, trade.seller.client])
    expect(await verified(client, number)).toMatchObject({ transactionNumber: number })
  for (const part of ['PAYER', 'PAYEE', 'GUARANTOR', 'APPROVER'])
    expect(await listed(stranger.client, part)).toEqual([])
  for (const name of ['GrantGuarantee', 'RefuseGuarantee', 'ReleaseGuarantee', 'InvokeGuarantee']) {
    const { id } = await verified(trade.buyer.client, number)
    expect(
      (await stranger.client.act(name, { guaranteeId: id, reason: name.startsWith('Ref') ? 'x' : undefined })).code,
    ).toBe('NOT_FOUND')
  }
})

test('without a guarantee that stands for it nothing is reserved in cash, and one stands for one reservation alone', async () => {
  const { seller } = trade
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, methodId: paymentMethodId } = own
  const { threadId } = await openCase(own)
  const plannedAmount = yen('1000')
  const attempt = (further: object = {}) =>
    buyer.client.act('ReservePayment', { threadId, paymentMethodId, plannedAmount, ...further })
  const refused = await eventually('the refusal', attempt, ({ code }) => code !== 'NOT_FOUND')
  expect(refused).toMatchObject({ code: 'GUARANTEE_NEEDED', message: expect.stringContaining('guaranteed') })
  const small = await grantedGuarantee(own, { amount: yen('999') })
  expect((await attempt()).code).toBe('GUARANTEE_NEEDED')
  expect(await attempt({ guaranteeNumber: small.transactionNumber })).toMatchObject({
    code: 'GUARANTEE_NEEDED',
    message: expect.stringContaining('lower amount'),
  })
  const another = await newParty(hub.url, hub.admin, 'Another', ['SELLER'])
  const elsewhere = await grantedGuarantee({ ...own, seller: another })
  expect((await attempt({ guaranteeNumber: elsewhere.transactionNumber })).message).toContain('another merchant')
  const notMine = await grantedGuarantee(trade)
  expect((await attempt({ guaranteeNumber: notMine.transactionNumber })).message).toContain('You have no guarantee')
  expect(await attempt({ guaranteeNumber: mistyped(small.transactionNumber) })).toMatchObject({
    code: 'INVALID_INPUT',
    faults: [{ path: 'guaranteeNumber' }],
  })
  const fits = await grantedGuarantee(own)
  const { reservation } = await attempt()
  expect(reservation.status).toBe('RESERVED')
  expect(await verified(seller.client, fits.transactionNumber)).toMatchObject({ reservation: { id: reservation.id } })
  const second = await openCase(own)
  const again = (further: object = {}) =>
    buyer.client.act('ReservePayment', { threadId: second.threadId, paymentMethodId, plannedAmount, ...further })
  await eventually('the second case', again, ({ code }) => code === 'GUARANTEE_NEEDED')
  expect((await again({ guaranteeNumber: fits.transactionNumber })).message).toContain('relies on it already')
  expect((await seller.client.act('ReleaseGuarantee', { guaranteeId: fits.id })).code).toBe('WRONG_STATE')
  // Cancelled before inspection no money moves (B15), and the guarantee stands for another purchase.
  await buyer.client.must('VoidReservation', { reservationId: reservation.id })
  expect((await again({ guaranteeNumber: fits.transactionNumber })).reservation.status).toBe('RESERVED')
})

test('at the counter: unknown, mistyped, not accepted, wrong amount, paid and expired are refused, and nothing is booked', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const before = (await taken(trade.store.client)).length
  const guarantee = await grantedGuarantee(own)
  const number: string = guarantee.transactionNumber
  expect(await counter.pay(newCode('TRANSACTION'), '1000')).toMatchObject({ code: 'NOT_FOUND' })
  expect(await counter.pay(mistyped(number), '1000')).toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('A letter or digit is wrong'),
  })
  expect(await counter.pay(number, '1000')).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('not been accepted'),
  })
  const { threadId } = await acceptedUnder(own, number)
  for (const [amount, currency] of [
    ['999', 'JPY'],
    ['1001', 'JPY'],
    ['1000', 'EUR'],
  ] as const)
    expect(await counter.pay(number, amount, currency)).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('1000 JPY is to be paid'),
    })
  expect(await taken(trade.store.client)).toHaveLength(before)
  // The counter does not hear the hub's answer and asks again: one payment.
  await counter.control('deaf')
  const paying = counter.pay(number, '1000')
  await eventually(
    'the payment',
    () => verified(own.buyer.client, number),
    ({ status }) => status === 'PAID',
  )
  await counter.control('hear')
  expect(await paying).toMatchObject({ receipt: expect.any(String) })
  expect(await counter.pay(number, '1000')).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('paid already'),
  })
  expect(await taken(trade.store.client)).toHaveLength(before + 1)
  const thread = await threadUntil(own.seller.client, threadId, ({ obligations }) => obligations.length > 0)
  expect(thread.obligations).toHaveLength(1)

  const late = await grantedGuarantee(own)
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update reservations.guarantee set expires_at = now() where id = $1`, [late.id]),
  )
  expect(await counter.pay(late.transactionNumber, '1000')).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringMatching(/expired|EXPIRED/),
  })
  await eventually(
    'the expiry',
    () => verified(own.seller.client, late.transactionNumber),
    ({ status }) => status === 'EXPIRED',
  )
  // Who is no payment institution reports nothing; another one's payments are not seen.
  const report = { transactionNumber: number, amount: yen('1000'), reference: 'x', takenBy: 'BANK' }
  expect((await own.seller.client.act('ReportGuaranteedPayment', report)).code).toBe('NOT_ALLOWED')
  expect(await taken(stranger.client)).toEqual([])
  expect(await taken(own.seller.client)).toEqual([])
})

test('who does not pay by the day: the guarantor owes the merchant, the payer the guarantor, and pays that one later', async () => {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const { buyer, seller, guarantor } = own
  const guarantee = await grantedGuarantee(own)
  const number: string = guarantee.transactionNumber
  const invoke = (client: HubClient) => client.act('InvokeGuarantee', { guaranteeId: guarantee.id })
  expect(await invoke(seller.client)).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('not been accepted'),
  })
  const { threadId } = await acceptedUnder(own, number, { settlement: 'NET' })
  expect(await invoke(seller.client)).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('has until the end of'),
  })
  await letDayPass(hub, guarantee.id)
  expect((await invoke(buyer.client)).code).toBe('NOT_ALLOWED')
  expect((await invoke(guarantor.client)).code).toBe('NOT_ALLOWED')
  expect((await invoke(seller.client)).guarantee).toMatchObject({ status: 'INVOKED', owed: null })
  expect((await invoke(seller.client)).code).toBe('WRONG_STATE')
  const owed = await threadUntil(seller.client, threadId, ({ obligations }) => obligations.length > 0)
  expect(owed.obligations).toMatchObject([
    { debtor: { name: 'Guarantor' }, creditor: { name: 'Seller' }, amount: yen('1000'), kind: 'CAPTURED_PAYMENT' },
  ])
  expect(await verified(buyer.client, number)).toMatchObject({ status: 'INVOKED', owed: yen('1000') })
  const credit = async (client: HubClient) =>
    (await client.send('{ viewer { accounts { kind institution { name } balance { amount } } } }')).data.viewer.accounts
  expect(await credit(buyer.client)).toEqual([
    { kind: 'CREDIT', institution: { name: 'Guarantor' }, balance: { amount: '-1000' } },
  ])

  expect(await counter.pay(number, '1000')).toMatchObject({ receipt: expect.any(String) })
  expect((await taken(trade.store.client))[0]).toMatchObject({ creditor: { name: 'Guarantor' } })
  expect(await verified(guarantor.client, number)).toMatchObject({ status: 'REPAID', owed: yen('0') })
  expect((await credit(buyer.client))[0].balance.amount).toBe('0')
  // The merchant is paid by the guarantor and hears nothing of what is between that one and the payer.
  const seen = await verified(seller.client, number)
  expect(seen.status).toBe('INVOKED')
  expect(steps(seen)).toEqual(['GRANTED', 'RELIED_ON', 'ACCEPTED', 'INVOKED'])
  const mine = '{ viewer { obligations(first: 1) { edges { node { kind transactionNumber debtor { name } } } } } }'
  const [repaid] = (
    await eventually(
      'what the store owes the guarantor',
      async () => (await guarantor.client.send(mine)).data.viewer.obligations.edges,
      ([edge]) => edge?.node.kind === 'GUARANTEE_REPAYMENT',
    )
  ).map(({ node }: Json) => node)
  expect(repaid).toEqual({
    kind: 'GUARANTEE_REPAYMENT',
    transactionNumber: number,
    debtor: { name: 'Corner Store' },
  })
  expect((await seller.client.run('CaseThread', { id: threadId })).caseThread.obligations).toHaveLength(1)
  expect((await counter.pay(number, '1000')).code).toBe('WRONG_STATE')
})

test('a payment and an invocation at once, again and again: the merchant is owed once, by one of the two', async () => {
  const rounds = 6
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  const machine = trade.store.client
  const ready: { id: string; transactionNumber: string; threadId: string }[] = []
  for (let i = 0; i < rounds; i++) {
    const { id, transactionNumber } = await grantedGuarantee(own)
    const { threadId } = await acceptedUnder(own, transactionNumber, { settlement: 'NET' })
    await letDayPass(hub, id)
    ready.push({ id, transactionNumber, threadId })
  }
  await Promise.all(
    ready.map(async ({ id, transactionNumber, threadId }) => {
      const report = { transactionNumber, amount: yen('1000'), reference: `race ${id}`, takenBy: 'BANK' }
      const [paid, invoked] = await Promise.all([
        machine.act('ReportGuaranteedPayment', report),
        own.seller.client.act('InvokeGuarantee', { guaranteeId: id }),
      ])
      // The payment counts in either case: for the merchant, or, when the invocation was first, for the guarantor.
      const toMerchant = paid.payment?.creditor.name === 'Seller'
      expect([paid.payment?.creditor.name, invoked.code ?? invoked.guarantee.status]).toEqual(
        toMerchant ? ['Seller', 'WRONG_STATE'] : ['Guarantor', expect.stringMatching(/^(INVOKED)$/)],
      )
      // All that the merchant sees: what it is owed, and nothing of what the payer pays its guarantor.
      const { obligations } = await threadUntil(own.seller.client, threadId, (thread) => thread.obligations.length > 0)
      expect(obligations).toMatchObject([
        { creditor: { name: 'Seller' }, debtor: { name: toMerchant ? 'Corner Store' : 'Guarantor' } },
      ])
    }),
  )
})

test('a guarantee is asked for by telephone, through an operator: both are on record (B14)', async () => {
  const { buyer, seller, guarantor } = trade
  const centre = await newParty(hub.url, hub.admin, 'Call Centre', ['BUYER'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.member set roles = '{OPERATOR}' where id = $1`, [centre.id]),
  )
  const operator = await signIn(hub.url, centre.loginName)
  const { accessToken } = await operator.must('ActFor', { memberId: buyer.id, channel: 'TELEPHONE' })
  const client = Object.assign(new HubClient(hub.url), { token: accessToken })
  const { id } = await requestGuarantee({ seller, guarantor, buyer: { ...buyer, client } })
  const [step] = (await guarantor.client.run('Guarantee', { id })).guarantee.steps
  expect(step).toEqual({ kind: 'REQUESTED', by: { id: buyer.id }, operator: { id: centre.id } })
})

test('a refused request shows its reason to the payer; a request is given up by its payer, and nobody is promised anything', async () => {
  const { buyer, seller, guarantor } = trade
  const first = await requestGuarantee(trade)
  const reason = 'Too much is open this month'
  expect((await seller.client.act('RefuseGuarantee', { guaranteeId: first.id, reason })).code).toBe('NOT_FOUND')
  await guarantor.client.must('RefuseGuarantee', { guaranteeId: first.id, reason })
  expect((await buyer.client.run('Guarantee', { id: first.id })).guarantee).toMatchObject({
    status: 'REFUSED',
    refusal: reason,
    transactionNumber: null,
  })
  expect((await guarantor.client.act('GrantGuarantee', { guaranteeId: first.id })).code).toBe('WRONG_STATE')
  const second = await requestGuarantee(trade)
  expect((await seller.client.act('ReleaseGuarantee', { guaranteeId: second.id })).code).toBe('NOT_FOUND')
  await buyer.client.must('ReleaseGuarantee', { guaranteeId: second.id })
  expect((await guarantor.client.act('GrantGuarantee', { guaranteeId: second.id })).code).toBe('WRONG_STATE')
  const ask = (further: object) =>
    buyer.client.act('RequestGuarantee', {
      guarantorId: guarantor.id,
      payeeId: seller.id,
      amount: yen('1000'),
      dueOn: today(10),
      ...further,
    })
  expect((await ask({ guarantorId: seller.id })).code).toBe('INVALID_INPUT')
  expect((await ask({ guarantorId: trade.store.id })).code).toBe('NOT_FOUND')
  expect((await ask({ payeeId: buyer.id })).code).toBe('INVALID_INPUT')
  expect((await ask({ dueOn: today(-1) })).faults).toMatchObject([{ path: 'dueOn' }])
  expect((await ask({ amount: yen('999999999999') })).code).toMatch(/^LEVEL_/)
})
