import { resolve } from 'node:path'
import type { HintBus } from '../feeds/watch.ts'
import { serveSubgraph } from '../graphql/subgraph-server.ts'
import type { Subgraph } from '../graphql/subgraph.ts'
import { createLog, type Logger } from '../log.ts'
import { createRedisHints } from '../queues/redis.ts'
import { readSettings, StartRefused, type Settings } from '../settings.ts'
import { migrateStore, openStore, type Store, type StoreDefinition } from '../store/store.ts'
import { startTracing } from '../telemetry/tracing.ts'
import { hubSecrets } from './hub-secrets.ts'
import { runUntilSignal, type Closing } from './lifecycle.ts'

/** How long a process may take to finish its requests. */
const drainMs = 15_000

/** What a subgraph gets from the process that it runs in. */
export type SubgraphOptions = { store: Store; hints: HintBus; hubSecret: string; log: Logger; settings: Settings }

/**
 * Runs one subgraph as a process of its own: migrates its schema, serves it to the gateway over HTTP and WebSocket, drains on a signal.
 * Needs DATABASE_URL and REDIS_URL; without them it ends with a sentence that says so.
 */
export async function runSubgraph(
  definition: StoreDefinition,
  create: (options: SubgraphOptions) => Subgraph | Promise<Subgraph>,
): Promise<void> {
  await endWithASentence(async () => {
    const settings = readSettings(process.env)
    const { databaseUrl, redisUrl } = externalServices(settings)
    const { hubSecret } = await hubSecrets(settings, resolve(settings.DATA_DIR))
    const log = createLog(definition.name, settings.LOG_LEVEL)
    const stop: Closing[] = []
    void runUntilSignal({ name: definition.name, stop, log: (line) => log.info(line) })
    const traces = await startTracing(definition.name, process.env)
    await migrateStore(definition, { databaseUrl, hubSecret })
    const store = await openStore(definition, { databaseUrl, hubSecret })
    const hints = createRedisHints(redisUrl, log)
    const subgraph = await create({ store, hints, hubSecret, log, settings })
    const served = await serveSubgraph(subgraph, { host: settings.HOST, port: settings.PORT, hubSecret, log })
    stop.push(
      { name: 'server', timeoutMs: drainMs, close: () => served.close() },
      { name: 'hints', timeoutMs: drainMs, close: () => hints.close() },
      { name: 'store', timeoutMs: drainMs, close: () => store.close() },
      { name: 'traces', timeoutMs: drainMs, close: () => traces.close() },
    )
    process.stdout.write(`${definition.name} listening on ${served.url}\n`)
  })
}

/** The databases of a process that runs alone: it does not start its own. */
export function externalServices(settings: Settings): { databaseUrl: string; redisUrl: string } {
  if (!settings.DATABASE_URL || !settings.REDIS_URL) {
    throw new StartRefused(
      'A process that starts alone needs DATABASE_URL and REDIS_URL. Set them, or run the whole hub with `npm start`.',
    )
  }
  return { databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL }
}

/** Runs a start; what it refuses is said in its sentence alone, everything else with its stack, and the process ends with 1. */
export async function endWithASentence(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    const text =
      error instanceof StartRefused
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error)
    process.stderr.write(`${text}\n`)
    process.exit(1)
  }
}
