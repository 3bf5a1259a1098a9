import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { expectBooksToAgree, expectBooksToFit } from '../support/audits.ts'
import {
  acceptedUnder,
  grantedGuarantee,
  letDayPass,
  newGuaranteedTrade,
  newPayer,
  yen,
  type GuaranteedTrade,
} from '../support/guarantees.ts'
import type { HubClient, Json } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: GuaranteedTrade
let agent: Party
const terms = { currency: 'JPY', discountPpm: 30_000, limit: '2000', recourseAfterDays: 30 }

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newGuaranteedTrade(hub)
  agent = await newParty(hub.url, hub.admin, 'Settling Bank', ['SETTLEMENT_AGENT'])
})
afterEach(async () => {
  await expectBooksToAgree(hub.databaseUrl)
  await expectBooksToFit(hub)
})
afterAll(() => hub?.close())

const state = (further: object = {}, client: HubClient = hub.admin): Promise<Json> =>
  client.act('SetClaimTerms', { ...terms, settlementAgentId: agent.id, ...further })
const guaranteeOf = async ({ client }: Party, id: string): Promise<Json> => {
  const query = `query ($id: ID!) { guarantee(id: $id) { status owed { amount } steps { kind }
    sale { purchaser { name } amount { amount } price { amount } returned { amount } } } }`
  return (await client.send(query, { id })).data.guarantee
}
const mailedTo = async ({ client }: Party, kind: string): Promise<Json[]> =>
  (await client.run('Messages', { first: 50 })).viewer.messages.edges.filter(({ node }: Json) => node.kind === kind)

/** A guarantee of 1,000 JPY that was called upon; its payer has a line at the hub. */
async function invoked(line = '1000'): Promise<GuaranteedTrade & { id: string; number: string }> {
  const own = { ...trade, ...(await newPayer(hub, trade)) }
  await hub.admin.must('SetCreditLine', { memberId: own.buyer.id, line: yen(line) })
  const { id, transactionNumber: number } = await grantedGuarantee(own)
  await acceptedUnder(own, number, { settlement: 'NET' })
  await letDayPass(hub, id)
  await own.seller.client.must('InvokeGuarantee', { guaranteeId: id })
  return { ...own, id, number }
}
const sell = (id: string, further: object = {}): Promise<Json> =>
  trade.guarantor.client.act('SellCreditClaim', { guaranteeId: id, discountPpm: 30_000, ...further })

/** The agent reports what it was to transfer for claims. */
async function settle(kind: string): Promise<void> {
  const query =
    '{ settlementInstructions(first: 50, status: [QUEUED, SENT]) { edges { node { id obligation { kind } payer { name } payee { name } amount { amount } } } } }'
  const found = await eventually(
    `an instruction for ${kind}`,
    async () =>
      (await agent.client.send(query)).data.settlementInstructions.edges
        .map(({ node }: Json) => node)
        .filter(({ obligation }: Json) => obligation.kind === kind),
    (all: Json[]) => all.length === 1,
  )
  await agent.client.must('ReportSettlement', { instructionId: found[0].id, outcome: 'SETTLED', reference: kind })
}

test('a guarantor is paid by the hub before the payer’s money comes in, at a stated discount; the payer pays the hub', async () => {
  const { buyer, seller, guarantor, store, id, number } = await invoked()
  expect(await sell(id)).toMatchObject({ code: 'WRONG_STATE', state: 'NOT_BOUGHT' })
  expect((await state({}, guarantor.client)).code).toBe('NOT_ALLOWED')
  expect((await state()).terms).toMatchObject({ version: 1, discountPpm: 30_000, outstanding: { amount: '0' } })
  const ask = '{ claimTerms { discountPpm limit { amount } outstanding { amount } } }'
  expect((await guarantor.client.send(ask)).data.claimTerms).toEqual([
    { discountPpm: 30_000, limit: { amount: '2000' }, outstanding: null },
  ])
  expect((await seller.client.act('SellCreditClaim', { guaranteeId: id, discountPpm: 30_000 })).code).toBe(
    'NOT_ALLOWED',
  )
  expect(await sell(id, { discountPpm: 20_000 })).toMatchObject({ code: 'WRONG_STATE', state: 'DISCOUNT_30000' })
  const key = { idempotencyKey: 'sell-once' }
  const { purchase } = await sell(id, key)
  expect(purchase).toMatchObject({
    amount: yen('1000'),
    discount: { amount: '30' },
    price: { amount: '970' },
    guarantee: { status: 'SOLD', owed: { amount: '0' } },
  })
  expect((await sell(id, key)).purchase.id).toBe(purchase.id)

  // The payer is told whom it owes now, and not at what price; the merchant hears nothing of it.
  await eventually(
    'the payer to be told',
    () => mailedTo(buyer, 'GUARANTEE_SOLD'),
    (all) => all.length === 1,
  )
  expect((await guaranteeOf(buyer, id)).sale).toEqual({
    purchaser: { name: 'Torihiki' },
    amount: { amount: '1000' },
    price: null,
    returned: null,
  })
  expect(await guaranteeOf(seller, id)).toMatchObject({ status: 'INVOKED', sale: null })
  expect((await guaranteeOf(seller, id)).steps.map(({ kind }: Json) => kind)).not.toContain('SOLD')
  const pay = { transactionNumber: number, amount: yen('1000'), reference: 'too late', takenBy: 'BANK' }
  const refused = await store.client.act('ReportGuaranteedPayment', pay)
  expect(refused).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('sold to the hub') })

  await settle('CREDIT_CLAIM_PRICE')
  const listed = async (client: HubClient): Promise<Json[]> =>
    (await client.run('CreditClaimPurchases')).creditClaimPurchases.edges.map(({ node }: Json) => node)
  for (const client of [guarantor.client, hub.admin])
    expect(await listed(client)).toMatchObject([{ id: purchase.id, price: { amount: '970' } }])
  for (const client of [buyer.client, seller.client]) expect(await listed(client)).toEqual([])
  const account = async (): Promise<Json> =>
    (await buyer.client.run('Accounts')).viewer.accounts.find(
      ({ kind, available }: Json) => kind === 'CREDIT' && available !== null,
    )
  expect(await account()).toMatchObject({ balance: { amount: '-1000' }, available: { amount: '0' } })
  await hub.admin.must('RecordRepayment', { memberId: buyer.id, amount: yen('1000'), reference: 'paid to the hub' })
  expect(await account()).toMatchObject({ balance: { amount: '0' }, available: { amount: '1000' } })
})

test('what does not fit is refused: into what the hub lends to the payer, into its limit', async () => {
  await state()
  const tight = await invoked('999')
  const beyond = await sell(tight.id)
  expect(beyond).toMatchObject({ code: 'WRONG_STATE', state: 'BEYOND_LINE' })
  expect(beyond.message).not.toContain('999')
  await state({ limit: '999' })
  expect(await sell((await invoked()).id)).toMatchObject({ code: 'WRONG_STATE', state: 'LIMIT_REACHED' })
})

test('a payer who does not pay the hub either: the claim goes back, and what the guarantor got for it', async () => {
  await state({ limit: '9000' })
  const { buyer, guarantor, store, id, number } = await invoked()
  const { purchase } = await sell(id)
  await settle('CREDIT_CLAIM_PRICE')
  const back = (client = hub.admin): Promise<Json> =>
    client.act('ReturnCreditClaim', { purchaseId: purchase.id, reason: 'The payer does not pay.' })
  expect(await back()).toMatchObject({ code: 'WRONG_STATE', state: 'TOO_EARLY' })
  expect((await back(guarantor.client)).code).toBe('NOT_ALLOWED')
  // Time goes by: the claim was bought long ago, is billed, and its bill is overdue.
  const billing = { closingDay: 1, dueAfterDays: 0, timeZone: 'UTC' }
  await hub.admin.must('SetCreditLine', { memberId: buyer.id, line: yen('1000'), billing })
  await asOwner(hub.databaseUrl, async (owner) => {
    await owner.query('alter table reservations.credit_claim_purchase disable trigger user')
    await owner.query(
      `update reservations.credit_claim_purchase set purchased_at = now() - interval '90 days' where id = $1`,
      [purchase.id],
    )
    await owner.query('alter table reservations.credit_claim_purchase enable trigger user')
    await owner.query(
      `update reservations.credit_billing b set next_closing_at = now(), next_closing_on = current_date - 2
       from reservations.ledger_account a where a.id = b.account_id and a.owner = $1`,
      [buyer.id],
    )
  })
  const { purchase: returned } = await eventually('the claim to go back', back, (answer) => answer.code === undefined)
  expect(returned).toMatchObject({ returned: { amount: '1000' } })
  await settle('CREDIT_CLAIM_RECOURSE')
  expect(await guaranteeOf(buyer, id)).toMatchObject({ status: 'INVOKED', owed: { amount: '1000' } })
  await eventually(
    'the payer to be told',
    () => mailedTo(buyer, 'GUARANTEE_TAKEN_BACK'),
    (all) => all.length === 1,
  )
  const pay = { transactionNumber: number, amount: yen('1000'), reference: 'at last', takenBy: 'BANK' }
  await store.client.must('ReportGuaranteedPayment', pay)
  expect(await guaranteeOf(guarantor, id)).toMatchObject({ status: 'REPAID', owed: { amount: '0' } })
})
