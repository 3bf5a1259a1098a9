import { parseCheckpointNote, verifyCheckpoint } from './checkpoint.ts'
import { entryContentSchema, entryLeafHash, keyEntryKind, keyEntryLeafHash, keyEntrySchema } from './entry.ts'
import { sameBytes } from './hash.ts'
import { trustKey } from './key-chain.ts'
import { append, type Frontier, type GetNode, rootOf, type StoredNode } from './merkle.ts'
import type { PublicJwk } from './public-key.ts'

/** What can be wrong with the stored log. */
export const alarmKinds = [
  'ENTRY_MISSING',
  'ENTRY_CHANGED',
  'NODE_CHANGED',
  'CHECKPOINT_MISSING',
  'CHECKPOINT_CHANGED',
  'KEY_CHANGED',
  'LOG_SHRUNK',
  'LOG_REWRITTEN',
] as const

/** One of `alarmKinds`. */
export type AlarmKind = (typeof alarmKinds)[number]

/** Something wrong with the stored log, and where. `message` holds ids and numbers only. */
export type LogFinding = { kind: AlarmKind; place: string; message: string }

/** A leaf as it is stored. */
export type StoredLeaf = {
  leafIndex: bigint
  contractId: string | null
  kind: string
  at: string
  entry: unknown
  leafHash: Uint8Array
}

/** A checkpoint as it is stored. */
export type StoredCheckpoint = { treeSize: bigint; rootHash: Uint8Array; note: string }

/** A key of the log as it is stored. */
export type StoredKey = { generation: number; publicKey: PublicJwk; fromSize: bigint; voucher: string | null }

/** A stretch of the stored log, to be read again: from the frontier before it (`null`: its nodes are not all there) to before `to`. */
export type LogStretch = {
  origin: string
  from: bigint
  to: bigint
  frontier: Frontier | null
  leaves: ReadonlyMap<bigint, StoredLeaf>
  checkpoints: ReadonlyMap<bigint, StoredCheckpoint>
  keys: readonly StoredKey[]
  getNode: GetNode
}

/**
 * Reads a stretch again (A5): every entry must hash to its leaf, every node to what its children give, every checkpoint state the root that
 * the leaves give and bear the signature of the key in charge. Never throws on what is stored.
 */
export function recheckStretch(stretch: LogStretch): LogFinding[] {
  const findings: LogFinding[] = []
  let frontier = stretch.frontier
  if (frontier === null)
    findings.push(found('NODE_CHANGED', `before ${stretch.from}`, 'nodes that the stretch begins with are missing'))
  for (let index = stretch.from; index < stretch.to; index += 1n) {
    const leaf = stretch.leaves.get(index)
    const hash = leaf === undefined ? null : recheckLeaf(leaf)
    if (leaf === undefined) findings.push(found('ENTRY_MISSING', `entry ${index}`, 'it is not there any more'))
    else if (hash === null) findings.push(found('ENTRY_CHANGED', `entry ${index}`, 'it no longer hashes to its leaf'))
    const stored = stretch.getNode(0, index)
    const known = stored ?? hash
    if (hash !== null && (stored === undefined || !sameBytes(stored, hash)))
      findings.push(found('NODE_CHANGED', `node 0/${index}`, 'it is not the hash of its entry'))
    if (frontier === null || known === null) {
      frontier = null
      continue
    }
    const grown = append(frontier, known)
    frontier = grown.frontier
    findings.push(...recheckNodes(grown.created, stretch.getNode))
    findings.push(...recheckCheckpoint(stretch, frontier))
  }
  return findings
}

/** The keys of the log must be vouched for by one another, from the first one on. */
export function recheckKeys(origin: string, keys: readonly StoredKey[]): LogFinding[] {
  const last = keys.at(-1)
  const [first, ...later] = keys
  if (!last || !first) return []
  const trust = trustKey(
    { origin, publicKey: last.publicKey, treeSize: last.fromSize },
    later.map(({ voucher }) => voucher ?? ''),
    null,
  )
  if (!trust.ok) return [found('KEY_CHANGED', 'keys', trust.reason)]
  const wrong = trust.vouchers.find((voucher, i) => {
    const key = later[i]
    return (
      key?.fromSize !== voucher.fromSize ||
      key.publicKey.x !== voucher.newKey.x ||
      key.generation !== voucher.generation
    )
  })
  const firstHolds = first.generation === 1 && (trust.vouchers[0]?.oldKey.x ?? first.publicKey.x) === first.publicKey.x
  return wrong === undefined && firstHolds
    ? []
    : [found('KEY_CHANGED', `key ${wrong?.generation ?? first.generation}`, 'it is not the one that was vouched for')]
}

/** The leaf's hash when entry, hash and columns say the same; else null. */
function recheckLeaf(leaf: StoredLeaf): Uint8Array | null {
  const content = readContent(leaf)
  if (content === null || content.kind !== leaf.kind || content.at !== leaf.at) return null
  return content.contractId === leaf.contractId && sameBytes(content.hash, leaf.leafHash) ? content.hash : null
}

type LeafContent = { kind: string; at: string; contractId: string | null; hash: Uint8Array }

function readContent({ kind, entry }: StoredLeaf): LeafContent | null {
  if (kind === keyEntryKind) {
    const parsed = keyEntrySchema.safeParse(entry)
    if (!parsed.success) return null
    return { kind, at: parsed.data.at, contractId: null, hash: keyEntryLeafHash(parsed.data) }
  }
  const parsed = entryContentSchema.safeParse(entry)
  if (!parsed.success) return null
  const { kind: of, at, contractId } = parsed.data
  return { kind: of, at, contractId, hash: entryLeafHash(parsed.data) }
}

function recheckNodes(created: readonly StoredNode[], getNode: GetNode): LogFinding[] {
  return created.flatMap(({ level, index, hash }) => {
    const stored = getNode(level, index)
    if (level === 0 || (stored !== undefined && sameBytes(stored, hash))) return []
    return [found('NODE_CHANGED', `node ${level}/${index}`, 'it is not the hash of its children')]
  })
}

function recheckCheckpoint({ origin, checkpoints, keys }: LogStretch, frontier: Frontier): LogFinding[] {
  const place = `checkpoint ${frontier.size}`
  const stored = checkpoints.get(frontier.size)
  if (stored === undefined) return [found('CHECKPOINT_MISSING', place, 'it is not there any more')]
  const checkpoint = parseCheckpointNote(stored.note)
  const key = keys.findLast(({ fromSize }) => fromSize <= frontier.size)
  const holds =
    checkpoint !== null &&
    checkpoint.origin === origin &&
    checkpoint.treeSize === frontier.size &&
    sameBytes(checkpoint.rootHash, stored.rootHash) &&
    sameBytes(checkpoint.rootHash, rootOf(frontier)) &&
    key !== undefined &&
    verifyCheckpoint(key.publicKey, checkpoint)
  return holds
    ? []
    : [found('CHECKPOINT_CHANGED', place, 'its root or signature does not hold for the entries up to it')]
}

function found(kind: AlarmKind, place: string, what: string): LogFinding {
  return { kind, place, message: `The transparency log, ${place}: ${what}` }
}
