import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectSoundBooks } from '../support/audits.ts'
import type { Json } from '../support/hub-client.ts'
import { eventually, newParty } from '../support/parties.ts'
import { capturedFrom, newTrade, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { killProcess, startAgain, startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(async () => {
  await expectSoundBooks(hub)
  await hub.close()
})

const yen = (amount: string): object => ({ amount, currency: 'JPY' })

/** A buyer with a line of 5,000 JPY that is billed on the 20th by Tokyo's clocks, to be paid in ten days. */
async function onCredit(): Promise<{ own: Trade; methodId: string }> {
  const buyer = await newParty(hub.url, hub.admin, 'Debtor', ['BUYER'], {
    input: { settlementAgentId: trade.agent.id },
  })
  const billing = { closingDay: 20, dueAfterDays: 10, timeZone: 'Asia/Tokyo' }
  await hub.admin.must('SetCreditLine', { memberId: buyer.id, line: yen('5000'), billing })
  const method = { kind: 'CREDIT', name: 'Credit', currency: 'JPY' }
  const { paymentMethod } = await buyer.client.must('RegisterPaymentMethod', method)
  return { own: { ...trade, buyer }, methodId: paymentMethod.id }
}

/** The member's period ends now instead of on its day: the sweep finds it ended. */
const endPeriod = ({ buyer }: Trade): Promise<unknown> =>
  asOwner(hub.databaseUrl, (owner) =>
    owner.query(
      `update reservations.credit_billing c set next_closing_at = now() from reservations.ledger_account a where a.id = c.account_id and a.owner = $1`,
      [buyer.id],
    ),
  )

const billsOf = async ({ buyer }: Trade): Promise<Json[]> =>
  (await buyer.client.run('CreditBills')).viewer.creditBills.edges.map(({ node }: Json) => node)
const untilBills = (own: Trade, what: string, condition: (bills: Json[]) => boolean): Promise<Json[]> =>
  eventually(what, () => billsOf(own), condition)
const available = async ({ buyer }: Trade): Promise<string> =>
  (await buyer.client.run('Accounts')).viewer.accounts.find(({ kind }: Json) => kind === 'CREDIT').available.amount
const untilMailed = (own: Trade, kind: string, billNumber: string): Promise<Json> =>
  eventually(
    `a mail ${kind}`,
    async () => (await own.buyer.client.run('Messages')).viewer.messages.edges.map(({ node }: Json) => node),
    (mails) => mails.some((mail: Json) => mail.kind === kind && mail.subject.includes(billNumber)),
  )
const repay = (memberId: string, amount: string, reference: string, further: object = {}): Promise<Json> =>
  hub.admin.act('RecordRepayment', { memberId, amount: yen(amount), reference, ...further })

test('what was drawn on credit is billed at the end of the period, line by line, to the member alone; paying it back frees the line', async () => {
  const { own, methodId } = await onCredit()
  const merchant = { merchantName: 'Coils of the North' }
  await capturedFrom(own, methodId, merchant)
  await capturedFrom(own, methodId)
  expect(await billsOf(own)).toEqual([])
  await endPeriod(own)
  const [listed] = await untilBills(own, 'the bill', (bills) => bills.length === 1)
  expect(listed).toMatchObject({
    status: 'OPEN',
    total: { amount: '2000', currency: 'JPY' },
    billNumber: expect.stringMatching(/^CRB-/),
  })
  expect(await available(own)).toBe('3000')
  await untilMailed(own, 'BILL_MADE', listed.billNumber)

  const read = async (client: Trade['buyer']['client'], further: object = {}) =>
    (await client.run('CreditBill', { id: listed.id, ...further })).creditBill
  const bill = await read(own.buyer.client)
  expect(bill.account.billing).toMatchObject({ closingDay: 20, dueAfterDays: 10, timeZone: 'Asia/Tokyo' })
  expect(bill.closedOn.slice(8)).toBe('20')
  expect(Date.parse(bill.dueOn) - Date.parse(bill.closedOn)).toBe(10 * 86_400_000)
  expect(bill).toMatchObject({ amount: yen('2000'), carriedOver: { amount: '0' }, paid: { amount: '0' } })
  const lines = bill.lines.edges.map(({ node }: Json) => node)
  expect(lines).toMatchObject([
    { kind: 'CAPTURE', amount: { amount: '1000' }, reservation: { ...merchant, payee: { name: 'Seller' } } },
    { kind: 'CAPTURE', amount: { amount: '1000' }, reservation: { transactionNumber: expect.stringMatching(/^TXN-/) } },
  ])
  const first = await read(own.buyer.client, { first: 1 })
  const second = await read(own.buyer.client, { first: 1, after: first.lines.pageInfo.endCursor })
  expect([...first.lines.edges, ...second.lines.edges].map(({ node }: Json) => node)).toEqual(lines)

  for (const { client } of [own.seller, own.agent]) expect(await read(client)).toBeNull()
  expect((await read(hub.admin)).billNumber).toBe(listed.billNumber)
  const ofMember = `query ($memberId: ID!) { creditBillsOf(memberId: $memberId, first: 5) { edges { node { id } } } }`
  expect((await hub.admin.send(ofMember, { memberId: own.buyer.id })).data.creditBillsOf.edges).toHaveLength(1)
  expect((await own.seller.client.send(ofMember, { memberId: own.buyer.id })).errors?.[0]?.extensions.code).toBe(
    'NOT_ALLOWED',
  )

  const paidBack = { memberId: own.buyer.id, amount: yen('500'), reference: `bank ${own.buyer.id}` }
  expect((await own.buyer.client.act('RecordRepayment', paidBack)).code).toBe('NOT_ALLOWED')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      hub.admin.act('RecordRepayment', { idempotencyKey: paidBack.reference, ...paidBack }),
    ),
  )
  expect(new Set(answers.map(({ account }) => account.available.amount))).toEqual(new Set(['3500']))
  expect((await hub.admin.act('RecordRepayment', paidBack)).faults).toMatchObject([{ path: 'reference' }])
  expect(await billsOf(own)).toMatchObject([{ status: 'PART_PAID', unpaid: { amount: '1500' } }])
  expect(await repay(own.buyer.id, '1500', `rest ${own.buyer.id}`)).toMatchObject({
    paidBills: [{ billNumber: listed.billNumber }],
  })
  expect(await available(own)).toBe('5000')
  expect(await billsOf(own)).toMatchObject([{ status: 'PAID', unpaid: { amount: '0' } }])
  await untilMailed(own, 'BILL_PAID', listed.billNumber)
  expect((await read(own.buyer.client)).payments.map(({ amount }: Json) => amount.amount)).toEqual(['1500', '500'])
})

test('what is unpaid is carried over and becomes overdue; the oldest bill is paid first, and what is more pays the next', async () => {
  const { own, methodId } = await onCredit()
  await capturedFrom(own, methodId)
  await endPeriod(own)
  await untilBills(own, 'the first bill', (bills) => bills.length === 1)
  await capturedFrom(own, methodId)
  await endPeriod(own)
  const [newer, older] = await untilBills(own, 'the second bill', (bills) => bills.length === 2)
  expect(newer).toMatchObject({ total: yen('2000'), unpaid: { amount: '1000' } })
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update reservations.credit_bill set due_until = now() where id = $1`, [older.id]),
  )
  await untilBills(own, 'the older to be overdue', ([, each]) => each.status === 'OVERDUE')
  await untilMailed(own, 'BILL_OVERDUE', older.billNumber)
  expect((await repay(own.buyer.id, '1600', `one ${own.buyer.id}`)).paidBills).toMatchObject([{ id: older.id }])
  expect(await billsOf(own)).toMatchObject([{ status: 'PART_PAID', unpaid: { amount: '400' } }, { status: 'PAID' }])
  await repay(own.buyer.id, '700', `two ${own.buyer.id}`)
  expect(await available(own)).toBe('5300')
  await capturedFrom(own, methodId)
  await endPeriod(own)
  const [newest] = await untilBills(own, 'the third bill', (bills) => bills.length === 3)
  expect(newest).toMatchObject({ status: 'PART_PAID', total: yen('700'), unpaid: { amount: '700' } })
})

test('a bill is made once though the process that makes it dies at it', async () => {
  const { own, methodId } = await onCredit()
  await capturedFrom(own, methodId)
  const name = hub.processes.some((each) => each.name === 'workers') ? 'workers' : 'hub'
  await asOwner(hub.databaseUrl, async (owner) => {
    await owner.query(
      'create function reservations.stall() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$',
    )
    await owner.query(
      'create trigger stall after insert on reservations.credit_bill for each row execute function reservations.stall()',
    )
    await endPeriod(own)
    await eventually(
      'the bill to be at its making',
      async () => (await owner.query(`select 1 from pg_stat_activity where wait_event = 'PgSleep'`)).rows,
      (rows) => rows.length > 0,
    )
    const killed = await killProcess(hub, name)
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'`)
    await owner.query('drop function reservations.stall() cascade')
    expect(
      (await owner.query('select 1 from reservations.credit_bill where member_id = $1', [own.buyer.id])).rows,
    ).toEqual([])
    await startAgain(hub, killed)
  })
  const [bill] = await untilBills(own, 'the bill', (bills) => bills.length > 0)
  await untilMailed(own, 'BILL_MADE', bill.billNumber)
  const { rows } = await asOwner(hub.databaseUrl, (owner) =>
    owner.query(
      `select count(*)::int as made from reservations.outbox where type = 'CreditBillChanged' and payload ->> 'memberId' = $1`,
      [own.buyer.id],
    ),
  )
  expect([await billsOf(own), rows]).toMatchObject([[{ total: yen('1000') }], [{ made: 1 }]])
})
