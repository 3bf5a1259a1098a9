import type { Logger } from '@torihiki/shared/log.ts'
import { openDoor, type Door } from '../door.ts'
import { failureLog } from '../federation/failure-log.ts'
import { Generation, type GenerationOptions } from '../federation/generation.ts'
import { ServedSupergraph } from '../federation/supergraph.ts'
import { createGuards, type GuardOptions } from '../guards.ts'
import { originCheck } from '../http/origins.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import type { LiveLimits } from '../live/limits.ts'
import type { Upstream } from '../upstreams/upstream.ts'

/** Here nobody signs in at the gateway: the limit of those who have not is the limit of all behind one address. */
const standaloneSocketsPerAddress = 10_000

export type FederationOptions = {
  readonly supergraphSdl: string
  readonly upstreams: readonly Upstream[]
  readonly host: string
  readonly port: number
  readonly introspection?: boolean
  readonly allowedOrigins?: readonly string[]
  /** Headers of clients that subgraphs in other processes get. */
  readonly passedOnHeaders?: readonly string[]
  readonly shownError?: GenerationOptions['shownError']
  /** Limits of operations alone, and any document, unless it says otherwise. */
  readonly guards?: Omit<GuardOptions, 'log'>
  /** Limits of live connections other than the usual ones. */
  readonly liveLimits?: Partial<LiveLimits>
  readonly log: Logger
}

/** Serves any supergraph over HTTP and WebSocket at `/graphql`, with health at `/health/live` and `/health/ready`. */
export async function serveFederation(options: FederationOptions): Promise<Door> {
  const introspection = options.introspection ?? true
  const supergraph = new ServedSupergraph(
    new Generation({
      failed: failureLog(options.log),
      supergraphSdl: options.supergraphSdl,
      upstreams: options.upstreams,
      introspection,
      shownError: options.shownError ?? ((error) => error),
    }),
  )
  return openDoor({
    supergraph,
    authenticate: passingOn(options.passedOnHeaders ?? []),
    guards: createGuards({ ...options.guards, log: options.log }),
    allowsOrigin: originCheck(options.allowedOrigins ?? []),
    introspection,
    liveLimits: { socketsPerAddress: standaloneSocketsPerAddress, ...options.liveLimits },
    log: options.log,
    otherPages: (request, response) => {
      const known = request.url === '/health/live' || request.url === '/health/ready'
      response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
      response.end(known ? '{"status":"ok"}' : '{"error":"There is nothing here: GraphQL is at /graphql."}')
    },
    host: options.host,
    port: options.port,
  })
}

/** Subgraphs see for themselves who asks: the gateway passes on the headers that say so. */
function passingOn(names: readonly string[]): Authenticate {
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
