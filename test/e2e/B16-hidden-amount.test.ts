import { spawnSync } from 'node:child_process'
import type { Client } from 'pg'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commitmentOf } from '@torihiki/contracts'
import { expectSoundBooks } from '../support/audits.ts'
import { jsonContract } from '../support/documents.ts'
import type { HubClient, Json } from '../support/hub-client.ts'
import { leftoversOf } from '../support/leftovers.ts'
import { newMachine } from '../support/machines.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import {
  confirmInspection,
  contractedThread,
  depositOf,
  openCase,
  reserve,
  threadUntil,
  type Trade,
} from '../support/story.ts'
import { copyMigratedDatabase } from '../support/migrated-database.ts'
import { asOwner, testDatabaseUrl, type TestDatabase } from '../support/test-database.ts'
import { testRedisUrl } from '../support/test-redis.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

/** The amount in yen: met nowhere else. */
const canary = '73915482'

/** Two hubs start, one after the other. */
const startLimitMs = 200_000

let hub: TestHub
let institution: TestHub
let database: TestDatabase
/** The institution as a member of the hub. */
let asMember: Party
let atHub: Trade
let there: Trade

const roles = async (at: TestHub): Promise<Trade> => {
  const [buyer, seller] = [
    await newParty(at.url, at.admin, 'Buyer', ['BUYER']),
    await newParty(at.url, at.admin, 'Seller', ['SELLER']),
  ]
  return { buyer, seller, agent: buyer, admin: at.admin }
}

beforeAll(async () => {
  hub = await startTestHub({ LOG_LEVEL: 'debug' })
  asMember = await newParty(hub.url, hub.admin, 'Bank of Kyoto Hill', ['PAYMENT_INSTITUTION'])
  const { key: apiKey } = await newMachine(asMember, ['TRADE'])
  database = await testDatabaseUrl(copyMigratedDatabase)
  const itself = {
    HUB_MODE: 'institution',
    INSTITUTION_NAME: 'Bank of Kyoto Hill',
    UPSTREAM_HUB: hub.url,
    UPSTREAM_HUB_KEY: apiKey,
  }
  const redisUrl = (await testRedisUrl(true)) ?? ''
  institution = await startTestHub(itself, { databaseUrl: database.databaseUrl, redisUrl })
  const { hubReportKey: key } = (
    await institution.admin.send(`{ hubReportKey(memberId: "${asMember.id}") { publicKey proof } }`)
  ).data
  await asMember.client.must('RegisterSigningKey', { name: 'Reports', ...key })
  ;[atHub, there] = [await roles(hub), await roles(institution)]
}, startLimitMs)
afterAll(async () => {
  await expectSoundBooks(institution)
  await expectSoundBooks(hub)
  await institution.close()
  await database.close()
  await hub.close()
})

const commit = ({ client }: Party, threadId: string, commitment: string): Promise<Json> =>
  client.act('CommitToHiddenPurchase', { threadId, institutionId: asMember.id, commitment })

/** A thread at the hub with both sides' commitment to an amount. */
async function committed(salt: string): Promise<{ threadId: string; purchase: Json; commitment: string }> {
  const commitment = commitmentOf({ amountMinor: canary, currency: 'JPY', salt })
  const { threadId } = await openCase(atHub, 'What it costs is nobody’s business')
  expect((await commit(atHub.buyer, threadId, commitment)).thread.status).toBe('REGISTERED')
  const { thread } = await commit(atHub.seller, threadId, commitment)
  expect(thread.status).toBe('CONTRACTED')
  return { threadId, purchase: thread.hiddenPurchase, commitment }
}

/** Whether reservations has taken that a thread ended for it. */
async function heardOfEnd(owner: Client, threadId: string): Promise<boolean> {
  const { rows } = await owner.query(
    `select 1 from contracts.outbox o join contracts.outbox_delivery d on d.event_id = o.id
     where o.type = 'ThreadEnded' and o.payload->>'threadId' = $1 and d.consumer = 'reservations' and d.status = 'DONE'`,
    [threadId],
  )
  return rows.length > 0
}

/** Everything that a client is shown, as text. */
async function shownTo(client: HubClient, threadId: string): Promise<string> {
  const operations: [string, object][] = [
    ['CaseThread', { id: threadId }],
    ['Cases', { view: 'SOURCE' }],
    ['Cases', { view: 'PARTNER' }],
    ['Accounts', {}],
    ['Positions', {}],
    ['Messages', {}],
    ['Privacy', {}],
  ]
  const answers = await Promise.all(operations.map(([name, variables]) => client.run(name, variables).catch(String)))
  const history = `{ caseThread(id: "${threadId}") { history(first: 50) { edges { node { kind reason } } } hiddenPurchase { commitment reports { step signature } } } }`
  const csv = await fetch(`${hub.url}/export/cases.csv?view=SOURCE`, {
    headers: { authorization: `Bearer ${client.token}` },
  })
  return JSON.stringify([...answers, await client.send(history), await csv.text()])
}

test('a purchase goes on at the hub by signed reports, and nowhere in the hub is its amount', async () => {
  const salt = randomBytes(32).toString('hex')
  const { threadId, purchase, commitment } = await committed(salt)
  // The hub reserves nothing for it, whatever is asked, once reservations has heard of it.
  const methodId = await depositOf(atHub, '5')
  await eventually(
    'reservations to have heard of it',
    () => asOwner(hub.databaseUrl, (owner) => heardOfEnd(owner, threadId)),
    (heard) => heard,
  )
  const asked = { threadId, paymentMethodId: methodId, plannedAmount: { amount: '5', currency: 'JPY' } }
  const refused = await atHub.buyer.client.act('ReservePayment', asked)
  expect(refused).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('HIDDEN') })

  // Buyer and merchant deal at the institution, in its own process, with the amount.
  const document = jsonContract({ price: Number(canary), quantity: 1 })
  const order = { lines: [{ description: 'Coil', quantity: '1', unit: 'C62', unitPrice: canary }] }
  const { threadId: own } = await contractedThread(there, {}, document, order)
  const link = { threadId: own, purchaseId: purchase.id, salt }
  expect((await there.agent.client.act('LinkHubPurchase', { ...link, threadId: randomUUID() })).code).toBe('NOT_FOUND')
  expect((await there.seller.client.must('LinkHubPurchase', link)).commitment).toBe(commitment)
  await reserve(there, own, await depositOf(there, '80000000'))
  await threadUntil(atHub.seller.client, threadId, ({ status }) => status === 'RESERVED')
  await confirmInspection(there, own)
  await threadUntil(atHub.buyer.client, threadId, ({ status }) => status === 'SETTLED')
  const accounts = (await there.seller.client.run('Accounts')).viewer.accounts
  expect(accounts).toMatchObject([{ balance: { amount: canary } }])
  const { hiddenPurchase } = (
    await atHub.buyer.client.send(
      `{ caseThread(id: "${threadId}") { hiddenPurchase { institution { name } reports { step } } } }`,
    )
  ).data.caseThread
  expect(hiddenPurchase.institution.name).toBe('Bank of Kyoto Hill')
  expect(hiddenPurchase.reports.map(({ step }: Json) => step).toSorted()).toEqual(['INSPECTED', 'PAID', 'RESERVED'])

  // It is found where it is; and not in the hub's tables, Redis, mail, logs, nor in any answer.
  expect(await leftoversOf(institution, [canary])).toContain('reservations.posting_leg')
  expect(await leftoversOf(hub, [canary, salt])).toEqual([])
  for (const client of [atHub.buyer.client, atHub.seller.client, asMember.client, hub.admin])
    expect(await shownTo(client, threadId)).not.toContain(canary)
  const held = await asOwner(hub.databaseUrl, async (owner) => [
    (await owner.query('select 1 from reservations.payment_reservation where thread_id = $1', [threadId])).rows,
    (await owner.query('select 1 from settlements.obligation where thread_id = $1', [threadId])).rows,
  ])
  expect(held).toEqual([[], []])
  // Who has the opening proves what was committed, off line.
  const proof = (amount: string): number | null => {
    const program = join(import.meta.dirname, '../../subgraphs/contracts/src/commitment.ts')
    const given = ['--amount', amount, '--currency', 'JPY', '--salt', salt, '--is', commitment]
    return spawnSync(process.execPath, [program, ...given]).status
  }
  expect([proof(canary), proof('73915481'), proof('x')]).toEqual([0, 1, 2])
})

test('both sides commit to the same or it does not stand, once each', async () => {
  const { threadId } = await openCase(atHub)
  const [one, other] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
  expect(
    (
      await atHub.buyer.client.act('CommitToHiddenPurchase', {
        threadId,
        institutionId: atHub.seller.id,
        commitment: one,
      })
    ).faults,
  ).toMatchObject([{ path: 'institutionId' }])
  await commit(atHub.seller, threadId, one)
  expect((await commit(atHub.seller, threadId, one)).state).toBe('COMMITTED')
  expect((await commit(atHub.buyer, threadId, other)).state).toBe('COMMITMENT_DIFFERS')
  expect((await commit(asMember, threadId, one)).code).toBe('NOT_FOUND')
  expect((await commit(atHub.buyer, threadId, one)).thread.status).toBe('CONTRACTED')
  const cancelled = await atHub.buyer.client.act('CancelContract', { threadId, reason: 'Too late' })
  expect(cancelled).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('hidden') })
})

test('a report counts only when the purchase’s institution signed it, about the same commitment', async () => {
  const { threadId, purchase, commitment } = await committed(randomBytes(32).toString('hex'))
  const report = {
    purchaseId: purchase.id,
    reportId: randomUUID(),
    step: 'PAID',
    at: new Date().toISOString(),
    commitment,
    signature: `${'A'.repeat(86)}==`,
  }
  const send = ({ client }: Party, further: object = {}): Promise<Json> =>
    client.act('ReportHiddenPurchase', { ...report, ...further })
  expect((await send(asMember)).code).toBe('SIGNATURE_INVALID')
  expect((await send(atHub.seller)).code).toBe('NOT_FOUND')
  expect((await send(asMember, { commitment: 'ab'.repeat(32) })).state).toBe('COMMITMENT_DIFFERS')
  expect((await atHub.buyer.client.run('CaseThread', { id: threadId })).caseThread.status).toBe('CONTRACTED')
})
