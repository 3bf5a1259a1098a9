import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { stopPostmaster } from '@torihiki/shared/process/postgres-server.ts'
import { ensurePostgres } from '@torihiki/shared/process/postgres.ts'
import { livingRedis, redisPlace, stopRedis } from '@torihiki/shared/process/redis-server.ts'
import { ensureRedis } from '@torihiki/shared/process/redis.ts'

/** The servers of one test run, and a folder for what its tests make. All of it goes with `stop`. */
export type TestServers = { databaseUrl: string; redisUrl: string; temporary: string; stop(): Promise<void> }

/** Shared with the product, so that Redis is downloaded once on a machine that has none. */
const redisCache = join(import.meta.dirname, '../../node_modules/.cache/torihiki/redis')
const folderPrefix = 'torihiki-run-'

/**
 * Starts a private PostgreSQL and a private Redis at once, and sweeps away what runs that were killed have left.
 * Throws with the remedy when one of the two cannot be had; then neither stays.
 */
export async function startTestServers(log: (line: string) => void): Promise<TestServers> {
  await sweepLeftovers()
  const folder = await realpath(await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`)))
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const starts = await Promise.allSettled([
    ensurePostgres({ dataDirectory: join(folder, 'postgres'), log }),
    ensureRedis({ dataDirectory: join(folder, 'redis'), cacheDirectory: redisCache, log }),
  ])
  const stop = async (): Promise<void> => {
    for (const start of starts) if (start.status === 'fulfilled') await start.value.stop()
    await sweep(folder)
  }
  const [postgres, redis] = starts
  if (postgres.status === 'fulfilled' && redis.status === 'fulfilled') {
    return { databaseUrl: postgres.value.url, redisUrl: redis.value.url, temporary, stop }
  }
  await stop()
  const reasons: unknown[] = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason as unknown] : []))
  throw new AggregateError(reasons)
}

/** Servers outlive a process that was killed, by intention: a hub takes them over. Those of a test run are of no use. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.startsWith(folderPrefix) ? name.slice(folderPrefix.length).split('-')[0] : 0)
    if (!(pid > 0) || lives(pid)) continue
    // Another user's, or just being swept by another run, is in nobody's way.
    await sweep(join(tmpdir(), name)).catch(() => undefined)
  }
}

/** Stops every server whose files lie in the folder, those too that an interrupted test had started, and removes it. */
async function sweep(folder: string): Promise<void> {
  const quiet = (): void => undefined
  for (const path of await readdir(folder, { recursive: true })) {
    const place = dirname(join(folder, path))
    if (basename(path) === 'postmaster.pid') await stopPostmaster(place, quiet)
    if (basename(path) === 'redis.pid') await stopRedisOf(place)
  }
  // With retries: a process that is just ending may still write.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

async function stopRedisOf(dataDirectory: string): Promise<void> {
  const place = await redisPlace(dataDirectory)
  const pid = await livingRedis(place)
  if (pid !== undefined) await stopRedis(place, pid, () => undefined)
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM'
  }
}
