import {
  auditBook,
  createServices,
  storeDefinition,
  takeEvent,
  type ReservationsServices,
} from '@torihiki/reservations'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { migrateStore, openStore } from '@torihiki/shared/store/store.ts'
import { Pool, type PoolClient } from 'pg'
import { confirmInspection } from '../../subgraphs/reservations/src/commands/confirm-inspection.ts'
import { depositFunds } from '../../subgraphs/reservations/src/commands/deposit-funds.ts'
import { registerPaymentMethod } from '../../subgraphs/reservations/src/commands/register-payment-method.ts'
import { reservePayment } from '../../subgraphs/reservations/src/commands/reserve-payment.ts'
import { changesOf, capturePosting, paidTo } from '../../subgraphs/reservations/src/domain/posting.ts'
import { lockAccounts } from '../../subgraphs/reservations/src/store/accounts.ts'
import { post } from '../../subgraphs/reservations/src/store/postings.ts'
import { testDatabaseUrl } from '../support/test-database.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * The book against bare SQL over as many connections: the yardstick moves an amount between two account rows and writes a posting with
 * its two legs, five statements in one transaction. Ours: the posting of a capture as the book writes it, a reservation as
 * `reservePayment` makes it, and a capture as `confirmInspection` makes it. Each once with accounts spread over many members, once
 * with one payee for all and once with one payer for all. `--count` says how many of each, `--members` over how many they are
 * spread, `--at-once` how many are in hand.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const count = option('count', 500)
const members = option('members', 100)
const atOnce = option('at-once', 12)
const rounds = 3
const minor = 7n
const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Pair = { payer: number; payee: number }
const variants: readonly (readonly [string, (i: number) => Pair])[] = [
  ['spread', (i) => ({ payer: i % members, payee: (i * 31 + 1) % members })],
  ['one payee', (i) => ({ payer: 1 + (i % (members - 1)), payee: 0 })],
  ['one payer', (i) => ({ payer: 0, payee: 1 + (i % (members - 1)) })],
]

/** Runs `work` for 0 to count − 1, so many at once; gives how many a second. */
async function rate(work: (i: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let i = next++; i < count; i = next++) await work(i)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, lane))
  return count / ((performance.now() - started) / 1_000)
}

const median = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0

function must<A extends object>(answer: A): Exclude<A, Refusal> {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.code}: ${answer.message}`)
  return answer as Exclude<A, Refusal>
}

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
const database = await testDatabaseUrl()
const hubSecret = 'a secret for the benchmark that is long enough'
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
  const store = await openStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret, poolSize: atOnce })
  const hints = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }
  const services = createServices({ store, hubSecret, hints, log: createLog('bench', 'silent') })
  const bare = new Pool({ connectionString: database.databaseUrl, max: atOnce })
  bare.on('error', () => undefined)
  const parties = await loadParties(services)
  await loadBare(bare)
  const figures = new Map<string, number[]>()
  const note = (what: string, variant: string, figure: number): void =>
    void figures.set(`${what}|${variant}`, [...(figures.get(`${what}|${variant}`) ?? []), figure])
  for (let round = 0; round < rounds; round++) {
    for (const [variant, pairOf] of variants) {
      note('bare SQL: two rows and a posting', variant, await rate((i) => twoRows(bare, pairOf(i))))
      note('the book: a posting', variant, await rate((i) => postCapture(services, parties, pairOf(i))))
      const threads = await loadThreads(services, parties, pairOf)
      note(
        'reservePayment',
        variant,
        await rate(async (i) => must(await reserve(services, parties, threads, pairOf, i))),
      )
      note(
        'confirmInspection',
        variant,
        await rate(async (i) => must(await inspect(services, parties, threads, pairOf, i))),
      )
      await bare.query('vacuum analyze')
    }
  }
  const findings = await auditBook(services)
  // The postings of "the book: a posting" are captures without holds: what is due out by them is what may not fit.
  const others = findings.filter(({ rule }) => rule !== 'DUE_OUT_IS_CAPTURES' && rule !== 'DUE_OUT_IS_UNSETTLED')
  if (others.length > 0) throw new Error(`The book does not fit: ${JSON.stringify(others.slice(0, 3))}`)
  const names = variants.map(([name]) => name)
  say(
    `| what, a second | ${names.join(' | ')} | ratio ${names.join(' | ratio ')} |\n| --- |${' --- |'.repeat(names.length * 2)}`,
  )
  for (const what of new Set([...figures.keys()].map((key) => key.split('|')[0] ?? ''))) {
    const of = names.map((name) => median(figures.get(`${what}|${name}`) ?? []))
    const yardstick = names.map((name) => median(figures.get(`bare SQL: two rows and a posting|${name}`) ?? []))
    const cells = [
      ...of.map((f) => Math.round(f).toLocaleString('en')),
      ...of.map((f, i) => (f / (yardstick[i] ?? 1)).toFixed(2)),
    ]
    say(`| ${what} | ${cells.join(' | ')} |`)
  }
  await bare.end()
  await services.watch.close()
  await store.close()
}

type Party = { actor: Actor; methodId: string }

/** Members with a wide level, enough money, and a payment method each. */
async function loadParties(services: ReservationsServices): Promise<Party[]> {
  const wide = { JPY: '100000000000' }
  const operator: Actor = { memberId: hubMemberId, roles: ['OPERATOR'], sessionId: 's' }
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
        level: { code: 'W', version: 1, operations: ['RESERVE_PAYMENT'], maxPerTransaction: wide, maxPerDay: wide },
        settlementAgentId: null,
        groupName: null,
      },
    })
  await record(hubMemberId)
  const parties: Party[] = []
  for (let i = 0; i < members; i++) {
    const actor: Actor = { memberId: newId(), roles: ['BUYER'], sessionId: 's' }
    await record(actor.memberId)
    const amount = { amount: '1000000', currency: 'JPY' }
    must(
      await depositFunds(services, operator, {
        idempotencyKey: newId(),
        memberId: actor.memberId,
        amount,
        reference: newId(),
      }),
    )
    const method = { idempotencyKey: newId(), kind: 'DEPOSIT', name: 'Deposit', currency: 'JPY' }
    parties.push({ actor, ...must(await registerPaymentMethod(services, actor, method)) })
  }
  return parties
}

function partyOf(parties: readonly Party[], i: number): Party {
  const party = parties[i]
  if (!party) throw new Error(`There is no party ${i}.`)
  return party
}

/** A thread with a contract for every reservation to come. */
async function loadThreads(
  services: ReservationsServices,
  parties: readonly Party[],
  pairOf: (i: number) => Pair,
): Promise<string[]> {
  const threads = Array.from({ length: count }, () => newId())
  const pairs = threads.map((_, i) => pairOf(i))
  const columns = [
    threads,
    pairs.map(({ payer }) => partyOf(parties, payer).actor.memberId),
    pairs.map(({ payee }) => partyOf(parties, payee).actor.memberId),
  ]
  const rows = 'unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, payer, payee)'
  await services.store.query(`insert into thread (id, source_id, partner_id) select * from ${rows}`, columns)
  await services.store.query(
    `insert into contract_terms (contract_id, contract_code, thread_id, buyer_id, seller_id, amount_minor, currency, payment, settlement, settlement_agent_id)
     select uuidv7(), id, id, payer, payee, ${minor}, 'JPY', 'RESERVED', 'NET', payer from ${rows}`,
    columns,
  )
  return threads
}

async function loadBare(bare: Pool): Promise<void> {
  await bare.query(`create schema bare`)
  await bare.query(
    `create table bare.account (id int primary key, balance bigint not null, held bigint not null default 0, check (balance >= held)) with (fillfactor = 70)`,
  )
  await bare.query(`insert into bare.account select i, 1000000000 from generate_series(0, ${members - 1}) i`)
  await bare.query(
    `create table bare.posting (id uuid primary key default uuidv7(), kind text not null, at timestamptz not null default now())`,
  )
  await bare.query(
    `create table bare.leg (posting_id uuid, leg int, account int not null, side text not null, minor bigint not null check (minor > 0), primary key (posting_id, leg))`,
  )
  await bare.query(`create index on bare.leg (account)`)
}

/** The yardstick: rows in id order, so that it cannot deadlock; prepared statements. */
async function twoRows(bare: Pool, { payer, payee }: Pair): Promise<void> {
  const client: PoolClient = await bare.connect()
  try {
    await client.query('begin')
    const moves: [number, bigint][] = [
      [payer, -minor],
      [payee, minor],
    ]
    for (const [account, by] of moves.toSorted(([a], [b]) => a - b))
      await client.query({
        name: 'move',
        text: 'update bare.account set balance = balance + $2 where id = $1',
        values: [account, by],
      })
    const { rows } = await client.query<{ id: string }>({
      name: 'posting',
      text: `insert into bare.posting (kind) values ('CAPTURE') returning id`,
    })
    await client.query({
      name: 'legs',
      text: `insert into bare.leg values ($1, 1, $2, 'DEBIT', $4), ($1, 2, $3, 'CREDIT', $4)`,
      values: [rows[0]?.id, payer, payee, minor],
    })
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** What the book does for a capture: locks what is limited, posts with its checks, moves both accounts. */
function postCapture(
  { store, institutionId }: ReservationsServices,
  parties: readonly Party[],
  { payer, payee }: Pair,
): Promise<void> {
  const { memberId } = partyOf(parties, payer).actor
  const key = { kind: 'DEPOSIT', owner: memberId, currency: 'JPY' } as const
  const posting = capturePosting(key, paidTo(partyOf(parties, payee).actor.memberId, 'JPY', false), minor, newId())
  return store.transaction(async (tx) => {
    const accounts = await lockAccounts(
      tx,
      institutionId,
      posting.legs.map((leg) => leg.key),
    )
    await post(tx, accounts, posting, changesOf(posting), { institutionId, actorId: memberId, at: new Date() })
  })
}

function reserve(
  services: ReservationsServices,
  parties: readonly Party[],
  threads: readonly string[],
  pairOf: (i: number) => Pair,
  i: number,
) {
  const { actor, methodId } = partyOf(parties, pairOf(i).payer)
  return reservePayment(services, actor, { idempotencyKey: newId(), threadId: threads[i], paymentMethodId: methodId })
}

function inspect(
  services: ReservationsServices,
  parties: readonly Party[],
  threads: readonly string[],
  pairOf: (i: number) => Pair,
  i: number,
) {
  return confirmInspection(services, partyOf(parties, pairOf(i).payer).actor, {
    idempotencyKey: newId(),
    threadId: threads[i],
  })
}
