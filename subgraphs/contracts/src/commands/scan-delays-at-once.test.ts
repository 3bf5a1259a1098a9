import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { Client } from 'pg'
import { openRoom, type ContractsRoom, type StandingContract } from '../testing/contracts-room.ts'
import { lateContracts, noonOf, type LateContracts } from '../testing/late-contracts.ts'
import { dueToCheck, pauseAfterFailureMs, scanDelays } from './scan-delays.ts'

let room: ContractsRoom
let late: LateContracts

beforeAll(async () => {
  room = await openRoom()
  late = lateContracts(room)
})
afterEach(() => late.closeAll())
afterAll(() => room.close())

/** The database as its owner, for what the subgraph itself may not do. */
async function ownerOf(databaseUrl: string): Promise<Client> {
  const owner = new Client({ connectionString: databaseUrl })
  await owner.connect()
  return owner
}

const waitingBackends = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  and query like '%insert into outbox%'`

describe('many scans at once', () => {
  it('warn of each step exactly once, with batches of any size, while deliveries are reported', async () => {
    const contracts = await Promise.all(
      Array.from({ length: 30 }, () => room.contract({ deliverBy: '2026-11-20', payBy: '2026-11-20' })),
    )
    for (const [day, level] of [
      ['2026-11-21', 1],
      ['2026-11-27', 2],
    ] as const) {
      room.setNow(noonOf(day))
      const scans = [1, 2, 7, 100].map((batch) => scanDelays(room.services, { batch, atOnce: 2 }))
      const reports = level === 2 ? contracts.slice(0, 5).map((contract) => late.deliver(contract, day)) : []
      await Promise.all([...scans, ...reports])
      await scanDelays(room.services)
    }
    for (const [i, contract] of contracts.entries()) {
      const facts = await late.factsFound(contract)
      const levels = (await late.latenesses(contract)).length
      expect(facts).toHaveLength(levels)
      expect(await late.warned(contract)).toHaveLength(levels)
      if (i >= 5) expect(levels).toBe(4)
      else expect([3, 4]).toContain(levels)
    }
  })

  it('pass over what somebody else has in hand, a due date as well as a thread, and come back to it', async () => {
    const [due, thread, free] = [
      await room.contract({ deliverBy: '2026-11-18' }),
      await room.contract({ deliverBy: '2026-11-19' }),
      await room.contract({ deliverBy: '2026-11-20' }),
    ]
    const other = await ownerOf(room.databaseUrl)
    await other.query('begin')
    await other.query('select from contracts.contract_due where contract_id = $1 for no key update', [due.contractId])
    await other.query('select from contracts.case_thread where id = $1 for no key update', [thread.threadId])
    room.setNow(noonOf('2026-11-21'))
    expect(await scanDelays(room.services)).toEqual({ checked: 1, warned: 1, failed: 0 })
    expect(await late.latenesses(free)).toHaveLength(1)
    await other.query('rollback')
    await other.end()
    expect(await scanDelays(room.services)).toEqual({ checked: 2, warned: 2, failed: 0 })
  })

  it('stop at the most warnings that a scan gives, and the next goes on', async () => {
    for (let i = 0; i < 7; i++) await room.contract({ deliverBy: '2026-11-20' })
    room.setNow(noonOf('2026-11-21'))
    const limited = { batch: 2, mostWarnings: 5, atOnce: 3 }
    expect((await scanDelays(room.services, limited)).warned).toBe(5)
    expect((await scanDelays(room.services, limited)).warned).toBe(2)
    expect(await dueToCheck(room.store, noonOf('2026-11-21'))).toBe(0)
  })
})

describe('after the hub was down for 40 days', () => {
  it('one warning is given of each lateness, of the highest step, and further scans give none', async () => {
    const contracts = await Promise.all(Array.from({ length: 4 }, () => room.contract({ deliverBy: '2026-11-20' })))
    expect(await late.scanOn('2026-12-30')).toBe(4)
    expect(await late.scanOn('2026-12-31')).toBe(0)
    for (const contract of contracts) expect(await late.latenesses(contract)).toMatchObject([{ level: 4 }])
  })
})

describe('a scan that is cut off', () => {
  /** A trigger that breaks off the transaction when this contract's lateness is put on record. */
  const breakAt = async ({ contractId }: StandingContract): Promise<() => Promise<void>> => {
    const owner = await ownerOf(room.databaseUrl)
    await owner.query(`create or replace function contracts.cut_off() returns trigger language plpgsql as $$
      begin if new.contract_id = '${contractId}' then raise exception 'cut off'; end if; return new; end $$`)
    await owner.query(
      'create trigger cut_off before insert on contracts.lateness for each row execute function contracts.cut_off()',
    )
    return async () => {
      await owner.query('drop trigger cut_off on contracts.lateness')
      await owner.end()
    }
  }

  it('leaves nothing half done: what one due date breaks is warned of for the others, and for it when it can be', async () => {
    const contracts: StandingContract[] = []
    for (const deliverBy of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'])
      contracts.push(await room.contract({ deliverBy }))
    const [first, second, ...rest] = contracts
    if (!first || !second) throw new Error('There are four.')
    const mend = await breakAt(second)
    room.setNow(noonOf('2026-11-21'))
    expect(await scanDelays(room.services, { atOnce: 1 })).toEqual({ checked: 3, warned: 3, failed: 1 })
    for (const contract of [first, ...rest]) expect(await late.latenesses(contract)).toHaveLength(1)
    expect([await late.latenesses(second), await late.factsFound(second), await late.warned(second)]).toEqual([
      [],
      [],
      [],
    ])
    await mend()
    expect((await scanDelays(room.services)).warned).toBe(0)
    room.setNow(new Date(noonOf('2026-11-21').getTime() + pauseAfterFailureMs))
    expect((await scanDelays(room.services)).warned).toBe(1)
    for (const contract of contracts) {
      expect(await late.factsFound(contract)).toHaveLength(1)
      expect(await late.warned(contract)).toHaveLength(1)
    }
  })

  it('by a kill of its process in the middle of a batch has done nothing, and the next does all of it once', async () => {
    const contracts = await Promise.all(Array.from({ length: 6 }, () => room.contract({ deliverBy: '2026-11-20' })))
    const now = noonOf('2026-11-21')
    const [blocker, owner] = [await ownerOf(room.databaseUrl), await ownerOf(room.databaseUrl)]
    await blocker.query('begin')
    // The first lateness is on record and told in its thread when the scan waits for this lock.
    await blocker.query('lock table contracts.outbox in share mode')
    const program = join(import.meta.dirname, '../testing/scan-once.ts')
    const child = spawn(process.execPath, [program, room.databaseUrl, room.hubSecret, now.toISOString()])
    const ended = once(child, 'exit')
    const pid = await waitFor(async () => (await owner.query<{ pid: number }>(waitingBackends)).rows[0]?.pid, {
      timeoutMs: 20_000,
      everyMs: 20,
      what: 'the scan to be in the middle of its batch',
    })
    child.kill('SIGKILL')
    await ended
    await blocker.query('rollback')
    await waitFor(
      async () =>
        (await owner.query('select from pg_stat_activity where pid = $1', [pid])).rows.length === 0 || undefined,
      { timeoutMs: 10_000, everyMs: 20, what: 'PostgreSQL to notice' },
    )
    for (const contract of contracts) expect(await late.latenesses(contract)).toEqual([])
    room.setNow(now)
    expect(await scanDelays(room.services)).toEqual({ checked: 6, warned: 6, failed: 0 })
    for (const contract of contracts) {
      expect(await late.latenesses(contract)).toHaveLength(1)
      expect(await late.factsFound(contract)).toHaveLength(1)
      expect(await late.warned(contract)).toHaveLength(1)
    }
    await Promise.all([blocker.end(), owner.end()])
  })
})
