import { randomUUID } from 'node:crypto'
import { parse } from 'graphql'
import type { z } from 'zod'
import type { PreparedFetch, Upstream } from '../upstreams/upstream.ts'

/**
 * A question that the gateway asks a subgraph for itself, by a field that no client can reach. Rejects when the subgraph cannot be
 * asked, or fails.
 */
export function question<A>(
  upstream: Upstream,
  query: string,
  form: z.ZodType<A>,
): (variables: Readonly<Record<string, unknown>>) => Promise<A> {
  let fetch: PreparedFetch | null = null
  return async (variables) => {
    fetch ??= upstream.prepare({ query, document: parse(query), operationName: undefined })
    const identity = { actor: null, requestId: randomUUID() }
    const { data, errors } = await fetch.send({ variables, representations: null }, { identity })
    if (errors?.[0]) throw new Error(`${upstream.name} could not be asked: ${errors[0].message}`)
    return form.parse(data)
  }
}
