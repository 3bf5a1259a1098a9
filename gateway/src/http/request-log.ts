import type { Logger } from '@torihiki/shared/log.ts'
import type { GraphQLFormattedError } from 'graphql'
import type { Caller } from '../upstreams/upstream.ts'

/** What one line of the log tells of a request. */
export type Answered = {
  readonly kind?: string | undefined
  readonly operationName?: string | null | undefined
  readonly startedAt: number
  readonly errors: readonly GraphQLFormattedError[]
}

/** One line a request: who, what, how long, with which outcome. Variables and answers are never written. */
export function logAnswer(log: Logger, { identity, client }: Caller, answered: Answered): void {
  const { kind, operationName, startedAt, errors } = answered
  log.info(
    {
      requestId: identity.requestId,
      memberId: identity.actor?.memberId,
      client: client?.name ?? undefined,
      kind,
      operationName,
      ms: Math.round(performance.now() - startedAt),
      ...(errors.length > 0 && { codes: errors.map((error) => error.extensions?.['code']) }),
    },
    'A request was answered.',
  )
}
