import type { Authenticate } from '../identity/authenticate.ts'
import type { Sign } from '../upstreams/http-post.ts'

/** Subgraphs see for themselves who asks: the gateway passes on the headers that say so. */
export function passingOn(names: readonly string[]): Authenticate {
  return async (authorization, headers) => {
    const passed: Record<string, string> = {}
    for (const name of names) {
      const value = headers[name]
      if (typeof value === 'string') passed[name] = value
    }
    if (authorization !== undefined && names.includes('authorization')) passed['authorization'] = authorization
    return { actor: null, expiresAt: null, ...(names.length > 0 && { headers: passed }) }
  }
}

/**
 * Passes those headers on over WebSocket too: as extensions of each subscription, by the same names, for the sockets to a subgraph carry
 * the subscriptions of many clients. Nothing when none is passed on.
 */
export function passedInExtensions(names: readonly string[]): Sign | undefined {
  return names.length === 0 ? undefined : async (_text, { headers }) => ({ ...headers })
}
