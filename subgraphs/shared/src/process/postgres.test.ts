import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { cp, mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { endChildren, startChild } from './fixtures/child.ts'
import { freePort } from './free-port.ts'
import { accountFor, isRoot } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { livingPostmaster, stopPostmaster } from './postgres-server.ts'
import { type RunningPostgres, ensurePostgres } from './postgres.ts'
import { commandLine } from './process-alive.ts'
import { runCommand } from './run-command.ts'
import { waitFor } from './wait-for.ts'

let parent: string
let dataDirectory: string
let lines: string[]
const log = (line: string): void => void lines.push(line)
const ensure = (port?: number): Promise<RunningPostgres> =>
  ensurePostgres({ dataDirectory, log, ...(port === undefined ? {} : { port }) })

beforeEach(async () => {
  // mkdtemp makes it 0700: as root, the account that runs PostgreSQL may not enter it by itself.
  parent = await realpath(await mkdtemp(join(tmpdir(), 'torihiki postgres-')))
  dataDirectory = join(parent, 'database')
  lines = []
})

afterEach(async () => {
  endChildren()
  await stopPostmaster(join(dataDirectory, 'cluster'), log)
  await rm(parent, { recursive: true, force: true })
})

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

async function livingPid(): Promise<number> {
  const living = await livingPostmaster(join(dataDirectory, 'cluster'))
  if (living === undefined) throw new Error('no PostgreSQL lives')
  return living.pid
}

describe('a fresh start', () => {
  it('gives a durable PostgreSQL 18 on loopback with a password that nobody else can read', async () => {
    const running = await ensure()
    expect(running.startedByUs).toBe(true)
    const setting = (name: string): string => `current_setting('${name}') AS ${name}`
    const durable = ['fsync', 'full_page_writes', 'synchronous_commit']
    const columns = ['server_version', 'listen_addresses', ...durable].map(setting).join()
    expect(await query(running.url, `SELECT ${columns}`)).toEqual([
      {
        server_version: expect.stringMatching(/^18\./),
        listen_addresses: '127.0.0.1',
        ...Object.fromEntries(durable.map((name) => [name, 'on'])),
      },
    ])
    const wrong = running.url.replace(/:[^:@]+@/, ':wrong@')
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    const password = (await readFile(join(dataDirectory, 'password'), 'utf8')).trim()
    expect((await stat(join(dataDirectory, 'password'))).mode & 0o777).toBe(0o600)
    expect(commandLine(await livingPid())).not.toContain(password)
    expect(lines.join()).not.toContain(password)
    expect(await readFile(join(dataDirectory, 'postgres.log'), 'utf8')).not.toContain(password)
    await running.stop()
  })

  it('forgets what a broken-off creation left', async () => {
    await mkdir(join(dataDirectory, 'cluster.new'), { recursive: true })
    await writeFile(join(dataDirectory, 'cluster.new', 'half'), '')
    const running = await ensure()
    expect(await readdir(dataDirectory)).not.toContain('cluster.new')
    await running.stop()
  })
})

describe('a later start', () => {
  it('keeps data, password and port', async () => {
    const first = await ensure()
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    expect(await livingPostmaster(join(dataDirectory, 'cluster'))).toBeUndefined()
    const second = await ensure()
    expect(second).toMatchObject({ startedByUs: true, url: first.url })
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await second.stop()
  })

  it('takes over the server of a process that was killed, and stops it', async () => {
    const child = startChild('keep-running.ts', 'postgres', dataDirectory)
    const said: unknown = JSON.parse(await child.says('startedByUs'))
    const pid = await livingPid()
    child.process.kill('SIGKILL')
    await child.end()
    const running = await ensure()
    expect(said).toEqual({ url: running.url, startedByUs: true })
    expect(running.startedByUs).toBe(false)
    expect(await livingPid()).toBe(pid)
    await running.stop()
    expect(commandLine(pid)).toBeUndefined()
  })

  it('recovers what was committed when the server itself was killed', async () => {
    const first = await ensure()
    await query(first.url, 'CREATE TABLE committed AS SELECT generate_series(1, 1000) AS n')
    const pid = await livingPid()
    process.kill(pid, 'SIGKILL')
    await waitFor(() => commandLine(pid) === undefined, {
      timeoutMs: 10_000,
      everyMs: 10,
      what: 'the server to be gone',
    })
    const second = await ensure()
    expect(second.startedByUs).toBe(true)
    expect(await query(second.url, 'SELECT count(*)::int AS n FROM committed')).toEqual([{ n: 1000 }])
    await Promise.all([first.stop(), second.stop()])
    expect(await livingPostmaster(join(dataDirectory, 'cluster'))).toBeUndefined()
  })

  it('heals a pid file whose number belongs to another process by now, and leaves that alone', async () => {
    await (await ensure()).stop()
    const other = startChild('drain.ts', 'waits')
    await other.says('running')
    await writeFile(
      join(dataDirectory, 'cluster', 'postmaster.pid'),
      `${other.process.pid}\n${dataDirectory}/cluster\n1\n1\n`,
    )
    const running = await ensure()
    expect(running.startedByUs).toBe(true)
    await running.stop()
    expect(other.process.exitCode).toBeNull()
    other.process.kill('SIGKILL')
    await other.end()
  })

  it('says what to do when the password is lost', async () => {
    await (await ensure()).stop()
    await rm(join(dataDirectory, 'password'))
    await expect(ensure()).rejects.toThrow(/password is missing: put .*password back/)
  })
})

describe('several at a time', () => {
  it('end with one server, which lives until the last of them stops it', async () => {
    const child = startChild('keep-running.ts', 'postgres', dataDirectory)
    const [one, two] = await Promise.all([ensure(), ensure()])
    const said = await child.says('startedByUs')
    expect(one.url).toBe(two.url)
    expect(said).toContain(one.url)
    expect([one.startedByUs, two.startedByUs, said.includes('true')].filter(Boolean)).toHaveLength(1)
    await Promise.all([one.stop(), one.stop(), two.stop()])
    expect(await query(one.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }])
    child.process.kill('SIGKILL')
    await child.end()
    await (await ensure()).stop()
    expect(await livingPostmaster(join(dataDirectory, 'cluster'))).toBeUndefined()
  })
})

describe('a port in use', () => {
  async function occupied<T>(port: number, action: () => Promise<T>): Promise<T> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return action().finally(() => new Promise((resolve) => server.close(resolve)))
  }

  it('is left for another when it was only remembered', async () => {
    await (await ensure()).stop()
    const port = Number(await readFile(join(dataDirectory, 'port'), 'utf8'))
    const running = await occupied(port, () => ensure())
    expect(running.url).not.toContain(`:${port}/`)
    await running.stop()
  })

  it('is refused when it was asked for', async () => {
    const port = await freePort()
    await occupied(port, () => expect(ensure(port)).rejects.toThrow(`Port ${port} is in use by another program`))
    const running = await ensure(port)
    expect(running.url).toContain(`:${port}/`)
    await running.stop()
  })
})

const asRoot = isRoot() ? it : it.skip

describe('as root', () => {
  asRoot('runs without root, without more power than passing through private folders', async () => {
    const running = await ensure()
    const status = await readFile(`/proc/${await livingPid()}/status`, 'utf8')
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0')
    const powers = BigInt(`0x${/^CapEff:\s+(\w+)/m.exec(status)?.[1] ?? '0'}`)
    const [override, readSearch] = [2n, 4n]
    expect([0n, override, readSearch]).toContain(powers)
    await running.stop()
  })

  asRoot('finds its programs in a private folder too', async () => {
    const { initdb } = postgresBinaries()
    const native = dirname(dirname(initdb))
    await cp(native, join(parent, 'native'), { recursive: true, verbatimSymlinks: true })
    const binaries = { initdb: join(parent, 'native/bin/initdb'), postgres: join(parent, 'native/bin/postgres') }
    await mkdir(join(dataDirectory, 'probe'), { recursive: true })
    const account = await accountFor(join(dataDirectory, 'probe'), binaries)
    const [command, args] = account.as(binaries.initdb, ['--show', '-D', join(dataDirectory, 'probe')])
    expect((await runCommand(command, args, { timeoutMs: 20_000, cwd: '/' })).code).toBe(0)
  })
})
