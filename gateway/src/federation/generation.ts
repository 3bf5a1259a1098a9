import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway'
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals'
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner'
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayGraphQLResponse,
} from '@apollo/server-gateway-interface'
import { GraphQLError, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { Upstream } from '../upstreams/upstream.ts'

/** How many plans are kept, the least recently used going first. */
export const keptPlans = 1_000

/** What every operation's context carries. */
export type GatewayContext = { identity: RequestIdentity }

type DataSources = Record<string, GraphQLDataSource>

/**
 * All that belongs to one supergraph SDL: schemas, planner, plan cache and data sources, for queries, mutations and
 * subscriptions together. A new SDL makes a new generation; what runs stays with the one it began in.
 */
export class Generation {
  readonly supergraphSdl: string
  readonly apiSchema: GraphQLSchema
  readonly upstreams: ReadonlyMap<string, Upstream>
  readonly #supergraph: Supergraph
  readonly #api: Schema
  readonly #planner: QueryPlanner
  readonly #dataSources: DataSources
  readonly #plans = new Map<string, QueryPlan>()
  readonly #schema: GraphQLSchema

  constructor(supergraphSdl: string, upstreams: readonly Upstream[]) {
    this.supergraphSdl = supergraphSdl
    this.#supergraph = Supergraph.build(supergraphSdl)
    this.#schema = this.#supergraph.schema.toGraphQLJSSchema()
    this.#api = this.#supergraph.apiSchema()
    this.apiSchema = this.#api.toGraphQLJSSchema()
    this.#planner = new QueryPlanner(this.#supergraph, { exposeDocumentNodeInFetchNode: true })
    this.upstreams = new Map(upstreams.map((upstream) => [upstream.name, upstream]))
    this.#dataSources = Object.fromEntries(upstreams.map((upstream) => [upstream.name, dataSourceOf(upstream)]))
  }

  /** The plan of an operation, from the cache or made now. `source` and operation name are its key. */
  plan(source: string, document: DocumentNode, operationName: string | null): QueryPlan {
    const key = `${operationName ?? ''}\n${source}`
    const known = this.#plans.get(key)
    if (known) {
      this.#plans.delete(key)
      this.#plans.set(key, known)
      return known
    }
    const operation = operationFromDocument(this.#api, document, operationName === null ? {} : { operationName })
    const plan = this.#planner.buildQueryPlan(operation)
    if (this.#plans.size >= keptPlans) this.#plans.delete(this.#plans.keys().next().value ?? '')
    this.#plans.set(key, plan)
    return plan
  }

  /** Executes a plan. `answers` lets a data source be stood in for, as the event of a subscription does for its first fetch. */
  execute(
    plan: QueryPlan,
    context: GatewayGraphQLRequestContext<GatewayContext>,
    answers: DataSources = {},
  ): Promise<GatewayExecutionResult> {
    const operationContext = buildOperationContext({
      schema: this.apiSchema,
      operationDocument: context.document,
      ...(context.operationName ? { operationName: context.operationName } : {}),
    })
    return executeQueryPlan(
      plan,
      { ...this.#dataSources, ...answers },
      context,
      operationContext,
      this.#schema,
      this.#api,
    )
  }

  dataSource(name: string): GraphQLDataSource {
    const source = this.#dataSources[name]
    if (!source) throw new Error(`The plan names subgraph ${name}, which is not there.`)
    return source
  }

  async close(): Promise<void> {
    await Promise.all([...this.upstreams.values()].map((upstream) => upstream.close()))
  }
}

/** A result in the form that Apollo's executor takes: errors as plain objects, whether they came over HTTP or not. */
export function responseOf(result: ExecutionResult): GatewayGraphQLResponse {
  const errors = result.errors?.map((error) => (error instanceof GraphQLError ? error.toJSON() : error))
  return { data: result.data ?? null, ...(errors ? { errors } : {}) }
}

/** An upstream as Apollo's executor asks for it. */
function dataSourceOf(upstream: Upstream): GraphQLDataSource {
  return {
    async process(options) {
      if (options.kind !== 'incoming operation')
        throw new Error(`Unexpected request to ${upstream.name}: ${options.kind}.`)
      const { query = '', variables = {}, operationName } = options.request
      const context = options.context as GatewayContext
      const document = options.document ?? parse(query)
      const result = await upstream.execute({ query, document, variables, operationName }, context.identity)
      return responseOf(result)
    },
  }
}
