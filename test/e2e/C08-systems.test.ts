import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import type { Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, reserve, threadUntil, type Trade } from '../support/story.ts'
import { killProcess, startProcess, startTestHub, stopProcess, type TestHub } from '../support/test-hub.ts'

/** All workers but the one that asks card companies: reception runs wholly apart from authorization. */
const reception =
  'relay,source-case-view,partner-case-view,messages,schedules,members,listings,contracts,reservations,settlements'
/** How long a process may take to start, and a test that starts some. */
const [startMs, testMs] = [90_000, 240_000]

let hub: TestHub
let trade: Trade
let acme: CardCompany
let beta: CardCompany
const methods = new Map<string, string>()

beforeAll(async () => {
  acme = await startCardCompany('acme')
  beta = await startCardCompany('beta')
  // The hub itself knows no card company: that is a setting of whoever asks them.
  hub = await startTestHub({ WORKERS: reception })
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
  await acme.control('release')
  for (const running of hub.processes.filter(({ name }) => name.startsWith('system '))) {
    hub.processes.splice(hub.processes.indexOf(running), 1)
    await stopProcess(running)
  }
  for (const name of ['first', 'second']) await set(name, {})
  await share('OVERFLOW')
})

const set = (name: string, input: object): Promise<Json> => hub.admin.must('SetAuthorizationSystem', { name, ...input })
const share = (rule: string): Promise<Json> => hub.admin.must('SetAuthorizationSharing', { rule })
const systemOf = async (name: string): Promise<Json> =>
  (await hub.admin.run('AuthorizationSystems')).authorizationSystems.systems.find((each: Json) => each.name === name)
const systemUntil = (name: string, condition: (system: Json) => boolean): Promise<Json> =>
  eventually(
    `the system ${name}`,
    () => systemOf(name),
    (system) => system && condition(system),
  )

/** Starts a process that is of an authorization system alone, with settings of its own. */
async function start(name: string, companies = `acme=${acme.url},beta=${beta.url}`, process = name): Promise<void> {
  const processes = (await systemOf(name))?.processes ?? 0
  // Longer than these tests keep answers back, however slow the machine is.
  const patience = { CARD_COMPANY_TIMEOUT_SECONDS: '25' }
  const settings = { WORKERS: 'authorization', AUTHORIZATION_SYSTEM: name, CARD_COMPANIES: companies, ...patience }
  hub.processes.push(startProcess(`system ${process}`, 'workers/src/main.ts', { ...hub.environment, ...settings }))
  await waitFor(async () => ((await systemOf(name))?.processes ?? 0) > processes, {
    timeoutMs: startMs,
    everyMs: 50,
    what: `a process of the system ${name}`,
  })
}

/** Threads with a contract, to be reserved. Made before a company keeps its answers back: it has its time for each. */
const threads = (count: number): Promise<{ threadId: string }[]> =>
  Promise.all(Array.from({ length: count }, () => contractedThread(trade)))

/** Reserves by card so many times at once; gives the transaction numbers. */
async function askFor(company: string, given: number | readonly { threadId: string }[]): Promise<string[]> {
  const all = typeof given === 'number' ? await threads(given) : given
  const reserved = all.map(({ threadId }) => reserve(trade, threadId, methods.get(company) ?? ''))
  return (await Promise.all(reserved)).map(({ transactionNumber }) => transactionNumber)
}

const statusOf = async (number: string): Promise<Json> =>
  (
    await trade.buyer.client.send('query ($n: String!) { paymentReservation(transactionNumber: $n) { status } }', {
      n: number,
    })
  ).data.paymentReservation

async function allReserved(numbers: readonly string[]): Promise<void> {
  for (const number of numbers)
    await eventually(
      `reservation ${number}`,
      () => statusOf(number),
      ({ status }) => status === 'RESERVED',
    )
}

/** Each key has one entry in a company's book, approved and standing. */
async function expectEachOnce(company: CardCompany, before: number, count: number): Promise<void> {
  const entries = (await company.book()).slice(before)
  expect(entries).toHaveLength(count)
  expect(entries.every(({ result, reversed }: Json) => result === 'APPROVED' && !reversed)).toBe(true)
}

test(
  'orders are taken while no authorization system runs, and all are answered when one comes',
  async () => {
    const { threadId } = await openCase(trade)
    const order = {
      currency: 'JPY',
      lines: [{ description: 'Coil', quantity: '2', unitPrice: '500' }],
      paymentMethodId: methods.get('acme'),
    }
    const sent = await trade.buyer.client.must('SendOrder', { threadId, ...order })
    expect(sent.order.id).toEqual(expect.any(String))
    const waiting = await threadUntil(trade.buyer.client, threadId, (thread) => thread.paymentReservation !== null)
    expect(waiting.paymentReservation.status).toBe('AUTHORIZING')
    const numbers = await askFor('acme', 3)
    const lanes = async (): Promise<Json> => (await hub.admin.run('AuthorizationLanes')).authorizationLanes
    expect(await acme.book()).toEqual([])
    await start('first')
    await allReserved(numbers)
    await threadUntil(
      trade.buyer.client,
      threadId,
      ({ paymentReservation }) => paymentReservation.status === 'RESERVED',
    )
    await expectEachOnce(acme, 0, 4)
    expect((await lanes()).find(({ company }: Json) => company === 'acme')).toMatchObject({
      waiting: 0,
      restraint: null,
    })
    expect(await systemOf('first')).toMatchObject({ alive: true, processes: 1, inHand: 0, takenLastMinute: 4 })
  },
  testMs,
)

test(
  'a later system takes what is beyond the capacity of the first, and everything when the first takes no part',
  async () => {
    await set('first', { rank: 1, mostInFlight: 2 })
    await set('second', { rank: 2 })
    await start('first')
    await start('second')
    const before = (await acme.book()).length
    const all = await threads(5)
    await acme.control('hold')
    const numbers = await askFor('acme', all)
    await systemUntil('second', ({ inHand }) => inHand === 3)
    await systemUntil('first', ({ inHand, mostInFlight }) => inHand === 2 && mostInFlight === 2)
    await acme.control('release')
    await allReserved(numbers)
    await expectEachOnce(acme, before, 5)
    await set('first', { takesPart: false })
    const taken = (await systemOf('first')).takenLastMinute
    await allReserved(await askFor('acme', 3))
    expect(await systemOf('first')).toMatchObject({ takenLastMinute: taken, takesPart: false, alive: true })
  },
  testMs,
)

test(
  'systems share by their weights, and the part of one that takes batches is accumulated',
  async () => {
    await share('SHARE')
    await set('first', { weight: 3 })
    await set('second', { weight: 1, batchSize: 3, batchAgeSeconds: 3_600 })
    await start('first')
    await start('second')
    const all = await threads(12)
    await acme.control('hold')
    const numbers = await askFor('acme', all.slice(0, 8))
    await systemUntil('first', ({ inHand }) => inHand === 6)
    expect(await systemOf('second')).toMatchObject({ inHand: 0 })
    numbers.push(...(await askFor('acme', all.slice(8))))
    await systemUntil('second', ({ inHand }) => inHand === 3)
    await systemUntil('first', ({ inHand }) => inHand === 9)
    await acme.control('release')
    await allReserved(numbers)
  },
  testMs,
)

test(
  'a system dies with requests in hand: the other finds out what became of them, within seconds, and each is charged once',
  async () => {
    await set('first', { rank: 1, mostInFlight: 4 })
    await set('second', { rank: 2 })
    await start('first')
    await start('second')
    const before = (await acme.book()).length
    const all = await threads(6)
    await acme.control('hold')
    const numbers = await askFor('acme', all)
    await systemUntil('first', ({ inHand }) => inHand === 4)
    await systemUntil('second', ({ inHand }) => inHand === 2)
    await killProcess(hub, 'system first')
    await acme.control('release')
    await allReserved(numbers)
    await expectEachOnce(acme, before, 6)
    expect(await systemOf('first')).toMatchObject({ inHand: 0, alive: false })
    await allReserved(await askFor('acme', 2))
  },
  testMs,
)

test(
  'a process dies and another of the same system goes on, also with what the company never saw',
  async () => {
    await start('first', `acme=${acme.url}`, 'first one')
    await start('first', `acme=${acme.url}`, 'first two')
    expect(await systemOf('first')).toMatchObject({ processes: 2 })
    const before = (await acme.book()).length
    const all = await threads(4)
    await acme.control('hold')
    const numbers = await askFor('acme', all)
    await systemUntil('first', ({ inHand }) => inHand === 4)
    await killProcess(hub, 'system first one')
    await acme.control('release')
    await allReserved(numbers)
    await expectEachOnce(acme, before, 4)
  },
  testMs,
)

test(
  'what one system does not reach is left to the one that does, and waits for it',
  async () => {
    await start('second', `beta=${beta.url}`, 'second for a while')
    await allReserved(await askFor('beta', 1))
    await killProcess(hub, 'system second for a while')
    const reached = (await beta.book()).length
    await start('first', `acme=${acme.url}`)
    const numbers = await askFor('beta', 1)
    await allReserved(await askFor('acme', 1))
    const waits = async (): Promise<Json> =>
      (await hub.admin.run('AuthorizationLanes')).authorizationLanes.find(({ company }: Json) => company === 'beta')
    // Once it was reached, and is still remembered: nobody declines in its name.
    await eventually('the lane of beta', waits, (lane) => lane?.waiting === 1 && lane.restraint === 'SYSTEM')
    expect(await beta.book()).toHaveLength(reached)
    await start('second', `beta=${beta.url}`)
    await allReserved(numbers)
    expect((await systemOf('second')).takenLastMinute).toBeGreaterThanOrEqual(1)
  },
  testMs,
)

test(
  'systems are set by operators alone, by versions, and nonsense is refused in words',
  async () => {
    const { client } = trade.buyer
    expect(await client.act('SetAuthorizationSystem', { name: 'first' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await client.act('SetAuthorizationSharing', { rule: 'SHARE' })).toMatchObject({ code: 'NOT_ALLOWED' })
    for (const [input, path] of [
      [{ name: 'Not A Name' }, 'name'],
      [{ name: 'first', rank: 0 }, 'rank'],
      [{ name: 'first', mostInFlight: 4, batchSize: 5 }, 'mostInFlight'],
      [{ name: 'first', perMinute: 0 }, 'perMinute'],
      [{ name: 'first', weight: 1_001 }, 'weight'],
    ] as const) {
      const { faults } = await hub.admin.act('SetAuthorizationSystem', input)
      expect(faults.map((fault: Json) => fault.path)).toEqual([path])
    }
    const { version } = await systemOf('first')
    await set('first', { rank: 7 })
    expect(await systemOf('first')).toMatchObject({ rank: 7, version: version + 1, setBy: { id: expect.any(String) } })
    const shared = (await hub.admin.run('AuthorizationSystems')).authorizationSystems
    expect((await share('SHARE')).sharing).toMatchObject({ rule: 'SHARE', ruleVersion: shared.ruleVersion + 1 })
  },
  testMs,
)
