import type { LevelLimits } from '@torihiki/schema'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { newId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { emptyStore } from '../testing/empty-store.ts'
import type { KnownMember } from './known-members.ts'
import { exceedsLevel, giveBackToLevel, useLevel, type LevelOperation } from './level.ts'

const level: LevelLimits = {
  code: 'STANDARD',
  version: 1,
  operations: ['SEND_ORDER', 'RESERVE_PAYMENT'],
  maxPerTransaction: { EUR: '10000', JPY: '5000' },
  maxPerDay: { EUR: '25000', JPY: '5000' },
}
const eur = (minor: bigint) => ({ minor, currency: 'EUR' })

describe('a level', () => {
  it.each([
    ['nothing of an operation without an amount', 'SEND_ORDER', null, 0n],
    ['the limit per transaction itself', 'SEND_ORDER', eur(10_000n), 0n],
    ['the limit per day itself', 'SEND_ORDER', eur(10_000n), 15_000n],
  ] as const)('allows %s', (_, operation, amount, used) => {
    expect(exceedsLevel(level, operation, amount, used)).toBeNull()
  })

  it.each([
    ['LEVEL_OPERATION', 'SUBMIT_CONTRACT', { minor: 99_999n, currency: 'USD' }, 0n],
    ['LEVEL_CURRENCY', 'SEND_ORDER', { minor: 99_999n, currency: 'USD' }, 0n],
    ['LEVEL_AMOUNT_PER_TRANSACTION', 'SEND_ORDER', eur(10_001n), 25_000n],
    ['LEVEL_AMOUNT_PER_DAY', 'SEND_ORDER', eur(10_000n), 15_001n],
  ] as const)('refuses by the first rule that is broken: %s', (code, operation, amount, used) => {
    expect(exceedsLevel(level, operation, amount, used)).toMatchObject({
      refused: true,
      __typename: 'LevelExceeded',
      code,
    })
  })

  it.each([
    [null, ['A', null], null],
    [['A', 'B'], ['A', 'B'], null],
    [['A', 'B'], ['A', 'C'], 'LEVEL_PARTNER_GROUP'],
    [['A', 'B'], [null], 'LEVEL_PARTNER_GROUP'],
    [[], ['A'], 'LEVEL_PARTNER_GROUP'],
  ])('for partner groups %j and dealing with %j gives %j', (partnerGroups, groups, code) => {
    const refusal = exceedsLevel({ ...level, partnerGroups }, 'SEND_ORDER', eur(1n), 0n, groups)
    expect(refusal?.code ?? null).toBe(code)
  })

  it('tells limit, used and left', () => {
    expect(exceedsLevel(level, 'SEND_ORDER', eur(6_000n), 20_000n)).toMatchObject({
      rule: 'AMOUNT_PER_DAY',
      limit: { amount: '250.00', currency: 'EUR' },
      used: { amount: '200.00', currency: 'EUR' },
      left: { amount: '50.00', currency: 'EUR' },
    })
  })

  it('that a member has not got allows nothing', () => {
    expect(exceedsLevel(null, 'SEND_ORDER', null, 0n)).toMatchObject({ code: 'LEVEL_OPERATION' })
  })
})

describe('the use of a level', () => {
  let database: TestStore
  beforeAll(async () => {
    database = await testStore(emptyStore)
  })
  afterAll(() => database.close())

  const day = new Date('2026-11-21T23:59:59.999Z')
  const newMember = (): KnownMember => ({
    memberId: newId(),
    version: 1,
    status: 'ACTIVE',
    roles: [],
    level,
    settlementAgentId: null,
    groupName: null,
  })
  const use = (
    member: KnownMember,
    minor: bigint,
    now = day,
    operation: LevelOperation = 'SEND_ORDER',
  ): Promise<Refusal | null> =>
    database.store.transaction((tx) => useLevel(tx, member, { operation, amount: eur(minor), counterpartIds: [] }, now))
  const used = async (member: KnownMember): Promise<bigint> => {
    const [row] = await database.store.query<{ used: string }>(
      'select coalesce(sum(used), 0) as used from level_usage where member_id = $1',
      [member.memberId],
    )
    return BigInt(row?.used ?? -1)
  }

  /** How many transactions of this database were ever broken off because they waited for each other. */
  const deadlocks = async (): Promise<number> => {
    await database.store.query('select pg_stat_force_next_flush()')
    const [row] = await database.store.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    )
    return Number(row?.deadlocks)
  }

  it('lets exactly one of two pass that fit alone but not together', async () => {
    const member = newMember()
    await use(member, 10_000n)
    const answers = await Promise.all([use(member, 8_000n), use(member, 8_000n)])
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(answers.filter((answer) => answer?.code === 'LEVEL_AMOUNT_PER_DAY')).toHaveLength(1)
    expect(await used(member)).toBe(18_000n)
  })

  it('lets exactly as many pass at once as fit into the day', async () => {
    const member = newMember()
    const answers = await Promise.all(Array.from({ length: 40 }, () => use(member, 1_000n)))
    expect(answers.filter((answer) => answer === null)).toHaveLength(25)
    expect(await used(member)).toBe(25_000n)
  })

  it('counts nothing of what is refused or undone', async () => {
    const member = newMember()
    expect(await use(member, 10_001n)).toMatchObject({ code: 'LEVEL_AMOUNT_PER_TRANSACTION' })
    const undone = database.store.transaction(async (tx) => {
      await useLevel(tx, member, { operation: 'SEND_ORDER', amount: eur(10_000n), counterpartIds: [] }, day)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await used(member)).toBe(0n)
  })

  it('has again what an undone operation gives back, on its day and never more than it had', async () => {
    const member = newMember()
    for (const minor of [10_000n, 10_000n, 5_000n]) expect(await use(member, minor)).toBeNull()
    const giveBack = (minor: bigint): Promise<void> =>
      database.store.transaction((tx) => giveBackToLevel(tx, member.memberId, 'SEND_ORDER', eur(minor), day))
    await giveBack(5_000n)
    expect(await used(member)).toBe(20_000n)
    expect(await use(member, 5_000n)).toBeNull()
    expect(await use(member, 1n)).toMatchObject({ code: 'LEVEL_AMOUNT_PER_DAY' })
    await giveBack(99_000n)
    expect(await used(member)).toBe(0n)
  })

  it('does not let an operation wait for another of the same member while the limit is far', async () => {
    const member = newMember()
    await use(member, 8n)
    const [firstHas, secondIsDone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = database.store.transaction(async (tx) => {
      await useLevel(tx, member, { operation: 'SEND_ORDER', amount: eur(100n), counterpartIds: [] }, day)
      firstHas.resolve()
      await secondIsDone.promise
    })
    await firstHas.promise
    expect(await use(member, 200n)).toBeNull()
    secondIsDone.resolve()
    await first
    expect(await used(member)).toBe(308n)
  })

  it('is exact for a limit that is changed in the middle of a day', async () => {
    const member = newMember()
    for (let i = 0; i < 40; i++) expect(await use(member, 300n)).toBeNull()
    const limits = { ...level, maxPerDay: { EUR: '12500' } }
    const lowered = { ...member, level: limits }
    const answers = await Promise.all(Array.from({ length: 12 }, () => use(lowered, 100n)))
    expect(answers.filter((answer) => answer === null)).toHaveLength(5)
    expect(await used(member)).toBe(12_500n)
    const raised = { ...member, level: { ...level, maxPerDay: { EUR: '1000000' } } }
    expect((await Promise.all(Array.from({ length: 20 }, () => use(raised, 10_000n)))).every((each) => !each)).toBe(
      true,
    )
    expect(await used(member)).toBe(212_500n)
    expect(await use(member, 1n)).toMatchObject({ code: 'LEVEL_AMOUNT_PER_DAY', used: { amount: '2125.00' } })
  })

  it('never takes more than the limit, whatever is used and given back at once, and is not broken off by a deadlock', async () => {
    const member = newMember()
    let [taken, returned] = [0n, 0n]
    const breaks = await deadlocks()
    const play = async (seed: number): Promise<void> => {
      for (let i = 0; i < 25; i++) {
        const minor = BigInt(1 + ((seed * 7_919 + i * 104_729) % 900))
        if ((await use(member, minor)) !== null) continue
        taken += minor
        if ((seed + i) % 3 > 0) continue
        await database.store.transaction((tx) => giveBackToLevel(tx, member.memberId, 'SEND_ORDER', eur(minor), day))
        returned += minor
      }
    }
    await Promise.all(Array.from({ length: 16 }, (_each, seed) => play(seed)))
    expect(await used(member)).toBe(taken - returned)
    expect(taken - returned).toBeLessThanOrEqual(25_000n)
    expect(taken - returned).toBeGreaterThan(24_000n)
    expect(await deadlocks()).toBe(breaks)
  })

  it('begins anew with the day of UTC, and is apart for each operation', async () => {
    const member = newMember()
    for (const minor of [10_000n, 10_000n, 5_000n]) expect(await use(member, minor)).toBeNull()
    expect(await use(member, 1n)).toMatchObject({ code: 'LEVEL_AMOUNT_PER_DAY' })
    expect(await use(member, 1n, new Date('2026-11-22T00:00:00.000Z'))).toBeNull()
    expect(await use(member, 1n, day, 'RESERVE_PAYMENT')).toBeNull()
  })
})
