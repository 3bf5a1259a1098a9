import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { newCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { Client } from 'pg'
import { openRoom, type ContractsRoom } from '../testing/contracts-room.ts'
import { appendEntry } from './append-entry.ts'
import { monitorLog } from './monitor-log.ts'
import { rotateLogKey } from './rotate-log-key.ts'

let room: ContractsRoom

beforeEach(async () => {
  room = await openRoom()
})
afterEach(() => room.close())

async function append(count: number): Promise<void> {
  await room.store.transaction(async (tx) => {
    for (let i = 0; i < count; i += 1)
      await appendEntry(tx, room.services.signer, {
        contractId: newId(),
        contractCode: newCode('CONTRACT'),
        kind: 'DELIVERY_REPORTED',
        at: new Date('2026-11-21T06:30:00.000Z'),
        factId: newId(),
        body: { note: 'delivered', lines: 2 },
      })
  })
}

async function rotate(expectedGeneration: number): Promise<void> {
  const actor = { memberId: newId(), roles: ['ADMIN'], sessionId: newId() }
  const answer = await rotateLogKey(room.services, actor, { idempotencyKey: newId(), expectedGeneration })
  if (isRefusal(answer)) throw new Error(answer.message)
}

/** Changes rows as the owner of the database, past triggers and rights. */
async function tamper(sql: string): Promise<void> {
  const owner = new Client({ connectionString: room.databaseUrl })
  await owner.connect()
  await owner.query('set search_path = contracts')
  await owner.query('set session_replication_role = replica')
  await owner.query(sql)
  await owner.end()
}

const alarms = async (): Promise<string[]> =>
  (
    await room.store.query<{ kind: string; place: string }>('select kind, place from log_alarm order by kind, place')
  ).map(({ kind, place }) => `${kind} ${place}`)
const position = async (): Promise<{ next_index: string; pass: string; seen_size: string } | undefined> =>
  (await room.store.query<{ next_index: string; pass: string; seen_size: string }>('select * from log_monitor'))[0]

/** Reads the whole log twice, so that what follows from a change is found too. */
async function readAll(batch = 4): Promise<number> {
  let standing = 0
  for (let i = 0; i < 12; i += 1) standing = await monitorLog(room.services, batch)
  return standing
}

describe('reading the log again', () => {
  it('finds nothing in a log that nobody touched, over and over, with two keys, whatever the batch', async () => {
    await append(9)
    await rotate(1)
    await append(12)
    for (const batch of [1, 3, 5, 8, 100]) for (let i = 0; i < 25; i += 1) await monitorLog(room.services, batch)
    expect(await alarms()).toEqual([])
    expect(Number((await position())?.pass)).toBeGreaterThan(10)
    expect((await position())?.seen_size).toBe('22')
  })

  it('goes on where it stopped, and begins anew at the end', async () => {
    await append(5)
    const places: (string | undefined)[] = []
    for (let i = 0; i < 4; i += 1) {
      await monitorLog(room.services, 2)
      places.push((await position())?.next_index)
    }
    expect(places).toEqual(['2', '4', '0', '2'])
  })

  it('does nothing with an empty log', async () => {
    expect(await monitorLog(room.services)).toBe(0)
    expect(await alarms()).toEqual([])
  })

  it.each([
    [
      'a body was changed',
      `update log_entry set entry = jsonb_set(entry, '{body,lines}', '3') where leaf_index = 5`,
      ['ENTRY_CHANGED entry 5'],
    ],
    [
      'a salt was changed',
      `update log_entry set entry = jsonb_set(entry, '{salt}', '"AAAAAAAAAAAAAAAAAAAAAAAA"') where leaf_index = 0`,
      ['ENTRY_CHANGED entry 0'],
    ],
    [
      'an entry was given to another contract',
      `update log_entry set contract_id = gen_random_uuid() where leaf_index = 2`,
      ['ENTRY_CHANGED entry 2'],
    ],
    [
      'a time was changed',
      `update log_entry set at = at + interval '1 day' where leaf_index = 2`,
      ['ENTRY_CHANGED entry 2'],
    ],
    ['an entry is gone', 'delete from log_entry where leaf_index = 6', ['ENTRY_MISSING entry 6']],
    [
      'an inner node was changed',
      `update log_node set hash = sha256('x') where level = 1 and index = 1`,
      ['NODE_CHANGED node 1/1'],
    ],
    ['a node is gone', 'delete from log_node where level = 2 and index = 1', ['NODE_CHANGED node 2/1']],
    ['a checkpoint is gone', 'delete from checkpoint where tree_size = 4', ['CHECKPOINT_MISSING checkpoint 4']],
    [
      'a checkpoint was dated otherwise',
      `update checkpoint set note = replace(note, '2026', '2027') where tree_size = 4`,
      ['CHECKPOINT_CHANGED checkpoint 4'],
    ],
    [
      'a checkpoint’s root was changed beside its note',
      `update checkpoint set root_hash = sha256('x') where tree_size = 4`,
      ['CHECKPOINT_CHANGED checkpoint 4'],
    ],
    [
      'a key was put in another’s place',
      `update log_key set public_x = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' where generation = 2`,
      ['KEY_CHANGED'],
    ],
    [
      'the end was cut off',
      `delete from log_entry where leaf_index = 9; delete from log_node where index = 9 and level = 0; delete from checkpoint where tree_size = 10;
       update log_size set tree_size = 9`,
      ['LOG_SHRUNK size 10'],
    ],
  ])('alarms when %s', async (_sentence, sql, expected) => {
    await append(6)
    await rotate(1)
    await append(3)
    expect(await readAll()).toBe(0)
    await tamper(sql)
    expect(await readAll()).toBeGreaterThan(0)
    const found = await alarms()
    for (const place of expected) expect(found.some((each) => each.startsWith(place))).toBe(true)
  })

  it('alarms when everything was rewritten by somebody who has the key', async () => {
    await append(3)
    await readAll()
    const first = await position()
    await tamper(
      'delete from log_entry; delete from log_node; delete from checkpoint; update log_size set tree_size = 0',
    )
    await append(3)
    await readAll()
    expect(first?.seen_size).toBe('3')
    expect(await alarms()).toEqual(['LOG_REWRITTEN size 3'])
  })

  it('stands while it is so, is on record once, and ends a pass after it was mended', async () => {
    await append(4)
    await tamper(`update log_entry set kind = 'SETTLEMENT_REPORTED' where leaf_index = 1`)
    expect([await monitorLog(room.services), await monitorLog(room.services)]).toEqual([1, 1])
    expect(await alarms()).toHaveLength(1)
    await tamper(`update log_entry set kind = 'DELIVERY_REPORTED' where leaf_index = 1`)
    await monitorLog(room.services)
    expect(await monitorLog(room.services)).toBe(0)
    expect(await alarms()).toHaveLength(1)
  })

  it('does no harm when two read at once', async () => {
    await append(6)
    await Promise.all(Array.from({ length: 6 }, () => monitorLog(room.services, 2)))
    expect(['2', '4', '0']).toContain((await position())?.next_index)
    expect(await readAll()).toBe(0)
  })
})
