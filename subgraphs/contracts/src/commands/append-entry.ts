import { randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { checkpointNote, signCheckpoint } from '../domain/log/checkpoint.ts'
import { entryLeafHash, type EntryContent, type EntryKind, type KeyEntryContent } from '../domain/log/entry.ts'
import type { JsonObject } from '../domain/log/jcs.ts'
import { append, frontierAt, type Frontier, neededNodesForFrontier, nodesFrom, rootOf } from '../domain/log/merkle.ts'
import type { PublicJwk } from '../domain/log/public-key.ts'
import { readNodes } from '../store/log.ts'

/** A key of the log, by which checkpoints are signed. */
export type LogKeyPair = { readonly privateKey: KeyObject; readonly publicJwk: PublicJwk }

/**
 * Who signs the log's checkpoints, and under which name. Keys are numbered from 1, each rotation takes the next; a key that is on record is
 * found by its public half, for it may be of a secret that the hub had before.
 */
export type LogSigner = {
  readonly origin: string
  /** The key that the present secret gives for this number. */
  keyOf(generation: number): LogKeyPair
  /** The private half of a key on record; null when no secret that the hub knows gives it. */
  find(generation: number, publicX: string): LogKeyPair | null
}

/** What is to be recorded of a contract, for ever. */
export type NewEntry = {
  contractId: string
  contractCode: string
  kind: EntryKind
  at: Date
  /** Names what is recorded for ever: the same fact is appended once. */
  factId: string
  body: JsonObject
}

/** Random bytes of a leaf's salt: what was notarized cannot be guessed from its hash. */
const saltBytes = 24

/**
 * Appends an entry to the transparency log and signs the new checkpoint, in the caller's transaction. The log's size row is locked
 * until the commit, so leaves are numbered without gaps. The same fact twice appends once.
 */
export async function appendEntry(tx: Tx, signer: LogSigner, entry: NewEntry): Promise<void> {
  const size = await lockLog(tx)
  const known = await tx.sql('select 1 from log_entry where fact_id = $1', [entry.factId])
  if (known.length > 0) return
  const content: EntryContent = {
    v: 1,
    kind: entry.kind,
    contractId: entry.contractId,
    contractCode: entry.contractCode,
    at: entry.at.toISOString(),
    body: entry.body,
    salt: newSalt(),
  }
  const key = await presentKey(tx, signer, entry.at)
  const leaf: NewLeaf = { content, hash: entryLeafHash(content), contractId: entry.contractId, factId: entry.factId }
  await appendLeaf(tx, signer.origin, key, size, leaf, entry.at)
}

/** Locks the log until the commit. Gives its size. */
export async function lockLog(tx: Tx): Promise<bigint> {
  const [row] = await tx.sql<{ tree_size: string }>('select tree_size from log_size where id = 1 for no key update')
  return BigInt(row?.tree_size ?? 0)
}

/** A salt for a leaf. */
export function newSalt(): string {
  return randomBytes(saltBytes).toString('base64url')
}

/**
 * The key by which the locked log is signed at present; the first one is put on record when there is none. Throws when the hub's secret does
 * not give the key on record: signing by another would break every proof.
 */
export async function presentKey(tx: Tx, signer: LogSigner, at: Date): Promise<LogKeyPair & { generation: number }> {
  const [row] = await tx.sql<{ generation: number; public_x: string }>(
    'select generation, public_x from log_key order by generation desc limit 1',
  )
  const generation = row?.generation ?? 1
  const key = row ? signer.find(generation, row.public_x) : signer.keyOf(generation)
  if (key === null)
    throw new Error(
      `No secret gives key ${generation} of the log, which is on record. Put the secret of before into HUB_SECRETS_BEFORE, and rotate the log's key.`,
    )
  if (!row)
    await tx.sql('insert into log_key (generation, public_x, from_size, voucher, at) values (1, $1, 1, null, $2)', [
      key.publicJwk.x,
      at,
    ])
  return { ...key, generation }
}

/** A leaf to be appended: what it covers, with its hash. */
export type NewLeaf = {
  content: EntryContent | KeyEntryContent
  hash: Uint8Array
  contractId: string | null
  factId: string
}

/** Appends a leaf to the locked log of that size, with its nodes and a checkpoint signed by this key. */
export async function appendLeaf(
  tx: Tx,
  origin: string,
  key: LogKeyPair,
  size: bigint,
  leaf: NewLeaf,
  at: Date,
): Promise<void> {
  const { frontier: grown, created } = append(await frontierOf(tx, size), leaf.hash)
  const head = { origin, treeSize: grown.size, rootHash: rootOf(grown), issuedAt: at.toISOString() }
  const note = checkpointNote(signCheckpoint(key.privateKey, head))
  await tx.sql(
    `insert into log_entry (leaf_index, contract_id, kind, at, entry, leaf_hash, fact_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [size, leaf.contractId, leaf.content.kind, at, JSON.stringify(leaf.content), Buffer.from(leaf.hash), leaf.factId],
  )
  await tx.sql(`insert into log_node (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`, [
    created.map((n) => n.level),
    created.map((n) => n.index),
    created.map((n) => Buffer.from(n.hash)),
  ])
  await tx.sql('insert into checkpoint (tree_size, root_hash, issued_at, note) values ($1, $2, $3, $4)', [
    grown.size,
    Buffer.from(head.rootHash),
    at,
    note,
  ])
  await tx.sql('update log_size set tree_size = $1 where id = 1', [grown.size])
}

/** The frontier of the log of this size, from the stored nodes. */
export async function frontierOf(tx: Tx, size: bigint): Promise<Frontier> {
  const nodes = await readNodes((text, p) => tx.sql(text, p), neededNodesForFrontier(size))
  return frontierAt(size, nodesFrom(nodes))
}
