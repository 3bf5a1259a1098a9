import { newId } from '@torihiki/shared/ids.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import {
  type LogFinding,
  type LogStretch,
  recheckKeys,
  recheckStretch,
  type StoredCheckpoint,
  type StoredLeaf,
} from '../domain/log/recheck.ts'
import { type Frontier, frontierAt, neededNodesForFrontier, type NodeAddress, nodesFrom } from '../domain/log/merkle.ts'
import type { ContractsServices } from '../services.ts'
import { logKeysOf, readNodes } from '../store/log.ts'

/** Entries that one turn reads again: with their signatures about a fifth of a second of work. */
export const monitorBatch = 1_000

type Position = { next: bigint; pass: bigint; seenSize: bigint; seenRoot: Buffer | null }

/**
 * Reads the next entries of the log again, and begins anew when it has read all (A5). What no longer holds is kept as an alarm, logged as an
 * error and counted. Two turns at once do no harm: the one that is later changes nothing.
 * @param batch how many entries it reads
 * @returns how many alarms stand: found in this pass or the one before
 */
export async function monitorLog(services: ContractsServices, batch: number = monitorBatch): Promise<number> {
  const { store, signer } = services
  const position = await readPosition(services)
  const [row] = await store.query<{ tree_size: string }>('select tree_size from log_size where id = 1')
  const size = BigInt(row?.tree_size ?? 0)
  const from = position.next < size ? position.next : 0n
  const to = from + BigInt(batch) < size ? from + BigInt(batch) : size
  const history = await recheckHistory(services, position, size)
  const findings = [...history]
  if (size > 0n) {
    const keys = await logKeysOf(store, signer)
    if (from === 0n) findings.push(...recheckKeys(signer.origin, keys))
    findings.push(...recheckStretch({ ...(await readStretch(services, from, to)), keys }))
  }
  return save(services, position, { findings, to, size, trusted: history.length === 0 })
}

async function readPosition({ store }: ContractsServices): Promise<Position> {
  const [row] = await store.query<{ next_index: string; pass: string; seen_size: string; seen_root: Buffer | null }>(
    'select next_index, pass, seen_size, seen_root from log_monitor where id = 1',
  )
  if (!row) throw new Error('The row of the log monitor is not there.')
  return {
    next: BigInt(row.next_index),
    pass: BigInt(row.pass),
    seenSize: BigInt(row.seen_size),
    seenRoot: row.seen_root,
  }
}

/** The log of now must begin with the log that was seen before: no smaller, and with the root that it had. */
async function recheckHistory(
  { store }: ContractsServices,
  { seenSize, seenRoot }: Position,
  size: bigint,
): Promise<LogFinding[]> {
  if (seenSize === 0n || seenRoot === null) return []
  const place = `size ${seenSize}`
  if (size < seenSize)
    return [{ kind: 'LOG_SHRUNK', place, message: `The transparency log had ${seenSize} entries and has ${size} now` }]
  const [row] = await store.query<{ root_hash: Buffer }>('select root_hash from checkpoint where tree_size = $1', [
    seenSize,
  ])
  if (row && seenRoot.equals(row.root_hash)) return []
  return [
    { kind: 'LOG_REWRITTEN', place, message: `The transparency log of ${seenSize} entries had another root before` },
  ]
}

async function readStretch(
  { store, signer }: ContractsServices,
  from: bigint,
  to: bigint,
): Promise<Omit<LogStretch, 'keys'>> {
  const rows = await store.query<{
    leaf_index: string
    contract_id: string | null
    kind: string
    at: string
    entry: unknown
    leaf_hash: Buffer
  }>(
    'select leaf_index, contract_id, kind, at, entry, leaf_hash from log_entry where leaf_index >= $1 and leaf_index < $2',
    [from, to],
  )
  const leaves = rows.map((row): [bigint, StoredLeaf] => [
    BigInt(row.leaf_index),
    {
      leafIndex: BigInt(row.leaf_index),
      contractId: row.contract_id,
      kind: row.kind,
      at: asDate(row.at).toISOString(),
      entry: row.entry,
      leafHash: row.leaf_hash,
    },
  ])
  const notes = await store.query<{ tree_size: string; root_hash: Buffer; note: string }>(
    'select tree_size, root_hash, note from checkpoint where tree_size > $1 and tree_size <= $2',
    [from, to],
  )
  const checkpoints = notes.map((row): [bigint, StoredCheckpoint] => [
    BigInt(row.tree_size),
    { treeSize: BigInt(row.tree_size), rootHash: row.root_hash, note: row.note },
  ])
  const getNode = nodesFrom(
    await readNodes((text, p) => store.query(text, p), [...neededNodesForFrontier(from), ...createdBetween(from, to)]),
  )
  return {
    origin: signer.origin,
    from,
    to,
    frontier: frontierOrNull(from, getNode),
    leaves: new Map(leaves),
    checkpoints: new Map(checkpoints),
    getNode,
  }
}

/** The nodes that appending these leaves completes. */
function createdBetween(from: bigint, to: bigint): NodeAddress[] {
  const addresses: NodeAddress[] = []
  for (let index = from; index < to; index += 1n) {
    addresses.push({ level: 0, index })
    for (let level = 1, rest = index; rest & 1n; level += 1, rest >>= 1n) addresses.push({ level, index: rest >> 1n })
  }
  return addresses
}

function frontierOrNull(
  size: bigint,
  getNode: (level: number, index: bigint) => Uint8Array | undefined,
): Frontier | null {
  const there = neededNodesForFrontier(size).every(({ level, index }) => getNode(level, index)?.length === 32)
  return there ? frontierAt(size, getNode) : null
}

type Turn = { findings: readonly LogFinding[]; to: bigint; size: bigint; trusted: boolean }

async function save(
  services: ContractsServices,
  before: Position,
  { findings, to, size, trusted }: Turn,
): Promise<number> {
  const now = services.now()
  const { fresh, standing } = await services.store.transaction(async (tx) => {
    const done = to >= size
    const moved = await tx.sql(
      `update log_monitor set next_index = $1, pass = pass + $2, pass_started_at = case when $3 then $4 else pass_started_at end,
         pass_finished_at = case when $2 = 1 then $4 else pass_finished_at end
       where id = 1 and next_index = $5 and pass = $6 returning 1`,
      [done ? 0n : to, done ? 1 : 0, before.next === 0n, now, before.next, before.pass],
    )
    const newest: LogFinding[] = []
    if (moved.length > 0) {
      for (const finding of findings) {
        const saved = await tx.sql(
          `insert into log_alarm (id, kind, place, message, first_found_at, last_found_at, last_pass) values ($1, $2, $3, $4, $5, $5, $6)
           on conflict (kind, place) do update set last_found_at = excluded.last_found_at, last_pass = excluded.last_pass
           where log_alarm.last_pass < excluded.last_pass returning 1`,
          [newId(), finding.kind, finding.place, finding.message, now, before.pass],
        )
        if (saved.length > 0) newest.push(finding)
      }
      if (trusted)
        await tx.sql(
          `update log_monitor set seen_size = c.tree_size, seen_root = c.root_hash from checkpoint c
           where log_monitor.id = 1 and c.tree_size = $1 and log_monitor.seen_size <= c.tree_size`,
          [size],
        )
    }
    const [{ count } = { count: '0' }] = await tx.sql<{ count: string }>(
      'select count(*) from log_alarm where last_pass >= (select pass - 1 from log_monitor where id = 1)',
    )
    return { fresh: newest, standing: Number(count) }
  })
  for (const { kind, place, message } of fresh) services.log.error({ alarm: kind, place }, message)
  return standing
}
