import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Json } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { contractedThread, depositOf, newTrade, openCase, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const allOperations = ['REGISTER_CASE', 'SEND_ORDER', 'SUBMIT_CONTRACT', 'RESERVE_PAYMENT']
const jpy = (amount: string) => [{ amount, currency: 'JPY' }]
const level = (code: string, further: object = {}) => ({
  code,
  name: `Level ${code}`,
  operations: allOperations,
  maxPerTransaction: jpy('1000'),
  maxPerDay: jpy('3000'),
  reason: 'A test.',
  ...further,
})
const define = (input: object): Promise<Json> => hub.admin.act('DefineAuthenticationLevel', input)
const buyerWith = (code: string, input: object = {}): Promise<Party> =>
  newParty(hub.url, hub.admin, `Buyer ${code}`, ['BUYER'], {
    level: code,
    input: { settlementAgentId: trade.agent.id, ...input },
  })
const order = (party: Party, threadId: string, unitPrice: string): Promise<Json> =>
  party.client.act('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '1', unitPrice }],
  })

test('of many orders at once at a day’s limit exactly those pass that fit', async () => {
  await define(level('DAY'))
  const buyer = await buyerWith('DAY')
  const threads = await Promise.all(Array.from({ length: 12 }, () => openCase({ ...trade, buyer })))
  const answers = await Promise.all(threads.map(({ threadId }) => order(buyer, threadId, '700')))
  expect(answers.filter((answer) => answer.order)).toHaveLength(4)
  const refused = answers.filter((answer) => answer.code)
  expect(refused).toHaveLength(8)
  expect(refused[0]).toMatchObject({
    code: 'LEVEL_AMOUNT_PER_DAY',
    limit: { amount: '3000' },
    used: { amount: '2800' },
    left: { amount: '200' },
  })
})

test('a changed level is on record with who, when and why, and counts for its members once they are told', async () => {
  const { authenticationLevel: first } = await define(level('GROWING'))
  expect(first.version).toBe(1)
  const buyer = await buyerWith('GROWING')
  const { threadId } = await openCase({ ...trade, buyer })
  expect(await order(buyer, threadId, '2000')).toMatchObject({ code: 'LEVEL_AMOUNT_PER_TRANSACTION' })
  const changed = level('GROWING', { version: 1, maxPerTransaction: jpy('2500'), reason: 'They pay well.' })
  const { authenticationLevel: second } = await define(changed)
  expect(second.version).toBe(2)
  expect(second.history.edges.map(({ node }: Json) => [node.version, node.reason, node.changedBy.name])).toEqual([
    [2, 'They pay well.', 'Torihiki'],
    [1, 'A test.', 'Torihiki'],
  ])
  await eventually(
    'the new version to count',
    () => order(buyer, threadId, '2000'),
    (answer) => answer.order !== undefined,
  )
  expect(await define(changed)).toMatchObject({ code: 'WRONG_STATE', state: 'VERSION_2' })
  expect(await define(level('GROWING'))).toMatchObject({ code: 'WRONG_STATE', state: 'VERSION_2' })
  expect(await define(level('NEVER', { version: 1 }))).toMatchObject({ code: 'WRONG_STATE', state: 'NOT_DEFINED' })
})

test('two administrators who change the same version at once do not overwrite each other', async () => {
  await define(level('CONTESTED'))
  const answers = await Promise.all(
    ['one', 'other'].map((reason) => define(level('CONTESTED', { version: 1, reason }))),
  )
  expect(answers.map((answer): string => answer.code ?? 'DONE').toSorted()).toEqual(['DONE', 'WRONG_STATE'])
})

test('a level that names partner groups refuses to deal with others', async () => {
  await define(level('CLUB', { partnerGroups: ['Steel Club'] }))
  const buyer = await buyerWith('CLUB')
  const inside = await newParty(hub.url, hub.admin, 'Insider', ['SELLER'], { input: { groupName: 'Steel Club' } })
  const register = (...partnerIds: string[]): Promise<Json> =>
    buyer.client.act('RegisterCase', { title: 'x', description: 'x', partnerIds })
  expect(await register(inside.id, trade.seller.id)).toMatchObject({
    __typename: 'LevelExceeded',
    code: 'LEVEL_PARTNER_GROUP',
    rule: 'PARTNER_GROUP',
  })
  const { case: made } = await register(inside.id)
  const { case: left } = await register(inside.id)
  expect((await order(buyer, made.threads[0].id, '500')).order).toBeDefined()
  await define(level('CLUB', { version: 1, partnerGroups: ['Another'] }))
  await eventually(
    'the new version to count',
    () => register(inside.id),
    (answer) => answer.code === 'LEVEL_PARTNER_GROUP',
  )
  expect(await order(buyer, left.threads[0].id, '1')).toMatchObject({ code: 'LEVEL_PARTNER_GROUP' })
})

test('what a reservation used of the day is given back when it is voided', async () => {
  await define(level('VOIDING', { maxPerDay: jpy('1500') }))
  const buyer = await buyerWith('VOIDING')
  const own = { ...trade, buyer }
  const { threadId } = await contractedThread(own)
  const method = await depositOf(own, '5000')
  const first = await reserve(own, threadId, method)
  await buyer.client.must('VoidReservation', { reservationId: first.id })
  const second = await reserve(own, threadId, method)
  expect(second.id).not.toBe(first.id)
})

test('limits that contradict each other are refused with all faults, and only administrators define levels', async () => {
  const answer = await define(
    level('bad', {
      operations: [],
      maxPerTransaction: [...jpy('10'), ...jpy('20')],
      maxPerDay: jpy('5'),
      reason: ' ',
    }),
  )
  expect(answer.faults.map(({ path }: Json) => path)).toEqual(['code', 'reason'])
  const limits = await define(
    level('BAD', { maxPerTransaction: jpy('10'), maxPerDay: [...jpy('5'), { amount: '1.00', currency: 'EUR' }] }),
  )
  expect(limits.faults.map(({ path }: Json) => path)).toEqual(['maxPerTransaction.0', 'maxPerDay.1'])
  expect((await trade.buyer.client.act('DefineAuthenticationLevel', level('MINE'))).code).toBe('NOT_ALLOWED')
  const history = '{ authenticationLevels { code history(first: 1) { edges { cursor } } } }'
  const seen = (await trade.buyer.client.send(history)).data.authenticationLevels
  expect(seen.find(({ code }: Json) => code === 'STANDARD')).toEqual({ code: 'STANDARD', history: null })
})
