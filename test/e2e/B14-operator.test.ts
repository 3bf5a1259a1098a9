import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { jsonContract } from '../support/documents.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import {
  depositOf,
  newTrade,
  openCase,
  orderAndAccept,
  reserve,
  threadUntil,
  today,
  type Trade,
} from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let operator: Party

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  const party = await newParty(hub.url, hub.admin, 'Call Centre', ['BUYER'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.member set roles = '{OPERATOR}' where id = $1`, [party.id]),
  )
  operator = { ...party, client: await signIn(hub.url, party.loginName) }
})
afterAll(() => hub.close())

type Channel = 'TELEPHONE' | 'FAX' | 'LETTER'

/** A client of the operator that acts for a member. */
async function acting(memberId: string, channel: Channel): Promise<HubClient> {
  const { accessToken } = await operator.client.must('ActFor', { memberId, channel })
  return new HubClient(hub.url, accessToken)
}

const privacyOf = async (client: HubClient): Promise<Json> => (await client.run('Privacy')).viewer
const actsOf = async (client: HubClient): Promise<string[]> =>
  (await privacyOf(client)).actsOnBehalf.edges.map(({ node }: Json) => `${node.act} ${node.channel} ${node.actor.id}`)

const history = `query ($id: ID!) { caseThread(id: $id) { history(first: 50) { edges { node { kind actor { id } operator { id } channel } } } } }`
const eventsOf = async (client: HubClient, threadId: string): Promise<Json[]> => {
  const { data } = await client.send(history, { id: threadId })
  return data.caseThread.history.edges.map(({ node }: Json) => node)
}

test('one purchase: the case by telephone, the order on line, the contract by fax, reservation and inspection by letter', async () => {
  const { buyer, seller } = trade
  const byTelephone = await acting(buyer.id, 'TELEPHONE')
  const { threadId } = await openCase({ ...trade, buyer: { ...buyer, client: byTelephone } })
  await orderAndAccept(trade, threadId)
  const byFax = await acting(buyer.id, 'FAX')
  const submission = { threadId, mediaType: 'JSON', document: jsonContract() }
  await byFax.must('SubmitContract', submission)
  await seller.client.must('SubmitContract', submission)
  const method = await depositOf(trade, '5000')
  const byLetter = await acting(buyer.id, 'LETTER')
  await reserve({ ...trade, buyer: { ...buyer, client: byLetter } }, threadId, method)
  await threadUntil(seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await eventually(
    'the inspection',
    () => byLetter.act('ConfirmInspection', { threadId }),
    (answer) => answer.inspection !== undefined,
  )
  await threadUntil(buyer.client, threadId, ({ status }) => ['INSPECTED', 'SETTLED'].includes(status))

  const shown = await eventsOf(seller.client, threadId)
  const of = (kind: string) => shown.find((event) => event.kind === kind)
  const by = (channel: Channel | null) => ({
    actor: { id: buyer.id },
    operator: channel && { id: operator.id },
    channel,
  })
  expect(of('CASE_REGISTERED')).toMatchObject(by('TELEPHONE'))
  expect(of('ORDER_SENT')).toMatchObject(by(null))
  expect(of('CONTRACT_SUBMITTED')).toMatchObject(by('FAX'))
  expect(of('INSPECTION_CONFIRMED')).toMatchObject(by('LETTER'))

  const acts = ['registerCase TELEPHONE', 'submitContract FAX', 'reservePayment LETTER', 'confirmInspection LETTER']
  const told = await eventually(
    'every act in the audit trail',
    () => actsOf(buyer.client),
    (seen) => acts.every((act) => seen.includes(`${act} ${operator.id}`)),
  )
  expect(told).toContain(`actFor TELEPHONE ${operator.id}`)
  expect(told.filter((act: string) => act.startsWith('sendOrder'))).toEqual([])
  expect(await actsOf(seller.client)).toEqual([])
})

test('what an operator may not do for a member: credentials, keys, consents, webhooks, administration', async () => {
  const client = await acting(trade.buyer.id, 'TELEPHONE')
  const inAYear = new Date(Date.now() + 1e9).toISOString()
  const refused = await Promise.all([
    client.act('CreateApiKey', { name: 'Mine', scopes: ['READ'], expiresAt: inAYear }),
    client.act('GiveConsent', { merchantId: trade.seller.id, fields: ['NAME'] }),
    client.act('RegisterWebhook', { name: 'Mine', url: 'https://example.org' }),
    client.act('ForbidOperators', { forbidden: false }),
    client.act('ApproveMember', { memberId: randomUUID(), authenticationLevel: 'STANDARD' }),
    client.act('ActFor', { memberId: trade.seller.id, channel: 'FAX' }),
  ])
  expect(refused.map(({ code }) => code)).toEqual(Array(refused.length).fill('NOT_ALLOWED'))
  const { errors } = await client.send('{ viewer { apiKeys(first: 1) { edges { cursor } } } }')
  expect(errors?.[0]?.extensions.code).toBe('NOT_ALLOWED')
})

test("the member's level is the limit, and what the operator does under it is used up for the member", async () => {
  const small = await newParty(hub.url, hub.admin, 'Small', ['BUYER'], { level: 'TRIAL' })
  const client = await acting(small.id, 'FAX')
  const { threadId } = await openCase({ ...trade, buyer: { ...small, client } })
  const order = {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '1', unit: 'C62', unitPrice: '100001' }],
  }
  expect((await client.act('SendOrder', order)).code).toBe('LEVEL_AMOUNT_PER_TRANSACTION')
})

test('a member that forbids it is not acted for, and who was at it is ended', async () => {
  const shy = await newParty(hub.url, hub.admin, 'Shy', ['BUYER'])
  const client = await acting(shy.id, 'LETTER')
  expect((await client.send('{ viewer { id } }')).data.viewer.id).toBe(shy.id)
  await shy.client.must('ForbidOperators', { forbidden: true })
  await eventually(
    'the operator to be ended',
    () => client.send('{ viewer { id } }'),
    (answer) => !answer.data?.viewer,
  )
  const answer = await operator.client.act('ActFor', { memberId: shy.id, channel: 'LETTER' })
  expect(answer.code).toBe('NOT_ALLOWED')
  expect((await shy.client.send('{ viewer { operatorsForbidden } }')).data.viewer.operatorsForbidden).toBe(true)
  await shy.client.must('ForbidOperators', { forbidden: false })
  await acting(shy.id, 'LETTER')
})

test('only operators act for others, not for each other, and for nobody who does not take part', async () => {
  const { seller, buyer } = trade
  const on = (client: HubClient, memberId: string) => client.act('ActFor', { memberId, channel: 'FAX' })
  expect((await on(seller.client, buyer.id)).code).toBe('NOT_ALLOWED')
  expect((await on(operator.client, '00000000-0000-7000-8000-000000000001')).code).toBe('NOT_ALLOWED')
  expect((await on(operator.client, operator.id)).code).toBe('NOT_ALLOWED')
  expect((await on(operator.client, randomUUID())).code).toBe('NOT_FOUND')
  const applied = await new HubClient(hub.url).must('RegisterMember', {
    name: 'Waiting',
    roles: ['BUYER'],
    mail: 'waiting@example.org',
    loginName: `waiting-${randomUUID().slice(0, 8)}`,
    password: 'correct horse battery',
  })
  expect(await on(operator.client, applied.member.id)).toMatchObject({ code: 'WRONG_STATE', state: 'PROVISIONAL' })
})

test('an act sent twice, and many at once, is done and recorded once', async () => {
  const { buyer, seller } = trade
  const client = await acting(buyer.id, 'TELEPHONE')
  const before = (await actsOf(buyer.client)).filter((act) => act.startsWith('registerCase')).length
  const input = { idempotencyKey: randomUUID(), title: 'Once', description: '-', partnerIds: [seller.id] }
  const answers = await Promise.all([1, 2, 3].map(() => client.must('RegisterCase', input)))
  expect(new Set(answers.map((answer) => answer.case.id)).size).toBe(1)
  const after = await eventually(
    'the act in the audit trail',
    () => actsOf(buyer.client),
    (acts) => acts.filter((act: string) => act.startsWith('registerCase')).length > before,
  )
  expect(after.filter((act: string) => act.startsWith('registerCase'))).toHaveLength(before + 1)
})
