import type { GraphQLFormattedError } from 'graphql'
import type { AnswerType } from './media-types.ts'

/** A request that is refused as a whole: its status, its error, and headers that tell what to do. */
export class HttpRefusal {
  readonly status: number
  readonly error: GraphQLFormattedError
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: string,
    message: string,
    further: { extensions?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    this.status = status
    this.error = { message, extensions: { code, ...further.extensions } }
    this.headers = further.headers ?? {}
  }
}

/** Statuses by the code of an error that came without data. The rest is the request's fault, or ours if it is INTERNAL. */
const statuses: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  DOCUMENT_NOT_TRUSTED: 403,
  METHOD_NOT_ALLOWED: 405,
  SUBSCRIPTION_NEEDS_SOCKET: 405,
  INTERNAL: 500,
  // So that caches and clients of Apollo's protocol take it for an answer.
  PERSISTED_QUERY_NOT_FOUND: 200,
}

/**
 * The HTTP status of a result, and headers that go with it. Clients of `application/json` get 200 for every request that was understood, as
 * GraphQL over HTTP asks; those of `application/graphql-response+json` get 400 when nothing was executed.
 */
export function statusOf(
  type: AnswerType,
  errors: readonly GraphQLFormattedError[],
  hasData: boolean,
): { status: number; headers: Record<string, string> } {
  const [first] = errors
  if (hasData || !first) return { status: 200, headers: {} }
  const { code, retryAfterSeconds } = first.extensions ?? {}
  if (typeof retryAfterSeconds === 'number')
    return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } }
  const status = statuses[String(code)] ?? (type === 'application/json' ? 200 : 400)
  return { status, headers: status === 405 ? { allow: 'POST' } : {} }
}
