import { inSpan, markFailed, tracing } from '@torihiki/shared/telemetry/tracing.ts'
import type { Caller, FetchInput, FetchOperation, Upstream } from '../upstreams/upstream.ts'

/** An upstream whose fetches are spans of the operation that they belong to. The upstream itself when nothing is traced. */
export function tracedUpstream(upstream: Upstream): Upstream {
  if (!tracing.on) return upstream
  return {
    ...upstream,
    prepare(operation) {
      const fetch = upstream.prepare(operation)
      return {
        send: (input, caller) =>
          inSpan(fetchSpan(upstream.name, operation, caller, input), async (span, trace) => {
            const result = await fetch.send(input, { ...caller, trace })
            if (result.errors) markFailed(span, `${result.errors.length} errors`)
            return result
          }),
      }
    },
    subscribe: (operation, variables, caller) =>
      inSpan(fetchSpan(upstream.name, operation, caller), (_, trace) =>
        upstream.subscribe(operation, variables, { ...caller, trace }),
      ),
  }
}

/** Names and figures, never values. */
function fetchSpan(subgraph: string, { operationName, query }: FetchOperation, caller: Caller, input?: FetchInput) {
  const lists = Object.values(input?.representations ?? {})
  const entities = lists.reduce((count, list) => count + list.length, 0)
  return {
    name: `${input ? 'fetch' : 'subscribe'} ${subgraph}`,
    role: 'client',
    within: caller.trace,
    attributes: {
      'torihiki.subgraph': subgraph,
      'torihiki.entities': entities,
      'graphql.document.length': query.length,
      ...(operationName && { 'graphql.operation.name': operationName }),
    },
  } as const
}
