import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner'
import { Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import { isIncluded, type Conditions } from './collect-fields.ts'
import { placeName } from './entity-path.ts'
import { pathSeparator } from './value-compiler.ts'

/** A fetch of a plan, and where its entities stand; empty for root fields. */
export type PlacedFetch = { readonly fetch: FetchNode; readonly path: ResponsePath }

/** All fetches of a plan, in its order. */
export function fetchesOf(node: PlanNode | undefined, path: ResponsePath = []): PlacedFetch[] {
  switch (node?.kind) {
    case 'Fetch':
      return [{ fetch: node, path }]
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path])
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => fetchesOf(each, path))
    default:
      return []
  }
}

/** The document of a fetch, as the planner made it or parsed now. */
export function documentOf(fetch: FetchNode): DocumentNode {
  return fetch.operationDocumentNode ?? parse(fetch.operation)
}

/**
 * Whether equal entities of a plan may be one object: when no two fetches give composite fields at the same place. Otherwise what
 * one of them adds for one entity could show up at another.
 */
export function mayShareEntities(fetches: readonly PlacedFetch[]): boolean {
  const writers = new Map<string, FetchNode>()
  return fetches.every((placed) =>
    objectsOf(placed).every(({ place }) => {
      const writer = writers.get(place)
      writers.set(place, placed.fetch)
      return writer === undefined || writer === placed.fetch
    }),
  )
}

/** The fields that objects have when they come from the fetch that gives them, by their place. */
export function fieldsByPlace(fetches: readonly PlacedFetch[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>()
  for (const { place, field } of fetches.flatMap((placed) => objectsOf(placed))) {
    const names = fields.get(place) ?? new Set()
    fields.set(place, names)
    if (field !== null) names.add(field)
  }
  return fields
}

/** Whether `@skip` and `@include` leave nothing of a fetch but the types of its entities. */
export function asksForNothing(fetch: FetchNode, conditions: Conditions): boolean {
  const { definitions } = documentOf(fetch)
  const [operation, ...fragments] = definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || fragments.length > 0) return false
  const leavesNothing = ({ selections }: SelectionSetNode, within: boolean): boolean =>
    selections.every((selection) => {
      if (!isIncluded(selection, conditions)) return true
      if (selection.kind !== Kind.FIELD)
        return selection.kind === Kind.INLINE_FRAGMENT && leavesNothing(selection.selectionSet, within)
      if (!within) return selection.selectionSet !== undefined && leavesNothing(selection.selectionSet, true)
      return selection.name.value === '__typename' && !selection.alias
    })
  return leavesNothing(operation.selectionSet, false)
}

/** An object that a fetch gives, by its place, with one of its fields; null for an object without any. */
type GivenField = { readonly place: string; readonly field: string | null }

function objectsOf({ fetch, path }: PlacedFetch): GivenField[] {
  const { definitions } = documentOf(fetch)
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  )
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const given: GivenField[] = []
  // The `_entities` around an entity's fields is not part of the response.
  if (operation)
    visit(operation.selectionSet, fetch.requires ? null : placeName(path), placeName(path), fragments, given, true)
  return given
}

/** `place` is null above the entities of a fetch. The fields of its roots are not told: others may give some of them too. */
function visit(
  { selections }: SelectionSetNode,
  place: string | null,
  base: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  given: GivenField[],
  isRoot: boolean,
): void {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) {
      const set = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (set) visit(set.selectionSet, place, base, fragments, given, isRoot)
      continue
    }
    const field = selection.alias?.value ?? selection.name.value
    if (place !== null && !isRoot) given.push({ place, field })
    if (!selection.selectionSet) continue
    const inner = place === null ? base : place === '' ? field : `${place}${pathSeparator}${field}`
    if (place !== null) given.push({ place: inner, field: null })
    visit(selection.selectionSet, inner, base, fragments, given, place === null)
  }
}
