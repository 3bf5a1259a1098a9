import { maskResult } from '@torihiki/shared/graphql/mask-errors.ts'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import {
  createSourceEventStream,
  execute,
  getNamedType,
  GraphQLError,
  isInputType,
  isLeafType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  valueFromAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type NamedTypeNode,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Events, FetchInput, FetchOperation, PreparedFetch, SubgraphResult, Upstream } from './upstream.ts'

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
  const compiledEvents = new WeakMap<DocumentNode, Run>()
  const events = (operation: FetchOperation): Run => {
    const known = compiledEvents.get(operation.document) ?? compiled(subgraph.schema, operation)
    compiledEvents.set(operation.document, known)
    return known
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
    async subscribe(operation, variables, { identity }) {
      const context = subgraph.context(identity)
      const run = events(operation)
      const opened = await createSourceEventStream({
        schema: subgraph.schema,
        document: operation.document,
        operationName: operation.operationName ?? null,
        variableValues: variables,
        contextValue: context,
      })
      if (!(Symbol.asyncIterator in opened)) return plain(opened, identity)
      const resolve = (event: unknown): SubgraphResult | Promise<SubgraphResult> => {
        const result = run(context, variables, event)
        return isPromise(result) ? result.then((each) => plain(each, identity)) : plain(result, identity)
      }
      return mapped((opened as AsyncIterable<unknown>)[Symbol.asyncIterator](), resolve)
    },
    close: async () => undefined,
  }
}

/** Runs a fetch, or one event of a subscription. */
type Run = (
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
  event?: unknown,
) => ExecutionResult | Promise<ExecutionResult>

function compiled(schema: GraphQLSchema, { document, operationName }: FetchOperation): Run {
  const query = isCompilable(schema, document) ? compileQuery(schema, document, operationName) : null
  if (query && isCompiledQuery(query)) {
    const defaults = requiredDefaults(schema, document)
    if (!defaults) return (context, variables, event) => query.query(event, context, variables)
    return (context, variables, event) => query.query(event, context, { ...defaults, ...variables })
  }
  return (contextValue, variableValues, rootValue) =>
    execute({ schema, document, operationName: operationName ?? null, variableValues, contextValue, rootValue })
}

/** The defaults of variables that must not be null: the compiler refuses to do without such a variable. Null when there are none. */
function requiredDefaults(schema: GraphQLSchema, { definitions }: DocumentNode): Record<string, unknown> | null {
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const defaults = (operation?.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const inputType = type.kind === Kind.NON_NULL_TYPE && typeFromAST(schema, type.type as NamedTypeNode)
    return inputType && defaultValue && isInputType(inputType)
      ? [[variable.name.value, valueFromAST(defaultValue, inputType)] as const]
      : []
  })
  return defaults.length > 0 ? Object.fromEntries(defaults) : null
}

/** The compiler forgets the defaults of input objects' fields; mutations gain nothing by it. */
function isCompilable(schema: GraphQLSchema, { definitions }: DocumentNode): boolean {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  return operations.every(
    ({ operation, variableDefinitions = [] }) =>
      operation !== OperationTypeNode.MUTATION &&
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

/** The events of a source, each resolved; ending it ends the source at once. */
function mapped(
  source: AsyncIterator<unknown>,
  resolve: (event: unknown) => SubgraphResult | Promise<SubgraphResult>,
): Events {
  const done = { done: true, value: undefined } as const
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const event = await source.next()
      return event.done ? done : { done: false, value: await resolve(event.value) }
    },
    take(arrived, broken) {
      const resolved = (event: IteratorResult<unknown>): void => {
        if (event.done) return arrived(done)
        let result: SubgraphResult | Promise<SubgraphResult>
        try {
          result = resolve(event.value)
        } catch (error) {
          return broken(error)
        }
        if (isPromise(result)) void result.then((value) => arrived({ done: false, value }), broken)
        else arrived({ done: false, value: result })
      }
      void source.next().then(resolved, broken)
    },
    async return() {
      await source.return?.()
      return done
    },
  }
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { then?: unknown }).then === 'function'
}
