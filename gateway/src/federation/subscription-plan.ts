import type { QueryPlan } from '@apollo/query-planner'
import { parse } from 'graphql'
import type { FetchOperation, Upstream } from '../upstreams/upstream.ts'
import type { Generation } from './generation.ts'

/** The part of a subscription's plan that is opened at its subgraph, and the plan of each event. */
export type SubscriptionPlan = {
  readonly upstream: Upstream
  readonly operation: FetchOperation
  /** The names of the variables that the subgraph gets. */
  readonly variableUsages: readonly string[]
  /** The first fetch, which the event answers, then the rest. */
  readonly eventPlan: QueryPlan
}

/** Null when the plan is not a subscription's. */
export function subscriptionPlan({ node }: QueryPlan, generation: Generation): SubscriptionPlan | null {
  if (node?.kind !== 'Subscription') return null
  const { primary, rest } = node
  return {
    upstream: generation.upstream(primary.serviceName),
    operation: {
      query: primary.operation,
      document: primary.operationDocumentNode ?? parse(primary.operation),
      operationName: primary.operationName,
    },
    variableUsages: primary.variableUsages ?? [],
    eventPlan: { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary },
  }
}
