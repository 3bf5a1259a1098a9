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
  return fetches.every(({ fetch, path }) => {
    const base = placeName(path)
    return compositePlaces(fetch).every((place) => {
      const name = base === '' ? place : `${base}${pathSeparator}${place}`
      const writer = writers.get(name)
      writers.set(name, fetch)
      return writer === undefined || writer === fetch
    })
  })
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

/** The names of all places at which a fetch gives objects, seen from its root or its entities. */
function compositePlaces(fetch: FetchNode): string[] {
  const { definitions } = documentOf(fetch)
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  )
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const places: string[] = []
  if (operation) visit(operation.selectionSet, '', fetch.requires ? 1 : 0, fragments, places)
  return places
}

/** `levels` of fields are left out: the `_entities` around an entity's own. */
function visit(
  { selections }: SelectionSetNode,
  base: string,
  levels: number,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  places: string[],
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (!selection.selectionSet) continue
      const own = selection.alias?.value ?? selection.name.value
      const name = levels > 0 ? '' : base === '' ? own : `${base}${pathSeparator}${own}`
      if (levels === 0) places.push(name)
      visit(selection.selectionSet, name, Math.max(0, levels - 1), fragments, places)
    } else {
      const set = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (set) visit(set.selectionSet, base, levels, fragments, places)
    }
  }
}
