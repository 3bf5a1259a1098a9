import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { endChildren, startChild } from './fixtures/child.ts'
import { findRedis } from './redis-program.ts'
import { livingRedis, redisPlace, stopRedis } from './redis-server.ts'
import { type RunningRedis, ensureRedis } from './redis.ts'
import { commandLine } from './process-alive.ts'
import { waitFor } from './wait-for.ts'

/** Shared with the product, so that Redis is downloaded once on a machine that has none. */
const cacheDirectory = join(import.meta.dirname, '../../../../node_modules/.cache/torihiki/redis')

let parent: string
let dataDirectory: string
let lines: string[]
const log = (line: string): void => void lines.push(line)
const ensure = (): Promise<RunningRedis> => ensureRedis({ dataDirectory, cacheDirectory, log })

beforeEach(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'torihiki redis-')))
  dataDirectory = join(parent, 'queues')
  lines = []
})

afterEach(async () => {
  endChildren()
  const place = await redisPlace(dataDirectory)
  const pid = await livingRedis(place)
  if (pid !== undefined) await stopRedis(place, pid, log)
  await rm(parent, { recursive: true, force: true })
})

async function living(): Promise<number | undefined> {
  return livingRedis(await redisPlace(dataDirectory))
}

async function livingPid(): Promise<number> {
  const pid = await living()
  if (pid === undefined) throw new Error('no Redis lives')
  return pid
}

async function talk<T>(url: string, action: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => undefined)
  await redis.connect()
  return action(redis).finally(() => redis.disconnect())
}

describe('a fresh start', () => {
  it('gives an append-only Redis that evicts nothing, on loopback with a password nobody else can read', async () => {
    const running = await ensure()
    expect(running.startedByUs).toBe(true)
    const settings = await talk(running.url, (redis) => redis.config('GET', 'appendonly', 'maxmemory-policy', 'bind'))
    expect(settings).toEqual(
      expect.arrayContaining(['appendonly', 'yes', 'maxmemory-policy', 'noeviction', 'bind', '127.0.0.1']),
    )
    const password = (await readFile(join(dataDirectory, 'password'), 'utf8')).trim()
    for (const file of ['password', 'redis.conf'])
      expect((await stat(join(dataDirectory, file))).mode & 0o777).toBe(0o600)
    expect(commandLine(await livingPid())).not.toContain(password)
    expect(lines.join() + (await readFile(join(dataDirectory, 'redis.log'), 'utf8'))).not.toContain(password)
    await running.stop()
    expect(await living()).toBeUndefined()
  })

  it('refuses those without the password', async () => {
    const running = await ensure()
    const open = running.url.replace(/:[^:@]+@/, '')
    await expect(talk(open, (redis) => redis.set('a', 'b'))).rejects.toThrow()
    await running.stop()
  })
})

describe('a later start', () => {
  it('keeps what was queued, password and port', async () => {
    const first = await ensure()
    await talk(first.url, (redis) => redis.rpush('queue', 'job'))
    await first.stop()
    const second = await ensure()
    expect(second).toMatchObject({ startedByUs: true, url: first.url })
    expect(await talk(second.url, (redis) => redis.lrange('queue', 0, -1))).toEqual(['job'])
    await second.stop()
  })

  it('takes over the server of a process that was killed, and stops it', async () => {
    const child = startChild('keep-running.ts', 'redis', dataDirectory, cacheDirectory)
    await child.says('startedByUs')
    const pid = await livingPid()
    child.process.kill('SIGKILL')
    await child.end()
    const running = await ensure()
    expect(running.startedByUs).toBe(false)
    expect(await livingPid()).toBe(pid)
    await running.stop()
    expect(commandLine(pid)).toBeUndefined()
  })

  it('starts anew when the server was killed or its pid belongs to another process by now', async () => {
    const first = await ensure()
    const pid = await livingPid()
    process.kill(pid, 'SIGKILL')
    await waitFor(() => commandLine(pid) === undefined, {
      timeoutMs: 10_000,
      everyMs: 10,
      what: 'the server to be gone',
    })
    const other = startChild('drain.ts', 'waits')
    await other.says('running')
    await writeFile(join(dataDirectory, 'redis.pid'), `${other.process.pid}\n`)
    const second = await ensure()
    expect(second.startedByUs).toBe(true)
    await Promise.all([first.stop(), second.stop()])
    expect(await living()).toBeUndefined()
    expect(other.process.exitCode).toBeNull()
    other.process.kill('SIGKILL')
    await other.end()
  })
})

describe('several at a time', () => {
  it('end with one server, which lives until the last of them stops it', async () => {
    const child = startChild('keep-running.ts', 'redis', dataDirectory, cacheDirectory)
    const [one, two] = await Promise.all([ensure(), ensure()])
    const said = await child.says('startedByUs')
    expect(one.url).toBe(two.url)
    expect(said).toContain(one.url)
    expect([one.startedByUs, two.startedByUs, said.includes('true')].filter(Boolean)).toHaveLength(1)
    await Promise.all([one.stop(), two.stop()])
    expect(await talk(one.url, (redis) => redis.ping())).toBe('PONG')
    child.process.kill('SIGKILL')
    await child.end()
    await (await ensure()).stop()
    expect(await living()).toBeUndefined()
  })
})

describe('a port in use', () => {
  it('is left for another', async () => {
    await (await ensure()).stop()
    const port = Number(await readFile(join(dataDirectory, 'port'), 'utf8'))
    const stranger = createServer()
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve))
    const running = await ensure().finally(() => new Promise((resolve) => stranger.close(resolve)))
    expect(running.url).not.toMatch(new RegExp(`:${port}$`))
    await running.stop()
  })
})

describe('an installed program', () => {
  async function withProgram<T>(version: string, action: (path: string) => Promise<T>): Promise<T> {
    const folder = join(parent, 'bin')
    const path = join(folder, 'redis-server')
    await mkdir(folder)
    await writeFile(path, `#!/bin/sh\necho "Redis server v=${version} sha=00000000:0 bits=64"\n`)
    await chmod(path, 0o755)
    const before = process.env['PATH']
    process.env['PATH'] = `${folder}:${before}`
    return action(path).finally(() => (process.env['PATH'] = before))
  }

  it('on the PATH is used when it is new enough', async () => {
    const found = await withProgram('6.2.0', () => findRedis(cacheDirectory, log))
    expect(found.path).toBe(join(parent, 'bin', 'redis-server'))
  })

  it('on the PATH is passed over when it is too old', async () => {
    const found = await withProgram('6.0.16', () => findRedis(cacheDirectory, log))
    expect(found.path).not.toBe(join(parent, 'bin', 'redis-server'))
  })
})
