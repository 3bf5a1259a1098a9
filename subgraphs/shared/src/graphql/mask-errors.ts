import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import type { Logger } from '../log.ts'
import { withoutValues } from './without-values.ts'

/** Error codes that were made for the caller; every other error is a broken promise of ours and is shown as INTERNAL. */
const callersCodes = new Set([
  'BAD_USER_INPUT',
  'BAD_PAGE',
  'BAD_CURSOR',
  'BAD_CODE',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'VIEW_BEHIND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'DOCUMENT_NOT_TRUSTED',
  'METHOD_NOT_ALLOWED',
  'LIMIT_EXCEEDED',
  'SUBSCRIPTION_NEEDS_SOCKET',
  'SUBGRAPH_BUSY',
  'SUBSCRIPTION_OVERFLOW',
  'UPSTREAM_LOST',
  'INTERNAL',
])

/**
 * An error as callers see it: theirs without the values that it may quote, ours as INTERNAL with the request id under which the log
 * tells more.
 */
export function maskError(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const code = error.extensions?.['code']
  const shown = {
    message: withoutValues(error.message),
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  }
  if (typeof code === 'string' && callersCodes.has(code))
    return {
      ...shown,
      extensions: { code, ...figuresOf(error.extensions), ...(error.extensions?.['requestId'] ? { requestId } : {}) },
    }
  return {
    ...shown,
    message: `Something went wrong on our side. Quote request id ${requestId}.`,
    extensions: { code: 'INTERNAL', requestId },
  }
}

/** What a caller's error may tell besides its code. */
const figures = ['limit', 'used', 'allowed', 'field', 'retryAfterSeconds'] as const

function figuresOf(extensions: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(figures.flatMap((name) => (name in extensions ? [[name, extensions[name]]] : [])))
}

/** Masks the errors of a subgraph's result where they arose, and logs what is ours with the request id. */
export function maskResult(result: ExecutionResult, log: Logger, requestId: string): ExecutionResult {
  if (!result.errors) return result
  const errors = result.errors.map((error) => {
    const masked = maskError(error.toJSON(), requestId)
    if (masked.extensions?.['code'] === 'INTERNAL') {
      log.error(
        { requestId, path: error.path?.join('.'), reason: error.originalError?.stack ?? withoutValues(error.message) },
        'A resolver failed.',
      )
    }
    return new GraphQLError(masked.message, {
      ...(error.path && { path: error.path }),
      extensions: masked.extensions ?? {},
    })
  })
  return { ...result, errors }
}
