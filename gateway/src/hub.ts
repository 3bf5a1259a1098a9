import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'
import { createLog, type Logger } from '@torihiki/shared/log.ts'
import { portIsFree } from '@torihiki/shared/process/free-port.ts'
import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { runUntilSignal, type Closing } from '@torihiki/shared/process/lifecycle.ts'
import { ensurePostgres } from '@torihiki/shared/process/postgres.ts'
import { ensureRedis } from '@torihiki/shared/process/redis.ts'
import { endWithASentence } from '@torihiki/shared/process/subgraph-process.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createAlarmBoard } from '@torihiki/shared/queues/alarms.ts'
import { createQueues } from '@torihiki/shared/queues/queues.ts'
import { createRedisHints, throttledComplaint } from '@torihiki/shared/queues/redis.ts'
import { readSettings, StartRefused, type Settings } from '@torihiki/shared/settings.ts'
import { startTracing } from '@torihiki/shared/telemetry/tracing.ts'
import { ensureDatabase } from '@torihiki/shared/store/ensure-database.ts'
import { checkHealth, storeCheck } from './http/health.ts'
import { redisChecks } from './http/redis-checks.ts'
import { openLocalRooms } from './local-rooms.ts'
import { startGateway, type RunningGateway } from './server.ts'
import { localUpstream } from './upstreams/local.ts'

/** How long each part may take to close. Postgres first ends its sessions, then is told to stop at once. */
const closeLimits = {
  gatewayMs: 12_000,
  workersMs: 15_000,
  partsMs: 5_000,
  redisMs: 21_000,
  postgresMs: 31_000,
} as const
/** How long the start may take until all is healthy. */
const readyTimeoutMs = 60_000
/** Pause before workers that died are started again. */
const restartWorkersAfterMs = 500

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** The whole hub in one go: databases, gateway with the five subgraphs in this process, workers in a second one. */
await endWithASentence(async () => {
  const settings = readSettings(process.env)
  const dataDirectory = resolve(repository, settings.DATA_DIR)
  if (settings.PORT !== 0 && !(await portIsFree(settings.PORT))) {
    throw new StartRefused(
      `Port ${settings.PORT} is in use. Stop what uses it, or set PORT to a free one, such as PORT=${settings.PORT + 1} npm start.`,
    )
  }
  const log = createLog('hub', settings.LOG_LEVEL)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const secrets = await hubSecrets(settings, dataDirectory)
  const stop: Closing[] = []
  let gateway: RunningGateway | null = null
  const reload = settings.SUPERGRAPH ? { reload: () => void gateway?.reload() } : {}
  void runUntilSignal({ name: 'The hub', stop, log: say, ...reload })
  const traces = await startTracing('torihiki', process.env)
  stop.unshift({ name: 'traces', timeoutMs: closeLimits.partsMs, close: () => traces.close() })
  const { databaseUrl, redisUrl } = await databases(settings, dataDirectory, stop, say)
  const hints = createRedisHints(redisUrl, log)
  const queues = createQueues(redisUrl, throttledComplaint(log))
  const redis = redisChecks(redisUrl, log)
  const alarms = createAlarmBoard(redisUrl, log)
  stop.unshift({
    name: 'redis clients',
    timeoutMs: closeLimits.partsMs,
    close: async () => void (await Promise.all([hints.close(), queues.close(), redis.close(), alarms.close()])),
  })
  const rooms = await openLocalRooms({
    databaseUrl,
    hubSecret: secrets.hubSecret,
    adminPassword: secrets.adminPassword,
    hints,
    settings,
    log,
  })
  stop.unshift({ name: 'stores', timeoutMs: closeLimits.partsMs, close: () => rooms.close() })
  const workers = keepWorkers(
    { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, HUB_SECRET: secrets.hubSecret },
    log,
  )
  stop.unshift({ name: 'workers', timeoutMs: closeLimits.workersMs, close: () => workers.close() })
  const checks = [...rooms.stores.map(storeCheck), ...redis.checks]
  gateway = await startGateway({
    settings,
    hubSecret: secrets.hubSecret,
    upstreams: rooms.subgraphs.map((subgraph) => localUpstream(subgraph, log)),
    stores: rooms.stores,
    figures: rooms.figures,
    checks,
    alarms,
    queues,
    hints,
    log,
  })
  stop.unshift({ name: 'gateway', timeoutMs: closeLimits.gatewayMs, close: async () => gateway?.close() })
  await waitFor(async () => (await checkHealth(checks)).ready, {
    timeoutMs: readyTimeoutMs,
    everyMs: 100,
    what: 'all parts to be healthy',
  })
  announce(gateway.url, secrets.adminPasswordFile, say)
})

/** The databases of the settings, or the hub's own. Closers come first: a signal during the start must find them. */
async function databases(
  settings: Settings,
  dataDirectory: string,
  stop: Closing[],
  say: (line: string) => void,
): Promise<{ databaseUrl: string; redisUrl: string }> {
  let { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = settings
  if (!redisUrl) {
    const own = ensureRedis({
      dataDirectory: join(dataDirectory, 'redis'),
      cacheDirectory: join(repository, 'node_modules/.cache/torihiki/redis'),
      log: say,
    })
    stop.unshift({ name: 'Redis', timeoutMs: closeLimits.redisMs, close: async () => (await own).stop() })
    redisUrl = (await own.catch(refuse)).url
  }
  if (!databaseUrl) {
    const own = ensurePostgres({ dataDirectory: join(dataDirectory, 'postgres'), log: say })
    stop.push({ name: 'PostgreSQL', timeoutMs: closeLimits.postgresMs, close: async () => (await own).stop() })
    databaseUrl = await ensureDatabase((await own.catch(refuse)).url, 'torihiki')
  }
  return { databaseUrl, redisUrl }
}

/** What the databases' starts refuse, they refuse with a sentence and its remedy. */
function refuse(error: unknown): never {
  throw new StartRefused(error instanceof Error ? error.message : String(error))
}

/** Runs the workers in a process of their own, and again when they die. */
function keepWorkers(environment: NodeJS.ProcessEnv, log: Logger): { close(): Promise<void> } {
  let child: ChildProcess | null = null
  let closing = false
  const start = (): void => {
    const main = join(repository, 'workers/src/main.ts')
    child = spawn(process.execPath, [...process.execArgv, main], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      cwd: repository,
    })
    child.once('exit', (code, signal) => {
      child = null
      if (closing) return
      log.error({ code, signal }, 'The workers have died; starting them again.')
      setTimeout(() => closing || start(), restartWorkersAfterMs)
    })
  }
  start()
  return {
    async close() {
      closing = true
      const running = child
      if (!running) return
      await new Promise<void>((resolve) => {
        running.once('exit', () => resolve())
        running.kill('SIGTERM')
      })
    },
  }
}

function announce(url: string, adminPasswordFile: string | null, say: (line: string) => void): void {
  say(`
Torihiki is ready.

  API           ${url}/graphql   (HTTP)
                ${url.replace('http', 'ws')}/graphql     (WebSocket, graphql-transport-ws)
  GraphiQL      ${url}/graphiql
  Queues        ${url}/queues    (administrators)
  Cards         ${url}/authorizations   (operators; how requests to card companies leave)
  Mail          ${url}/mail      (administrators; what was not sent by SMTP)
  Sign in       ${url}/console   as admin; the password ${adminPasswordFile ? `is in ${adminPasswordFile}` : 'is that of ADMIN_PASSWORD'}
  Health        ${url}/health/ready
  Metrics       ${url}/metrics

  npm run demo  plays a whole case against this hub. Ctrl-C stops everything.
`)
}
