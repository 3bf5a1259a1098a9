import type { FetchDataKeyRenamer } from '@apollo/query-planner'
import type { Representation } from '../../upstreams/upstream.ts'
import type { CombinableFetch } from './combined-fetches.ts'
import type { PlacedEntity } from './entity-path.ts'
import { guarded, mergeAnswers, usedVariables, type FetchParts } from './fetch-steps.ts'
import { isObject, ownValue, type Entity } from './merge.ts'
import type { IsOfType } from './object-type.ts'
import type { Representer } from './representations.ts'
import type { Run, Step } from './run.ts'
import { subgraphError } from './subgraph-errors.ts'

/** The entities of a fetch for which all contextual arguments are the same. */
type Group = {
  readonly values: Readonly<Record<string, unknown>>
  readonly representations: Representation[]
  readonly targets: Entity[][]
  readonly places: (readonly (string | number)[])[][]
  readonly numbers: Map<string, number>
}

const upwards = '..'
const fragmentPrefix = '... on '

/**
 * A fetch of entities whose fields take arguments from objects around them (`@fromContext`, federation 2.8): entities with the same
 * values are asked for together, and all groups at once.
 */
export function contextFetch(
  parts: FetchParts & { readonly represent: Representer; readonly fetch: CombinableFetch },
  isOfType: IsOfType,
): Step {
  const { node, path, represent, fetch } = parts
  const rewrites = node.contextRewrites ?? []
  return async (run) => {
    const groups = new Map<string, Group>()
    for (const placed of path.all(run.data)) {
      const type = represent.forEntity(placed.entity)
      const representation = type?.keyOf(placed.entity) === undefined ? null : type.represent(placed.entity)
      if (representation) add(groups, contextOf(run.data, placed, rewrites, isOfType), representation, placed)
    }
    await Promise.all(
      [...groups.values()].map((group) => guarded(run, node.serviceName, () => ask(run, group, fetch, parts))),
    )
  }
}

async function ask(run: Run, group: Group, fetch: CombinableFetch, parts: FetchParts): Promise<void> {
  const variables = { ...usedVariables(parts.node, run), ...group.values }
  const result = await run.pending.send(fetch, variables, group.representations)
  for (const error of result.errors ?? []) {
    const [, index, ...rest] = error.path ?? []
    const places = typeof index === 'number' ? (group.places[index] ?? []) : []
    const { serviceName } = parts.node
    if (places.length === 0)
      run.errors.push(subgraphError(error, serviceName, error.path && [...parts.planPath, ...error.path]))
    for (const place of places) run.errors.push(subgraphError(error, serviceName, [...place, ...rest]))
  }
  mergeAnswers(result, group, parts)
}

function add(
  groups: Map<string, Group>,
  values: Readonly<Record<string, unknown>>,
  representation: Representation,
  { path, entity }: PlacedEntity,
): void {
  const key = JSON.stringify(values)
  const group: Group = groups.get(key) ?? { values, representations: [], targets: [], places: [], numbers: new Map() }
  groups.set(key, group)
  const number = group.numbers.get(representation.text)
  if (number === undefined) {
    group.numbers.set(representation.text, group.representations.length)
    group.representations.push(representation)
    group.targets.push([entity])
    group.places.push([path])
  } else {
    group.targets[number]?.push(entity)
    group.places[number]?.push(path)
  }
}

/** The values of the contextual arguments of one entity, by the name of their variable. */
function contextOf(
  root: Entity,
  { path }: PlacedEntity,
  rewrites: readonly FetchDataKeyRenamer[],
  isOfType: IsOfType,
): Record<string, unknown> {
  const holders = holdersOf(root, path)
  const values: Record<string, unknown> = {}
  for (const { path: way, renameKeyTo } of rewrites) {
    const levels = way.filter((step) => step === upwards).length
    const value = valueAt(holders.at(-levels), way.slice(levels), isOfType)
    if (value !== undefined) values[renameKeyTo] = value
  }
  return values
}

/** The objects on the way to an entity, each of which has the next named step. */
function holdersOf(root: Entity, path: readonly (string | number)[]): Entity[] {
  const holders: Entity[] = []
  let value: unknown = root
  for (const step of path) {
    if (typeof step === 'string') holders.push(value as Entity)
    value = typeof step === 'string' ? ownValue(value as Entity, step) : (value as unknown[])[step]
  }
  return holders
}

/** Undefined when a type condition on the way does not hold: the context may be set on several types. */
function valueAt(from: Entity | undefined, way: readonly string[], isOfType: IsOfType): unknown {
  let value: unknown = from
  for (const step of way) {
    if (value === null || value === undefined) return value
    if (Array.isArray(value))
      return value.map((each) => valueAt(each as Entity, way.slice(way.indexOf(step)), isOfType))
    if (!isObject(value)) return undefined
    if (!step.startsWith(fragmentPrefix)) value = ownValue(value, step)
    else if (!isOfType(value, step.slice(fragmentPrefix.length), true)) return undefined
  }
  return value
}
