import { randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { checkpointNote, signCheckpoint } from '../domain/log/checkpoint.ts'
import { entryLeafHash, type EntryContent, type EntryKind } from '../domain/log/entry.ts'
import type { JsonObject } from '../domain/log/jcs.ts'
import { append, frontierAt, neededNodesForFrontier, nodesFrom, rootOf } from '../domain/log/merkle.ts'
import type { PublicJwk } from '../domain/log/public-key.ts'
import { readNodes } from '../store/log.ts'

/** Who signs the log's checkpoints, and under which name. */
export type LogSigner = { readonly origin: string; readonly privateKey: KeyObject; readonly publicJwk: PublicJwk }

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
  const [row] = await tx.sql<{ tree_size: string }>('select tree_size from log_size where id = 1 for no key update')
  const size = BigInt(row?.tree_size ?? 0)
  const known = await tx.sql('select 1 from log_entry where fact_id = $1', [entry.factId])
  if (known.length > 0) return
  const content: EntryContent = {
    v: 1,
    kind: entry.kind,
    contractId: entry.contractId,
    contractCode: entry.contractCode,
    at: entry.at.toISOString(),
    body: entry.body,
    salt: randomBytes(saltBytes).toString('base64url'),
  }
  const leaf = entryLeafHash(content)
  const frontier = frontierAt(
    size,
    nodesFrom(await readNodes((text, p) => tx.sql(text, p), neededNodesForFrontier(size))),
  )
  const { frontier: grown, created } = append(frontier, leaf)
  const issuedAt = entry.at.toISOString()
  const head = { origin: signer.origin, treeSize: grown.size, rootHash: rootOf(grown), issuedAt }
  const note = checkpointNote(signCheckpoint(signer.privateKey, head))
  await tx.sql(
    `insert into log_entry (leaf_index, contract_id, kind, at, entry, leaf_hash, fact_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [size, entry.contractId, entry.kind, entry.at, JSON.stringify(content), Buffer.from(leaf), entry.factId],
  )
  await tx.sql(`insert into log_node (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`, [
    created.map((n) => n.level),
    created.map((n) => n.index),
    created.map((n) => Buffer.from(n.hash)),
  ])
  await tx.sql('insert into checkpoint (tree_size, root_hash, issued_at, note) values ($1, $2, $3, $4)', [
    grown.size,
    Buffer.from(head.rootHash),
    entry.at,
    note,
  ])
  await tx.sql('update log_size set tree_size = $1 where id = 1', [grown.size])
}
