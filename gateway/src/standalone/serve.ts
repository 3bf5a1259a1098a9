import type { Logger } from '@torihiki/shared/log.ts'
import express from 'express'
import { createAnswers, hintingUpstream } from '../caching/answers.ts'
import { openDoor, type Door } from '../door.ts'
import type { GenerationOptions } from '../federation/generation.ts'
import type { UpstreamsOf } from '../federation/reload.ts'
import { openSupergraph } from '../federation/reloadable-supergraph.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import { createGuards, type GuardOptions } from '../guards.ts'
import { graphiqlPage, plainContent } from '../http/graphiql.ts'
import { healthPages, type HealthPagesOptions } from '../http/health.ts'
import { createMetrics } from '../http/metrics.ts'
import { originCheck } from '../http/origins.ts'
import { pagePolicy } from '../http/page-policy.ts'
import { noLiveFigures } from '../live/live-context.ts'
import type { LiveLimits } from '../live/limits.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { passingOn } from './passed-headers.ts'
import { withoutStackTraces } from './shown-errors.ts'

/** Here nobody signs in at the gateway: the limit of those who have not is the limit of all behind one address. */
const standaloneSocketsPerAddress = 10_000

export type FederationOptions = {
  readonly supergraphSdl: string
  /** The subgraphs: always the same ones, or those of each supergraph. */
  readonly upstreams: readonly Upstream[] | UpstreamsOf
  /** Gives the newest supergraph when it is told to look. Without it there is no other than the first. */
  readonly read?: () => Promise<string>
  readonly host: string
  readonly port: number
  readonly introspection?: boolean
  readonly graphiql?: boolean
  readonly allowedOrigins?: readonly string[]
  /** Headers of clients that subgraphs in other processes get. */
  readonly passedOnHeaders?: readonly string[]
  readonly shownError?: GenerationOptions['shownError']
  /** Limits of operations alone, and any document, unless it says otherwise. */
  readonly guards?: Omit<GuardOptions, 'log'>
  /** Limits of live connections other than the usual ones. */
  readonly liveLimits?: Partial<LiveLimits>
  /** What must work for it to be ready. */
  readonly health?: Pick<HealthPagesOptions, 'checks' | 'readyWhen'>
  readonly shareQueries?: boolean
  readonly responseCacheBytes?: number
  readonly log: Logger
}

/** A gateway that serves a supergraph. */
export type Federation = Door & {
  readonly supergraph: ServedSupergraph
  /** Reads the supergraph again, and serves it if it is another one. */
  reload(): Promise<void>
}

/** Serves any supergraph over HTTP and WebSocket at `/graphql`, with GraphiQL, health and metrics beside it. */
export async function serveFederation(options: FederationOptions): Promise<Federation> {
  const { log } = options
  const introspection = options.introspection ?? true
  let [door, draining]: [Door | null, boolean] = [null, false]
  const metrics = createMetrics({ live: () => door?.figures() ?? noLiveFigures })
  const answers = createAnswers({ shareQueries: options.shareQueries, cacheBytes: options.responseCacheBytes })
  if (answers) metrics.gateway.watchAnswers(answers.figures)
  const { supergraph, reload } = openSupergraph({
    supergraphSdl: options.supergraphSdl,
    read: options.read,
    upstreams: options.upstreams,
    observe: answers?.figures.cache ? hintingUpstream : undefined,
    generation: { introspection, shownError: options.shownError ?? withoutStackTraces },
    metrics: metrics.gateway,
    log,
  })
  const pages = express().disable('x-powered-by')
  pages.use(
    healthPages({
      checks: () => [],
      ...options.health,
      isDraining: () => draining,
      supergraph: () => reload.state,
    }),
    metrics.pages,
  )
  if (options.graphiql ?? true) pages.get('/graphiql', pagePolicy, graphiqlPage(plainContent))
  pages.use((_request, response) => {
    response.status(404).json({ error: 'There is nothing here: GraphQL is at /graphql.' })
  })
  const guards = createGuards({ ...options.guards, log })
  door = await openDoor({
    supergraph,
    authenticate: passingOn(options.passedOnHeaders ?? []),
    guards,
    onErrors: metrics.gateway.countErrors,
    allowsOrigin: originCheck(options.allowedOrigins ?? []),
    introspection,
    liveLimits: { socketsPerAddress: standaloneSocketsPerAddress, ...options.liveLimits },
    answerOf: answers?.answerOf,
    onRequest: metrics.time,
    log,
    otherPages: pages,
    host: options.host,
    port: options.port,
  })
  const { close } = door
  return {
    ...door,
    supergraph,
    reload: () => reload.reload(),
    async close() {
      draining = true
      await close()
    },
  }
}
