import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway'
import type { GatewayGraphQLRequestContext, GatewayGraphQLResponse } from '@apollo/server-gateway-interface'
import { parse } from 'graphql'
import type { Caller, PreparedFetch, SubgraphResult, Upstream } from '../upstreams/upstream.ts'
import { fetchFailure } from './compiled/subgraph-errors.ts'
import type { Generation } from './generation.ts'
import type { Outcome, PlanExecutor, PreparedOperation, Variables } from './prepared-operation.ts'

/** Runs a plan by Apollo's executor: for what our own does not compile, and as the measure that ours is tested against. */
export class ApolloExecutor implements PlanExecutor {
  readonly #generation: Generation
  readonly #operation: PreparedOperation
  readonly #fetches = new Map<string, PreparedFetch>()

  constructor(generation: Generation, operation: PreparedOperation) {
    this.#generation = generation
    this.#operation = operation
  }

  async run(variables: Variables, caller: Caller, event?: SubgraphResult): Promise<Outcome> {
    const { generation, operation } = { generation: this.#generation, operation: this.#operation }
    const sources = Object.fromEntries(
      [...generation.upstreams.values()].map((upstream) => [upstream.name, this.#dataSource(upstream, caller, event)]),
    )
    const operationContext = buildOperationContext({
      schema: generation.apiSchema,
      operationDocument: operation.document,
      ...(operation.operationName ? { operationName: operation.operationName } : {}),
    })
    const result = await executeQueryPlan(
      operation.subscription?.eventPlan ?? operation.plan,
      sources,
      requestContext(operation, variables),
      operationContext,
      generation.schema,
      generation.api,
    )
    const errors = (result.errors ?? []).map(fetchFailure)
    return {
      dataText: result.data === undefined ? undefined : JSON.stringify(result.data),
      errors,
      extensions: result.extensions,
    }
  }

  #dataSource(upstream: Upstream, caller: Caller, event?: SubgraphResult): GraphQLDataSource {
    const first = event && this.#operation.subscription?.operation.query
    return {
      process: async (options): Promise<GatewayGraphQLResponse> => {
        if (options.kind !== 'incoming operation')
          throw new Error(`Unexpected request to ${upstream.name}: ${options.kind}.`)
        const { query = '', variables = {}, operationName } = options.request
        // The executor changes what it is given, so each execution gets a copy of the event.
        if (event && query === first) return responseOf({ ...event, data: structuredClone(event.data ?? null) })
        const { representations, ...others } = variables
        const prepared = this.#prepared(upstream, { query, document: options.document ?? parse(query), operationName })
        const list = representations as Record<string, unknown>[] | undefined
        const result = await prepared.send(
          {
            variables: others,
            representations: list
              ? { representations: list.map((value) => ({ value, text: JSON.stringify(value) })) }
              : null,
          },
          caller,
        )
        return responseOf(result)
      },
    }
  }

  #prepared(upstream: Upstream, operation: Parameters<Upstream['prepare']>[0]): PreparedFetch {
    const key = `${upstream.name}\n${operation.query}`
    const known = this.#fetches.get(key) ?? upstream.prepare(operation)
    this.#fetches.set(key, known)
    return known
  }
}

function responseOf({ data, errors }: SubgraphResult): GatewayGraphQLResponse {
  return { data: data ?? null, ...(errors ? { errors } : {}) }
}

function requestContext(operation: PreparedOperation, variables: Variables): GatewayGraphQLRequestContext {
  return {
    request: {
      query: operation.source,
      variables: { ...variables },
      ...(operation.operationName ? { operationName: operation.operationName } : {}),
    },
    logger: console,
    schema: operation.generation.apiSchema,
    schemaHash: '' as never,
    context: {},
    cache: undefined as never,
    queryHash: '',
    document: operation.document,
    source: operation.source,
    operationName: operation.operationName,
    operation: operation.definition,
    metrics: {},
    overallCachePolicy: undefined,
  }
}
