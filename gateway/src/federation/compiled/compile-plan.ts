import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner'
import { OperationTypeNode, type GraphQLSchema } from 'graphql'
import type { PreparedFetch, Upstream } from '../../upstreams/upstream.ts'
import type { Conditions } from './collect-fields.ts'
import type { CombinableFetch } from './combined-fetches.ts'
import { contextFetch } from './context-fetch.ts'
import { entityPath, placeName } from './entity-path.ts'
import { entityFetch, eventAlone, rootFetch, type FetchParts } from './fetch-steps.ts'
import { typeTest, type IsOfType } from './object-type.ts'
import { representer } from './representations.ts'
import { rewriter } from './rewrites.ts'
import type { EventStep, Step } from './run.ts'
import {
  asksForNothing,
  documentOf,
  fetchesOf,
  fieldsByPlace,
  mayShareEntities,
  type PlacedFetch,
} from './shared-entities.ts'

/** A plan with what its operation's conditions leave of it, compiled. */
export type CompiledPlan = {
  readonly run: Step
  /** Where the event of a subscription answers all of it: the same without waiting. */
  readonly runEvent: EventStep | null
  /** The places at which one entity may stand several times, as the response writer names them. */
  readonly sharedPaths: ReadonlySet<string>
}

export type PlanOptions = {
  readonly schema: GraphQLSchema
  readonly upstream: (name: string) => Upstream
  readonly conditions: Conditions
  /** The fetch that the event of a subscription answers. */
  readonly answeredByEvent: string | null
  /** Whether equal fetches at several places may be asked once: not when they are part of changes. */
  readonly isQuery: boolean
}

const nothing: Step = () => undefined

/** Compiles a plan to functions. Throws UncompiledPlan for what it does not cover. */
export function compilePlan(node: PlanNode | undefined, options: PlanOptions): CompiledPlan {
  const plain = node && withoutConditions(node, options.conditions)
  const fetches = fetchesOf(plain)
  // What an entity takes from around it makes it another entity.
  const contextual = fetches.some(({ fetch }) => fetch.contextRewrites?.length)
  const sharing = !contextual && mayShareEntities(fetches)
  const sharedPaths = new Set(
    sharing ? fetches.flatMap(({ fetch, path }) => (fetch.requires ? [placeName(path)] : [])) : [],
  )
  const compiler = new PlanCompiler(options, fetches, sharing)
  return {
    run: plain ? compiler.step(plain, []) : nothing,
    runEvent: plain ? compiler.eventStep(plain) : null,
    sharedPaths,
  }
}

/** The plan holds something that is not compiled. */
export class UncompiledPlan extends Error {}

function withoutConditions(node: PlanNode, conditions: Conditions): PlanNode | undefined {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel': {
      const nodes = node.nodes.flatMap((each) => withoutConditions(each, conditions) ?? [])
      return nodes.length === 0 ? undefined : { ...node, nodes }
    }
    case 'Flatten': {
      const inner = withoutConditions(node.node, conditions)
      return inner && { ...node, node: inner }
    }
    case 'Condition': {
      const branch = conditions.get(node.condition) ? node.ifClause : node.elseClause
      return branch && withoutConditions(branch, conditions)
    }
    case 'Defer':
      throw new UncompiledPlan('@defer')
    case 'Fetch':
      return node.requires && asksForNothing(node, conditions) ? undefined : node
    default:
      return node
  }
}

/** What two fetches have in common that ask the same of the same subgraph, under whatever name. */
function questionOf(fetch: FetchNode): string {
  return `${fetch.serviceName}\n${fetch.operation.replace(/^query\s+\w+\s*/, '')}`
}

function repeatedFetches(fetches: readonly FetchNode[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(
    fetches.flatMap((fetch) => {
      if (!fetch.requires) return []
      const question = questionOf(fetch)
      if (seen.has(question)) return [question]
      seen.add(question)
      return []
    }),
  )
}

class PlanCompiler {
  readonly #options: PlanOptions
  readonly #sharing: boolean
  readonly #repeated: ReadonlySet<string>
  readonly #fields: ReadonlyMap<string, ReadonlySet<string>>
  readonly #isOfType: IsOfType
  readonly #prepared = new Map<string, PreparedFetch>()
  #fetches = 0

  constructor(options: PlanOptions, fetches: readonly PlacedFetch[], sharing: boolean) {
    this.#options = options
    this.#sharing = sharing
    this.#repeated = repeatedFetches(fetches.map(({ fetch }) => fetch))
    this.#fields = fieldsByPlace(fetches)
    this.#isOfType = typeTest(options.schema)
  }

  step(node: PlanNode, path: ResponsePath): Step {
    switch (node.kind) {
      case 'Sequence':
        return sequence(node.nodes.map((each) => this.step(each, path)))
      case 'Parallel':
        return parallel(node.nodes.map((each) => this.step(each, path)))
      case 'Flatten':
        return this.step(node.node, [...path, ...node.path])
      case 'Fetch':
        return this.#fetch(node, path)
      default:
        throw new UncompiledPlan(node.kind)
    }
  }

  eventStep(node: PlanNode): EventStep | null {
    const isAnswered = node.kind === 'Fetch' && !node.requires && node.operation === this.#options.answeredByEvent
    return isAnswered ? eventAlone(this.#parts(node, [])) : null
  }

  #parts(node: FetchNode, path: ResponsePath): FetchParts {
    return {
      node,
      prepared: this.#prepare(node),
      path: entityPath(path),
      planPath: path,
      rewriteOutput: rewriter(node.outputRewrites, this.#isOfType),
      sharing: this.#sharing,
    }
  }

  #fetch(node: FetchNode, path: ResponsePath): Step {
    const parts = this.#parts(node, path)
    if (!node.requires) return rootFetch(parts, node.operation === this.#options.answeredByEvent)
    const fetch: CombinableFetch | null =
      node.operationKind === OperationTypeNode.QUERY
        ? {
            serviceName: node.serviceName,
            number: this.#fetches++,
            node,
            prepared: parts.prepared,
            ownVariables: ['representations', ...(node.contextRewrites ?? []).map(({ renameKeyTo }) => renameKeyTo)],
          }
        : null
    const represent = representer(node, this.#isOfType, this.#fields.get(placeName(path)))
    if (node.contextRewrites?.length) {
      if (!fetch) throw new UncompiledPlan('@fromContext')
      return contextFetch({ ...parts, represent, fetch }, this.#isOfType)
    }
    const question = questionOf(node)
    const reuse = this.#options.isQuery && this.#repeated.has(question) ? question : null
    return entityFetch({ ...parts, represent, fetch, reuse })
  }

  #prepare(node: FetchNode): PreparedFetch {
    const key = `${node.serviceName}\n${node.operation}`
    const { operation: query, operationName } = node
    const prepared =
      this.#prepared.get(key) ??
      this.#options.upstream(node.serviceName).prepare({ query, document: documentOf(node), operationName })
    this.#prepared.set(key, prepared)
    return prepared
  }
}

function sequence(steps: readonly Step[]): Step {
  const [only] = steps
  if (steps.length === 1 && only) return only
  return async (run) => {
    for (const step of steps) await step(run)
  }
}

function parallel(steps: readonly Step[]): Step {
  return async (run) => void (await Promise.all(steps.map(async (step) => step(run))))
}
