import type { Server } from 'node:http'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { Logger } from '@torihiki/shared/log.ts'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import { stringifyResult } from '../federation/written-answer.ts'
import { operationLimits } from '../limits/operation-limits.ts'
import type { Caller } from '../upstreams/upstream.ts'
import type { GraphqlRequest } from './read-request.ts'

/** Looks at an operation that is valid, before it runs. Errors refuse it. */
export type Refusals = () => readonly GraphQLFormattedError[]

/** What Apollo Server is given of a request besides the operation. */
type Asked = Caller & {
  readonly refusals: Refusals
}

/** An answer before its status is chosen. */
export type Answer = {
  readonly text: string
  readonly errors: readonly GraphQLFormattedError[]
  readonly hasData: boolean
}

/** Runs operations that are not known yet, by Apollo Server, which makes them known. */
export type NewOperations = {
  run(request: GraphqlRequest, source: string, caller: Caller, refusals: Refusals): Promise<Answer>
  stop(): Promise<void>
}

type Options = {
  readonly supergraph: ServedSupergraph
  readonly httpServer: Server
  readonly introspection: boolean
  readonly log: Logger
}

/** Starts Apollo Server behind our own reading and writing of requests: it validates, and asks `supergraph` to plan and run. */
export async function startNewOperations(options: Options): Promise<NewOperations> {
  const { supergraph, log } = options
  const apollo = new ApolloServer<Asked>({
    gateway: supergraph as never,
    introspection: options.introspection,
    includeStacktraceInErrorResponses: false,
    // The process drains by itself, in an order of its own.
    stopOnTerminationSignals: false,
    // Requests are read, and documents found by their hashes, before they come here: the same for known operations.
    csrfPrevention: false,
    persistedQueries: false,
    parseOptions: { maxTokens: operationLimits.tokens },
    logger: log,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: options.httpServer }),
      ApolloServerPluginLandingPageDisabled(),
      admission,
      unexpectedErrors(log),
    ],
  })
  await apollo.start()
  return {
    async run({ operationName, variables }, source, caller, refusals) {
      const response = await apollo.executeOperation(
        { query: source, ...(operationName !== null && { operationName }), variables: { ...variables } },
        { contextValue: { ...caller, refusals } },
      )
      if (response.body.kind !== 'single') throw new Error('Answers in parts are not made here.')
      const { errors = [], data, extensions } = response.body.singleResult
      const { requestId } = caller.identity
      const shown = errors.map((error) => supergraph.generation.shownError(error, requestId))
      const text = stringifyResult({
        ...(shown.length > 0 && { errors: shown }),
        ...(data !== undefined && { data }),
        ...(extensions && { extensions }),
      })
      return { text, errors: shown, hasData: data !== undefined }
    },
    stop: () => apollo.stop(),
  }
}

const admission: ApolloServerPlugin<Asked> = {
  async requestDidStart() {
    return {
      async responseForOperation({ contextValue, operation, response }) {
        const errors = operation ? contextValue.refusals() : []
        if (errors.length === 0) return null
        return { http: response.http, body: { kind: 'single', singleResult: { errors } } }
      },
    }
  },
}

/** What nobody made for the caller is told by its number alone, and logged here. */
function unexpectedErrors(log: Logger): ApolloServerPlugin<Asked> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ contextValue, errors }) {
          for (const error of errors) {
            const { originalError } = error
            if (!originalError || originalError instanceof GraphQLError) continue
            const { requestId } = contextValue.identity
            log.error({ requestId, reason: originalError.stack }, 'An operation failed unexpectedly.')
          }
        },
      }
    },
  }
}
