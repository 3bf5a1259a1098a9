import type { FetchNode } from '@apollo/query-planner'
import type { FetchInput, PreparedFetch, SubgraphResult } from '../../upstreams/upstream.ts'
import type { CombinableFetch } from './combined-fetches.ts'
import type { EntityPath } from './entity-path.ts'
import { collectEntities, errorPlaces, type Entities } from './entities.ts'
import { assign, clone, deepMerge, isObject, type Entity } from './merge.ts'
import type { Representer } from './representations.ts'
import type { Rewrite } from './rewrites.ts'
import type { EventStep, Run, Step } from './run.ts'
import { fetchFailure, subgraphError } from './subgraph-errors.ts'

/** What every fetch is compiled from. */
export type FetchParts = {
  readonly node: FetchNode
  readonly prepared: PreparedFetch
  readonly path: EntityPath
  /** The plan's own path, as errors of fetches that are not for entities are placed. */
  readonly planPath: readonly (string | number)[]
  readonly rewriteOutput: Rewrite | null
  /** Whether answers may be taken over as they are, because no other fetch gives the same composite fields. */
  readonly sharing: boolean
}

const noPlaces: ReadonlyMap<string, readonly Entity[]> = new Map()

/** A fetch of root fields. `answeredByEvent` for the first one of a subscription's plan. */
export function rootFetch(parts: FetchParts, answeredByEvent: boolean): Step {
  const { node, prepared, path, planPath } = parts
  return (run) =>
    guarded(run, node.serviceName, async () => {
      const targets: Entity[] = []
      path.visit(
        run.data,
        (holder, key) => {
          const value = (holder as Entity)[key]
          if (isObject(value)) targets.push(value)
        },
        noPlaces,
      )
      if (planPath.length === 0) targets.splice(0, targets.length, run.data)
      if (targets.length === 0) return
      const input: FetchInput = { variables: usedVariables(node, run), representations: null }
      const result = answeredByEvent && run.event ? run.event : await prepared.send(input, run.caller)
      takeRootFields(run, result, targets, parts)
    })
}

/** A plan whose only fetch the event answers: nothing is waited for. */
export function eventAlone(parts: FetchParts): EventStep {
  return (run, event) => takeRootFields(run, event, [run.data], parts)
}

function takeRootFields(
  run: Pick<Run, 'errors'>,
  { data, errors }: SubgraphResult,
  targets: readonly Entity[],
  { node, planPath, rewriteOutput, sharing }: FetchParts,
): void {
  for (const error of errors ?? [])
    run.errors.push(subgraphError(error, node.serviceName, error.path && [...planPath, ...error.path]))
  if (!data) return
  rewriteOutput?.(data)
  for (const target of targets) {
    if (sharing && targets.length === 1) assign(target, data)
    else deepMerge(target, data)
  }
}

/** A fetch of entities: equal ones are asked for once, and asked for at once with others to the same subgraph. */
export function entityFetch(
  parts: FetchParts & {
    readonly represent: Representer
    readonly fetch: CombinableFetch | null
    readonly reuse: string | null
  },
): Step {
  const { node, prepared, path, represent, sharing, fetch, reuse } = parts
  return (run) => {
    const entities = collectEntities(run.data, path, represent, sharing ? run.places : null)
    const known = reuse === null ? null : knownAnswers(run, reuse)
    const asked = known ? fillFromKnown(entities, known, parts) : entities
    if (asked.representations.length === 0) return
    return guarded(run, node.serviceName, async () => {
      const variables = usedVariables(node, run)
      if ('representations' in variables) throw new Error('Variables cannot contain key "representations"')
      const { representations } = asked
      const result = await (fetch
        ? run.pending.send(fetch, variables, representations)
        : prepared.send({ variables, representations: { representations } }, run.caller))
      placeErrors(run, result, asked, parts)
      mergeAnswers(result, asked, parts)
      if (known && !result.errors) remember(result, asked, known)
    })
  }
}

/** A fetch that fails is an error of the run, not its end. */
export async function guarded(run: Run, subgraph: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    run.failed(subgraph, error)
    run.errors.push(fetchFailure(error))
  }
}

/** The variables of the operation that a fetch uses, as far as they are given. */
export function usedVariables({ variableUsages }: FetchNode, { variables }: Run): Record<string, unknown> {
  const used: Record<string, unknown> = {}
  if (variableUsages) {
    for (const name of variableUsages)
      if (Object.hasOwn(variables, name) && variables[name] !== undefined) used[name] = variables[name]
  }
  return used
}

function placeErrors(
  run: Run,
  { errors }: SubgraphResult,
  asked: Entities,
  parts: FetchParts & { represent: Representer },
): void {
  if (!errors) return
  const places = errorPlaces(run.data, parts.path, parts.represent)
  for (const error of errors) {
    const { serviceName } = parts.node
    const [, index, ...rest] = error.path ?? []
    if (typeof index !== 'number') {
      run.errors.push(subgraphError(error, serviceName, error.path && [...parts.planPath, ...error.path]))
      continue
    }
    const found = places.get(asked.representations[index]?.text ?? '') ?? [[]]
    for (const place of found) run.errors.push(subgraphError(error, serviceName, [...place, ...rest]))
  }
}

/** Puts the answers for entities where they belong. */
export function mergeAnswers(
  { data }: SubgraphResult,
  { representations, targets }: Pick<Entities, 'representations' | 'targets'>,
  parts: FetchParts,
): void {
  if (!data) return
  const answers = data['_entities']
  if (!Array.isArray(answers)) throw new Error('Expected "data._entities" in response to be an array')
  if (answers.length !== representations.length)
    throw new Error(`Expected "data._entities" to contain ${representations.length} elements`)
  for (let index = 0; index < answers.length; index++)
    mergeAnswer(answers[index] as Entity | null, targets[index] ?? [], parts)
}

function mergeAnswer(answer: Entity | null, targets: readonly Entity[], { rewriteOutput, sharing }: FetchParts): void {
  const [first] = targets
  if (!answer || !first) return
  if (rewriteOutput) {
    answer['__typename'] ??= first['__typename']
    rewriteOutput(answer)
  }
  // Copies before the original is taken over: what is added to it later is not theirs.
  for (let index = 1; index < targets.length; index++) {
    const target = targets[index]
    if (target) deepMerge(target, clone(answer))
  }
  if (sharing) assign(first, answer)
  else deepMerge(first, answer)
}

type Known = Map<string, Entity | null>

function knownAnswers({ answers }: Run, key: string): Known {
  const known = answers.get(key) ?? new Map<string, Entity | null>()
  answers.set(key, known)
  return known
}

/** Answers what the same fetch at another place was told already. Gives what is left to ask for. */
function fillFromKnown(entities: Entities, known: Known, parts: FetchParts): Entities {
  if (known.size === 0) return entities
  const left: Entities = { representations: [], targets: [] }
  entities.representations.forEach((representation, index) => {
    const targets = entities.targets[index] ?? []
    const answer = known.get(representation.text)
    if (answer === undefined) {
      left.representations.push(representation)
      left.targets.push(targets)
    } else mergeAnswer(clone(answer), targets, parts)
  })
  return left
}

/** Copies: the originals become part of the response, and others add to them. */
function remember({ data }: SubgraphResult, { representations }: Entities, known: Known): void {
  const answers = data?.['_entities']
  if (!Array.isArray(answers)) return
  representations.forEach(({ text }, index) => known.set(text, clone(answers[index] as Entity | null)))
}
