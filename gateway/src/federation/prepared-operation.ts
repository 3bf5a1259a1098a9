import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import { tracing } from '@torihiki/shared/telemetry/tracing.ts'
import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode, OperationTypeNode } from 'graphql'
import { GraphQLError } from 'graphql'
import type { ReadOperation } from '../operations/read-operation.ts'
import { variableCheck, type VariableCheck } from '../operations/variable-errors.ts'
import { runTraced } from '../telemetry/traced-operation.ts'
import type { Caller, SubgraphResult } from '../upstreams/upstream.ts'
import { ApolloExecutor } from './apollo-executor.ts'
import { CompiledExecutor } from './compiled/compiled-executor.ts'
import { UncompiledPlan } from './compiled/compile-plan.ts'
import type { Generation } from './generation.ts'
import { subscriptionPlan, type SubscriptionPlan } from './subscription-plan.ts'

/** The values of an operation's variables as they came. */
export type Variables = Readonly<Record<string, unknown>>

/** A result before it is written: its data as JSON text (or null), errors and extensions as plain objects. */
export type Outcome = {
  readonly dataText: string | undefined
  readonly errors: readonly GraphQLFormattedError[]
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/** How a plan is run. `event` stands in for the first fetch of a subscription's plan. */
export type PlanExecutor = {
  run(variables: Variables, caller: Caller, event?: SubgraphResult): Promise<Outcome>
  /** Answers an event without waiting, where nothing is to be fetched for it; else null. */
  answerEvent?(variables: Variables, event: SubgraphResult, caller: Caller): Outcome | null
}

/** An operation that is valid, planned and compiled: what all protocols run. It belongs to one generation. */
export class PreparedOperation {
  readonly generation: Generation
  readonly source: string
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
  readonly operationName: string | null
  readonly kind: OperationTypeNode
  readonly plan: QueryPlan
  /** What a subscription opens at its subgraph. Null for queries and mutations. */
  readonly subscription: SubscriptionPlan | null
  /** How often it has been run: what is used most is made ready first in the next generation. */
  uses = 0
  readonly #executor: PlanExecutor
  readonly #check: VariableCheck

  constructor(generation: Generation, source: string, read: ReadOperation) {
    this.generation = generation
    this.source = source
    this.document = read.document
    this.definition = read.definition
    this.operationName = read.operationName
    this.kind = read.definition.operation
    const operation = operationFromDocument(
      generation.api,
      read.document,
      read.operationName === null ? {} : { operationName: read.operationName },
    )
    this.#check = variableCheck(generation.apiSchema, read.definition.variableDefinitions ?? [])
    this.plan = generation.planner.buildQueryPlan(operation)
    this.subscription = subscriptionPlan(this.plan, generation)
    this.#executor = executorOf(generation, this)
  }

  /** Why the variables do not fit the operation's definitions. Empty when they do. */
  variableErrors(variables: Variables): readonly GraphQLError[] {
    return this.#check(variables)
  }

  /** Runs a query or mutation, or the plan of one event of a subscription. Its generation stays as long. */
  async run(variables: Variables, caller: Caller, event?: SubgraphResult): Promise<Outcome> {
    const { generation } = this
    generation.underWay++
    this.uses++
    try {
      if (tracing.on) return await runTraced(this, this.#executor, caller, variables, event)
      return await this.#executor.run(variables, caller, event)
    } finally {
      generation.underWay--
    }
  }

  /** Runs a query or mutation and writes the result as JSON text, errors first. Never rejects. */
  async execute(variables: Variables, caller: Caller): Promise<string> {
    const errors = this.variableErrors(variables)
    if (errors.length > 0)
      return this.written({ dataText: undefined, errors: errors.map((each) => each.toJSON()) }, caller)
    try {
      return this.written(await this.run(variables, caller), caller)
    } catch (error) {
      this.generation.failed({ subgraph: null, requestId: caller.identity.requestId, error })
      return this.written(failed(error), caller)
    }
  }

  /**
   * Answers one event of a subscription with the fields of every subgraph, as JSON text: at once where the event has them all.
   * Never throws, never rejects.
   */
  executeEvent(event: SubgraphResult, variables: Variables, caller: Caller): string | Promise<string> {
    if (tracing.on) return this.#runEvent(event, variables, caller)
    try {
      const outcome = this.#executor.answerEvent?.(variables, event, caller)
      if (!outcome) return this.#runEvent(event, variables, caller)
      this.uses++
      return this.written(outcome, caller)
    } catch (error) {
      return this.#failedEvent(error, caller)
    }
  }

  async #runEvent(event: SubgraphResult, variables: Variables, caller: Caller): Promise<string> {
    try {
      return this.written(await this.run(variables, caller, event), caller)
    } catch (error) {
      return this.#failedEvent(error, caller)
    }
  }

  #failedEvent(error: unknown, caller: Caller): string {
    this.generation.failed({ subgraph: null, requestId: caller.identity.requestId, error })
    return this.written(failed(error), caller)
  }

  /** A result as its caller sees it, as JSON text. */
  written({ dataText, errors, extensions }: Outcome, { identity }: Caller): string {
    if (errors.length === 0 && dataText !== undefined && !extensions) return `{"data":${dataText}}`
    const parts: string[] = []
    if (errors.length > 0)
      parts.push(
        `"errors":${JSON.stringify(errors.map((error) => this.generation.shownError(error, identity.requestId)))}`,
      )
    if (dataText !== undefined) parts.push(`"data":${dataText}`)
    if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`)
    return `{${parts.join(',')}}`
  }
}

/** Our own executor, or Apollo's for what ours does not compile. */
function executorOf(generation: Generation, operation: PreparedOperation): PlanExecutor {
  if (generation.executor === 'apollo') return new ApolloExecutor(generation, operation)
  try {
    return new CompiledExecutor(operation)
  } catch (error) {
    if (!(error instanceof UncompiledPlan)) throw error
    generation.uncompiled(error.message)
    return new ApolloExecutor(generation, operation)
  }
}

/** A failure of the execution itself: an error without data. */
export function failed(error: unknown): Outcome {
  const shown =
    error instanceof GraphQLError ? error : new GraphQLError(error instanceof Error ? error.message : String(error))
  return { dataText: undefined, errors: [shown.toJSON()] }
}
