import { emptyRoot, isHash, nodeHash } from './hash.ts'

export { emptyRoot, hashBytes, leafHash, nodeHash } from './hash.ts'
export { verifyConsistency, verifyInclusion } from './merkle-verify.ts'

/**
 * Where a perfect subtree stands: it covers the 2^level leaves from `index × 2^level` on. Level 0 are the leaf hashes.
 * A perfect subtree never changes once its leaves are there, so the log stores each once (`StoredNode`) and nothing
 * else.
 */
export type NodeAddress = { readonly level: number; readonly index: bigint }

/** The hash of a perfect subtree, as the log stores it. */
export type StoredNode = NodeAddress & { readonly hash: Uint8Array }

/** Reads the hash of a perfect subtree that was fetched before; `undefined` when it is not there. */
export type GetNode = (level: number, index: bigint) => Uint8Array | undefined

/**
 * What appending needs to know of a log: its size, and the roots of the perfect subtrees it consists of, largest
 * first.
 */
export type Frontier = { readonly size: bigint; readonly nodes: readonly Uint8Array[] }

/** The frontier of a log without leaves. */
export const emptyFrontier: Frontier = { size: 0n, nodes: [] }

/**
 * Appends one leaf, in O(log n): the new frontier, and the perfect subtrees it completed (the leaf itself first) to
 * store.
 */
export function append(frontier: Frontier, leaf: Uint8Array): { frontier: Frontier; created: StoredNode[] } {
  assertHash(leaf)
  assertFrontier(frontier)
  const nodes = [...frontier.nodes]
  const created: StoredNode[] = [{ level: 0, index: frontier.size, hash: leaf }]
  let hash = leaf
  for (let level = 1, rest = frontier.size; rest & 1n; level += 1, rest >>= 1n) {
    hash = nodeHash(nodes.pop() ?? missing(level - 1, rest - 1n), hash)
    created.push({ level, index: rest >> 1n, hash })
  }
  return { frontier: { size: frontier.size + 1n, nodes: [...nodes, hash] }, created }
}

/** The root of the log (Merkle tree hash, RFC 9162 section 2.1.1) at the frontier's size. */
export function rootOf(frontier: Frontier): Uint8Array {
  assertFrontier(frontier)
  return frontier.nodes.length === 0 ? emptyRoot() : foldRight(frontier.nodes)
}

/** The root of a list of leaf hashes, for small logs and tests. */
export function rootOfLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  return rootOf(leaves.reduce((frontier, leaf) => append(frontier, leaf).frontier, emptyFrontier))
}

/** The stored nodes that make up the frontier of a log of this size: where to read it from, and its older roots. */
export function neededNodesForFrontier(size: bigint): NodeAddress[] {
  assertSize(size)
  return perfectSubtrees({ start: 0n, end: size })
}

/** The frontier of a log of this size, from stored nodes. Throws when one is missing. */
export function frontierAt(size: bigint, getNode: GetNode): Frontier {
  return { size, nodes: neededNodesForFrontier(size).map((address) => read(address, getNode)) }
}

/**
 * The stored nodes that `inclusionProof` will read: fetch these, then call it. Throws when the leaf is not in the
 * tree.
 */
export function neededNodesForInclusion(leafIndex: bigint, treeSize: bigint): NodeAddress[] {
  return inclusionRanges(leafIndex, treeSize).flatMap(perfectSubtrees)
}

/**
 * The proof that the leaf is in the log of that size (RFC 9162 section 2.1.3.1), leaf's neighbour first. Throws when
 * the leaf is not in the tree or a node is missing.
 */
export function inclusionProof(leafIndex: bigint, treeSize: bigint, getNode: GetNode): Uint8Array[] {
  return inclusionRanges(leafIndex, treeSize).map((range) => hashOfRange(range, getNode))
}

/** The stored nodes that `consistencyProof` will read. Throws unless 0 < size1 ≤ size2. */
export function neededNodesForConsistency(size1: bigint, size2: bigint): NodeAddress[] {
  return consistencyRanges(size1, size2).flatMap(perfectSubtrees)
}

/**
 * The proof that the log of size2 begins with the log of size1 (RFC 9162 section 2.1.4.1); empty for equal sizes.
 * Throws unless 0 < size1 ≤ size2 (of an empty log nothing can be proved), or when a node is missing.
 */
export function consistencyProof(size1: bigint, size2: bigint, getNode: GetNode): Uint8Array[] {
  return consistencyRanges(size1, size2).map((range) => hashOfRange(range, getNode))
}

/** A `GetNode` over nodes that were fetched. */
export function nodesFrom(nodes: Iterable<StoredNode>): GetNode {
  const hashes = new Map<string, Uint8Array>()
  for (const node of nodes) hashes.set(`${node.level}/${node.index}`, node.hash)
  return (level, index) => hashes.get(`${level}/${index}`)
}

/** The leaves from `start` to before `end`. */
type Range = { start: bigint; end: bigint }

function inclusionRanges(leafIndex: bigint, treeSize: bigint): Range[] {
  assertSize(treeSize)
  if (leafIndex < 0n || leafIndex >= treeSize) throw new Error(`There is no leaf ${leafIndex} in a log of ${treeSize}.`)
  const path = (start: bigint, end: bigint): Range[] => {
    if (end - start === 1n) return []
    const split = start + largestPowerBelow(end - start)
    return leafIndex < split
      ? [...path(start, split), { start: split, end }]
      : [...path(split, end), { start, end: split }]
  }
  return path(0n, treeSize)
}

function consistencyRanges(size1: bigint, size2: bigint): Range[] {
  assertSize(size2)
  if (size1 <= 0n || size1 > size2)
    throw new Error(`A log of ${size2} cannot be proved to begin with a log of ${size1}.`)
  const path = (start: bigint, end: bigint, known: boolean): Range[] => {
    if (end === size1) return known ? [] : [{ start, end }]
    const split = start + largestPowerBelow(end - start)
    return size1 <= split
      ? [...path(start, split, known), { start: split, end }]
      : [...path(split, end, false), { start, end: split }]
  }
  return path(0n, size2, true)
}

/** A range that starts where the tree splits, as perfect subtrees, largest first. */
function perfectSubtrees({ start, end }: Range): NodeAddress[] {
  const found: NodeAddress[] = []
  for (let at = start; at < end;) {
    const level = bitLength(end - at) - 1
    found.push({ level, index: at >> BigInt(level) })
    at += 1n << BigInt(level)
  }
  return found
}

function hashOfRange(range: Range, getNode: GetNode): Uint8Array {
  return foldRight(perfectSubtrees(range).map((address) => read(address, getNode)))
}

function foldRight(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

function read({ level, index }: NodeAddress, getNode: GetNode): Uint8Array {
  const hash = getNode(level, index) ?? missing(level, index)
  assertHash(hash)
  return hash
}

function missing(level: number, index: bigint): never {
  throw new Error(`The log's node at level ${level}, index ${index} is missing.`)
}

/** The largest power of two that is smaller than n, for n > 1. */
function largestPowerBelow(n: bigint): bigint {
  return 1n << BigInt(bitLength(n - 1n) - 1)
}

function bitLength(n: bigint): number {
  return n.toString(2).length
}

function assertHash(hash: Uint8Array): void {
  if (!isHash(hash)) throw new Error(`A hash of the log has 32 bytes, not ${hash.length}.`)
}

function assertSize(size: bigint): void {
  if (size < 0n) throw new Error(`A log cannot have ${size} leaves.`)
}

/** A frontier has one node for each 1 in the binary form of the size. */
function assertFrontier({ size, nodes }: Frontier): void {
  assertSize(size)
  const expected = size.toString(2).replaceAll('0', '').length
  if (nodes.length !== expected)
    throw new Error(`The frontier of ${size} leaves has ${expected} nodes, not ${nodes.length}.`)
}
