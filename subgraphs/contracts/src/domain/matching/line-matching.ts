import { compareIdentifiers } from './identifiers.ts'
import type { ContractLine } from './terms.ts'
import { byCodePoint, foldText, normaliseIdentifier } from './text.ts'

/** Which line of one side belongs to which of the other. */
export type LineMatching = {
  pairs: readonly LinePair[]
  onlyBuyer: readonly ContractLine[]
  onlySeller: readonly ContractLine[]
}

/** Two lines that speak of the same thing. */
export type LinePair = { buyer: ContractLine; seller: ContractLine }

/** Partners with conflicting ids that are tried for one line: bounds documents that number thousands of lines alike. */
const MAX_CONFLICTS_TRIED = 50

type KeyOf = (line: ContractLine) => readonly string[]

/** In this order (A5, rule 4): number of the order's line, GTIN, seller's item id, buyer's item id. */
const KEYS: readonly KeyOf[] = [referenceOf, idsOf('GTIN'), idsOf('SELLER'), idsOf('BUYER')]

/**
 * Matches each line at most once. A first round takes only lines whose item ids do not conflict, so that a renumbered list
 * still finds its partners; a second one joins what only the number or one id joins, so that the report can say what
 * conflicts. The order in which a document lists its lines has no influence.
 */
export function matchLines(buyer: readonly ContractLine[], seller: readonly ContractLine[]): LineMatching {
  const pairs: LinePair[] = []
  let left = sortLines(buyer)
  let right = sortLines(seller)
  for (const mayConflict of [false, true]) {
    for (const keyOf of KEYS) {
      const found = pairByKey(left, right, keyOf, mayConflict)
      const taken = new Set(found.flatMap((pair) => [pair.buyer, pair.seller]))
      pairs.push(...found)
      left = left.filter((line) => !taken.has(line))
      right = right.filter((line) => !taken.has(line))
    }
  }
  return { pairs, onlyBuyer: left, onlySeller: right }
}

/** Lines in an order that depends on what they say alone: by number, then by all the rest. */
export function sortLines(lines: readonly ContractLine[]): ContractLine[] {
  return lines
    .map((line) => ({ line, number: line.reference ?? '', content: JSON.stringify(line) }))
    .toSorted((a, b) => byNumber(a.number, b.number) || byCodePoint(a.content, b.content))
    .map((entry) => entry.line)
}

/** Short name of a line for paths: its number, or an item id when it has none. */
export function lineName(line: ContractLine): string {
  const id = line.itemIds.toSorted((a, b) => byCodePoint(a.scheme, b.scheme))[0]
  return line.reference ?? (id === undefined ? '?' : `${id.scheme}:${normaliseIdentifier(id)}`)
}

function pairByKey(
  left: readonly ContractLine[],
  right: readonly ContractLine[],
  keyOf: KeyOf,
  mayConflict: boolean,
): LinePair[] {
  const free = Map.groupBy(
    right.flatMap((line) => keyOf(line).map((key) => ({ key, line }))),
    (entry) => entry.key,
  )
  const taken = new Set<ContractLine>()
  const pairs: LinePair[] = []
  for (const buyer of left) {
    const seller = findPartner(
      buyer,
      keyOf(buyer).map((key) => free.get(key) ?? []),
      taken,
      mayConflict,
    )
    if (seller === null) continue
    taken.add(seller)
    pairs.push({ buyer, seller })
  }
  return pairs
}

function findPartner(
  buyer: ContractLine,
  candidates: readonly (readonly { line: ContractLine }[])[],
  taken: ReadonlySet<ContractLine>,
  mayConflict: boolean,
): ContractLine | null {
  let tried = 0
  for (const { line } of candidates.flat()) {
    if (taken.has(line)) continue
    if (mayConflict || compareIdentifiers(buyer.itemIds, line.itemIds).conflicts.length === 0) return line
    tried += 1
    if (tried === MAX_CONFLICTS_TRIED) return null
  }
  return null
}

function referenceOf(line: ContractLine): readonly string[] {
  return line.reference === null ? [] : [foldText(line.reference)]
}

function idsOf(scheme: string): KeyOf {
  return (line) => line.itemIds.filter((id) => id.scheme === scheme).map(normaliseIdentifier)
}

/** Numbers by size, so that line 10 follows line 9; anything else by code point. */
function byNumber(a: string, b: string): number {
  const numeric = /^\d{1,15}$/.test(a) && /^\d{1,15}$/.test(b)
  return (numeric ? Number(a) - Number(b) : 0) || byCodePoint(a, b)
}
