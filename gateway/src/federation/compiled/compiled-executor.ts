import type { PlanNode } from '@apollo/query-planner'
import { GraphQLError, Kind, visit, type FragmentDefinitionNode } from 'graphql'
import type { Caller, SubgraphResult } from '../../upstreams/upstream.ts'
import type { Outcome, PlanExecutor, PreparedOperation, Variables } from '../prepared-operation.ts'
import { CombinedFetches } from './combined-fetches.ts'
import { compilePlan, UncompiledPlan, type CompiledPlan } from './compile-plan.ts'
import { PendingFetches } from './pending-fetches.ts'
import type { Run } from './run.ts'
import { fetchFailure } from './subgraph-errors.ts'
import { responseWriter, type WrittenResponse } from './write-response.ts'

/** Each condition doubles the variants of an operation; beyond this they are not compiled one by one. */
const mostConditions = 8

type Variant = { readonly plan: CompiledPlan; readonly write: (data: Run['data']) => WrittenResponse }

/**
 * Runs a plan that was compiled once: fetches, entities, merging and the response, which is written straight to JSON text. An
 * operation with `@skip` or `@include` on variables is compiled for each combination of their values that occurs.
 */
export class CompiledExecutor implements PlanExecutor {
  readonly #operation: PreparedOperation
  readonly #conditions: readonly { name: string; fallback: boolean | undefined }[]
  readonly #variants = new Map<number, Variant>()
  readonly #combined: CombinedFetches

  /** Throws UncompiledPlan for what is not covered. */
  constructor(operation: PreparedOperation) {
    this.#operation = operation
    const { generation } = operation
    this.#combined = new CombinedFetches((name) => generation.upstream(name))
    this.#conditions = conditionsOf(operation)
    if (this.#conditions.length > mostConditions) throw new UncompiledPlan('conditions')
    if (asksForSchema(operation)) throw new UncompiledPlan('introspection')
    if (this.#conditions.length === 0) this.#variant(0)
  }

  async run(variables: Variables, caller: Caller, event?: SubgraphResult): Promise<Outcome> {
    const variant = this.#variant(this.#combinationOf(variables))
    const run: Run = {
      data: {},
      variables,
      caller,
      errors: [],
      event,
      pending: new PendingFetches(this.#combined, caller),
      failed: (subgraph, error) =>
        this.#operation.generation.failed({ subgraph, requestId: caller.identity.requestId, error }),
      places: new Map(),
      answers: new Map(),
    }
    await variant.plan.run(run)
    return written(variant, run)
  }

  /** What an event alone answers is answered at once: null when there is more to fetch for it. */
  answerEvent(variables: Variables, event: SubgraphResult, { identity }: Caller): Outcome | null {
    const variant = this.#variant(this.#combinationOf(variables))
    if (!variant.plan.runEvent) return null
    const run: Pick<Run, 'data' | 'errors'> = { data: {}, errors: [] }
    try {
      variant.plan.runEvent(run, event)
    } catch (error) {
      this.#operation.generation.failed({ subgraph: null, requestId: identity.requestId, error })
      run.errors.push(fetchFailure(error))
    }
    return written(variant, run)
  }

  #combinationOf(variables: Variables): number {
    let combination = 0
    this.#conditions.forEach(({ name, fallback }, index) => {
      const value = (Object.hasOwn(variables, name) ? variables[name] : undefined) ?? fallback
      if (typeof value !== 'boolean')
        throw new GraphQLError(`Variable "$${name}" must be true or false.`, { extensions: { code: 'BAD_USER_INPUT' } })
      if (value) combination |= 1 << index
    })
    return combination
  }

  #variant(combination: number): Variant {
    const known = this.#variants.get(combination)
    if (known) return known
    const { generation, document, definition, plan, subscription } = this.#operation
    const conditions = new Map(this.#conditions.map(({ name }, index) => [name, (combination & (1 << index)) !== 0]))
    const compiled = compilePlan((subscription?.eventPlan ?? plan).node as PlanNode | undefined, {
      schema: generation.schema,
      upstream: (name) => generation.upstream(name),
      conditions,
      answeredByEvent: subscription?.operation.query ?? null,
      isQuery: definition.operation === 'query',
    })
    const root = generation.apiSchema.getRootType(definition.operation)
    if (!root) throw new UncompiledPlan('root type')
    const fragments = new Map<string, FragmentDefinitionNode>(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    )
    const write = responseWriter(
      { schema: generation.apiSchema, fragments, conditions, sharedPaths: compiled.sharedPaths },
      root,
      [{ set: definition.selectionSet, parent: root }],
    )
    const variant = { plan: compiled, write }
    this.#variants.set(combination, variant)
    return variant
  }
}

function written({ write }: Variant, { data, errors: failures }: Pick<Run, 'data' | 'errors'>): Outcome {
  try {
    const { text, errors } = write(data)
    // As Apollo's executor tells it: what breaks the schema's promises is told only when no subgraph said why.
    const extensions = failures.length === 0 && errors.length > 0 ? { valueCompletion: errors } : undefined
    return { dataText: text, errors: failures, extensions }
  } catch (error) {
    return { dataText: undefined, errors: [fetchFailure(error)] }
  }
}

/** The variables of the operation's `@skip` and `@include`, with their defaults. */
function conditionsOf({ document, definition }: PreparedOperation): { name: string; fallback: boolean | undefined }[] {
  const names = new Set<string>()
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  const defaults = new Map(
    (definition.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined,
    ]),
  )
  // Fragments of other operations of the document may name further variables.
  return [...names].filter((name) => defaults.has(name)).map((name) => ({ name, fallback: defaults.get(name) }))
}

function asksForSchema({ document }: PreparedOperation): boolean {
  let asks = false
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') asks = true
    },
  })
  return asks
}
