import type { Identifier } from './terms.ts'
import { byCodePoint, normaliseIdentifier, showIdentifier } from './text.ts'

/** How the identifiers of two sides stand to each other, scheme by scheme (A5, rule 4). */
export type IdentifierComparison = {
  /** At least one scheme that both use has a value in common. */
  agreed: boolean
  /** Schemes that both use without a common value. */
  conflicts: readonly string[]
  /** Identifiers that the other side does not state, in schemes not in conflict. */
  onlyLeft: readonly Identifier[]
  onlyRight: readonly Identifier[]
}

/** Compares identifiers within one scheme only; a scheme that one side does not use settles nothing. */
export function compareIdentifiers(left: readonly Identifier[], right: readonly Identifier[]): IdentifierComparison {
  const others = new Set(right.map((id) => id.scheme))
  const common = new Set(left.map((id) => id.scheme).filter((scheme) => others.has(scheme)))
  const conflicts = [...common].filter((scheme) => !shares(left, right, scheme)).toSorted(byCodePoint)
  return {
    agreed: common.size > conflicts.length,
    conflicts,
    onlyLeft: left.filter((id) => !conflicts.includes(id.scheme) && !contains(right, id)),
    onlyRight: right.filter((id) => !conflicts.includes(id.scheme) && !contains(left, id)),
  }
}

/** All identifiers of both, each once, sorted by scheme and value. */
export function uniteIdentifiers(left: readonly Identifier[], right: readonly Identifier[]): Identifier[] {
  const all = [...left, ...right].map((id) => ({ scheme: id.scheme, value: normaliseIdentifier(id) }))
  const unique = all.filter((id, index) => all.findIndex((other) => sameIdentifier(other, id)) === index)
  return unique.toSorted((a, b) => byCodePoint(a.scheme, b.scheme) || byCodePoint(a.value, b.value))
}

/** The identifiers of one scheme, for a reader; `null` when there are none. */
export function showIdentifiers(ids: readonly Identifier[], scheme: string | null = null): string | null {
  const shown = ids.filter((id) => scheme === null || id.scheme === scheme).map(showIdentifier)
  return shown.length === 0 ? null : shown.toSorted(byCodePoint).join(', ')
}

function shares(left: readonly Identifier[], right: readonly Identifier[], scheme: string): boolean {
  return left.some((id) => id.scheme === scheme && contains(right, id))
}

function contains(ids: readonly Identifier[], wanted: Identifier): boolean {
  return ids.some((id) => sameIdentifier(id, wanted))
}

function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return a.scheme === b.scheme && normaliseIdentifier(a) === normaliseIdentifier(b)
}
