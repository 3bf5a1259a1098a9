import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { newCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { Client } from 'pg'
import { parseCheckpointNote, verifyCheckpoint, type Checkpoint } from '../domain/log/checkpoint.ts'
import { rootOfLeaves, verifyConsistency, verifyInclusion } from '../domain/log/merkle.ts'
import { entryContentSchema, entryLeafHash } from '../domain/log/entry.ts'
import { consistencyProofOf, inclusionProofOf, newestCheckpoint } from '../store/log.ts'
import { openRoom, type ContractsRoom } from '../testing/contracts-room.ts'
import { appendEntry, type NewEntry } from './append-entry.ts'

let room: ContractsRoom

beforeAll(async () => {
  room = await openRoom()
})
afterAll(() => room.close())

const entry = (factId: string): NewEntry => ({
  contractId: newId(),
  contractCode: newCode('CONTRACT'),
  kind: 'DELIVERY_REPORTED',
  at: new Date('2026-11-21T06:30:00.000Z'),
  factId,
  body: { factId },
})
const append = (...entries: NewEntry[]): Promise<void> =>
  room.store.transaction(async (tx) => {
    for (const each of entries) await appendEntry(tx, room.services.signer, each)
  })

type Leaf = { leaf_index: string; leaf_hash: Buffer; fact_id: string; entry: unknown }
const leaves = (): Promise<Leaf[]> =>
  room.store.query<Leaf>('select leaf_index, leaf_hash, fact_id, entry from log_entry order by leaf_index')
const bytesOf = (hashes: readonly string[]): Buffer[] => hashes.map((hash) => Buffer.from(hash, 'base64'))

async function checkpoints(): Promise<Checkpoint[]> {
  const rows = await room.store.query<{ note: string }>('select note from checkpoint order by tree_size')
  return rows.map(({ note }) => {
    const checkpoint = parseCheckpointNote(note)
    if (!checkpoint) throw new Error(`Not a checkpoint: ${note}`)
    return checkpoint
  })
}

describe('entries appended to the log', () => {
  it('are numbered without gaps though many append at once, one of them in vain', async () => {
    const appends = Array.from({ length: 25 }, (_, i) => append(entry(`one ${i}`), entry(`two ${i}`)))
    const inVain = room.store.transaction(async (tx) => {
      await appendEntry(tx, room.services.signer, entry('in vain'))
      throw new Error('The act did not come about.')
    })
    await expect(inVain).rejects.toThrow('did not come about')
    await Promise.all(appends)
    const found = await leaves()
    expect(found.map((leaf) => Number(leaf.leaf_index))).toEqual(Array.from({ length: 50 }, (_, i) => i))
    expect(new Set(found.map((leaf) => leaf.fact_id)).size).toBe(50)
    for (const leaf of found) {
      expect(Buffer.from(entryLeafHash(entryContentSchema.parse(leaf.entry)))).toEqual(leaf.leaf_hash)
    }
  })

  it('each leave a checkpoint that is signed, and the root of all leaves so far', async () => {
    const found = await leaves()
    const all = await checkpoints()
    expect(all.map(({ treeSize }) => treeSize)).toEqual(found.map((_, i) => BigInt(i + 1)))
    for (const [i, checkpoint] of all.entries()) {
      expect(verifyCheckpoint(room.services.signer.keyOf(1).publicJwk, checkpoint)).toBe(true)
      expect(Buffer.from(checkpoint.rootHash)).toEqual(
        Buffer.from(rootOfLeaves(found.slice(0, i + 1).map((leaf) => leaf.leaf_hash))),
      )
    }
  })

  it('are each proved to be in the log, and the log only to have grown', async () => {
    const newest = await newestCheckpoint(room.store)
    const [size, root] = [newest?.treeSize ?? 0, Buffer.from(newest?.rootHash ?? '', 'base64')]
    for (const leaf of await leaves()) {
      const { leafIndex, treeSize, hashes } = await inclusionProofOf(room.store, BigInt(leaf.leaf_index))
      expect(verifyInclusion(BigInt(leafIndex), BigInt(treeSize), leaf.leaf_hash, bytesOf(hashes), root)).toBe(true)
    }
    for (const { treeSize, rootHash } of await checkpoints()) {
      const proof = bytesOf(await consistencyProofOf(room.store, Number(treeSize), size))
      expect(verifyConsistency(treeSize, BigInt(size), rootHash, root, proof)).toBe(true)
    }
  })

  it('stand there once when the same fact comes again, also at the same moment', async () => {
    const before = (await leaves()).length
    await Promise.all(Array.from({ length: 6 }, () => append(entry('the same'))))
    await append(entry('the same'))
    const found = await leaves()
    expect(found).toHaveLength(before + 1)
    expect(found.filter((leaf) => leaf.fact_id === 'the same')).toHaveLength(1)
    expect((await newestCheckpoint(room.store))?.treeSize).toBe(before + 1)
  })
})

describe('what is on record', () => {
  const column = {
    log_entry: 'kind',
    log_node: 'level',
    checkpoint: 'note',
    thread_event: 'kind',
    tolerance_profile: 'rules',
    tolerance_act: 'kind',
    signing_key: 'public_x',
    signing_key_revocation: 'revoked_by',
    log_key: 'public_x',
    goods_report: 'document_id',
    trade_order: 'note',
    order_response: 'note',
    business_calendar: 'title',
    escalation_steps: 'reason',
    order_route: 'cause',
    order_route_decline: 'reason',
    outlet_revision: 'stated',
    outlet_stock_change: 'cause',
    hidden_commitment: 'side',
    hidden_purchase: 'commitment',
    hidden_report: 'step',
    hub_link: 'salt',
    quote_use: 'kind',
    shop_order: 'order_code',
    shop_order_step: 'status',
  }
  const changes = Object.entries(column).flatMap(([table, name]) => [
    `update ${table} set ${name} = ${name}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ])

  it.each(changes)("may not be changed by the subgraph's role: %s", async (change) => {
    await expect(room.store.query(change)).rejects.toThrow(/permission denied/)
  })

  it.each(changes)('is not changed even for the owner of the database: %s', async (change) => {
    const owner = new Client({ connectionString: room.databaseUrl })
    await owner.connect()
    try {
      await owner.query('set search_path = contracts')
      await expect(owner.query(change)).rejects.toThrow(/are never changed or removed/)
    } finally {
      await owner.end()
    }
  })

  it('covers each table that only grows', async () => {
    const rows = await room.store.query<{ table: string }>(
      `select distinct event_object_table as table from information_schema.triggers where trigger_schema = 'contracts'
       union select relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where tgname like '%append_only' and c.relnamespace = 'contracts'::regnamespace`,
    )
    expect(rows.map(({ table }) => table).toSorted()).toEqual(Object.keys(column).toSorted())
  })
})
