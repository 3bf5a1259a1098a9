import type { GraphQLFormattedError } from 'graphql'
import type { Caller, SubgraphResult } from '../../upstreams/upstream.ts'
import type { Variables } from '../prepared-operation.ts'
import type { KnownPlaces } from './entities.ts'
import type { Entity } from './merge.ts'
import type { PendingFetches } from './pending-fetches.ts'

/** One run of a plan. */
export type Run = {
  readonly data: Entity
  readonly variables: Variables
  readonly caller: Caller
  readonly errors: GraphQLFormattedError[]
  /** What the first fetch of a subscription's plan is answered by. */
  readonly event: SubgraphResult | undefined
  readonly pending: PendingFetches
  /** Told of every fetch that failed as a whole. */
  readonly failed: (subgraph: string, error: unknown) => void
  readonly places: KnownPlaces
  /** What entities were answered, by fetch and representation, where a plan asks the same at several places. */
  readonly answers: Map<string, Map<string, Entity | null>>
}

/** A part of a plan. Adds to the data and the errors of a run; rejects only when the run as a whole fails. */
export type Step = (run: Run) => Promise<void> | void

/** A plan that an event of a subscription answers alone, without waiting. */
export type EventStep = (run: Pick<Run, 'data' | 'errors'>, event: SubgraphResult) => void
