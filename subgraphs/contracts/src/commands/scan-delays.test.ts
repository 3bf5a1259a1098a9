import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { openRoom, type ContractsRoom, type StandingContract } from '../testing/contracts-room.ts'
import { reportDelivery } from './report-delivery.ts'
import { scanBatch, scanDelays } from './scan-delays.ts'

let room: ContractsRoom

beforeAll(async () => {
  room = await openRoom()
})
/** Contracts of one test must not be late for the next. */
afterEach(() => room.store.query('update contract_due set fulfilled_at = now(), next_check_at = null'))
afterAll(() => room.close())

const noonOf = (day: string): Date => new Date(`${day}T12:00:00.000Z`)

async function scanOn(day: string, batch = scanBatch): Promise<number> {
  room.setNow(noonOf(day))
  return (await scanDelays(room.services, { batch })).warned
}

const latenesses = ({ contractId }: StandingContract): Promise<unknown[]> =>
  room.store.query(
    'select kind, level, due_on::text, found_at from lateness where contract_id = $1 order by kind, level',
    [contractId],
  )

const factsFound = ({ threadId }: StandingContract): Promise<unknown[]> =>
  room.store.query(
    `select fact ->> 'late' as late, delayed, by_side from thread_event where thread_id = $1 and kind = 'LATENESS_FOUND' order by version`,
    [threadId],
  )

async function isDelayed({ threadId }: StandingContract): Promise<boolean | undefined> {
  const [row] = await room.store.query<{ delayed: boolean }>('select delayed from case_thread where id = $1', [
    threadId,
  ])
  return row?.delayed
}

async function deliver(contract: StandingContract, deliveredOn: string, partial = false): Promise<void> {
  const actor = { memberId: contract.partnerId, roles: ['SELLER'], sessionId: 'session' }
  const input = {
    idempotencyKey: `deliver ${deliveredOn} ${partial}`,
    threadId: contract.threadId,
    deliveredOn,
    partial,
  }
  const answer = await reportDelivery(room.services, actor, input)
  if (isRefusal(answer)) throw new Error(answer.message)
}

describe('a scan for delays', () => {
  it('finds nothing on the day that is due, and the lateness on the next', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20' })
    expect(await scanOn('2026-11-20')).toBe(0)
    expect(await isDelayed(contract)).toBe(false)
    expect(await scanOn('2026-11-21')).toBe(1)
    expect(await latenesses(contract)).toMatchObject([{ kind: 'DELIVERY', level: 1, due_on: '2026-11-20' }])
    expect(await factsFound(contract)).toEqual([{ late: 'DELIVERY', delayed: true, by_side: null }])
    expect(await isDelayed(contract)).toBe(true)
  })

  it('finds a lateness once', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })
    expect(await scanOn('2026-11-21')).toBe(2)
    expect(await scanOn('2026-11-21')).toBe(0)
    expect(await scanOn('2026-11-22')).toBe(0)
    expect(await latenesses(contract)).toMatchObject([{ kind: 'DELIVERY' }, { kind: 'SETTLEMENT' }])
  })

  it('finds it again as it escalates, and no more after the last level', async () => {
    const contract = await room.contract({ payBy: '2026-11-20' })
    const days = [
      '2026-11-21',
      '2026-11-26',
      '2026-11-27',
      '2026-12-03',
      '2026-12-04',
      '2026-12-19',
      '2026-12-20',
      '2027-11-20',
    ]
    const found: number[] = []
    for (const day of days) found.push(await scanOn(day))
    expect(found).toEqual([1, 0, 1, 0, 1, 0, 1, 0])
    expect(await latenesses(contract)).toMatchObject([{ level: 1 }, { level: 2 }, { level: 3 }, { level: 4 }])
    expect(await factsFound(contract)).toHaveLength(4)
  })

  it('records only the level that is reached when none looked before', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-01' })
    expect(await scanOn('2026-11-21')).toBe(1)
    expect(await latenesses(contract)).toMatchObject([{ level: 3 }])
  })

  it('finds it once though several look at once', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })
    room.setNow(noonOf('2026-11-21'))
    const found = await Promise.all(Array.from({ length: 6 }, () => scanDelays(room.services)))
    expect(found.reduce((sum, each) => sum + each.warned, 0)).toBe(2)
    expect(await latenesses(contract)).toHaveLength(2)
    expect(await factsFound(contract)).toHaveLength(2)
  })

  it('comes to all that is late, however many were found before', async () => {
    const contracts: StandingContract[] = []
    for (const deliverBy of ['2026-11-18', '2026-11-19', '2026-11-20'])
      contracts.push(await room.contract({ deliverBy }))
    expect(await scanOn('2026-11-21', 1)).toBe(3)
    expect(await scanOn('2026-11-21', 1)).toBe(0)
    for (const contract of contracts) expect(await latenesses(contract)).toHaveLength(1)
  })
})

describe('a late delivery', () => {
  it('is over when all was delivered, and does not escalate', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20' })
    await scanOn('2026-11-21')
    await deliver(contract, '2026-11-21', true)
    expect(await isDelayed(contract)).toBe(true)
    expect(await scanOn('2026-11-27')).toBe(1)
    await deliver(contract, '2026-11-27')
    expect(await isDelayed(contract)).toBe(false)
    expect(await scanOn('2026-12-20')).toBe(0)
    expect(await latenesses(contract)).toHaveLength(2)
  })

  it('is none when it was delivered before anybody looked', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20' })
    room.setNow(noonOf('2026-11-21'))
    await deliver(contract, '2026-11-21')
    expect(await scanOn('2026-11-22')).toBe(0)
  })
})
