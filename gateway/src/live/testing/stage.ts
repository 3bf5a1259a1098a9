import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLog } from '@torihiki/shared/log.ts'
import { Generation, type GenerationOptions } from '../../federation/generation.ts'
import { ServedSupergraph } from '../../federation/supergraph.ts'
import { originCheck } from '../../http/origins.ts'
import type { Authenticate } from '../../identity/authenticate.ts'
import { localUpstream } from '../../upstreams/local.ts'
import type { Upstream } from '../../upstreams/upstream.ts'
import type { Admit, LiveGuards } from '../live-context.ts'
import type { LiveLimits } from '../limits.ts'
import { serveLive, type LiveServer } from '../live-server.ts'
import { Notes, notesSupergraph } from './notes.ts'

/** A gateway in this process over a subgraph whose every event a test decides. */
export type Stage = {
  readonly live: LiveServer
  readonly notes: Notes
  readonly url: string
  readonly supergraph: ServedSupergraph
  /** Puts another generation in the place of the one that is served. */
  replace(make: (options: GenerationOptions) => Generation): Promise<void>
  close(): Promise<void>
}

/** Opens a stage. `upstream` takes the place of the subgraph in this process. */
export async function openStage(
  options: {
    limits?: Partial<LiveLimits>
    admit?: Admit
    guards?: LiveGuards
    upstream?: Upstream
    allowedOrigins?: string[]
  } = {},
): Promise<Stage> {
  const notes = new Notes()
  const log = createLog('stage', 'fatal')
  const upstream = options.upstream ?? localUpstream(notes.subgraph(), log)
  const generation: GenerationOptions = {
    supergraphSdl: notesSupergraph(),
    upstreams: [upstream],
    introspection: true,
    shownError: (error) => error,
  }
  const supergraph = new ServedSupergraph(new Generation(generation))
  const server = createServer()
  const live = serveLive({
    server,
    path: '/graphql',
    supergraph,
    authenticate,
    allowsOrigin: originCheck(options.allowedOrigins ?? []),
    guards: { admit: options.admit, ...options.guards },
    limits: { drainSpreadMs: 50, ...options.limits },
    log,
  })
  server.on('request', (request, response) => {
    if (live.takes(request)) void live.handle(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    live,
    notes,
    url: `http://127.0.0.1:${port}`,
    supergraph,
    replace: (make) => supergraph.switchTo(make(generation)),
    async close() {
      await live.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** A token that says itself who it is for, with which roles, and for how long it holds. */
export function token(memberId: string, roles: readonly string[] = [], lifetimeMs = 60_000): string {
  return `Bearer ${memberId}/${roles.join('+')}/${Date.now() + lifetimeMs}`
}

const authenticate: Authenticate = async (stated, headers) => {
  const authorization = stated ?? headers.authorization
  if (!authorization) return { actor: null, expiresAt: null }
  const [, memberId = '', roles = '', until] = /^Bearer ([^/]+)\/([^/]*)\/(\d+)$/.exec(authorization) ?? []
  if (memberId === '' || Number(until) <= Date.now()) return 'INVALID'
  const actor = { memberId, roles: roles.split('+').filter(Boolean), sessionId: 'session' }
  return { actor, expiresAt: new Date(Number(until)) }
}
