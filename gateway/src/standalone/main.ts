import { readFile } from 'node:fs/promises'
import { createLog } from '@torihiki/shared/log.ts'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { runUntilSignal, type Closing } from '@torihiki/shared/process/lifecycle.ts'
import { endWithASentence } from '@torihiki/shared/process/subgraph-process.ts'
import { StartRefused } from '@torihiki/shared/settings.ts'
import { startTracing } from '@torihiki/shared/telemetry/tracing.ts'
import { watchChanges } from '../federation/watch-changes.ts'
import { remoteUpstream } from '../upstreams/remote.ts'
import { tracedSign } from '../telemetry/traced-sign.ts'
import { passedInExtensions } from './passed-headers.ts'
import { readAuthorities } from './authorities.ts'
import { reachChecks } from './reach.ts'
import { serveFederation, type Federation } from './serve.ts'
import { readGatewaySettings } from './settings.ts'
import { shownErrors } from './shown-errors.ts'
import { endpointsOf, upstreamsAt } from './upstreams.ts'
import { helpText } from './usage.ts'
import type { GatewaySettings } from './setting-forms.ts'

/** How long the gateway may take to let its clients go, and to send its last spans. */
const [drainMs, spansMs] = [15_000, 5_000]
const bytesPerMiB = 1024 * 1024

/** The gateway for any supergraph: subgraphs where its SDL says. */
await endWithASentence(async () => {
  const { settings, asked } = readGatewaySettings(process.argv.slice(2), process.env)
  if (asked === 'help') return void process.stdout.write(helpText())
  const read = (): Promise<string> => supergraphIn(settings.supergraph)
  const supergraphSdl = await read()
  const log = createLog('gateway', settings.logLevel)
  const stop: Closing[] = []
  let federation: Federation | null = null
  const reload = (): void => void federation?.reload()
  void runUntilSignal({ name: 'gateway', stop, log: (line) => log.info(line), reload })
  const tracing = await startTracing('torihiki-gateway', process.env)
  federation = await serve(settings, supergraphSdl, read, log)
  const watch = settings.watch ? watchChanges(settings.supergraph, reload) : null
  stop.push(
    { name: 'watch', timeoutMs: drainMs, close: async () => watch?.close() },
    { name: 'gateway', timeoutMs: drainMs, close: async () => federation?.close() },
    { name: 'traces', timeoutMs: spansMs, close: () => tracing.close() },
  )
  process.stdout.write(`gateway listening on ${federation.url}/graphql\n`)
})

async function serve(
  settings: GatewaySettings,
  supergraphSdl: string,
  read: () => Promise<string>,
  log: ReturnType<typeof createLog>,
): Promise<Federation> {
  const endpoints = (sdl: string) => endpointsOf(sdl, settings.subgraph)
  refuseUnusable(settings.supergraph, () => endpoints(supergraphSdl))
  const authorities = settings.subgraphAuthority === undefined ? [] : readAuthorities(settings.subgraphAuthority)
  const sign = passedInExtensions(settings.passHeader)
  const federation: Federation = await serveFederation({
    supergraphSdl,
    read,
    upstreams: upstreamsAt(endpoints, ({ name, url }) =>
      remoteUpstream({
        name,
        url,
        timeoutMs: settings.subgraphTimeout,
        certificateAuthorities: authorities,
        ...tracedSign(sign),
      }),
    ),
    host: settings.host,
    port: settings.port,
    introspection: settings.introspection,
    graphiql: settings.graphiql,
    allowedOrigins: settings.allowedOrigin,
    passedOnHeaders: settings.passHeader,
    shownError: shownErrors(settings.maskErrors),
    guards: {
      limitsFile: settings.limits,
      manifestFile: settings.trusted,
      trustMode: settings.trustedMode,
      proxies: settings.proxies,
    },
    health: {
      checks: reachChecks(() => endpoints(federation.supergraph.generation.supergraphSdl), authorities),
      readyWhen: settings.readyWhen,
    },
    shareQueries: settings.shareQueries,
    responseCacheBytes: settings.responseCache * bytesPerMiB,
    log,
  }).catch((error: unknown) => {
    throw refusalOf(error, settings)
  })
  return federation
}

async function supergraphIn(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new StartRefused(
      `--supergraph: there is no file ${path} that can be read. Give the path of a composed supergraph.`,
    )
  })
}

function refuseUnusable(path: string, use: () => unknown): void {
  try {
    use()
  } catch (error) {
    throw new StartRefused(`--supergraph: ${path} cannot be served: ${errorMessage(error)}`)
  }
}

/** What keeps a gateway from starting, as a sentence with its remedy. */
function refusalOf(error: unknown, { port, supergraph }: GatewaySettings): unknown {
  if (error instanceof StartRefused) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new StartRefused(
      `--port: port ${port} is in use. Stop what uses it, or say another, such as --port ${port + 1}.`,
    )
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return error
  return new StartRefused(`--supergraph: ${supergraph} cannot be served: ${message}`)
}
