import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import {
  append,
  consistencyProof,
  emptyFrontier,
  emptyRoot,
  frontierAt,
  inclusionProof,
  leafHash,
  neededNodesForConsistency,
  neededNodesForFrontier,
  neededNodesForInclusion,
  nodeHash,
  nodesFrom,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
  type Frontier,
  type NodeAddress,
  type StoredNode,
} from './merkle.ts'

const folder = sharedData('merkle')
const describeWithFolder = folder ? describe : describe.skip

/** The vectors' sizes exceed 2^53: they are read as text, then as bigint. */
const sizeText = z.string().transform(BigInt)
const base64 = z.string().transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
const proof = z
  .array(base64)
  .nullable()
  .transform((hashes) => hashes ?? [])
const vector = { desc: z.string(), wantErr: z.boolean(), proof }
const inclusionVector = z.strictObject({
  ...vector,
  leafIdx: sizeText,
  treeSize: sizeText,
  root: base64,
  leafHash: base64,
})
const consistencyVector = z.strictObject({ ...vector, size1: sizeText, size2: sizeText, root1: base64, root2: base64 })
const rootsFile = z.object({ leafInputs: z.array(z.string()), rootHashes: z.array(z.string()) })

function readVectors<T>(kind: string, schema: z.ZodType<T>): [string, T][] {
  const root = join(folder ?? '', kind)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => {
    const text = readFileSync(join(root, name), 'utf8').replaceAll(
      /"(leafIdx|treeSize|size1|size2)":\s*(\d+)/g,
      '"$1":"$2"',
    )
    return [name, schema.parse(JSON.parse(text))]
  })
}

describeWithFolder('the vectors of transparency-dev/merkle', () => {
  test('every inclusion proof is taken or refused as stated', () => {
    const vectors = readVectors('inclusion', inclusionVector)
    expect(vectors.length).toBeGreaterThan(80)
    for (const [name, v] of vectors) {
      expect([name, verifyInclusion(v.leafIdx, v.treeSize, v.leafHash, v.proof, v.root)]).toEqual([name, !v.wantErr])
    }
  })

  test('every consistency proof is taken or refused as stated', () => {
    const vectors = readVectors('consistency', consistencyVector)
    expect(vectors.length).toBeGreaterThan(80)
    for (const [name, v] of vectors) {
      expect([name, verifyConsistency(v.size1, v.size2, v.root1, v.root2, v.proof)]).toEqual([name, !v.wantErr])
    }
  })

  test('all 196 vectors are among those read', () => {
    const count =
      readVectors('inclusion', inclusionVector).length + readVectors('consistency', consistencyVector).length
    expect(count).toBe(196)
  })

  test('the four that a textbook verifier takes are refused', () => {
    const inclusion = new Map(readVectors('inclusion', inclusionVector))
    const consistency = new Map(readVectors('consistency', consistencyVector))
    const empty = inclusion.get('single-entry/empty-root-and-leaf.json')
    expect(empty && verifyInclusion(empty.leafIdx, empty.treeSize, empty.leafHash, empty.proof, empty.root)).toBe(false)
    const names = [
      'sizes-are-equal-zero-and-proof-is-empty',
      'size1-is-zero-and-size2-is-not-zero',
      'size1-is-zero-and-does-not-equal-size2',
    ]
    for (const name of names) {
      const v = consistency.get(`additional/${name}.json`)
      expect([name, v && verifyConsistency(v.size1, v.size2, v.root1, v.root2, v.proof)]).toEqual([name, false])
    }
  })

  test('the roots of 0 to 8 leaves are the published ones', () => {
    const text = readFileSync(join(folder ?? '', 'rfc6962-leaves-roots.json'), 'utf8')
    const { leafInputs, rootHashes } = rootsFile.parse(JSON.parse(text))
    const leaves = leafInputs.map((input) => leafHash(Buffer.from(input, 'hex')))
    expect(rootHashes.map((_, size) => hex(rootOfLeaves(leaves.slice(0, size))))).toEqual(rootHashes)
  })
})

/**
 * A log of this many leaves with all it stores, and its root at every size, by the definition of RFC 9162 section
 * 2.1.1.
 */
const log = growLog(70)

function growLog(size: number) {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)))
  const stored: StoredNode[] = []
  const frontiers: Frontier[] = [emptyFrontier]
  for (const leaf of leaves) {
    const { frontier, created } = append(frontiers.at(-1) ?? emptyFrontier, leaf)
    stored.push(...created)
    frontiers.push(frontier)
  }
  return { leaves, stored, frontiers, roots: leaves.map((_, i) => byDefinition(leaves.slice(0, i + 1))) }
}

function byDefinition(leaves: Uint8Array[]): Uint8Array {
  const [first = emptyRoot()] = leaves
  if (leaves.length <= 1) return first
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return nodeHash(byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** A reader that has only the named nodes: what a store would have fetched beforehand. */
function onlyThe(addresses: NodeAddress[]) {
  const wanted = new Set(addresses.map(({ level, index }) => `${level}/${index}`))
  return nodesFrom(log.stored.filter(({ level, index }) => wanted.has(`${level}/${index}`)))
}

describe('appending', () => {
  test('the frontier gives the root of the definition at every size', () => {
    for (const [i, root] of log.roots.entries())
      expect(hex(rootOf(log.frontiers[i + 1] ?? emptyFrontier))).toBe(hex(root))
    expect(hex(rootOf(emptyFrontier))).toBe(hex(emptyRoot()))
  })

  test('one append creates one node a completed subtree, and no address twice', () => {
    const keys = log.stored.map(({ level, index }) => `${level}/${index}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(
      append(log.frontiers[63] ?? emptyFrontier, log.leaves[63] ?? emptyRoot()).created.map(({ level }) => level),
    ).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('the frontier of any older size is read back from stored nodes', () => {
    for (const frontier of log.frontiers) {
      expect(frontierAt(frontier.size, onlyThe(neededNodesForFrontier(frontier.size)))).toEqual(frontier)
    }
  })

  test('a frontier that does not fit its size, and a leaf that is not a hash, throw', () => {
    expect(() => append({ size: 3n, nodes: [emptyRoot()] }, emptyRoot())).toThrow('has 2 nodes, not 1')
    expect(() => rootOf({ size: -1n, nodes: [] })).toThrow('-1 leaves')
    expect(() => append(emptyFrontier, new Uint8Array(31))).toThrow('32 bytes')
  })
})

describe('proving', () => {
  test('each leaf is proved to be in each tree, from the needed nodes alone, and nowhere else', () => {
    log.roots.forEach((root, i) => {
      const size = BigInt(i + 1)
      for (let leaf = 0n; leaf < size; leaf += 1n) {
        const needed = neededNodesForInclusion(leaf, size)
        const path = inclusionProof(leaf, size, onlyThe(needed))
        const hash = log.leaves[Number(leaf)] ?? emptyRoot()
        expect(needed.length).toBeLessThanOrEqual(2 * 7)
        expect(verifyInclusion(leaf, size, hash, path, root)).toBe(true)
        expect(verifyInclusion(leaf + 1n, size, hash, path, root)).toBe(false)
        expect(verifyInclusion(leaf, size, hash, [...path, root], root)).toBe(false)
        expect(verifyInclusion(leaf, size, log.leaves[Number(leaf) + 1] ?? emptyRoot(), path, root)).toBe(false)
      }
    })
  })

  test('each tree is proved to begin with each smaller one, from the needed nodes alone', () => {
    log.roots.forEach((root2, j) => {
      log.roots.slice(0, j + 1).forEach((root1, i) => {
        const [size1, size2] = [BigInt(i + 1), BigInt(j + 1)]
        const path = consistencyProof(size1, size2, onlyThe(neededNodesForConsistency(size1, size2)))
        expect(verifyConsistency(size1, size2, root1, root2, path)).toBe(true)
        expect(verifyConsistency(size1, size2, root2, root1, path)).toBe(i === j)
        expect(verifyConsistency(size1, size2, root1, root2, [...path, root1])).toBe(false)
      })
    })
  })

  test('one changed bit anywhere makes a proof fail', () => {
    const index = fc.integer({ min: 1, max: 70 })
    fc.assert(
      fc.property(index, index, fc.nat(), fc.nat(255), (a, b, which, bit) => {
        const [i, size] = [Math.min(a, b) - 1, Math.max(a, b)]
        const path = inclusionProof(BigInt(i), BigInt(size), nodesFrom(log.stored))
        const all = [log.leaves[i] ?? emptyRoot(), log.roots[size - 1] ?? emptyRoot(), ...path]
        const place = which % all.length
        const [leaf = emptyRoot(), root = emptyRoot(), ...rest] = all.with(
          place,
          flipped(all[place] ?? emptyRoot(), bit),
        )
        return !verifyInclusion(BigInt(i), BigInt(size), leaf, rest, root)
      }),
    )
  })

  test('sizes far beyond 2^53 are addressed exactly', () => {
    const size = 2n ** 62n + 5n
    expect(neededNodesForInclusion(size - 1n, size)).toEqual([
      { level: 2, index: 2n ** 60n },
      { level: 62, index: 0n },
    ])
    expect(neededNodesForFrontier(size).map(({ level }) => level)).toEqual([62, 2, 0])
    expect(neededNodesForConsistency(size - 1n, size)).toHaveLength(3)
  })

  test('what cannot be proved throws, and so does a missing node', () => {
    const getNode = nodesFrom(log.stored)
    expect(() => inclusionProof(5n, 5n, getNode)).toThrow('no leaf 5 in a log of 5')
    expect(() => inclusionProof(-1n, 5n, getNode)).toThrow('no leaf -1')
    expect(() => consistencyProof(0n, 5n, getNode)).toThrow('cannot be proved')
    expect(() => consistencyProof(6n, 5n, getNode)).toThrow('cannot be proved')
    expect(() => inclusionProof(0n, 71n, getNode)).toThrow('is missing')
  })
})

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const at = bit >> 3
  return Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ (1 << (bit & 7)))
}
