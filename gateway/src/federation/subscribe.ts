import type { QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import type { GraphQLDataSource } from '@apollo/gateway'
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface'
import { GraphQLError, parse, type DocumentNode, type ExecutionResult, type OperationDefinitionNode } from 'graphql'
import type { Fetch } from '../upstreams/upstream.ts'
import { responseOf, type GatewayContext, type Generation } from './generation.ts'

/** An operation as it came, validated. */
export type Operation = {
  readonly source: string
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Record<string, unknown>
  readonly context: GatewayContext
}

/**
 * A federated subscription: opens the plan's primary fetch at its subgraph, and for each event runs the rest of the plan, so
 * that every event has the fields of every subgraph. Pinned to its generation. Ending the iterator ends the upstream at once.
 * An event whose other fields fail arrives with errors; the subscription goes on.
 */
export async function subscribeFederated(
  generation: Generation,
  operation: Operation,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const plan = generation.plan(operation.source, operation.document, operation.operationName)
  const node = subscriptionOf(plan)
  const upstream = generation.upstreams.get(node.primary.serviceName)
  if (!upstream) throw new Error(`The plan names subgraph ${node.primary.serviceName}, which is not there.`)
  const opened = await upstream.subscribe(primaryFetch(node, operation.variables), operation.context.identity)
  if (!(Symbol.asyncIterator in opened)) return opened
  const perEvent = eventPlan(node)
  const events: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const event = await opened.next()
      if (event.done) return { done: true, value: undefined }
      return { done: false, value: await resolveEvent(generation, perEvent, node, operation, event.value) }
    },
    async return() {
      await opened.return?.()
      return { done: true, value: undefined }
    },
  }
  return events
}

function subscriptionOf(plan: QueryPlan): SubscriptionNode {
  if (plan.node?.kind !== 'Subscription')
    throw new Error(`A subscription was planned as ${plan.node?.kind ?? 'nothing'}.`)
  return plan.node
}

function primaryFetch({ primary }: SubscriptionNode, variables: Record<string, unknown>): Fetch {
  const used = (primary.variableUsages ?? []).filter((name) => name in variables)
  return {
    query: primary.operation,
    document: primary.operationDocumentNode ?? parse(primary.operation),
    operationName: primary.operationName,
    variables: Object.fromEntries(used.map((name) => [name, variables[name]])),
  }
}

function eventPlan({ primary, rest }: SubscriptionNode): QueryPlan {
  return { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary }
}

async function resolveEvent(
  generation: Generation,
  plan: QueryPlan,
  { primary }: SubscriptionNode,
  operation: Operation,
  event: ExecutionResult,
): Promise<ExecutionResult> {
  const real = generation.dataSource(primary.serviceName)
  // The executor changes what it is given, so each execution gets a copy of the event.
  const answers: Record<string, GraphQLDataSource> = {
    [primary.serviceName]: {
      process: (options) =>
        options.request.query === primary.operation
          ? Promise.resolve(responseOf({ ...event, data: structuredClone(event.data ?? null) }))
          : real.process(options),
    },
  }
  return generation.execute(plan, requestContextOf(generation, operation), answers)
}

function requestContextOf(generation: Generation, operation: Operation): GatewayGraphQLRequestContext<GatewayContext> {
  const definition = operation.document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === 'OperationDefinition' && (!operation.operationName || each.name?.value === operation.operationName),
  )
  if (!definition)
    throw new GraphQLError(`There is no operation ${operation.operationName}.`, {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    })
  return {
    request: {
      query: operation.source,
      variables: operation.variables,
      ...(operation.operationName ? { operationName: operation.operationName } : {}),
    },
    logger: console,
    schema: generation.apiSchema,
    schemaHash: '' as never,
    context: operation.context,
    cache: undefined as never,
    queryHash: '',
    document: operation.document,
    source: operation.source,
    operationName: operation.operationName,
    operation: definition,
    metrics: {},
    overallCachePolicy: undefined,
  }
}

/** Executes a query or mutation that came over a socket, on the same plans as over HTTP. */
export async function executeFederated(generation: Generation, operation: Operation): Promise<ExecutionResult> {
  const plan = generation.plan(operation.source, operation.document, operation.operationName)
  return generation.execute(plan, requestContextOf(generation, operation))
}
