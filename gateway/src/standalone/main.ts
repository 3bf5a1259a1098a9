import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createLog } from '@torihiki/shared/log.ts'
import { runUntilSignal, type Closing } from '@torihiki/shared/process/lifecycle.ts'
import { endWithASentence } from '@torihiki/shared/process/subgraph-process.ts'
import { StartRefused } from '@torihiki/shared/settings.ts'
import { subgraphUrls } from './subgraph-urls.ts'
import { trustModes, type TrustMode } from '../trusted/trusted-documents.ts'
import { remoteUpstream } from '../upstreams/remote.ts'
import { serveFederation } from './serve.ts'

/** How long the gateway may take to let its clients go. */
const drainMs = 15_000

/** The gateway for any supergraph: subgraphs where its SDL says. */
await endWithASentence(async () => {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      limits: { type: 'string' },
      trusted: { type: 'string' },
      'trusted-mode': { type: 'string' },
    },
  })
  if (!values.supergraph) throw new StartRefused('Say which supergraph: --supergraph <file.graphql>.')
  const supergraphSdl = await readFile(values.supergraph, 'utf8').catch(() => {
    throw new StartRefused(`There is no file ${values.supergraph}: give the path of a composed supergraph.`)
  })
  const log = createLog('gateway', 'warn')
  const stop: Closing[] = []
  void runUntilSignal({ name: 'gateway', stop, log: (line) => log.info(line) })
  const door = await serveFederation({
    supergraphSdl,
    upstreams: subgraphUrls(supergraphSdl).map(({ name, url }) => remoteUpstream({ name, url })),
    host: values.host ?? '127.0.0.1',
    port: Number(values.port ?? 4000),
    guards: { limitsFile: values.limits, manifestFile: values.trusted, trustMode: trustMode(values['trusted-mode']) },
    log,
  })
  stop.push({ name: 'gateway', timeoutMs: drainMs, close: () => door.close() })
  process.stdout.write(`gateway listening on ${door.url}/graphql\n`)
})

function trustMode(given = 'also'): TrustMode {
  const mode = trustModes.find((each) => each === given)
  if (!mode) throw new StartRefused(`There is no --trusted-mode ${given}: say one of ${trustModes.join(', ')}.`)
  return mode
}
