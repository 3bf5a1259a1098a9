import { isHash, nodeHash, sameBytes } from './hash.ts'

/**
 * Is the leaf with this hash in the log of `treeSize` leaves with this root, at `leafIndex`? RFC 9162, section
 * 2.1.3.2. False, never an exception, whatever comes in: an index outside the tree, a proof too short or too long, a
 * root, leaf or proof element that is not 32 bytes long (an empty one among them).
 */
export function verifyInclusion(
  leafIndex: bigint,
  treeSize: bigint,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (leafIndex < 0n || leafIndex >= treeSize) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  let node = leafIndex
  let last = treeSize - 1n
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0n) return false
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(node) && node !== 0n) [node, last] = [node >> 1n, last >> 1n]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[node, last] = [node >> 1n, last >> 1n]
  }
  return last === 0n && sameBytes(hash, root)
}

/**
 * Does the log of `size2` leaves with `root2` begin with the log of `size1` leaves with `root1`? RFC 9162, section
 * 2.1.4.2. False, never an exception, whatever comes in. An empty log (size1 = 0) is the beginning of every log, so
 * that a "proof" of it would prove nothing: false, also for two empty logs. Equal sizes need equal roots and an empty
 * proof; nothing is hashed, so that roots of any length but nought compare.
 */
export function verifyConsistency(
  size1: bigint,
  size2: bigint,
  root1: Uint8Array,
  root2: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (size1 <= 0n || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && root1.length > 0 && sameBytes(root1, root2)
  if (![root1, root2, ...proof].every(isHash) || proof.length === 0) return false
  return foldsToBoth(size1, size2, root1, root2, isPowerOfTwo(size1) ? [root1, ...proof] : proof)
}

function foldsToBoth(
  size1: bigint,
  size2: bigint,
  root1: Uint8Array,
  root2: Uint8Array,
  [seed, ...path]: readonly Uint8Array[],
): boolean {
  if (seed === undefined) return false
  let [node, last] = [size1 - 1n, size2 - 1n]
  while (isOdd(node)) [node, last] = [node >> 1n, last >> 1n]
  let [hash1, hash2] = [seed, seed]
  for (const sibling of path) {
    if (last === 0n) return false
    if (isOdd(node) || node === last) {
      hash1 = nodeHash(sibling, hash1)
      hash2 = nodeHash(sibling, hash2)
      while (!isOdd(node) && node !== 0n) [node, last] = [node >> 1n, last >> 1n]
    } else {
      hash2 = nodeHash(hash2, sibling)
    }
    ;[node, last] = [node >> 1n, last >> 1n]
  }
  return last === 0n && sameBytes(hash1, root1) && sameBytes(hash2, root2)
}

function isOdd(n: bigint): boolean {
  return (n & 1n) === 1n
}

function isPowerOfTwo(n: bigint): boolean {
  return (n & (n - 1n)) === 0n
}
