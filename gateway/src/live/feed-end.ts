import type { Logger } from '@torihiki/shared/log.ts'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { PreparedOperation } from '../federation/prepared-operation.ts'
import { codeOf, SubgraphRefused } from '../federation/subscribe.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { overflow, upstreamLost } from './refusals.ts'

/** Why a feed ended, as its subscribers see it. */
export const endOf = {
  /** A subgraph that opened no subscription. */
  refusal: (errors: readonly GraphQLFormattedError[]): SubgraphRefused => new SubgraphRefused(errors),

  /** A failure of the feed as errors without what is ours. What nobody expected is logged under the request id. */
  errors(error: unknown, prepared: PreparedOperation, { identity }: Caller, log: Logger): GraphQLFormattedError[] {
    const { shownError } = prepared.generation
    const { requestId } = identity
    if (error instanceof SubgraphRefused) return error.errors.map((each) => shownError(each, requestId))
    if (codeOf(error) === 'UPSTREAM_LOST') {
      const reason = error instanceof Error ? error.message : ''
      log.warn({ requestId, reason, operationName: prepared.operationName }, 'The subgraph of a subscription was lost.')
    } else if (!(error instanceof GraphQLError)) {
      const reason = error instanceof Error ? error.stack : String(error)
      log.error({ requestId, reason, operationName: prepared.operationName }, 'A subscription failed.')
    }
    const message = error instanceof Error ? error.message : String(error)
    return [shownError(error instanceof GraphQLError ? error.toJSON() : { message }, requestId)]
  },

  /** The same errors, with the place where this subscriber goes on. */
  forSubscriber(errors: readonly GraphQLFormattedError[], cursor: string | null): readonly GraphQLFormattedError[] {
    const code = codeOf(errors[0])
    if (code === 'UPSTREAM_LOST') return [upstreamLost(cursor)]
    if (code === 'SUBSCRIPTION_OVERFLOW') return [overflow(0, 0, cursor)]
    return errors
  },
}
