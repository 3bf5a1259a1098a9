import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Json } from '../support/hub-client.ts'
import { jsonContract } from '../support/documents.ts'
import { eventually, newParty } from '../support/parties.ts'
import {
  agreeOnContract,
  contractedThread,
  newTrade,
  openCase,
  orderAndAccept,
  today,
  type Trade,
} from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub({ DELAY_SCAN_SECONDS: '1' })
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const onAccount = { payment: 'ON_ACCOUNT' }
const contractOf = async (id: string): Promise<Json> => (await trade.buyer.client.run('ContractDues', { id })).contract
const latenessesOf = async (party: { client: Trade['admin'] }, code: string, filter: object = {}): Promise<Json[]> => {
  const { edges } = (await party.client.run('Latenesses', { filter })).viewer.latenesses
  return edges.map((edge: Json) => edge.node).filter((node: Json) => node.contractCode === code)
}
/** A document with deliveries on these days. */
const withDeliveries = (days: readonly string[]): string =>
  JSON.stringify({
    ...JSON.parse(jsonContract()),
    deliveries: days.map((end) => ({ start: null, end, quantity: null })),
  })

async function contractWithDeliveries(days: readonly string[]): Promise<{ threadId: string; contract: Json }> {
  const { threadId } = await openCase(trade)
  await orderAndAccept(trade, threadId)
  return { threadId, contract: await agreeOnContract(trade, threadId, onAccount, withDeliveries(days)) }
}

test('each delivery of a contract is late by itself, and late no more when a report says that it is complete', async () => {
  const days = [today(-8), today(-1), today(30)]
  const { threadId, contract } = await contractWithDeliveries(days)
  const { deliveries, deliverBy } = await contractOf(contract.id)
  expect(deliveries).toEqual(days.map((dueOn, i) => ({ part: i + 1, dueOn, fulfilledAt: null })))
  expect(deliverBy).toBe(days[2])
  const found = await eventually(
    'two deliveries to be late',
    () => latenessesOf(trade.seller, contract.contractCode),
    (nodes) => nodes.length === 2,
  )
  expect(found.map(({ part, level, dueOn }: Json) => [part, level, dueOn]).toSorted()).toEqual([
    [1, 2, days[0]],
    [2, 1, days[1]],
  ])
  const feed = trade.buyer.client.subscribe('CaseChanged', { view: 'SOURCE' })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const report = { threadId, deliveredOn: today(), partial: true }
  expect(await trade.seller.client.act('ReportDelivery', { ...report, completes: [4] })).toMatchObject({
    code: 'INVALID_INPUT',
    faults: [{ path: 'completes' }],
  })
  await trade.seller.client.must('ReportDelivery', { ...report, completes: [1] })
  const open = await latenessesOf(trade.seller, contract.contractCode, { resolved: false })
  expect(open.map(({ part }) => part)).toEqual([2])
  await trade.seller.client.must('ReportDelivery', { ...report, completes: [2] })
  const isResolved = (event: Json): boolean => event.event === 'LATENESS_RESOLVED' && event.thread.id === threadId
  await eventually(
    'both resolutions in the feed',
    async () => feed.events.filter(isResolved),
    (events) => events.length === 2,
  )
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  expect([caseThread.delayed, caseThread.partial, caseThread.status]).toEqual([false, true, 'DELIVERED'])
  const resolved = await latenessesOf(trade.buyer, contract.contractCode, { resolved: true, kind: 'DELIVERY' })
  expect(resolved.map(({ resolvedAt }) => typeof resolvedAt)).toEqual(['string', 'string'])
  expect(await latenessesOf(trade.buyer, contract.contractCode, { kind: 'SETTLEMENT' })).toEqual([])
  feed.stop()
})

test('the settlement agent sees what it was warned of, and nothing else of the contract', async () => {
  const { threadId, contract } = await contractedThread(trade, {
    ...onAccount,
    payBy: today(-31),
    deliverBy: today(-8),
  })
  const seen = await eventually(
    'the agent to be warned',
    () => latenessesOf(trade.agent, contract.contractCode),
    (nodes) => nodes.length > 0,
  )
  expect(seen).toEqual([
    expect.objectContaining({ kind: 'SETTLEMENT', level: 4, action: 'WARN_BOTH_AND_AGENT', thread: null }),
  ])
  expect(seen[0].warned.map(({ id }: Json) => id).toSorted()).toEqual(
    [trade.buyer.id, trade.seller.id, trade.agent.id].toSorted(),
  )
  const { agent } = trade
  expect((await agent.client.run('ContractDues', { id: contract.id })).contract).toBeNull()
  expect((await agent.client.run('CaseThread', { id: threadId })).caseThread).toBeNull()
  const ofParties = await latenessesOf(trade.buyer, contract.contractCode)
  expect(ofParties.map(({ kind, warned }) => [kind, warned.length])).toEqual(
    expect.arrayContaining([
      ['SETTLEMENT', 3],
      ['DELIVERY', 1],
    ]),
  )
  const stranger = await newParty(hub.url, hub.admin, 'Stranger', ['SETTLEMENT_AGENT'])
  expect(await latenessesOf(stranger, contract.contractCode)).toEqual([])
})

test('a contract counts its days in its time zone, by its calendar and by its own steps, as is on its record', async () => {
  const everyDayOff = Array.from({ length: 20 }, (_, i) => today(i - 10))
  const calendar = { code: 'STANDSTILL', title: 'Works closed', weekend: ['SUNDAY'], reason: 'A test.' }
  await hub.admin.must('DefineBusinessCalendar', { ...calendar, holidays: everyDayOff })
  const escalation = [
    { afterDays: 1, action: 'WARN_BOTH' },
    { afterDays: 5, action: 'WARN_BOTH_AND_AGENT' },
  ]
  const further = { ...onAccount, timeZone: 'Asia/Tokyo', escalation }
  const standing = await contractedThread(trade, { ...further, calendar: 'STANDSTILL', deliverBy: today(-6) })
  const moving = await contractedThread(trade, { ...further, deliverBy: today(-6) })
  const found = await eventually(
    'the contract of all days to be late',
    () => latenessesOf(trade.seller, moving.contract.contractCode),
    (nodes) => nodes.length > 0,
  )
  expect(found).toMatchObject([{ level: 2, action: 'WARN_BOTH_AND_AGENT', fallsOn: today(-6) }])
  expect(await latenessesOf(trade.seller, standing.contract.contractCode)).toEqual([])
  const { certificate, ...stated } = await contractOf(standing.contract.id)
  expect(stated).toMatchObject({ timeZone: 'Asia/Tokyo', calendar: 'STANDSTILL', escalation })
  expect(certificate).toContain('Asia/Tokyo')
  expect(certificate).toContain('STANDSTILL')
})

test('time zone, calendar and steps must be the same where both sides state them, and be there', async () => {
  const { threadId } = await openCase(trade)
  await orderAndAccept(trade, threadId)
  const submit = (party: Trade['buyer'], conditions: object): Promise<Json> =>
    party.client.act('SubmitContract', { threadId, mediaType: 'JSON', document: jsonContract(), conditions })
  for (const [conditions, path] of [
    [{ timeZone: 'Asia/Atlantis' }, 'conditions.timeZone'],
    [{ timeZone: '+09:00' }, 'conditions.timeZone'],
    [{ calendar: 'UNHEARD' }, 'conditions.calendar'],
    [{ escalation: [] }, 'conditions.escalation'],
    [{ escalation: [{ afterDays: 0, action: 'WARN' }] }, 'conditions.escalation'],
  ] as const)
    expect(await submit(trade.buyer, conditions)).toMatchObject({ code: 'INVALID_INPUT', faults: [{ path }] })
  const steps = (afterDays: number) => [{ afterDays, action: 'WARN' }]
  await submit(trade.buyer, { timeZone: 'Asia/Tokyo', calendar: 'ALL_DAYS', escalation: steps(3) })
  const { comparison } = await submit(trade.seller, {
    timeZone: 'Europe/Berlin',
    calendar: 'ALL_DAYS',
    escalation: steps(4),
  })
  expect(comparison.verdict).toBe('DIFFERENT')
  expect(
    comparison.discrepancies.map(({ path, buyerValue, sellerValue }: Json) => [path, buyerValue, sellerValue]),
  ).toEqual([
    ['/conditions/timeZone', 'Asia/Tokyo', 'Europe/Berlin'],
    ['/conditions/escalation', '3 WARN', '4 WARN'],
  ])
})

test('calendars and steps are set by administrators, in versions that all members read and nobody changes', async () => {
  const calendar = { code: 'HARBOUR', title: 'Harbour', weekend: ['SATURDAY', 'SUNDAY'], reason: 'First.' }
  const { calendar: first } = await hub.admin.must('DefineBusinessCalendar', { ...calendar, holidays: ['2026-12-25'] })
  expect(first).toMatchObject({ version: 1, holidays: ['2026-12-25'], countsBusinessDays: true })
  const again = { ...calendar, holidays: ['2026-12-25', '2026-12-26'], reason: 'Second.' }
  expect(await hub.admin.act('DefineBusinessCalendar', again)).toMatchObject({
    code: 'WRONG_STATE',
    state: 'VERSION_1',
  })
  const atOnce = await Promise.all(
    [1, 2, 3].map(() => hub.admin.act('DefineBusinessCalendar', { ...again, version: 1 })),
  )
  expect(atOnce.filter((answer) => answer.calendar?.version === 2)).toHaveLength(1)
  expect(atOnce.filter((answer) => answer.code === 'WRONG_STATE')).toHaveLength(2)
  for (const [faulty, path] of [
    [{ code: 'ALL_DAYS' }, 'code'],
    [{ code: 'lower' }, 'code'],
    [{ weekend: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] }, 'weekend'],
    [{ title: ' ' }, 'title'],
  ] as const)
    expect(await hub.admin.act('DefineBusinessCalendar', { ...again, code: 'NEW', ...faulty })).toMatchObject({
      faults: [{ path }],
    })
  const steps = [{ afterDays: 2, action: 'WARN_BOTH' }]
  const change = { steps, version: 1, reason: 'A test.' }
  expect(await hub.admin.act('SetEscalationSteps', { ...change, version: 2 })).toMatchObject({ state: 'VERSION_1' })
  expect(await hub.admin.act('SetEscalationSteps', { ...change, steps: [] })).toMatchObject({ code: 'INVALID_INPUT' })
  const before = await contractedThread(trade, onAccount)
  await hub.admin.must('SetEscalationSteps', change)
  const after = await contractedThread(trade, onAccount)
  expect((await contractOf(before.contract.id)).escalation).toHaveLength(4)
  expect((await contractOf(after.contract.id)).escalation).toEqual(steps)

  const read = await trade.seller.client.run('BusinessCalendars')
  const harbour = read.businessCalendars.find(({ code }: Json) => code === 'HARBOUR')
  expect(harbour.history.edges.map(({ node }: Json) => [node.version, node.reason, node.holidays.length])).toEqual([
    [2, 'Second.', 2],
    [1, 'First.', 1],
  ])
  expect(read.escalationSteps.history.edges.map(({ node }: Json) => node.version)).toEqual([2, 1])
  for (const [operation, input] of [
    ['DefineBusinessCalendar', { ...again, version: 2 }],
    ['SetEscalationSteps', { ...change, version: 2 }],
  ] as const) {
    const answer = await trade.seller.client.act(operation, input).catch(String)
    expect(JSON.stringify(answer)).toContain('NOT_ALLOWED')
  }
})

test('how many due dates wait is shown in the metrics', async () => {
  const exposed = await (await fetch(`${hub.url}/metrics`)).text()
  expect(exposed).toMatch(/^torihiki_dues_waiting \d+$/m)
})
