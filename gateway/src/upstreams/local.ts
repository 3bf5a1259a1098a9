import { maskResult } from '@torihiki/shared/graphql/mask-errors.ts'
import type { Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { execute, subscribe, type ExecutionResult } from 'graphql'
import type { Fetch, Upstream } from './upstream.ts'

/** A subgraph in this process: its resolvers are run on the plan's own documents, with no hop and no parsing between. */
export function localUpstream(subgraph: Subgraph, log: Logger): Upstream {
  const argsOf = (fetch: Fetch, identity: Parameters<Subgraph['context']>[0]) => ({
    schema: subgraph.schema,
    document: fetch.document,
    operationName: fetch.operationName ?? null,
    variableValues: fetch.variables,
    contextValue: subgraph.context(identity),
  })
  return {
    name: subgraph.name,
    execute: async (fetch, identity) => maskResult(await execute(argsOf(fetch, identity)), log, identity.requestId),
    async subscribe(fetch, identity) {
      const opened = await subscribe(argsOf(fetch, identity))
      if (!(Symbol.asyncIterator in opened)) return maskResult(opened, log, identity.requestId)
      return masked(opened, (result) => maskResult(result, log, identity.requestId))
    },
    close: async () => undefined,
  }
}

/** The same iterator with each result mapped; ending it ends the source at once. */
function masked(
  source: AsyncGenerator<ExecutionResult, void, void>,
  map: (result: ExecutionResult) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
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
