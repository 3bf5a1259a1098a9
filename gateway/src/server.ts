import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { supergraphSdl } from '@torihiki/schema'
import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import { readMemberHint } from '@torihiki/shared/identity/member-hints.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { mailFolderOf } from '@torihiki/shared/mail/open-mail.ts'
import type { AlarmBoard } from '@torihiki/shared/queues/alarms.ts'
import type { Queues } from '@torihiki/shared/queues/queues.ts'
import { StartRefused, type Settings } from '@torihiki/shared/settings.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import express, { type ErrorRequestHandler } from 'express'
import { consentPages } from './consents/consent-pages.ts'
import { consolePages } from './console/console-pages.ts'
import { lanePages } from './console/lanes/lane-pages.ts'
import { systemPages } from './console/lanes/system-pages.ts'
import { mailPages } from './console/mail-pages.ts'
import { cardRoom } from './cards/card-room.ts'
import { queueDashboard } from './console/queue-dashboard.ts'
import { caseExport } from './export/case-export.ts'
import { openDoor, type Door, type DoorOptions } from './door.ts'
import { openSupergraph } from './federation/reloadable-supergraph.ts'
import { watchChanges } from './federation/watch-changes.ts'
import { createGuards } from './guards.ts'
import { graphiqlPage, hubContent } from './http/graphiql.ts'
import { healthPages, type HealthCheck } from './http/health.ts'
import { messageBacklog } from '@torihiki/members'
import { createMetrics, type HubFigure, type MessageFigures } from './http/metrics.ts'
import { originCheck } from './http/origins.ts'
import { noLiveFigures, type LiveFigures } from './live/live-context.ts'
import { withoutSuggestions } from './http/suggestions.ts'
import { pagePolicy } from './http/page-policy.ts'
import { createApiKeys } from './identity/api-keys.ts'
import { createFormKeys } from './console/form-keys.ts'
import { createAuthenticate } from './identity/authenticate.ts'
import { createConsoleSessions } from './identity/console-session.ts'
import { createEndedSessions, recallEnded } from './identity/ended-sessions.ts'
import { createSessionHolders } from './identity/session-holders.ts'
import { clientAddress } from './http/client-address.ts'
import { signInPages } from './sign-in/pages.ts'
import { hubLimits } from './limits/hub-limits.ts'
import type { Upstream } from './upstreams/upstream.ts'

export type GatewayOptions = {
  settings: Settings
  hubSecret: string
  upstreams: readonly Upstream[]
  /** Stores in this process, for health and metrics. Empty when the subgraphs run elsewhere. */
  stores: readonly Store[]
  /** Figures of subgraphs in this process, for metrics. */
  figures?: readonly HubFigure[]
  checks: readonly HealthCheck[]
  queues: Queues
  /** What workers raised and somebody has to look at. */
  alarms: AlarmBoard
  /** Tells whose rights have changed: live connections of theirs are ended. */
  hints: HintBus
  log: Logger
}

export type RunningGateway = {
  url: string
  /** Reads SUPERGRAPH again, and serves it if it is another one. */
  reload(): Promise<void>
  close(): Promise<void>
}

/** Starts the gateway: the API over HTTP and WebSocket, GraphiQL, the consoles, health and metrics, all on one port. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { settings, hubSecret, log } = options
  const hubSecrets: readonly [string, ...string[]] = [hubSecret, ...settings.HUB_SECRETS_BEFORE]
  const introspection = settings.INTROSPECTION
  let draining = false
  let door: Door | null = null
  const liveFigures = (): LiveFigures => door?.figures() ?? noLiveFigures
  const alarms = () => options.alarms.read()
  const metrics = createMetrics({
    stores: options.stores,
    live: liveFigures,
    figures: options.figures,
    messages: messageFigures,
    alarms,
  })
  const showsNames = settings.SUGGESTIONS ?? settings.NODE_ENV !== 'production'
  const { supergraph, reload } = openSupergraph({
    ...(await supergraphOf(settings)),
    upstreams: options.upstreams,
    generation: { introspection, shownError: showsNames ? maskError : withoutSuggestions(maskError) },
    metrics: metrics.gateway,
    log,
  })
  const guards = createGuards({
    limits: hubLimits,
    limitsFile: settings.CLIENT_LIMITS,
    manifestFile: settings.TRUSTED_DOCUMENTS,
    trustMode: settings.TRUSTED_MODE,
    proxies: settings.PROXIES,
    log,
  })
  const ended = createEndedSessions()
  const apiKeys = createApiKeys(membersOf(options.upstreams))
  const holders = createSessionHolders(membersOf(options.upstreams))
  const authenticate = createAuthenticate(hubSecrets, ended, apiKeys, holders)
  const allowsOrigin = originCheck(settings.ALLOWED_ORIGINS)
  const pages = express()
  pages.disable('x-powered-by')
  pages.use(
    healthPages({ checks: () => options.checks, isDraining: () => draining, supergraph: () => reload.state, alarms }),
    metrics.pages,
  )
  pages.use(
    ['/graphiql', '/console', '/queues', '/authorizations', '/authorization-systems', '/mail', '/consents'],
    pagePolicy,
  )
  pages.use(
    consolePages({
      supergraph,
      sessions: createConsoleSessions(hubSecret),
      hubSecrets,
      guards,
      secure: settings.NODE_ENV === 'production',
      allowsOrigin,
      onLeave: async ({ sessionId }) => {
        ended.add(sessionId)
        await holders.end(sessionId)
      },
    }),
  )
  // The port of the setting may be 0: which it is is known once the door is open.
  const ownUrl = (): string | null => (settings.NODE_ENV === 'production' ? null : (door?.url ?? null))
  pages.use(
    signInPages({
      members: membersOf(options.upstreams),
      hubSecrets,
      issuer: () => settings.PUBLIC_URL ?? ownUrl(),
      addressOf: (request) => clientAddress(request, settings.PROXIES),
      log,
    }),
  )
  pages.use(caseExport({ supergraph, authenticate, guards, allowsOrigin, log }))
  pages.use(
    cardRoom({
      vaultUrl: settings.CARD_VAULT ?? null,
      authenticate,
      allowsOrigin,
      addressOf: (request) => clientAddress(request, settings.PROXIES),
      log,
    }),
  )
  pages.use(queueDashboard(options.queues, authenticate))
  const formKeys = createFormKeys(hubSecrets)
  pages.use(lanePages({ supergraph, authenticate, guards, allowsOrigin, formKeys }))
  pages.use(consentPages({ supergraph, guards, secure: settings.NODE_ENV === 'production', allowsOrigin }))
  pages.use(systemPages({ supergraph, authenticate, guards, allowsOrigin, formKeys }))
  pages.use(mailPages(settings.SMTP_URL ? null : mailFolderOf(settings), authenticate))
  pages.get('/graphiql', graphiqlPage(hubContent))
  pages.get('/', (_request, response) => response.redirect(303, '/graphiql'))
  pages.use(refuseUnexpected(log))
  door = await open({
    supergraph,
    authenticate,
    guards,
    allowsOrigin,
    introspection,
    log,
    otherPages: pages,
    onRequest: metrics.time,
    onErrors: metrics.gateway.countErrors,
    host: settings.HOST,
    port: settings.PORT,
  })
  const { url, close, live } = door
  const unlisten = options.hints.listen((text) => {
    const hint = readMemberHint(text)
    if (!hint) return
    if (hint.endedSessionId) ended.add(hint.endedSessionId)
    apiKeys.forget(hint.memberId)
    holders.forget(hint.memberId)
    live.recheck(hint.memberId)
  })
  const closing = new AbortController()
  void recallEnded(ended, holders.endedSince, log, closing.signal)
  const look = (): Promise<void> => reload.reload()
  const watch = settings.SUPERGRAPH ? watchChanges(settings.SUPERGRAPH, () => void look()) : null
  return {
    url,
    reload: look,
    async close() {
      draining = true
      closing.abort()
      watch?.close()
      unlisten()
      await close()
    },
  }
}

/** What the store of members owes to the outside; the others owe nothing. */
async function messageFigures(store: Store): Promise<readonly MessageFigures[]> {
  return store.name === 'members' ? messageBacklog(store.query, new Date()) : []
}

/** The subgraph that knows who holds which API key. */
function membersOf(upstreams: readonly Upstream[]): Upstream {
  const found = upstreams.find(({ name }) => name === 'members')
  if (!found) throw new Error('The gateway of the hub needs the subgraph members, which knows who asks.')
  return found
}

/** The supergraph of the setting, or the one that was composed with this hub. */
async function supergraphOf({ SUPERGRAPH: path }: Settings) {
  if (!path) return { supergraphSdl: supergraphSdl() }
  const read = (): Promise<string> => readFile(path, 'utf8')
  const first = await read().catch(() => {
    throw new StartRefused(
      `SUPERGRAPH: there is no file ${path} that can be read. Give the path of a composed supergraph.`,
    )
  })
  return { supergraphSdl: first, read }
}

async function open(options: DoorOptions): Promise<Door> {
  try {
    return await openDoor(options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    const { port } = options
    throw new StartRefused(
      `Port ${port} is in use. Stop what uses it, or set PORT to a free one, such as PORT=${port + 1} npm start.`,
    )
  }
}

/** What nobody expected on a page is logged, and told by its number alone. */
function refuseUnexpected(log: Logger): ErrorRequestHandler {
  return (error: { status?: number }, request, response, next) => {
    if (response.headersSent || (error.status ?? 500) < 500) return next(error)
    const requestId = randomUUID()
    log.error({ err: error, requestId, method: request.method, path: request.path }, 'A page failed unexpectedly.')
    response.status(500).json({ errors: [maskError({ message: '' }, requestId)] })
  }
}
