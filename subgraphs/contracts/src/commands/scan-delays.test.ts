import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@torihiki/schema'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { openRoom, type ContractsRoom, type StandingContract } from '../testing/contracts-room.ts'
import { lateContracts, noonOf, type LateContracts } from '../testing/late-contracts.ts'
import { cancelContract } from './cancel-contract.ts'
import { reportDelivery } from './report-delivery.ts'
import { scanDelays } from './scan-delays.ts'
import { takeEvent } from './take-event.ts'

let room: ContractsRoom
let late: LateContracts

beforeAll(async () => {
  room = await openRoom()
  late = lateContracts(room)
})
afterEach(() => late.closeAll())
afterAll(() => room.close())

describe('a scan for delays', () => {
  it('finds nothing on the day that is due, and the lateness on the next', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20' })
    expect(await late.scanOn('2026-11-20')).toBe(0)
    expect(await late.isDelayed(contract)).toBe(false)
    expect(await late.scanOn('2026-11-21')).toBe(1)
    expect(await late.latenesses(contract)).toMatchObject([{ kind: 'DELIVERY', level: 1, due_on: '2026-11-20' }])
    expect(await late.factsFound(contract)).toEqual([{ late: 'DELIVERY', delayed: true, by_side: null }])
    expect(await late.isDelayed(contract)).toBe(true)
  })

  it('finds a lateness once', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })
    expect(await late.scanOn('2026-11-21')).toBe(2)
    expect(await late.scanOn('2026-11-21')).toBe(0)
    expect(await late.scanOn('2026-11-22')).toBe(0)
    expect(await late.latenesses(contract)).toMatchObject([{ kind: 'DELIVERY' }, { kind: 'SETTLEMENT' }])
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
    for (const day of days) found.push(await late.scanOn(day))
    expect(found).toEqual([1, 0, 1, 0, 1, 0, 1, 0])
    expect(await late.latenesses(contract)).toMatchObject([{ level: 1 }, { level: 2 }, { level: 3 }, { level: 4 }])
    expect(await late.factsFound(contract)).toHaveLength(4)
  })

  it('records only the level that is reached when none looked before', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-01' })
    expect(await late.scanOn('2026-11-21')).toBe(1)
    expect(await late.latenesses(contract)).toMatchObject([{ level: 3 }])
  })

  it('finds it once though several look at once', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })
    room.setNow(noonOf('2026-11-21'))
    const found = await Promise.all(Array.from({ length: 6 }, () => scanDelays(room.services)))
    expect(found.reduce((sum, each) => sum + each.warned, 0)).toBe(2)
    expect(await late.latenesses(contract)).toHaveLength(2)
    expect(await late.factsFound(contract)).toHaveLength(2)
  })

  it('comes to all that is late, however many were found before', async () => {
    const contracts: StandingContract[] = []
    for (const deliverBy of ['2026-11-18', '2026-11-19', '2026-11-20'])
      contracts.push(await room.contract({ deliverBy }))
    expect(await late.scanOn('2026-11-21', 1)).toBe(3)
    expect(await late.scanOn('2026-11-21', 1)).toBe(0)
    for (const contract of contracts) expect(await late.latenesses(contract)).toHaveLength(1)
  })
})

describe('a late delivery', () => {
  it('is over when all was delivered, and does not escalate', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20' })
    await late.scanOn('2026-11-21')
    await late.deliver(contract, '2026-11-21', true)
    expect(await late.isDelayed(contract)).toBe(true)
    expect(await late.scanOn('2026-11-27')).toBe(1)
    await late.deliver(contract, '2026-11-27')
    expect(await late.isDelayed(contract)).toBe(false)
    expect(await late.scanOn('2026-12-20')).toBe(0)
    expect(await late.latenesses(contract)).toHaveLength(2)
  })

  it('is none when it was delivered before anybody looked', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20' })
    room.setNow(noonOf('2026-11-21'))
    await late.deliver(contract, '2026-11-21')
    expect(await late.scanOn('2026-11-22')).toBe(0)
  })
})

describe('a warning', () => {
  it('goes to whom its step names: who must act, both, and the agent too', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })
    const { sourceId: buyer, partnerId: seller, agentId } = contract
    for (const day of ['2026-11-21', '2026-11-27', '2026-12-04', '2026-12-20']) await late.scanOn(day)
    const told = (await late.warned(contract)).map(({ kind, level, warnedIds }) => [kind, level, warnedIds])
    expect(told).toHaveLength(8)
    expect(told).toEqual(
      expect.arrayContaining([
        ['DELIVERY', 1, [seller]],
        ['SETTLEMENT', 1, [buyer]],
        ['DELIVERY', 2, [seller]],
        ['SETTLEMENT', 2, [buyer]],
        ['DELIVERY', 3, [buyer, seller]],
        ['SETTLEMENT', 3, [buyer, seller]],
        ['DELIVERY', 4, [buyer, seller, agentId]],
        ['SETTLEMENT', 4, [buyer, seller, agentId]],
      ]),
    )
  })

  it('comes by the steps of the contract when it has its own', async () => {
    const steps = [
      { afterDays: 2, action: 'WARN_BOTH' },
      { afterDays: 3, action: 'REMIND' },
    ] as const
    const contract = await room.contract({ deliverBy: '2026-11-20', steps })
    const found: number[] = []
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-12-30']) found.push(await late.scanOn(day))
    expect(found).toEqual([0, 1, 1, 0])
    expect(await late.latenesses(contract)).toMatchObject([{ level: 1 }, { level: 2 }])
  })

  it('comes when the day is over in the time zone of the contract', async () => {
    const [tokyo, newYork] = [
      await room.contract({ deliverBy: '2026-11-20', timeZone: 'Asia/Tokyo' }),
      await room.contract({ deliverBy: '2026-11-20', timeZone: 'America/New_York' }),
    ]
    const scanAt = async (instant: string): Promise<number> => {
      room.setNow(new Date(instant))
      return (await scanDelays(room.services)).warned
    }
    expect(await scanAt('2026-11-20T14:59:59.999Z')).toBe(0)
    expect(await scanAt('2026-11-20T15:00:00.000Z')).toBe(1)
    expect([(await late.latenesses(tokyo)).length, (await late.latenesses(newYork)).length]).toEqual([1, 0])
    expect(await scanAt('2026-11-21T04:59:59.999Z')).toBe(0)
    expect(await scanAt('2026-11-21T05:00:00.000Z')).toBe(1)
    expect(await late.latenesses(newYork)).toHaveLength(1)
  })
})

describe('a business calendar', () => {
  const define = async (code: string, version: number, holidays: string[]): Promise<void> => {
    await room.store.query(
      `insert into business_calendar (code, version, title, weekend, holidays, counts_business_days, defined_at, reason)
       values ($1, $2, $1, '{6,7}', $3, true, now(), 'A test')`,
      [code, version, holidays],
    )
  }

  it('moves a due day over weekend and holiday, and counts its own days to the next step', async () => {
    await define('MOVES', 1, ['2026-11-23'])
    const contract = await room.contract({ deliverBy: '2026-11-21', calendar: 'MOVES' })
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) expect(await late.scanOn(day)).toBe(0)
    expect(await late.scanOn('2026-11-25')).toBe(1)
    for (const day of ['2026-12-01', '2026-12-02']) expect(await late.scanOn(day)).toBe(0)
    expect(await late.scanOn('2026-12-03')).toBe(1)
    const rows = await room.store.query(
      'select due_on::text, falls_on::text, calendar_version from lateness where contract_id = $1 order by level',
      [contract.contractId],
    )
    expect(rows).toEqual(Array(2).fill({ due_on: '2026-11-21', falls_on: '2026-11-24', calendar_version: 1 }))
  })

  it('counts in its newest version at once, a holiday more as well as one less', async () => {
    await define('CHANGES', 1, ['2026-11-24'])
    await room.contract({ deliverBy: '2026-11-20', calendar: 'CHANGES' })
    await define('CHANGES', 2, ['2026-11-23', '2026-11-24'])
    expect(await late.scanOn('2026-11-23')).toBe(0)
    expect(await late.scanOn('2026-11-24')).toBe(0)
    await define('CHANGES', 3, ['2026-11-23'])
    expect(await late.scanOn('2026-11-24')).toBe(0)
    expect(await late.scanOn('2026-11-25')).toBe(1)
  })
})

describe('several deliveries', () => {
  const report = (contract: StandingContract, completes: number[], key = `completes ${completes.join()}`) => {
    const actor = { memberId: contract.partnerId, roles: ['SELLER'], sessionId: 'session' }
    const input = {
      idempotencyKey: key,
      threadId: contract.threadId,
      deliveredOn: '2026-11-20',
      partial: true,
      completes,
    }
    return reportDelivery(room.services, actor, input)
  }
  const open = ({ contractId }: StandingContract): Promise<unknown[]> =>
    room.store.query('select part from lateness where contract_id = $1 and resolved_at is null order by part', [
      contractId,
    ])

  it('are late one by one, and late no more when a report completes them', async () => {
    const contract = await room.contract({ deliveries: ['2026-11-10', '2026-11-18', '2026-11-25'] })
    expect(await late.scanOn('2026-11-20')).toBe(2)
    await report(contract, [])
    expect(await open(contract)).toEqual([{ part: 1 }, { part: 2 }])
    await report(contract, [1])
    expect(await open(contract)).toEqual([{ part: 2 }])
    expect(await late.isDelayed(contract)).toBe(true)
    await report(contract, [2])
    expect(await open(contract)).toEqual([])
    expect(await late.isDelayed(contract)).toBe(false)
    expect(await late.scanOn('2026-11-25')).toBe(0)
    expect(await late.scanOn('2026-11-26')).toBe(1)
    expect(await late.isDelayed(contract)).toBe(true)
    await report(contract, [3])
    expect(await late.isDelayed(contract)).toBe(false)
    const [thread] = await room.store.query('select partial from case_thread where id = $1', [contract.threadId])
    expect(thread).toEqual({ partial: false })
  })

  it('that the contract has not are refused', async () => {
    const contract = await room.contract({ deliveries: ['2026-11-10', '2026-11-18'] })
    expect(await report(contract, [2, 3])).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ path: 'completes', message: expect.stringContaining('no delivery 3') }],
    })
    expect(await report(contract, [0])).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('a resolved lateness', () => {
  const event = <T extends 'ObligationSettled' | 'InspectionConfirmed'>(type: T, payload: object): PublishedEvent<T> =>
    ({ id: newId(), type, origin: 'settlements', at: '2026-11-22T12:00:00.000Z', payload }) as PublishedEvent<T>
  const amount = { amountMinor: '1000', currency: 'EUR' }

  it('is told once in the thread, and all that is due ends with the settlement', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })
    const { threadId, contractId, agentId } = contract
    await late.scanOn('2026-11-21')
    const settled = { obligationId: newId(), threadId, contractId, windowId: null, agentId, reference: 'R', ...amount }
    const report = event('ObligationSettled', { ...settled, settledAt: '2026-11-22T12:00:00.000Z' })
    room.setNow(noonOf('2026-11-22'))
    for (let i = 0; i < 2; i++) await takeEvent(room.services, report)
    expect(await late.isDelayed(contract)).toBe(false)
    expect(await late.scanOn('2027-11-20')).toBe(0)
    const told = await room.store.query(
      `select fact ->> 'late' as late, delayed from thread_event where thread_id = $1 and kind = 'LATENESS_RESOLVED' order by 1`,
      [threadId],
    )
    expect(told).toEqual([
      { late: 'DELIVERY', delayed: false },
      { late: 'SETTLEMENT', delayed: false },
    ])
    const resolved = await room.store.query<{ resolved_at: string }>(
      'select resolved_at from lateness where contract_id = $1',
      [contractId],
    )
    expect(resolved.map((row) => new Date(row.resolved_at))).toEqual([noonOf('2026-11-22'), noonOf('2026-11-22')])
  })

  it.each([
    ['of the whole ends a late delivery that was not reported', false, false],
    ['of a part does not', true, true],
  ])('an inspection %s', async (_, partial, delayed) => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-30' })
    const { threadId, contractId, agentId, sourceId, partnerId } = contract
    await late.scanOn('2026-11-21')
    const of = { threadId, contractId, confirmedById: sourceId, onBehalfOfId: null, payment: 'ON_ACCOUNT', ...amount }
    const parties = { buyerId: sourceId, sellerId: partnerId, settlement: 'NET', settlementAgentId: agentId }
    await takeEvent(room.services, event('InspectionConfirmed', { inspectionId: newId(), partial, ...of, ...parties }))
    expect(await late.isDelayed(contract)).toBe(delayed)
    expect(await late.scanOn('2026-12-01')).toBe(delayed ? 2 : 1)
  })
})

describe('a cancelled contract', () => {
  it('is late no more, and nothing further is found of it', async () => {
    const contract = await room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-30' })
    await late.scanOn('2026-11-21')
    for (const memberId of [contract.sourceId, contract.partnerId]) {
      const actor = { memberId, roles: [], sessionId: 'session' }
      const input = { idempotencyKey: 'cancel', threadId: contract.threadId, reason: 'No need any more' }
      expect(isRefusal(await cancelContract(room.services, actor, input))).toBe(false)
    }
    expect(await late.isDelayed(contract)).toBe(false)
    expect(await late.scanOn('2026-12-30')).toBe(0)
    const open = 'select 1 from lateness where contract_id = $1 and resolved_at is null'
    expect(await room.store.query(open, [contract.contractId])).toEqual([])
  })
})
