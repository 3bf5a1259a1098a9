import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newParty } from '../support/parties.ts'
import {
  contractedThread,
  depositOf,
  newTrade,
  reserve,
  threadUntil,
  today,
  untilInspectable,
  type Trade,
} from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const yen = (amount: string) => ({ amount, currency: 'JPY' })

async function inspectable(): Promise<{ own: Trade; threadId: string; reservationId: string }> {
  const buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'], { input: { settlementAgentId: trade.agent.id } })
  const own = { ...trade, buyer }
  const { threadId } = await contractedThread(own)
  const { id } = await reserve(own, threadId, await depositOf(own, '1500'))
  await own.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await untilInspectable(own, threadId)
  return { own, threadId, reservationId: id }
}

const account = async ({ buyer }: Trade) => (await buyer.client.run('Accounts')).viewer.accounts[0]

test('a hold is paid in several parts, each owed to the seller by itself, and the last releases the rest', async () => {
  const { own, threadId } = await inspectable()
  const { client } = own.buyer
  const part = (amount: string, final: boolean) =>
    client.act('ConfirmInspection', { threadId, amount: yen(amount), final })
  const first = await part('300', false)
  expect(first).toMatchObject({
    inspection: { final: false },
    reservation: { status: 'RESERVED', capturedAmount: yen('300') },
  })
  expect(await account(own)).toMatchObject({ balance: { amount: '1200' }, held: { amount: '700' } })
  expect(await part('701', false)).toMatchObject({
    code: 'AMOUNT_EXCEEDS_HOLD',
    held: { amount: '700' },
    excess: { amount: '1' },
  })
  await part('200', false)
  expect(await part('100', true)).toMatchObject({
    inspection: { final: true },
    reservation: { status: 'CAPTURED', capturedAmount: yen('600') },
  })
  expect(await account(own)).toMatchObject({ balance: { amount: '900' }, held: { amount: '0' } })
  const thread = await threadUntil(own.seller.client, threadId, ({ obligations }) => obligations.length === 3)
  const owed = thread.obligations.map(({ amount }: { amount: { amount: string } }) => amount.amount)
  expect(owed.toSorted()).toEqual(['100', '200', '300'])
})

test('a part repeated under its key a hundred times is paid once', async () => {
  const { own, threadId } = await inspectable()
  const input = { idempotencyKey: 'the first part', threadId, amount: yen('300'), final: false }
  const answers = await Promise.all(Array.from({ length: 100 }, () => own.buyer.client.act('ConfirmInspection', input)))
  expect(new Set(answers.map((answer) => answer.inspection.id)).size).toBe(1)
  expect(await account(own)).toMatchObject({ balance: { amount: '1200' }, held: { amount: '700' } })
  expect((await own.buyer.client.act('ConfirmInspection', { ...input, amount: yen('301') })).code).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  )
})

test('what was paid in parts stays paid when the rest is given up', async () => {
  const { own, threadId, reservationId } = await inspectable()
  await own.buyer.client.must('ConfirmInspection', { threadId, amount: yen('300'), final: false })
  const { reservation } = await own.buyer.client.must('VoidReservation', { reservationId })
  expect(reservation).toMatchObject({ status: 'CAPTURED' })
  expect(await account(own)).toMatchObject({ balance: { amount: '1200' }, held: { amount: '0' } })
})

test('a statement shows every part with the balance after it, to its owner alone; a deposit is taken back by a reversal', async () => {
  const { own, threadId } = await inspectable()
  await own.buyer.client.must('ConfirmInspection', { threadId, amount: yen('300'), final: false })
  await own.buyer.client.must('ConfirmInspection', { threadId, amount: yen('200') })
  const { id: accountId } = await account(own)
  const period = { accountId, from: `${today(-1)}T00:00:00Z`, to: `${today(1)}T00:00:00Z` }
  const statement = async (further: object = {}, client = own.buyer.client) =>
    (await client.run('AccountStatement', { ...period, ...further })).accountStatement
  const whole = await statement()
  expect(whole).toMatchObject({ openingBalance: yen('0'), closingBalance: yen('1000') })
  const shown = (page: typeof whole) =>
    page.edges.map(
      ({ node }: { node: { kind: string; amount: { amount: string }; balanceAfter: { amount: string } } }) =>
        [node.kind, node.amount.amount, node.balanceAfter.amount].join(' '),
    )
  expect(shown(whole)).toEqual(['DEPOSIT 1500 1500', 'CAPTURE -300 1200', 'CAPTURE -200 1000'])
  expect(whole.edges[1].node.reservation.transactionNumber).toMatch(/^TXN-/)
  const firstPage = await statement({ first: 2 })
  const secondPage = await statement({ first: 2, after: firstPage.pageInfo.endCursor })
  expect([...shown(firstPage), ...shown(secondPage)]).toEqual(shown(whole))
  expect(await statement({}, own.seller.client)).toBeNull()
  expect(await statement({}, hub.admin)).not.toBeNull()

  const { postingId } = whole.edges[0].node
  const correction = { postingId, reference: 'ticket 1', reason: 'Another member’s money' }
  expect((await own.buyer.client.act('ReversePosting', correction)).code).toBe('NOT_ALLOWED')
  expect(await hub.admin.act('ReversePosting', correction)).toMatchObject({
    code: 'INSUFFICIENT_FUNDS',
    shortfall: { amount: '500' },
  })
  await depositOf(own, '500')
  await hub.admin.must('ReversePosting', correction)
  expect((await hub.admin.act('ReversePosting', correction)).code).toBe('WRONG_STATE')
  const after = await statement()
  expect(after.closingBalance).toEqual(yen('0'))
  expect(after.edges.at(-1).node).toMatchObject({ kind: 'REVERSAL', reference: 'ticket 1', reverses: postingId })
})
