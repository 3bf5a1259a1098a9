import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let acme: CardCompany
let beta: CardCompany
const methods = new Map<string, string>()

beforeAll(async () => {
  acme = await startCardCompany('acme')
  beta = await startCardCompany('beta')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${acme.url},beta=${beta.url}` })
  trade = await newTrade(hub)
  for (const company of ['acme', 'beta']) {
    const card = { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company }
    const method = { kind: 'CARD', name: company, currency: 'JPY', card }
    methods.set(company, (await trade.buyer.client.must('RegisterPaymentMethod', method)).paymentMethod.id)
  }
})
afterAll(async () => {
  await hub?.close()
  await acme?.close()
  await beta?.close()
})
afterEach(async () => {
  await schedule({ mode: 'AT_ONCE' })
})

const schedule = (input: object, company: string | null = 'acme'): Promise<Json> =>
  hub.admin.must('SetAuthorizationSchedule', { company, ...input })

/** Reserves by card; gives the transaction number. What the company says comes later. */
async function ask(company: string, threadId?: string): Promise<string> {
  const thread = threadId ?? (await contractedThread(trade)).threadId
  return (await reserve(trade, thread, methods.get(company) ?? '')).transactionNumber
}

/** Reserves so many at once, on threads that are made before. */
async function askTogether(company: string, count: number): Promise<{ numbers: string[]; begun: number }> {
  const threads = await Promise.all(Array.from({ length: count }, () => contractedThread(trade)))
  const begun = Date.now()
  return { numbers: await Promise.all(threads.map(({ threadId }) => ask(company, threadId))), begun }
}

const look = async (number: string): Promise<Json> =>
  (
    await trade.buyer.client.send(
      'query ($n: String!) { paymentReservation(transactionNumber: $n) { status authorization { status result } } }',
      { n: number },
    )
  ).data.paymentReservation

const reserved = (number: string): Promise<Json> =>
  eventually(
    'the reservation to stand',
    () => look(number),
    ({ status }) => status === 'RESERVED',
  )

async function lane(company: string): Promise<Json> {
  const { authorizationLanes } = await hub.admin.run('AuthorizationLanes')
  return authorizationLanes.find((each: Json) => each.company === company)
}

const laneUntil = (company: string, condition: (lane: Json) => boolean): Promise<Json> =>
  eventually(`the lane of ${company}`, () => lane(company), condition)

/** Each key has one entry in a company's book, and was approved once. */
async function expectEachOnce(company: CardCompany, before: number, count: number): Promise<void> {
  const entries = (await company.book()).slice(before)
  expect(entries).toHaveLength(count)
  expect(entries.every(({ result, reversed }: Json) => result === 'APPROVED' && !reversed)).toBe(true)
  expect(new Set(entries.map(({ key }: Json) => key)).size).toBe(count)
}

test('requests leave at once while nobody has said otherwise', async () => {
  expect(await lane('beta')).toMatchObject({
    waiting: 0,
    inFlight: 0,
    restraint: null,
    pacePerMinute: null,
    schedule: { mode: 'AT_ONCE', own: false, version: 0 },
  })
  await reserved(await ask('beta'))
  expect((await lane('beta')).lastHour).toEqual({ approved: 1, declined: 0, referral: 0 })
})

test('paced requests leave at a steady interval, however many crowd in', async () => {
  const perMinute = 120
  await schedule({ mode: 'PACED', perMinute })
  const before = (await acme.book()).length
  const { numbers, begun } = await askTogether('acme', 5)
  for (const number of numbers) await reserved(number)
  await expectEachOnce(acme, before, 5)
  const times = (await acme.book()).slice(before).map(({ firstAt }: Json) => firstAt - begun)
  // None came before its turn; the millisecond is what clocks are read to.
  times
    .toSorted((a, b) => a - b)
    .forEach((ms, nth) => expect(ms).toBeGreaterThanOrEqual(nth * (60_000 / perMinute) - 1))
  expect((await lane('acme')).pacePerMinute).toBe(perMinute)
})

test('batches leave when so many wait, or when the oldest has waited so long', async () => {
  await schedule({ mode: 'BATCH', batchSize: 3, batchAgeSeconds: 3_600 })
  const before = (await acme.book()).length
  const { numbers } = await askTogether('acme', 2)
  expect(await laneUntil('acme', ({ waiting }) => waiting === 2)).toMatchObject({ restraint: 'BATCH', inFlight: 0 })
  expect(await acme.book()).toHaveLength(before)
  for (const number of [...numbers, await ask('acme')]) await reserved(number)
  await expectEachOnce(acme, before, 3)
  await schedule({ mode: 'BATCH', batchSize: 100, batchAgeSeconds: 1 })
  await reserved(await ask('acme'))
})

test('requests are held for the hours that are set, and leave when these come', async () => {
  const hour = (ahead: number): string => new Date(Date.now() + ahead * 3_600_000).toISOString().slice(11, 13)
  const from = `${hour(6)}:00`
  await schedule({ mode: 'AT_ONCE', offPeak: { from, to: `${hour(8)}:00`, timeZone: 'UTC' } })
  const before = (await acme.book()).length
  const number = await ask('acme')
  await eventually(
    'the request to be held',
    () => look(number),
    ({ authorization }) => authorization.status === 'HELD',
  )
  const held = await lane('acme')
  expect(held).toMatchObject({ waiting: 1, restraint: 'OFF_PEAK' })
  expect(new Date(held.againAt).toISOString().slice(11, 16)).toBe(from)
  expect(await acme.book()).toHaveLength(before)
  await schedule({ mode: 'AT_ONCE', offPeak: { from: `${hour(-1)}:00`, to: `${hour(2)}:00`, timeZone: 'UTC' } })
  await reserved(number)
})

test('a company that is stopped by hand is asked nothing until it goes on; others are', async () => {
  const act = { company: 'acme', reason: 'Their maintenance tonight' }
  expect(await hub.admin.must('StopAuthorizations', act)).toMatchObject({ lane: { stopped: true } })
  const before = (await acme.book()).length
  const waiting = await ask('acme')
  await reserved(await ask('beta'))
  await laneUntil('acme', ({ waiting: count, restraint }) => count === 1 && restraint === 'STOPPED')
  expect(await acme.book()).toHaveLength(before)
  // What is given up meanwhile is never asked for.
  const { threadId } = await contractedThread(trade)
  const { id } = await reserve(trade, threadId, methods.get('acme') ?? '')
  await trade.buyer.client.must('VoidReservation', { reservationId: id })
  await hub.admin.must('ResumeAuthorizations', { ...act, reason: 'They are back' })
  await reserved(waiting)
  await expectEachOnce(acme, before, 1)
  const query = '{ authorizationActs(first: 2) { edges { node { company act reason by { id } } } } }'
  const { edges } = (await hub.admin.send(query)).data.authorizationActs
  expect(edges.map(({ node }: Json) => [node.company, node.act, node.reason])).toEqual([
    ['acme', 'RESUMED', 'They are back'],
    ['acme', 'STOPPED', 'Their maintenance tonight'],
  ])
})

test('a company that is asked for too much is left alone for as long as it says, and charges once', async () => {
  await schedule({ mode: 'ADAPTIVE', perMinute: 600, slowestPerMinute: 60 })
  await acme.control('busy')
  const before = (await acme.book()).length
  const number = await ask('acme')
  const slowed = await laneUntil('acme', ({ pacePerMinute }) => pacePerMinute < 600)
  expect(slowed.pacePerMinute).toBeGreaterThanOrEqual(60)
  expect(await acme.book()).toHaveLength(before)
  await acme.control('free')
  await reserved(number)
  await expectEachOnce(acme, before, 1)
})

test('a company that gives no answers is not asked for a while, nothing is lost, and others are asked as ever', async () => {
  await acme.control('down')
  const before = (await acme.book()).length
  const { numbers } = await askTogether('acme', 6)
  const broken = await laneUntil('acme', ({ brokenUntil }) => brokenUntil !== null)
  expect(broken.failures).toBeGreaterThanOrEqual(5)
  await reserved(await ask('beta'))
  await acme.control('up')
  for (const number of numbers) await reserved(number)
  await expectEachOnce(acme, before, 6)
}, 90_000)

test('schedules are set by operators alone, by versions, and nonsense is refused in words', async () => {
  expect(await trade.buyer.client.act('SetAuthorizationSchedule', { mode: 'AT_ONCE' })).toMatchObject({
    code: 'NOT_ALLOWED',
  })
  for (const [input, path] of [
    [{ mode: 'PACED' }, 'perMinute'],
    [{ mode: 'PACED', perMinute: 0 }, 'perMinute'],
    [{ mode: 'BATCH', batchSize: 50, mostInFlight: 49 }, 'mostInFlight'],
    [{ mode: 'AT_ONCE', offPeak: { from: '24:00', to: '06:00', timeZone: 'UTC' } }, 'offPeak.from'],
    [{ mode: 'AT_ONCE', offPeak: { from: '01:00', to: '06:00', timeZone: 'Tokyo' } }, 'offPeak.timeZone'],
    [{ mode: 'AT_ONCE', offPeak: { from: '01:00', to: '01:00', timeZone: 'UTC' } }, 'offPeak.to'],
    [{ mode: 'AT_ONCE', company: 'Not A Code' }, 'company'],
  ] as const) {
    const { faults } = await hub.admin.act('SetAuthorizationSchedule', input)
    expect(faults.map((fault: Json) => fault.path)).toEqual([path])
  }
  const before = (await lane('acme')).schedule.version
  expect(await schedule({ mode: 'PACED', perMinute: 30 })).toMatchObject({
    lane: { company: 'acme', schedule: { mode: 'PACED', perMinute: 30, version: before + 1, own: true } },
  })
  expect(await schedule({ mode: 'PACED', perMinute: 90 }, null)).toMatchObject({
    lane: { company: null, schedule: { perMinute: 90, version: 1 } },
  })
  expect((await lane('beta')).schedule).toMatchObject({ mode: 'PACED', perMinute: 90, own: false })
})
