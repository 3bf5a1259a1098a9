import { createServer } from 'node:http'
import { createServices, storeDefinition, takeEvent, type ReservationsServices } from '@torihiki/reservations'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import { workerOptions } from '@torihiki/shared/queues/redis.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { migrateStore, openStore } from '@torihiki/shared/store/store.ts'
import { Queue, Worker } from 'bullmq'
import { registerPaymentMethod } from '../../subgraphs/reservations/src/commands/register-payment-method.ts'
import { reservePayment } from '../../subgraphs/reservations/src/commands/reserve-payment.ts'
import { setAuthorizationSchedule } from '../../subgraphs/reservations/src/commands/set-authorization-schedule.ts'
import { startAuthorizations } from '../../workers/src/authorizations.ts'
import { testDatabaseUrl } from '../support/test-database.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * `npm run bench -- authorizations`: how many authorization requests a second the workers have answered and on record, with a card company that
 * answers at once, against bare BullMQ: as many jobs, each the same call to the same company, and nothing recorded. `--count` says how many,
 * `--at-once` how many may be without an answer.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const count = option('count', 2_000)
const atOnce = option('at-once', 250)
const [rounds, payers] = [3, 50]
const hubSecret = 'a secret for the benchmark that is long enough'
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const median = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0

const company = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk: Buffer) => (text += chunk.toString()))
  request.once('end', () => {
    const { fields } = JSON.parse(text)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ mti: '0110', fields: { ...fields, '38': '000001', '39': '00' } }))
  })
})
await new Promise<void>((resolve) => void company.listen(0, '127.0.0.1', resolve))
const address = company.address()
const companyUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
const database = await testDatabaseUrl()
try {
  await migrateStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  await measure()
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await database.close()
  await servers.stop()
}
process.exit()

async function measure(): Promise<void> {
  const store = await openStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret, poolSize: 10 })
  const hints = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }
  const log = createLog('bench', 'warn')
  const cardCompanies = new Map([['acme', companyUrl]])
  const services = createServices({ store, hubSecret, hints, log, cardCompanies })
  const parties = await loadParties(services)
  const figures: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  for (let round = 0; round < rounds; round++) {
    await loadRequests(services, parties)
    figures.ours.push(await oursAnswers(services))
    figures.bare.push(await bareAnswers())
    await store.query('vacuum analyze')
  }
  const [ours, bare] = [median(figures.ours), median(figures.bare)]
  say(`| ${count} requests, ${atOnce} at once | a second | ratio |\n| --- | --- | --- |`)
  say(`| torihiki: claimed, asked, answered, reserved, told | ${Math.round(ours)} | ${(ours / bare).toFixed(2)} |`)
  say(`| bare BullMQ: a job, a call | ${Math.round(bare)} | 1.00 |`)
  await services.watch.close()
  await store.close()
}

function must<A extends object>(answer: A): Exclude<A, Refusal> {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.code}: ${answer.message}`)
  return answer as Exclude<A, Refusal>
}

type Party = { actor: Actor; methodId: string }

/** Members with a wide level and a card each. */
async function loadParties(services: ReservationsServices): Promise<Party[]> {
  const wide = { JPY: '100000000000' }
  const level = { code: 'W', version: 1, operations: ['RESERVE_PAYMENT'], maxPerTransaction: wide, maxPerDay: wide }
  const record = (memberId: string) =>
    takeEvent(services, {
      id: newId(),
      type: 'MemberRecorded',
      origin: 'members',
      at: new Date().toISOString(),
      payload: {
        memberId,
        version: 1,
        status: 'ACTIVE',
        roles: ['BUYER'],
        level,
        settlementAgentId: null,
        groupName: null,
      },
    })
  await record(hubMemberId)
  const operator: Actor = { memberId: hubMemberId, roles: ['OPERATOR'], sessionId: 's' }
  const schedule = { idempotencyKey: newId(), mode: 'AT_ONCE', company: 'acme', mostInFlight: atOnce }
  must(await setAuthorizationSchedule(services, operator, schedule))
  const parties: Party[] = []
  for (let i = 0; i < payers; i++) {
    const actor: Actor = { memberId: newId(), roles: ['BUYER'], sessionId: 's' }
    await record(actor.memberId)
    const card = { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' }
    const method = { idempotencyKey: newId(), kind: 'CARD', name: 'Card', currency: 'JPY', card }
    parties.push({ actor, ...must(await registerPaymentMethod(services, actor, method)) })
  }
  return parties
}

/** Reservations that wait for the company, each on a thread with a contract of its own. */
async function loadRequests(services: ReservationsServices, parties: readonly Party[]): Promise<void> {
  const threads = Array.from({ length: count }, () => newId())
  const payerOf = (nth: number): Party => {
    const party = parties[nth % parties.length]
    if (!party) throw new Error('There are no parties.')
    return party
  }
  const columns = [
    threads,
    threads.map((_, nth) => payerOf(nth).actor.memberId),
    threads.map((_, nth) => payerOf(nth * 31 + 1).actor.memberId),
  ]
  const rows = 'unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, payer, payee)'
  await services.store.query(`insert into thread (id, source_id, partner_id) select * from ${rows}`, columns)
  await services.store.query(
    `insert into contract_terms (contract_id, contract_code, thread_id, buyer_id, seller_id, amount_minor, currency, payment, settlement, settlement_agent_id)
     select uuidv7(), id, id, payer, payee, 7, 'JPY', 'RESERVED', 'NET', payer from ${rows}`,
    columns,
  )
  const left = threads.entries()
  const lane = async (): Promise<void> => {
    for (const [nth, threadId] of left) {
      const { actor, methodId } = payerOf(nth)
      must(await reservePayment(services, actor, { idempotencyKey: newId(), threadId, paymentMethodId: methodId }))
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

/** Lets the workers loose on what waits, until the last is RESERVED. */
async function oursAnswers(services: ReservationsServices): Promise<number> {
  const started = performance.now()
  const workers = await startAuthorizations(services, services.log)
  await waitFor(
    async () => {
      const [row] = await services.store.query<{ left: boolean }>(
        `select exists (select 1 from payment_reservation where status = 'AUTHORIZING') as left`,
      )
      return row?.left === false
    },
    { timeoutMs: 600_000, everyMs: 20, what: 'all to be reserved' },
  )
  const seconds = (performance.now() - started) / 1_000
  await workers.close()
  return count / seconds
}

/** The same calls by bare BullMQ: jobs with an id each, a worker with as many at once. */
async function bareAnswers(): Promise<number> {
  const name = `bare-${newId()}`
  const connection = workerOptions(servers.redisUrl)
  const queue = new Queue(name, { connection })
  await queue.addBulk(Array.from({ length: count }, () => ({ name: 'ask', data: { id: newId() } })))
  const started = performance.now()
  let done = 0
  const worker = new Worker(
    name,
    async ({ data: { id } }) => {
      const response = await fetch(`${companyUrl}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mti: '0100', key: id, token: 'tok_approved_1', fields: { '4': '000000000007' } }),
      })
      await response.json()
      done++
    },
    { connection, concurrency: atOnce },
  )
  await waitFor(async () => done >= count, { timeoutMs: 600_000, everyMs: 20, what: 'all jobs to be done' })
  const seconds = (performance.now() - started) / 1_000
  await worker.close()
  await queue.close()
  return count / seconds
}
