import { spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorMessage } from './error-code.ts'
import type { Account } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import type { PostgresPlace } from './postgres-cluster.ts'
import { readIfThere } from './private-file.ts'
import { commandLine, processAlive } from './process-alive.ts'
import { plainEnvironment } from './run-command.ts'
import { waitFor } from './wait-for.ts'

/** Replaying what was written since the last checkpoint; at the default max_wal_size (1 GB) this is a minute at most. */
const RECOVERY_LIMIT_MS = 300_000
/** How often a line tells that the recovery goes on. */
const PROGRESS_EVERY_MS = 5_000
/** Soon enough not to be felt at a start of 50 ms. */
const LOOK_EVERY_MS = 10
/** A fast shutdown ends all sessions and writes a checkpoint of up to shared_buffers. */
const FAST_STOP_LIMIT_MS = 20_000
/** An immediate shutdown writes nothing; the next start recovers. */
const IMMEDIATE_STOP_LIMIT_MS = 10_000
/** One older log is kept beside: enough to look back at the last weeks of development. */
const LOG_ROTATED_ABOVE_BYTES = 10_000_000

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  lc_messages: 'C',
  // Statements and row values may hold personal data and passwords: they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** What postmaster.pid tells of a server. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly status: string
}

/** What came of a start: it serves, or the reason that its log gives for having ended. */
export type StartOutcome = { readonly serves: Postmaster } | { readonly ended: string }

/** The living server of the cluster, or undefined. A number that belongs to another process by now is healed. */
export async function livingPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const recorded = await readPostmaster(cluster)
  if (recorded === undefined || isPostmaster(cluster, recorded.pid)) return recorded
  const other = commandLine(recorded.pid)
  // Of a dead process PostgreSQL itself takes care; a living one that reuses the number would stop it from starting.
  if (other === undefined) return undefined
  if (/postgres/.test(other)) {
    throw new Error(
      `Process ${recorded.pid}, a PostgreSQL started under another path, holds ${cluster}: stop it, then retry.`,
    )
  }
  await rm(pidFile(cluster), { force: true })
  return undefined
}

/** Starts the server and waits until it takes connections, or has ended. */
export async function startPostmaster(
  place: PostgresPlace,
  binaries: PostgresBinaries,
  account: Account,
  port: number,
  say: (line: string) => void,
): Promise<StartOutcome> {
  const log = await openLog(place.log)
  const [command, args] = account.as(binaries.postgres, [
    ...Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    '-D',
    place.cluster,
  ])
  try {
    const { size } = await log.stat()
    // In a session of its own: Ctrl-C in the terminal must not stop it before what uses it has drained.
    const child = spawn(command, args, {
      cwd: '/',
      detached: true,
      env: plainEnvironment(),
      stdio: ['ignore', log.fd, log.fd],
    })
    let failure: string | undefined
    child.once('error', (error) => (failure = errorMessage(error)))
    child.once('exit', () => (failure ??= ''))
    child.unref()
    const serves = await serving(place.cluster, () => failure !== undefined, say)
    return serves === undefined ? { ended: failure || (await reasonInLog(place.log, size)) } : { serves }
  } finally {
    await log.close()
  }
}

/** Waits until the cluster's server takes connections; undefined when it ends instead. Recovery has five minutes. */
export async function serving(
  cluster: string,
  hasEnded: () => boolean,
  say: (line: string) => void,
): Promise<Postmaster | undefined> {
  const startedAt = performance.now()
  const seconds = (): number => Math.round((performance.now() - startedAt) / 1_000)
  const progress = setInterval(() => say(`PostgreSQL is recovering, ${seconds()} s so far …`), PROGRESS_EVERY_MS)
  const what = 'PostgreSQL to recover; it goes on recovering by itself: start again to wait on'
  const found = await waitFor(
    async () => {
      if (hasEnded()) return 'ended'
      const recorded = await readPostmaster(cluster)
      return recorded?.status === 'ready' && isPostmaster(cluster, recorded.pid) && recorded
    },
    { timeoutMs: RECOVERY_LIMIT_MS, everyMs: LOOK_EVERY_MS, what },
  ).finally(() => clearInterval(progress))
  return found === 'ended' ? undefined : found
}

/** Shuts the cluster's server down: fast, and if that takes too long, immediately. Does nothing when none lives. */
export async function stopPostmaster(cluster: string, log: (line: string) => void): Promise<void> {
  const running = await livingPostmaster(cluster)
  if (running === undefined) return
  if (await signalAndWait(cluster, running.pid, 'SIGINT', FAST_STOP_LIMIT_MS)) return
  log(
    `PostgreSQL needs longer than ${FAST_STOP_LIMIT_MS / 1_000} s to stop: it is ended at once and recovers at the next start.`,
  )
  if (await signalAndWait(cluster, running.pid, 'SIGQUIT', IMMEDIATE_STOP_LIMIT_MS)) return
  throw new Error(`PostgreSQL (process ${running.pid}) does not stop: end it with \`kill -KILL ${running.pid}\`.`)
}

/** Whether this process is the cluster's server and lives. */
export function isPostmaster(cluster: string, pid: number): boolean {
  return processAlive(pid, fragmentOf(cluster))
}

async function signalAndWait(
  cluster: string,
  pid: number,
  signal: NodeJS.Signals,
  timeoutMs: number,
): Promise<boolean> {
  const alive = (): boolean => isPostmaster(cluster, pid)
  if (alive()) process.kill(pid, signal)
  return waitFor(() => !alive(), { timeoutMs, everyMs: LOOK_EVERY_MS, what: 'PostgreSQL to stop' }).catch(() => false)
}

async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readIfThere(pidFile(cluster)))?.split('\n')
  const [pid, port, status = ''] = [Number(lines?.[0]), Number(lines?.[3]), lines?.[7]]
  return pid > 0 ? { pid, port, status: status.trim() } : undefined
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

/** `-D` is the last argument: the space after it keeps /data from matching /data2. */
function fragmentOf(cluster: string): string {
  return `-D ${cluster} `
}

async function openLog(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_ROTATED_ABOVE_BYTES) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}

/** What the log has gained since: its FATAL lines, else its last. */
async function reasonInLog(path: string, from: number): Promise<string> {
  const gained = (await readFile(path)).subarray(from).toString().trim().split('\n')
  const fatal = gained.filter((line) => /(FATAL|PANIC|could not bind|lock file)/.test(line))
  return (fatal.length > 0 ? fatal : gained.slice(-1)).join(' ')
}
