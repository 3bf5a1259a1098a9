import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { errorMessage } from './error-code.ts'
import { readIfThere, writePrivately } from './private-file.ts'
import { processAlive } from './process-alive.ts'
import type { RedisProgram } from './redis-program.ts'
import { lastLine } from './run-command.ts'
import { waitFor } from './wait-for.ts'

/** Reading an append-only file back: some 100 MB a second, and queues are far smaller. */
const LOADING_LIMIT_MS = 120_000
/** Soon enough not to be felt at a start of 50 ms. */
const LOOK_EVERY_MS = 10
/** A local server answers in less than a millisecond, and while loading says so. */
const ANSWER_LIMIT_MS = 2_000
/** SIGTERM writes what is left of the append-only file. */
const STOP_LIMIT_MS = 15_000
/** What the kernel needs to end a killed process. */
const KILL_LIMIT_MS = 5_000
const LOG_ROTATED_ABOVE_BYTES = 10_000_000

/** What lies in the data directory. */
export interface RedisPlace {
  /** Redis' own folder, with the append-only files. */
  readonly files: string
  readonly configuration: string
  readonly pid: string
  readonly password: string
  readonly port: string
  readonly log: string
  /** Marks of processes that start or stop the server just now, and of those that use it. */
  readonly changing: string
  readonly users: string
}

/** Makes the directory; its path has no symbolic links, so that it can be compared with what the server says. */
export async function redisPlace(dataDirectory: string): Promise<RedisPlace> {
  await mkdir(join(dataDirectory, 'files'), { recursive: true, mode: 0o700 })
  const real = await realpath(dataDirectory)
  const within = (name: string): string => join(real, name)
  return {
    files: within('files'),
    configuration: within('redis.conf'),
    pid: within('redis.pid'),
    password: within('password'),
    port: within('port'),
    log: within('redis.log'),
    changing: within('changing'),
    users: within('users'),
  }
}

/** The pid of our server when it answers at this port; undefined while it loads its files or a stranger listens there. */
async function askRedis(place: RedisPlace, port: number, password: string): Promise<number | undefined> {
  const said = await exchange(port, `AUTH ${password}\r\nCONFIG GET dir\r\nINFO server\r\nQUIT\r\n`)
  const pid = Number(/\r\nprocess_id:(\d+)\r\n/.exec(said)?.[1])
  return pid > 0 && said.includes(`\r\n${place.files}\r\n`) ? pid : undefined
}

/** The pid of our living server, or undefined: a number that belongs to another process by now does not count. */
export async function livingRedis(place: RedisPlace): Promise<number | undefined> {
  const pid = Number(await readIfThere(place.pid))
  return pid > 0 && isRedis(place, pid) ? pid : undefined
}

/** Starts the server and waits until it answers. Gives its pid, or the reason that its log gives for having ended. */
export async function startRedis(
  place: RedisPlace,
  { path, env }: RedisProgram,
  port: number,
  password: string,
): Promise<number | { readonly ended: string }> {
  await rm(place.pid, { force: true })
  await writePrivately(place.configuration, configuration(place, port, password))
  const log = await openLog(place.log)
  try {
    const { size } = await log.stat()
    // In a session of its own: Ctrl-C in the terminal must not stop it before what uses it has drained.
    const child = spawn(path, [place.configuration], {
      cwd: place.files,
      detached: true,
      env,
      stdio: ['ignore', log.fd, log.fd],
    })
    let failure: string | undefined
    child.once('error', (error) => (failure = errorMessage(error)))
    child.once('exit', () => (failure ??= ''))
    child.unref()
    // Redis writes it too, but only when it has read its configuration: should we die before, it would never be found.
    if (child.pid !== undefined) writeFileSync(place.pid, `${child.pid}\n`)
    const pid = await answering(place, port, password, () => failure !== undefined)
    return pid ?? { ended: failure || lastLine(((await readIfThere(place.log)) ?? '').slice(size)) }
  } finally {
    await log.close()
  }
}

/** Waits until our server answers at the port; undefined when it ends instead. */
export async function answering(
  place: RedisPlace,
  port: number,
  password: string,
  hasEnded: () => boolean,
): Promise<number | undefined> {
  const found = await waitFor(async () => (hasEnded() ? 'ended' : askRedis(place, port, password)), {
    timeoutMs: LOADING_LIMIT_MS,
    everyMs: LOOK_EVERY_MS,
    what: `Redis to answer (see ${place.log})`,
  })
  return found === 'ended' ? undefined : found
}

/** Shuts the server down; it writes its files first. */
export async function stopRedis(place: RedisPlace, pid: number, log: (line: string) => void): Promise<void> {
  if (await signalAndWait(place, pid, 'SIGTERM', STOP_LIMIT_MS)) return
  log(`Redis needs longer than ${STOP_LIMIT_MS / 1_000} s to stop and is killed: what it lost is sent again.`)
  if (await signalAndWait(place, pid, 'SIGKILL', KILL_LIMIT_MS)) return
  throw new Error(`Redis (process ${pid}) does not stop: end it with \`kill -KILL ${pid}\`.`)
}

/** Whether this process is the server of this place and lives. */
export function isRedis(place: RedisPlace, pid: number): boolean {
  return processAlive(pid, ` ${place.configuration} `)
}

async function signalAndWait(
  place: RedisPlace,
  pid: number,
  signal: NodeJS.Signals,
  timeoutMs: number,
): Promise<boolean> {
  if (isRedis(place, pid)) process.kill(pid, signal)
  return waitFor(() => !isRedis(place, pid), { timeoutMs, everyMs: LOOK_EVERY_MS, what: 'Redis to stop' }).catch(
    () => false,
  )
}

/** All that the server is told; the password stands here, in a private file, and not in its arguments. */
function configuration(place: RedisPlace, port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(place.files)}`,
    `pidfile ${JSON.stringify(place.pid)}`,
    'daemonize no',
    // Keeps the path of this file in its command line, by which it is known before it is signalled.
    'set-proc-title no',
    'appendonly yes',
    'save ""',
    'maxmemory-policy noeviction',
    'logfile ""',
    '',
  ].join('\n')
}

/** Sends the lines and gives all that comes back until the other side closes; nothing at all when nobody listens. */
function exchange(port: number, lines: string): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(lines))
    socket.setTimeout(ANSWER_LIMIT_MS, () => socket.destroy())
    socket.on('data', (chunk) => (said += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
  })
}

async function openLog(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_ROTATED_ABOVE_BYTES) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}
