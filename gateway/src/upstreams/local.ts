import { maskResult } from '@torihiki/shared/graphql/mask-errors.ts'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import {
  execute,
  getNamedType,
  GraphQLError,
  isLeafType,
  Kind,
  OperationTypeNode,
  subscribe,
  typeFromAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type NamedTypeNode,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { FetchInput, FetchOperation, PreparedFetch, SubgraphResult, Upstream } from './upstream.ts'

/** An executable schema of this process, with what its resolvers get. */
export type LocalSubgraph = {
  readonly name: string
  readonly schema: GraphQLSchema
  context(identity: RequestIdentity): unknown
}

/**
 * A subgraph in this process: each fetch of a plan is compiled once and then runs the resolvers without a hop and without parsing.
 * What the compiler does not take is run by graphql-js.
 */
export function localUpstream(subgraph: LocalSubgraph, log: Logger): Upstream {
  const plain = (result: ExecutionResult, { requestId }: RequestIdentity): SubgraphResult => {
    if (!result.errors) return { data: result.data ?? null }
    const { errors } = maskResult({ errors: result.errors.map(asGraphQLError) }, log, requestId)
    return { data: result.data ?? null, errors: errors?.map((error) => error.toJSON()) ?? [] }
  }
  return {
    name: subgraph.name,
    prepare(operation): PreparedFetch {
      const run = compiled(subgraph.schema, operation)
      return {
        async send(input, { identity }) {
          return plain(await run(subgraph.context(identity), variablesOf(input)), identity)
        },
      }
    },
    async subscribe({ document, operationName }, variableValues, { identity }) {
      const opened = await subscribe({
        schema: subgraph.schema,
        document,
        operationName: operationName ?? null,
        variableValues,
        contextValue: subgraph.context(identity),
      })
      if (!(Symbol.asyncIterator in opened)) return plain(opened, identity)
      return mapped(opened, (result) => plain(result, identity))
    },
    close: async () => undefined,
  }
}

type Run = (context: unknown, variables: Record<string, unknown>) => ExecutionResult | Promise<ExecutionResult>

function compiled(schema: GraphQLSchema, { document, operationName }: FetchOperation): Run {
  const query = isCompilable(schema, document) ? compileQuery(schema, document, operationName) : null
  if (query && isCompiledQuery(query)) return (context, variables) => query.query(undefined, context, variables)
  return (contextValue, variableValues) =>
    execute({ schema, document, operationName: operationName ?? null, variableValues, contextValue })
}

/** The compiler forgets the defaults of input objects' fields; mutations gain nothing by it. */
function isCompilable(schema: GraphQLSchema, { definitions }: DocumentNode): boolean {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  return operations.every(
    ({ operation, variableDefinitions = [] }) =>
      operation === OperationTypeNode.QUERY &&
      variableDefinitions.every(({ type }) => isLeafType(getNamedType(typeFromAST(schema, type as NamedTypeNode)))),
  )
}

function variablesOf({ variables, representations }: FetchInput): Record<string, unknown> {
  const all: Record<string, unknown> = { ...variables }
  for (const [name, list] of Object.entries(representations ?? {})) all[name] = list.map(({ value }) => value)
  return all
}

/** The compiler's errors are not always of graphql-js' class. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  if (error instanceof GraphQLError) return error
  const { message, path, extensions, originalError } = error as GraphQLError
  return new GraphQLError(message, {
    ...(path && { path }),
    ...(extensions && { extensions }),
    ...(originalError && { originalError }),
  })
}

/** The same iterator with each result mapped; ending it ends the source at once. */
function mapped(
  source: AsyncGenerator<ExecutionResult, void, void>,
  map: (result: ExecutionResult) => SubgraphResult,
): AsyncIterableIterator<SubgraphResult> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const result = await source.next()
      return result.done ? { done: true, value: undefined } : { done: false, value: map(result.value) }
    },
    async return() {
      await source.return()
      return { done: true, value: undefined }
    },
  }
}
