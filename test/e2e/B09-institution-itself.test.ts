import { randomUUID } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectSoundBooks } from '../support/audits.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import {
  capturedFrom,
  contractedThread,
  depositOf,
  reserve,
  threadUntil,
  today,
  untilInspectable,
  type Trade,
} from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startProcess, startTestHub, type TestHub } from '../support/test-hub.ts'

let institution: TestHub
let trade: Trade

beforeAll(async () => {
  institution = await startTestHub({ HUB_MODE: 'institution', INSTITUTION_NAME: 'Bank of Kyoto Hill' })
  const party = (name: string, role: string): Promise<Party> =>
    newParty(institution.url, institution.admin, name, [role])
  const [buyer, seller] = [await party('Buyer', 'BUYER'), await party('Seller', 'SELLER')]
  // Nobody settles between them: the institution is all that there is.
  trade = { buyer, seller, agent: buyer, admin: institution.admin }
})
afterAll(async () => {
  await expectSoundBooks(institution)
  await institution.close()
})

const yen = (amount: string): object => ({ amount, currency: 'JPY' })
const depositIn = async ({ client }: Party): Promise<Json> =>
  (await client.run('Accounts')).viewer.accounts.find(({ kind }: Json) => kind === 'DEPOSIT')
const obligations = (): Promise<Json[]> =>
  asOwner(institution.databaseUrl, async (owner) => (await owner.query('select * from settlements.obligation')).rows)
const payOut = (memberId: string, amount: string, further: object = {}): Promise<Json> =>
  institution.admin.act('PayOut', { memberId, amount: yen(amount), reference: randomUUID(), ...further })

/** A buyer and a seller of their own, the buyer with 5,000 JPY. */
async function pair(): Promise<{ own: Trade; methodId: string }> {
  const [buyer, seller] = [
    await newParty(institution.url, institution.admin, 'Buyer', ['BUYER']),
    await newParty(institution.url, institution.admin, 'Seller', ['SELLER']),
  ]
  const own = { ...trade, buyer, seller }
  return { own, methodId: await depositOf(own, '5000') }
}

test('what is captured the seller has at once, in the institution’s own book: no obligation, the case settled, paid out on request', async () => {
  const { own, methodId } = await pair()
  const { threadId, contract } = await capturedFrom(own, methodId)
  const thread = await threadUntil(own.seller.client, threadId, ({ status }) => status === 'SETTLED')
  expect(thread.obligations).toEqual([])
  expect(await depositIn(own.buyer)).toMatchObject({ balance: { amount: '4000' }, held: { amount: '0' } })
  const deposit = await depositIn(own.seller)
  expect(deposit).toMatchObject({ balance: { amount: '1000' }, available: { amount: '1000' } })
  const period = { accountId: deposit.id, from: `${today(-1)}T00:00:00Z`, to: `${today(1)}T00:00:00Z` }
  const { accountStatement } = await own.seller.client.run('AccountStatement', period)
  expect(accountStatement.edges).toMatchObject([{ node: { kind: 'CAPTURE', amount: { amount: '1000' } } }])

  // On the contract's record it is the institution, by its name, that settled.
  const { agent } = await asOwner(institution.databaseUrl, async (owner) => {
    const { rows } = await owner.query(
      `select m.name as agent from contracts.log_entry e join members.member m on m.id::text = e.entry -> 'body' ->> 'agentId'
       where e.contract_id = $1 and e.entry ->> 'kind' = 'SETTLEMENT_REPORTED'`,
      [contract.id],
    )
    return rows[0]
  })
  expect(agent).toBe('Bank of Kyoto Hill')

  expect(
    (await own.seller.client.act('PayOut', { memberId: own.seller.id, amount: yen('1'), reference: 'x' })).code,
  ).toBe('NOT_ALLOWED')
  expect(await payOut(own.seller.id, '1001')).toMatchObject({ code: 'INSUFFICIENT_FUNDS', shortfall: { amount: '1' } })
  expect((await payOut(own.agent.id, '1')).code).toBe('NOT_FOUND')
  const out = { reference: `out ${own.seller.id}` }
  const answers = await Promise.all(Array.from({ length: 20 }, () => payOut(own.seller.id, '600', out)))
  expect(answers.filter(({ account }) => account !== undefined)).toHaveLength(1)
  expect(answers.filter(({ faults }) => faults?.[0].path === 'reference')).toHaveLength(19)
  const rush = await Promise.all(Array.from({ length: 10 }, () => payOut(own.seller.id, '100')))
  expect(rush.filter(({ account }) => account !== undefined)).toHaveLength(4)
  expect(await depositIn(own.seller)).toMatchObject({ balance: { amount: '0' } })
  expect(await obligations()).toEqual([])
})

test('parts are the seller’s as they are paid, and the case is settled with the last', async () => {
  const { own, methodId } = await pair()
  const { threadId } = await contractedThread(own)
  await reserve(own, threadId, methodId)
  await own.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await untilInspectable(own, threadId)
  await own.buyer.client.must('ConfirmInspection', { threadId, amount: yen('300'), final: false })
  expect(await depositIn(own.seller)).toMatchObject({ balance: { amount: '300' } })
  await threadUntil(own.seller.client, threadId, ({ status }) => status === 'INSPECTED')
  await own.buyer.client.must('ConfirmInspection', { threadId })
  await threadUntil(own.seller.client, threadId, ({ status }) => status === 'SETTLED')
  expect(await depositIn(own.seller)).toMatchObject({ balance: { amount: '1000' } })
})

test('a refund comes out of the seller’s deposit, and is owed only as far as that does not reach', async () => {
  const { own, methodId } = await pair()
  const { threadId } = await capturedFrom(own, methodId)
  await payOut(own.seller.id, '300')
  const back = async (amount: string): Promise<void> => {
    const { goodsReturn } = await own.buyer.client.must('RequestReturn', {
      threadId,
      reason: 'DAMAGED',
      amount: yen(amount),
    })
    await own.seller.client.must('AcceptReturn', { returnId: goodsReturn.id })
    await own.seller.client.must('ReportGoodsReturned', { returnId: goodsReturn.id })
  }
  await back('500')
  expect([await depositIn(own.buyer), await depositIn(own.seller)]).toMatchObject([
    { balance: { amount: '4500' } },
    { balance: { amount: '200' } },
  ])
  expect(await obligations()).toEqual([])
  await back('500')
  expect([await depositIn(own.buyer), await depositIn(own.seller)]).toMatchObject([
    { balance: { amount: '5000' } },
    { balance: { amount: '0' } },
  ])
  await eventually('what is lacking to be owed', obligations, (owed) => owed.length === 1)
  expect(await obligations()).toMatchObject([{ kind: 'REFUND', amount_minor: '300', debtor_id: own.seller.id }])
})

test('the program that audits the book finds it sound', () => {
  const { PATH, DATABASE_URL, HUB_SECRET } = { PATH: '', DATABASE_URL: '', HUB_SECRET: '', ...institution.environment }
  const program = [join(import.meta.dirname, '../../subgraphs/reservations/src/audit.ts'), 'book']
  const run = spawnSync(process.execPath, program, { encoding: 'utf8', env: { PATH, DATABASE_URL, HUB_SECRET } })
  expect([run.status, run.stderr, run.stdout]).toEqual([0, '', expect.stringContaining('THE BOOK FITS')])
})

test('it does not start without a name, and says what to do', async () => {
  const nameless = startProcess('nameless', 'gateway/src/hub.ts', { ...institution.environment, INSTITUTION_NAME: '' })
  const code = await new Promise((resolve) => nameless.child.once('exit', resolve))
  expect([code, nameless.output()]).toEqual([1, expect.stringContaining('HUB_MODE=institution needs INSTITUTION_NAME')])
  expect((await new HubClient(institution.url).send('{ __typename }')).data).toEqual({ __typename: 'Query' })
})
