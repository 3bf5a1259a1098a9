import { errorCodeDef, ERRORS } from '@apollo/federation-internals'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'

type Path = readonly (string | number)[]

/** A subgraph's error as it stands in the answer: at its place there, with the subgraph's name. */
export function subgraphError(
  error: GraphQLFormattedError,
  serviceName: string,
  path: Path | undefined,
): GraphQLFormattedError {
  const { extensions } = error
  const isKnown = errorCodeDef(error as never) !== undefined
  const code = isKnown || extensions?.['code'] ? extensions?.['code'] : ERRORS.DOWNSTREAM_SERVICE_ERROR.code
  return {
    message: error.message || `Error while fetching subquery from service "${serviceName}"`,
    ...(path && { path }),
    extensions: { ...extensions, serviceName, code },
  }
}

/** A fetch that failed as a whole: no answer, no connection, too late. */
export function fetchFailure(error: unknown): GraphQLFormattedError {
  if (error instanceof GraphQLError) return error.toJSON()
  return new GraphQLError(error instanceof Error ? error.message : String(error)).toJSON()
}
