import { badRequest } from '@torihiki/shared/graphql/connection.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Store, Tx } from '@torihiki/shared/store/store.ts'
import type { LogSigner } from '../commands/append-entry.ts'
import { makeCertificate, type ContractCertificate, type EntryToCertify } from '../domain/log/certificate.ts'
import { parseCheckpointNote } from '../domain/log/checkpoint.ts'
import { entryContentSchema } from '../domain/log/entry.ts'
import type { PublicJwk } from '../domain/log/public-key.ts'
import {
  consistencyProof,
  inclusionProof,
  neededNodesForConsistency,
  neededNodesForInclusion,
  nodesFrom,
  type NodeAddress,
  type StoredNode,
} from '../domain/log/merkle.ts'

type Sql = Tx['sql']

/** Reads stored nodes of the log by their addresses, in one query. */
export async function readNodes(sql: Sql, addresses: readonly NodeAddress[]): Promise<StoredNode[]> {
  if (addresses.length === 0) return []
  const rows = await sql<{ level: number; index: string; hash: Buffer }>(
    `select n.level, n.index, n.hash from unnest($1::int[], $2::bigint[]) as a (level, index)
     join log_node n on n.level = a.level and n.index = a.index`,
    [addresses.map((a) => a.level), addresses.map((a) => a.index)],
  )
  return rows.map((row) => ({ level: row.level, index: BigInt(row.index), hash: new Uint8Array(row.hash) }))
}

type CheckpointRow = { tree_size: string; root_hash: Buffer; issued_at: string; note: string }

async function readNewestCheckpoint(store: Store): Promise<CheckpointRow | null> {
  const [row] = await store.query<CheckpointRow>(
    'select tree_size, root_hash, issued_at, note from checkpoint order by tree_size desc limit 1',
  )
  return row ?? null
}

/** The newest signed statement of the log, or null while it is empty. */
export async function newestCheckpoint(
  store: Store,
): Promise<{ treeSize: number; rootHash: string; issuedAt: Date; note: string } | null> {
  const row = await readNewestCheckpoint(store)
  return (
    row && {
      treeSize: Number(row.tree_size),
      rootHash: row.root_hash.toString('base64'),
      issuedAt: asDate(row.issued_at),
      note: row.note,
    }
  )
}

async function proofAt(store: Store, leafIndex: bigint, treeSize: bigint): Promise<Uint8Array[]> {
  const nodes = await readNodes((text, p) => store.query(text, p), neededNodesForInclusion(leafIndex, treeSize))
  return inclusionProof(leafIndex, treeSize, nodesFrom(nodes))
}

/** Proof that a leaf is in the log as it is now (RFC 6962, section 2.1.1). */
export async function inclusionProofOf(
  store: Store,
  leafIndex: bigint,
): Promise<{ leafIndex: number; treeSize: number; hashes: string[] }> {
  const checkpoint = await readNewestCheckpoint(store)
  const treeSize = BigInt(checkpoint?.tree_size ?? 0)
  const hashes = await proofAt(store, leafIndex, treeSize)
  return {
    leafIndex: Number(leafIndex),
    treeSize: Number(treeSize),
    hashes: hashes.map((hash) => Buffer.from(hash).toString('base64')),
  }
}

/** Proof that the log only grew between two sizes (RFC 6962, section 2.1.2). Refuses sizes that the log has not had. */
export async function consistencyProofOf(store: Store, fromSize: number, toSize: number): Promise<string[]> {
  const checkpoint = await readNewestCheckpoint(store)
  const size = Number(checkpoint?.tree_size ?? 0)
  if (fromSize < 1 || fromSize > toSize || toSize > size) {
    throw badRequest('BAD_USER_INPUT', `Sizes must satisfy 1 <= fromSize <= toSize <= ${size}.`)
  }
  const nodes = await readNodes(
    (text, p) => store.query(text, p),
    neededNodesForConsistency(BigInt(fromSize), BigInt(toSize)),
  )
  return consistencyProof(BigInt(fromSize), BigInt(toSize), nodesFrom(nodes)).map((hash) =>
    Buffer.from(hash).toString('base64'),
  )
}

/** The certificate of a contract: its entries, each with its proof against the newest checkpoint. */
export async function certificateOf(store: Store, signer: LogSigner, contractId: string): Promise<ContractCertificate> {
  const row = await readNewestCheckpoint(store)
  const checkpoint = row && parseCheckpointNote(row.note)
  if (!checkpoint) throw new Error('The log has no readable checkpoint.')
  const entries = await store.query<{ leaf_index: string; entry: unknown }>(
    'select leaf_index, entry from log_entry where contract_id = $1 and leaf_index < $2 order by leaf_index',
    [contractId, checkpoint.treeSize],
  )
  const proved = await Promise.all(
    entries.map(async ({ leaf_index, entry }): Promise<EntryToCertify> => {
      const leafIndex = BigInt(leaf_index)
      return {
        content: entryContentSchema.parse(entry),
        leafIndex,
        inclusionProof: await proofAt(store, leafIndex, checkpoint.treeSize),
      }
    }),
  )
  const [contract, ...later] = proved
  if (!contract) throw new Error(`Contract ${contractId} has no entry in the log.`)
  const keys = (await logKeysOf(store, signer)).filter(({ fromSize }) => fromSize <= checkpoint.treeSize)
  const key = keys.at(-1)
  if (!key) throw new Error(`The log has no key for ${checkpoint.treeSize} entries.`)
  const chain = keys.flatMap(({ voucher }) => (voucher === null ? [] : [voucher]))
  return makeCertificate(key.publicKey, checkpoint, contract, later, chain)
}

/** A key of the log with the sizes of the tree that it signs; the last one has no end. */
export type LogKey = {
  generation: number
  publicKey: PublicJwk
  fromSize: bigint
  toSize: bigint | null
  /** The statement by which the key before vouches for it. */
  voucher: string | null
  at: Date | null
}

/** All keys of the log, the first first. Before the first entry there is the one that will sign it. */
export async function logKeysOf(store: Store, signer: LogSigner): Promise<LogKey[]> {
  const rows = await store.query<{
    generation: number
    public_x: string
    from_size: string
    voucher: string | null
    at: string
  }>('select generation, public_x, from_size, voucher, at from log_key order by generation')
  if (rows.length === 0) {
    const first = signer.keyOf(1).publicJwk
    return [{ generation: 1, publicKey: first, fromSize: 1n, toSize: null, voucher: null, at: null }]
  }
  return rows.map((row, i) => {
    const next = rows[i + 1]
    return {
      generation: row.generation,
      publicKey: { kty: 'OKP', crv: 'Ed25519', x: row.public_x },
      fromSize: BigInt(row.from_size),
      toSize: next === undefined ? null : BigInt(next.from_size) - 1n,
      voucher: row.voucher,
      at: asDate(row.at),
    }
  })
}
