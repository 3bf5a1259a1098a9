import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { expectBooksToFit } from '../support/audits.ts'
import { acceptedUnder, counterMethod, newGuaranteedTrade, yen, type GuaranteedTrade } from '../support/guarantees.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { today } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: GuaranteedTrade
let agency: Party

beforeAll(async () => {
  hub = await startTestHub()
  ;[trade, agency] = await Promise.all([
    newGuaranteedTrade(hub),
    newParty(hub.url, hub.admin, 'Agency', ['INTERMEDIARY']),
  ])
})
afterEach(() => expectBooksToFit(hub))
afterAll(() => hub?.close())

/** A buyer who applied to a merchant or an intermediary, and was approved by that one: its own member. */
async function ownMemberOf(approver: Party, input: object = {}): Promise<Party> {
  const loginName = `own-${randomUUID().slice(0, 12)}`
  const password = 'correct horse battery'
  const further = { name: 'Own Member', roles: ['BUYER'], mail: `${loginName}@example.org`, loginName, password }
  const applied = await new HubClient(hub.url).must('RegisterMember', {
    ...further,
    ...input,
    addressedTo: approver.id,
  })
  await eventually(
    'the approval',
    () => approver.client.act('ApproveMember', { memberId: applied.member.id, authenticationLevel: 'STANDARD' }),
    (answer) => answer.code === undefined,
  )
  return { id: applied.member.id, name: 'Own Member', loginName, client: await signIn(hub.url, loginName) }
}

const setPool = (holder: Party, limit: string, further: object = {}): Promise<Json> =>
  eventually(
    'the pool',
    () =>
      trade.guarantor.client.act('SetGuaranteePool', {
        holderId: holder.id,
        use: 'APPROVER',
        limit: yen(limit),
        until: today(30),
        ...further,
      }),
    ({ code }) => code !== 'NOT_FOUND' && code !== 'MEMBER_NOT_ACTIVE',
  )
const poolsOf = async ({ client }: Party): Promise<Json[]> =>
  (await client.run('GuaranteePools')).viewer.guaranteePools.edges.map(({ node }: Json) => node)
const shown = ({ limit, used, left }: Json): string[] => [limit.amount, used.amount, left.amount]

/** Asks for a guarantee on which an approver decides. */
async function ask(payer: Party, approver: Party | null, amount = '1000', payee = trade.seller): Promise<string> {
  const input = {
    guarantorId: trade.guarantor.id,
    payeeId: payee.id,
    amount: yen(amount),
    dueOn: today(10),
    approverId: approver?.id ?? null,
  }
  const { guarantee } = await eventually(
    'the request',
    () => payer.client.act('RequestGuarantee', input),
    (answer) => answer.guarantee !== undefined,
  )
  return guarantee.id
}
const grant = ({ client }: Party, guaranteeId: string): Promise<Json> => client.act('GrantGuarantee', { guaranteeId })

test.each([
  ['an intermediary', () => agency],
  ['a merchant', () => trade.seller],
])(
  '%s approves its own member within its pool; both see what is left, and a payment gives it back',
  async (_name, holder) => {
    const approver = holder()
    const { guarantor, seller, store } = trade
    const payer = await ownMemberOf(approver, { settlementAgentId: store.id })
    const { pool } = await setPool(approver, '1500')
    expect(pool).toMatchObject({ version: 1, holder: { name: approver.name }, use: 'APPROVER' })
    const guaranteeId = await ask(payer, approver)
    const waiting = (await approver.client.run('Guarantees', { part: 'APPROVER', status: ['REQUESTED'] })).viewer
    expect(waiting.guarantees.edges.map(({ node }: Json) => node.id)).toEqual([guaranteeId])
    const { guarantee } = await grant(approver, guaranteeId)
    expect(guarantee).toMatchObject({
      status: 'GRANTED',
      guarantor: { id: guarantor.id },
      approver: { id: approver.id },
      pool: { id: pool.id, left: { amount: '500' } },
    })
    for (const party of [guarantor, approver]) {
      const [seen] = (await poolsOf(party)).filter(({ id }) => id === pool.id)
      expect(shown(seen)).toEqual(['1500', '1000', '500'])
    }
    expect(await poolsOf(payer)).toEqual([])
    // The merchant relies on the guarantor's promise, whoever granted it.
    const number: string = guarantee.transactionNumber
    const verified = (await seller.client.run('Guarantee', { transactionNumber: number })).guarantee
    expect(verified).toMatchObject({ status: 'GRANTED', guarantor: { id: guarantor.id } })
    expect((await guarantor.client.run('Guarantee', { id: guaranteeId })).guarantee.pool.id).toBe(pool.id)

    const next = await ask(payer, approver)
    expect(await grant(approver, next)).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      message: expect.stringContaining('500 JPY is left'),
      available: { amount: '500' },
      shortfall: { amount: '500' },
    })
    const own = { ...trade, buyer: payer, methodId: await counterMethod(payer) }
    await acceptedUnder(own, number)
    const report = { transactionNumber: number, amount: yen('1000'), reference: randomUUID(), takenBy: 'POST_OFFICE' }
    await store.client.must('ReportGuaranteedPayment', report)
    const [paid] = (await poolsOf(approver)).filter(({ id }) => id === pool.id)
    expect(shown(paid)).toEqual(['1500', '0', '1500'])
    expect((await grant(approver, next)).guarantee.status).toBe('GRANTED')
    // Given back too when the merchant releases what it does not need.
    await seller.client.must('ReleaseGuarantee', { guaranteeId: next })
    const [released] = (await poolsOf(guarantor)).filter(({ id }) => id === pool.id)
    expect(shown(released)).toEqual(['1500', '0', '1500'])
  },
)

test('or the guarantor keeps approving each purchase itself: an approver decides on nothing that does not name it', async () => {
  const { guarantor } = trade
  const payer = await ownMemberOf(agency)
  await setPool(agency, '5000')
  const guaranteeId = await ask(payer, null)
  expect((await grant(agency, guaranteeId)).code).toBe('NOT_FOUND')
  expect((await grant(trade.seller, guaranteeId)).code).toBe('NOT_FOUND')
  const { guarantee } = await grant(guarantor, guaranteeId)
  expect(guarantee).toMatchObject({ status: 'GRANTED', approver: null, pool: null })
  // The guarantor may decide on what names an approver too; that uses none of the approver's pool.
  const named = await ask(payer, agency)
  expect((await grant(guarantor, named)).guarantee).toMatchObject({ status: 'GRANTED', pool: null })
})

test('a guarantor limits what it grants for one payer by a pool for that payer', async () => {
  const { guarantor } = trade
  const payer = await ownMemberOf(agency)
  const { pool } = await setPool(payer, '1500', { use: 'PAYER' })
  expect((await grant(guarantor, await ask(payer, null))).guarantee.pool).toMatchObject({ id: pool.id })
  const second = await ask(payer, null)
  expect(await grant(guarantor, second)).toMatchObject({ code: 'INSUFFICIENT_FUNDS', available: { amount: '500' } })
  const [seen] = await poolsOf(payer)
  expect(shown(seen)).toEqual(['1500', '1000', '500'])
})

test('within a pool only its own members, only by its holder, and only within one that there is', async () => {
  const { guarantor, buyer, seller } = trade
  await setPool(agency, '5000')
  const notOwn = { guarantorId: guarantor.id, payeeId: seller.id, amount: yen('1'), dueOn: today(10) }
  expect(await buyer.client.act('RequestGuarantee', { ...notOwn, approverId: agency.id })).toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('whose own member you are'),
  })
  const other = await newParty(hub.url, hub.admin, 'Other Agency', ['INTERMEDIARY'])
  const payer = await ownMemberOf(other)
  const guaranteeId = await ask(payer, other)
  expect((await grant(agency, guaranteeId)).code).toBe('NOT_FOUND')
  expect(await grant(other, guaranteeId)).toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('no pool in JPY'),
  })
  expect(await poolsOf(other)).toEqual([])
  const pool = { holderId: payer.id, use: 'APPROVER', limit: yen('1'), until: today(1) }
  expect((await guarantor.client.act('SetGuaranteePool', pool)).faults).toMatchObject([{ path: 'holderId' }])
  expect((await agency.client.act('SetGuaranteePool', { ...pool, holderId: other.id })).code).toBe('NOT_ALLOWED')
  expect((await guarantor.client.act('SetGuaranteePool', { ...pool, use: 'PAYER', until: today(-1) })).code).toBe(
    'INVALID_INPUT',
  )
})

test('a pool is changed by new versions that count at once, ends with its last day, and is revoked; what was granted stands', async () => {
  const { guarantor } = trade
  const bank = await newParty(hub.url, hub.admin, 'Broker', ['INTERMEDIARY'])
  const payer = await ownMemberOf(bank)
  const { pool } = await setPool(bank, '1000')
  const first = await ask(payer, bank, '600')
  expect((await grant(bank, first)).guarantee.status).toBe('GRANTED')
  const second = await ask(payer, bank, '600')
  expect((await grant(bank, second)).code).toBe('INSUFFICIENT_FUNDS')
  expect((await setPool(bank, '1200')).pool).toMatchObject({ id: pool.id, version: 2, left: { amount: '600' } })
  expect((await grant(bank, second)).guarantee.status).toBe('GRANTED')
  // Below what is used it stands, and nothing more is granted.
  const lowered = (await setPool(bank, '500')).pool
  expect([lowered.version, ...shown(lowered)]).toEqual([3, '500', '1200', '0'])
  const third = await ask(payer, bank, '1')
  expect((await grant(bank, third)).code).toBe('INSUFFICIENT_FUNDS')
  await setPool(bank, '9000')
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update reservations.guarantee_pool set until = current_date - 1 where id = $1`, [pool.id]),
  )
  expect(await grant(bank, third)).toMatchObject({ code: 'INSUFFICIENT_FUNDS', available: { amount: '0' } })
  await setPool(bank, '9000')
  expect((await bank.client.act('RevokeGuaranteePool', { poolId: pool.id })).code).toBe('NOT_ALLOWED')
  expect((await trade.seller.client.act('RevokeGuaranteePool', { poolId: pool.id })).code).toBe('NOT_ALLOWED')
  const revoked = (await guarantor.client.must('RevokeGuaranteePool', { poolId: pool.id })).pool
  expect(revoked).toMatchObject({ version: 6, left: { amount: '0' }, revokedAt: expect.any(String) })
  expect(await grant(bank, third)).toMatchObject({
    code: 'INSUFFICIENT_FUNDS',
    message: expect.stringContaining('revoked'),
  })
  expect((await guarantor.client.act('RevokeGuaranteePool', { poolId: pool.id })).code).toBe('WRONG_STATE')
  const standing = (await bank.client.run('Guarantees', { part: 'APPROVER', status: ['GRANTED'] })).viewer.guarantees
  expect(standing.edges.map(({ node }: Json) => node.id).toSorted()).toEqual([first, second].toSorted())
})

test('200 approvals at once on a pool that fits some: never overdrawn, and none that fitted is refused', async () => {
  const atOnce = 200
  const broker = await newParty(hub.url, hub.admin, 'Busy Broker', ['INTERMEDIARY'])
  const payer = await ownMemberOf(broker)
  const { pool } = await setPool(broker, '10000')
  // 1 to 199: twice what fits is asked, and small ones fit long after large ones do not.
  const amounts = Array.from({ length: atOnce }, (_each, i) => 1 + ((i * 7919) % 199))
  const ids = [await ask(payer, broker, String(amounts[0]))]
  ids.push(...(await Promise.all(amounts.slice(1).map((amount) => ask(payer, broker, String(amount))))))
  const answers = await Promise.all(ids.map((id) => grant(broker, id)))
  const granted = amounts.filter((_amount, i) => answers[i]?.guarantee?.status === 'GRANTED')
  const sum = granted.reduce((total, amount) => total + amount, 0)
  const [seen] = (await poolsOf(broker)).filter(({ id }) => id === pool.id)
  expect(shown(seen)).toEqual(['10000', String(sum), String(10_000 - sum)])
  expect(sum).toBeLessThanOrEqual(10_000)
  expect(granted.length).toBeLessThan(atOnce)
  const numbers = answers.flatMap(({ guarantee }) => guarantee?.transactionNumber ?? [])
  expect(new Set(numbers).size).toBe(granted.length)
  // Nothing is given back meanwhile, so what is refused fitted neither then nor at the end.
  for (const [i, answer] of answers.entries()) {
    if (answer.guarantee) continue
    expect(answer.code).toBe('INSUFFICIENT_FUNDS')
    expect(10_000 - sum).toBeLessThan(amounts[i] ?? 0)
  }
})
