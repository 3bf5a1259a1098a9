import type { FetchNode } from '@apollo/query-planner'
import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'
import type { PreparedFetch, SubgraphResult, Upstream } from '../../upstreams/upstream.ts'
import { documentOf } from './shared-entities.ts'

/** An entity fetch that can be sent together with others to its subgraph. */
export type CombinableFetch = {
  readonly serviceName: string
  readonly number: number
  readonly node: FetchNode
  readonly prepared: PreparedFetch
  /** The variables that each fetch has for itself: its representations, and what it takes from around them. */
  readonly ownVariables: readonly string[]
}

/** Several entity fetches as one request. */
export type CombinedFetch = {
  readonly prepared: PreparedFetch
  /** What the fetch with this index alone would have been answered; null when the whole failed. */
  answerOf(result: SubgraphResult, index: number): SubgraphResult | null
}

const entitiesField = '_entities'
/** Combinations that are kept ready for one plan. Further ones are sent apart. */
const mostCombinations = 64

/** The combinations of a plan's entity fetches, each made ready when it first occurs. */
export class CombinedFetches {
  readonly #upstream: (name: string) => Upstream
  readonly #known = new Map<string, CombinedFetch | null>()

  constructor(upstream: (name: string) => Upstream) {
    this.#upstream = upstream
  }

  /** Null when these fetches cannot be one request. */
  of(fetches: readonly CombinableFetch[]): CombinedFetch | null {
    const key = fetches.map(({ number }) => number).join(' ')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= mostCombinations) return null
    const made = this.#make(fetches)
    this.#known.set(key, made)
    return made
  }

  #make(fetches: readonly CombinableFetch[]): CombinedFetch | null {
    const [first] = fetches
    const operations = fetches.map(({ node, ownVariables }, index) => renamed(documentOf(node), index, ownVariables))
    if (!first || operations.includes(null)) return null
    const document = combine(operations.filter((each) => each !== null))
    const upstream = this.#upstream(first.serviceName)
    return {
      prepared: upstream.prepare({ query: print(document), document, operationName: undefined }),
      answerOf: (result, index) => answerOf(result, aliasOf(index)),
    }
  }
}

const aliasOf = (index: number): string => `entities_${index}`
/** What a fetch's own variable is called in a request with others. */
export const ownName = (variable: string, index: number): string => `${variable}_${index}`

/** The operation with its `_entities` and its own variables named by its index. Null when it brings fragments, whose names may collide. */
function renamed(document: DocumentNode, index: number, own: readonly string[]): OperationDefinitionNode | null {
  const [operation, ...others] = document.definitions
  if (others.length > 0 || operation?.kind !== Kind.OPERATION_DEFINITION) return null
  return visit(operation, {
    Variable: ({ kind, name: { value } }) =>
      own.includes(value) ? { kind, name: { kind: Kind.NAME, value: ownName(value, index) } as const } : undefined,
    Field: (node) =>
      node.name.value === entitiesField
        ? { ...node, alias: { kind: Kind.NAME, value: aliasOf(index) } as const }
        : undefined,
  })
}

function combine(operations: readonly OperationDefinitionNode[]): DocumentNode {
  const variables = new Map<string, VariableDefinitionNode>()
  for (const { variableDefinitions = [] } of operations)
    for (const definition of variableDefinitions) variables.set(definition.variable.name.value, definition)
  const [first] = operations
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: first?.operation ?? ('query' as never),
        variableDefinitions: [...variables.values()],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: operations.flatMap(({ selectionSet }) => selectionSet.selections),
        },
      },
    ],
  }
}

function answerOf({ data, errors }: SubgraphResult, alias: string): SubgraphResult | null {
  const entities = data?.[alias]
  if (!Array.isArray(entities)) return null
  const own = (errors ?? []).flatMap((error) => {
    if (!error.path) return [error]
    const [field, ...rest] = error.path
    return field === alias ? [{ ...error, path: [entitiesField, ...rest] }] : []
  })
  return { data: { [entitiesField]: entities }, ...(own.length > 0 && { errors: own }) }
}
