import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { subgraphNames } from '@torihiki/schema'
import { faultsOfEnded, type Audited } from './book-faults.ts'
import type { HubClient } from './hub-client.ts'
import { signIn } from './parties.ts'
import { copyMigratedDatabase } from './migrated-database.ts'
import { testDatabaseUrl } from './test-database.ts'
import { testRedisUrl } from './test-redis.ts'

const root = join(import.meta.dirname, '../..')
const startTimeoutMs = 90_000
const stopTimeoutMs = 40_000
const adminPassword = 'administrator password'

/** One process of a hub under test. */
export type HubProcess = {
  readonly name: string
  readonly child: ChildProcess
  output(): string
  /** Starts the same program with the same settings, and others if need be. */
  again(settings?: Record<string, string>): HubProcess
}

/** A hub of real processes, with a database and a Redis of its own. Whatever was done to it, its books must be sound when it is closed (step 20 of the money model). */
export type TestHub = {
  readonly url: string
  readonly admin: HubClient
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly processes: HubProcess[]
  readonly environment: Record<string, string>
  close(): Promise<void>
}

/**
 * Starts a hub: the gateway with the subgraphs in one process and the workers in a second, or with `npm test -- --spread` every
 * subgraph, the gateway and the workers each in a process of their own (also with `topology`). `settings` go to all of them.
 */
export async function startTestHub(
  settings: Record<string, string> = {},
  external?: { databaseUrl: string; redisUrl: string },
  topology = process.env['TORIHIKI_TOPOLOGY'],
): Promise<TestHub> {
  const database = external ? null : await testDatabaseUrl(copyMigratedDatabase)
  const databaseUrl = external?.databaseUrl ?? database?.databaseUrl ?? ''
  const redisUrl = external?.redisUrl ?? (await testRedisUrl()) ?? ''
  if (!redisUrl) throw new Error('These tests need the servers of `npm test`. Run them with: npm test -- <path>')
  const mailFolder = await mkdtemp(join(tmpdir(), 'torihiki-mail-'))
  const environment: Record<string, string> = {
    MAIL_DIR: mailFolder,
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HUB_SECRET: 'a secret for tests that is long enough for anybody',
    ADMIN_PASSWORD: adminPassword,
    LOG_LEVEL: 'warn',
    // Tests wait for what workers do.
    WORKERS_NICENESS: '0',
    // What one process has compiled the next of the same run need not: half of the time that a start takes.
    NODE_COMPILE_CACHE: join(tmpdir(), 'compile-cache'),
    ...settings,
  }
  const processes: HubProcess[] = []
  try {
    const url =
      topology === 'spread' ? await startSpread(environment, processes) : await startWhole(environment, processes)
    const admin = await signIn(url, 'admin', adminPassword)
    return {
      url,
      admin,
      databaseUrl,
      redisUrl,
      processes,
      environment,
      close: () => closeAll(processes, admin, database, mailFolder, () => auditEnded({ databaseUrl, environment })),
    }
  } catch (error) {
    await closeAll(processes, null, database, mailFolder)
    throw new Error(`${String(error)}\n${processes.map((each) => `--- ${each.name}\n${each.output()}`).join('\n')}`)
  }
}

async function startWhole(environment: Record<string, string>, processes: HubProcess[]): Promise<string> {
  const port = await freePort()
  processes.push(startProcess('hub', 'gateway/src/hub.ts', { ...environment, PORT: String(port) }))
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, processes)
  return url
}

async function startSpread(environment: Record<string, string>, processes: HubProcess[]): Promise<string> {
  const urls = await Promise.all(
    subgraphNames.map(async (name) => {
      const port = await freePort()
      processes.push(startProcess(name, `subgraphs/${name}/src/main.ts`, { ...environment, PORT: String(port) }))
      await untilAnswers(`http://127.0.0.1:${port}/health/live`, processes)
      return `${name}=http://127.0.0.1:${port}/graphql`
    }),
  )
  processes.push(startProcess('workers', 'workers/src/main.ts', environment))
  const port = await freePort()
  processes.push(
    startProcess('gateway', 'gateway/src/main.ts', {
      ...environment,
      PORT: String(port),
      SUBGRAPH_URLS: urls.join(','),
    }),
  )
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, processes)
  return url
}

/** Starts a program of the project and collects what it prints. */
export function startProcess(
  name: string,
  program: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): HubProcess {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-20_000)))
  return {
    name,
    child,
    output: () => printed,
    again: (settings) => startProcess(name, program, { ...environment, ...settings }, args),
  }
}

async function untilReady(url: string, processes: readonly HubProcess[]): Promise<void> {
  await untilAnswers(`${url}/health/ready`, processes)
}

async function untilAnswers(address: string, processes: readonly HubProcess[]): Promise<void> {
  await waitFor(
    async () => {
      const dead = processes.find(({ child }) => child.exitCode !== null || child.signalCode !== null)
      if (dead) throw new Error(`${dead.name} ended with ${dead.child.exitCode ?? dead.child.signalCode}.`)
      return fetch(address).then(
        (response) => response.ok,
        () => false,
      )
    },
    { timeoutMs: startTimeoutMs, everyMs: 50, what: `${address} to answer` },
  )
}

async function closeAll(
  processes: readonly HubProcess[],
  admin: HubClient | null,
  database: { close(): Promise<void> } | null,
  mailFolder: string,
  audit: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  try {
    await admin?.close()
    await Promise.all(processes.toReversed().map(stopProcess))
    await audit()
  } finally {
    await database?.close()
    await rm(mailFolder, { recursive: true, force: true })
  }
}

async function auditEnded(hub: Audited): Promise<void> {
  const faults = await faultsOfEnded(hub)
  if (faults.length > 0) throw new Error(`The books of the hub are not sound: ${JSON.stringify(faults, null, 2)}`)
}

/** Kills the process of this name on the spot. Gives it, for it to be started again. */
export async function killProcess(hub: Pick<TestHub, 'processes'>, name: string): Promise<HubProcess> {
  const found = hub.processes.find((each) => each.name === name)
  if (!found) throw new Error(`There is no process ${name}.`)
  const ended = new Promise<void>((resolve) => found.child.once('exit', () => resolve()))
  found.child.kill('SIGKILL')
  await ended
  hub.processes.splice(hub.processes.indexOf(found), 1)
  return found
}

/** Starts a process of a hub again, or one more of its kind, and waits until it is ready. */
export async function startAgain(
  hub: Pick<TestHub, 'processes' | 'url'>,
  ended: HubProcess,
  settings: Record<string, string> = {},
): Promise<HubProcess> {
  const started = ended.again(settings)
  hub.processes.push(started)
  const url = settings['PORT'] ? `http://127.0.0.1:${settings['PORT']}` : hub.url
  await untilAnswers(`${url}/health/ready`, [started])
  return started
}

/** Ends a process as Ctrl-C would, and waits for it; one that does not end in time is killed and reported. */
export async function stopProcess({ name, child, output }: HubProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
  await ended
  clearTimeout(timer)
  if (child.signalCode === 'SIGKILL') throw new Error(`${name} did not stop in ${stopTimeoutMs} ms.\n${output()}`)
}
