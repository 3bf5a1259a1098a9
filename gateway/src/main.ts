import { resolve } from 'node:path'
import { subgraphNames } from '@torihiki/schema'
import { createLog } from '@torihiki/shared/log.ts'
import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { runUntilSignal, type Closing } from '@torihiki/shared/process/lifecycle.ts'
import { endWithASentence } from '@torihiki/shared/process/subgraph-process.ts'
import { createAlarmBoard } from '@torihiki/shared/queues/alarms.ts'
import { createQueues } from '@torihiki/shared/queues/queues.ts'
import { createRedisHints, throttledComplaint } from '@torihiki/shared/queues/redis.ts'
import { readSettings, StartRefused } from '@torihiki/shared/settings.ts'
import { startTracing } from '@torihiki/shared/telemetry/tracing.ts'
import { redisChecks } from './http/redis-checks.ts'
import { startGateway, type RunningGateway } from './server.ts'
import { tracedSign } from './telemetry/traced-sign.ts'
import { signer } from './upstreams/signer.ts'
import { remoteUpstream } from './upstreams/remote.ts'

/** How long the gateway may take to let its clients go. */
const drainMs = 15_000

/** The gateway alone, its subgraphs over HTTP and WebSocket at SUBGRAPH_URLS. */
await endWithASentence(async () => {
  const settings = readSettings(process.env)
  const missing = subgraphNames.filter((name) => !settings.SUBGRAPH_URLS.has(name))
  if (missing.length > 0)
    throw new StartRefused(
      `A gateway that starts alone needs SUBGRAPH_URLS; it lacks ${missing.join(', ')}. Or run the whole hub with \`npm start\`.`,
    )
  if (!settings.REDIS_URL)
    throw new StartRefused('A gateway that starts alone needs REDIS_URL, for hints, the queue dashboard and health.')
  const log = createLog('gateway', settings.LOG_LEVEL)
  const { hubSecret } = await hubSecrets(settings, resolve(settings.DATA_DIR))
  const stop: Closing[] = []
  let gateway: RunningGateway | null = null
  const reload = settings.SUPERGRAPH ? { reload: () => void gateway?.reload() } : {}
  void runUntilSignal({ name: 'gateway', stop, log: (line) => log.info(line), ...reload })
  const traces = await startTracing('gateway', process.env)
  const queues = createQueues(settings.REDIS_URL, throttledComplaint(log))
  const hints = createRedisHints(settings.REDIS_URL, log)
  const redis = redisChecks(settings.REDIS_URL, log)
  const alarms = createAlarmBoard(settings.REDIS_URL, log)
  const upstreams = [...settings.SUBGRAPH_URLS].flatMap(([name, url]) =>
    subgraphNames
      .filter((known) => known === name)
      .map((known) => remoteUpstream({ name, url, ...tracedSign(signer(known, hubSecret)) })),
  )
  const reach = [...settings.SUBGRAPH_URLS].map(([name, url]) => ({
    name,
    check: () => fetch(new URL('/health/live', url)).then(requireOk),
  }))
  gateway = await startGateway({
    settings,
    hubSecret,
    upstreams,
    stores: [],
    checks: [...reach, ...redis.checks],
    alarms,
    queues,
    hints,
    log,
  })
  stop.push(
    { name: 'gateway', timeoutMs: drainMs, close: async () => gateway?.close() },
    {
      name: 'redis clients',
      timeoutMs: drainMs,
      close: async () => void (await Promise.all([hints.close(), queues.close(), redis.close(), alarms.close()])),
    },
    { name: 'traces', timeoutMs: drainMs, close: () => traces.close() },
  )
  process.stdout.write(`gateway listening on ${gateway.url}\n`)
})

function requireOk(response: Response): void {
  if (!response.ok) throw new Error(`HTTP status ${response.status}`)
}
