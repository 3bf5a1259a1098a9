import { writeFile } from 'node:fs/promises'
import { type Claim, claim, exclusively } from './claims.ts'
import { freePort, portIsFree } from './free-port.ts'
import { keptSecret, readIfThere } from './private-file.ts'
import { findRedis } from './redis-program.ts'
import { type RedisPlace, answering, isRedis, livingRedis, redisPlace, startRedis, stopRedis } from './redis-server.ts'
import { waitFor } from './wait-for.ts'

/** Some tries with other ports: between choosing one and listening another program may take it. */
const PORT_LIMIT_MS = 20_000
const RETRY_EVERY_MS = 100

/** Where the queues live, where a downloaded Redis is kept, and where lines for the console go. */
export interface RedisOptions {
  readonly dataDirectory: string
  readonly cacheDirectory: string
  readonly log: (line: string) => void
}

/** A server that answers. */
export interface RunningRedis {
  /** Password included: not for logs. */
  readonly url: string
  /** False when the server of an earlier run was taken over. */
  readonly startedByUs: boolean
  /** Shuts the server down, whoever started it, unless another living process uses it too. */
  stop(): Promise<void>
}

/**
 * Makes sure of a private Redis (≥ 6.2) over this directory: takes over one that runs, else starts one. It listens on
 * 127.0.0.1 alone, with a password kept in the directory, appends to a file, evicts nothing, and survives Ctrl-C and the
 * death of its starter. Throws with the command for the platform when there is no Redis to be had.
 */
export async function ensureRedis(options: RedisOptions): Promise<RunningRedis> {
  const place = await redisPlace(options.dataDirectory)
  return exclusively(place.changing, 'Starting or stopping Redis', async () => {
    const use = await claim(place.users)
    try {
      const password = await keptSecret(place.password)
      const running = (await takeOver(place, password, options)) ?? (await start(place, password, options))
      let stopped: Promise<void> | undefined
      return { ...running, stop: () => (stopped ??= release(place, use, options.log)) }
    } catch (error) {
      await use.release()
      throw error
    }
  })
}

type Served = Pick<RunningRedis, 'url' | 'startedByUs'>

async function takeOver(place: RedisPlace, password: string, { log }: RedisOptions): Promise<Served | undefined> {
  const port = Number(await readIfThere(place.port))
  const found = await livingRedis(place)
  if (found === undefined) return undefined
  const answers =
    port > 0 && (await answering(place, port, password, () => !isRedis(place, found)).catch(() => undefined))
  if (!answers) {
    log('Redis of an earlier run does not answer to us: it is started anew')
    await stopRedis(place, found, log)
    return undefined
  }
  log(`Redis of an earlier run goes on at 127.0.0.1:${port}`)
  return { url: urlOf(port, password), startedByUs: false }
}

async function start(place: RedisPlace, password: string, { cacheDirectory, log }: RedisOptions): Promise<Served> {
  const startedAt = performance.now()
  const program = await findRedis(cacheDirectory, log)
  const port = await waitFor(
    async () => {
      const chosen = await rememberedPort(place)
      // Before the start: should this process die in between, the next one finds the server's port.
      await writeFile(place.port, `${chosen}\n`)
      const outcome = await startRedis(place, program, chosen, password)
      if (typeof outcome === 'number') return chosen
      if (/Address already in use/.test(outcome.ended) || !(await portIsFree(chosen))) return undefined
      throw new Error(`Redis did not start: ${outcome.ended || 'no reason given'} (more in ${place.log}).`)
    },
    { timeoutMs: PORT_LIMIT_MS, everyMs: RETRY_EVERY_MS, what: 'a free port for Redis' },
  )
  log(`Redis started at 127.0.0.1:${port} in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`)
  return { url: urlOf(port, password), startedByUs: true }
}

async function rememberedPort(place: RedisPlace): Promise<number> {
  const port = Number(await readIfThere(place.port))
  return port > 0 && (await portIsFree(port)) ? port : freePort()
}

async function release(place: RedisPlace, use: Claim, log: (line: string) => void): Promise<void> {
  await exclusively(place.changing, 'Starting or stopping Redis', async () => {
    await use.release()
    const others = await use.others()
    if (others.length > 0) {
      log(`Redis stays up for process ${others.join(', ')}`)
      return
    }
    const running = await livingRedis(place)
    if (running !== undefined) await stopRedis(place, running, log)
  })
}

function urlOf(port: number, password: string): string {
  return `redis://:${password}@127.0.0.1:${port}`
}
