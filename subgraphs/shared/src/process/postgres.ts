import { writeFile } from 'node:fs/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { type Claim, claim, exclusively } from './claims.ts'
import { errorCode, errorMessage } from './error-code.ts'
import { freePort, portIsFree } from './free-port.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { type PostgresPlace, SUPERUSER, ensureCluster, passwordOf, postgresPlace } from './postgres-cluster.ts'
import { isPostmaster, livingPostmaster, serving, startPostmaster, stopPostmaster } from './postgres-server.ts'
import { readIfThere } from './private-file.ts'
import { waitFor } from './wait-for.ts'

/** A local server that serves answers in milliseconds; one that needs longer is stopped or overwhelmed. */
const ANSWER_LIMIT_MS = 10_000
/** How long the processes of a killed server may hold on to its memory: they notice at the end of their statement. */
const REMNANTS_LIMIT_MS = 60_000
const RETRY_EVERY_MS = 100

/** Where the database lives, and where lines for the console go. Without a port a free one is chosen and remembered. */
export interface PostgresOptions {
  readonly dataDirectory: string
  readonly port?: number
  readonly log: (line: string) => void
}

/** A server that answers. */
export interface RunningPostgres {
  /** For the superuser, password included: not for logs. */
  readonly url: string
  /** False when the server of an earlier run was taken over. */
  readonly startedByUs: boolean
  /** Shuts the server down, whoever started it, unless another living process uses it too. */
  stop(): Promise<void>
}

/**
 * Makes sure of a private PostgreSQL 18 over this directory: takes over one that runs, else starts one (after creating the
 * cluster if there is none). It listens on 127.0.0.1 alone, with a password kept in the directory, survives Ctrl-C and the
 * death of its starter, and is durable (asserted). Refuses with the remedy when it cannot run here.
 */
export async function ensurePostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = await postgresPlace(options.dataDirectory)
  return exclusively(place.changing, 'Starting or stopping PostgreSQL', async () => {
    const use = await claim(place.users)
    try {
      const running = (await takeOver(place, options, use)) ?? (await start(place, options))
      let stopped: Promise<void> | undefined
      return { ...running, stop: () => (stopped ??= release(place, use, options.log)) }
    } catch (error) {
      await use.release()
      throw error
    }
  })
}

type Served = Pick<RunningPostgres, 'url' | 'startedByUs'>

async function takeOver(place: PostgresPlace, { port, log }: PostgresOptions, use: Claim): Promise<Served | undefined> {
  const found = await livingPostmaster(place.cluster)
  if (found === undefined) return undefined
  const gone = (): boolean => !isPostmaster(place.cluster, found.pid)
  const running = found.status === 'stopping' ? undefined : await serving(place.cluster, gone, log)
  if (running === undefined) {
    await stopPostmaster(place.cluster, log)
    return undefined
  }
  if (port !== undefined && running.port !== port) {
    const others = await use.others()
    if (others.length > 0) {
      throw new Error(
        `PostgreSQL of ${place.cluster} runs at port ${running.port} for process ${others.join(', ')}: stop that, or ask for this port.`,
      )
    }
    await stopPostmaster(place.cluster, log)
    return undefined
  }
  const url = urlOf(running.port, await passwordOf(place))
  try {
    await verify(url, place)
  } catch (error) {
    // It was dying while it was asked: a new one is started. One that lives and does not answer is said as it is.
    if (await endsSoon(gone)) return undefined
    throw error
  }
  log(`PostgreSQL of an earlier run goes on at 127.0.0.1:${running.port}`)
  return { url, startedByUs: false }
}

/** How long a server that does not answer may take to be gone, if it was about to be. */
const DYING_MS = 3_000

function endsSoon(gone: () => boolean): Promise<boolean> {
  return waitFor(gone, { timeoutMs: DYING_MS, everyMs: 50, what: 'PostgreSQL to end' }).then(
    () => true,
    () => false,
  )
}

async function start(place: PostgresPlace, { port: wanted, log }: PostgresOptions): Promise<Served> {
  const startedAt = performance.now()
  const binaries = postgresBinaries()
  const { account, password, made } = await ensureCluster(place, binaries)
  const running = await waitFor(
    async () => {
      const port = wanted ?? (await rememberedPort(place))
      const outcome = await startPostmaster(place, binaries, account, port, log)
      if ('serves' in outcome) return outcome.serves
      await refuseToRetry(outcome.ended, place, port, wanted !== undefined)
      return undefined
    },
    { timeoutMs: REMNANTS_LIMIT_MS, everyMs: RETRY_EVERY_MS, what: `PostgreSQL to start (see ${place.log})` },
  )
  const url = urlOf(running.port, password)
  await verify(url, place)
  await writeFile(place.port, `${running.port}\n`)
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  log(`PostgreSQL ${made ? 'created and started' : 'started'} at 127.0.0.1:${running.port} in ${seconds} s`)
  return { url, startedByUs: true }
}

/** Another port, or the end of a killed server's last processes, may help; nothing else does. */
async function refuseToRetry(reason: string, place: PostgresPlace, port: number, portIsFixed: boolean): Promise<void> {
  if (/could not bind|could not create any TCP/.test(reason)) {
    if (!portIsFixed) return
    throw new Error(`Port ${port} is in use by another program: end that, or ask for another port.`)
  }
  if (/shared memory block|lock file/.test(reason)) return
  throw new Error(`PostgreSQL did not start: ${reason || 'no reason given'} (more in ${place.log}).`)
}

async function rememberedPort({ port: file }: PostgresPlace): Promise<number> {
  const port = Number(await readIfThere(file))
  return port > 0 && (await portIsFree(port)) ? port : freePort()
}

async function release(place: PostgresPlace, use: Claim, log: (line: string) => void): Promise<void> {
  await exclusively(place.changing, 'Starting or stopping PostgreSQL', async () => {
    await use.release()
    const others = await use.others()
    if (others.length === 0) await stopPostmaster(place.cluster, log)
    else log(`PostgreSQL stays up for process ${others.join(', ')}`)
  })
}

function urlOf(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`
}

const answered = z.object({
  folder: z.string(),
  fsync: z.string(),
  full_page_writes: z.string(),
  synchronous_commit: z.string(),
})

/** That it is our server (password and folder), and that what it acknowledges is on disk. */
async function verify(url: string, place: PostgresPlace): Promise<void> {
  const settings = await ask(url).catch((error: unknown) => {
    if (errorCode(error) !== '28P01')
      throw new Error(`PostgreSQL does not answer (${errorMessage(error)}): see ${place.log}.`)
    throw new Error(
      `PostgreSQL refuses the password in ${place.password}: put the one back that belongs to ${place.cluster}.`,
    )
  })
  if (settings.folder !== place.cluster) {
    throw new Error(
      `The PostgreSQL that answers serves ${settings.folder} and not ${place.cluster}: stop it, then retry.`,
    )
  }
  assertDurable(settings)
}

async function ask(url: string): Promise<z.infer<typeof answered>> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT current_setting('data_directory') AS folder, current_setting('fsync') AS fsync,
              current_setting('full_page_writes') AS full_page_writes, current_setting('synchronous_commit') AS synchronous_commit`,
    )
    return answered.parse(rows[0])
  } finally {
    await client.end()
  }
}

/** Throws when a setting is off without which an acknowledged commit may be lost. */
function assertDurable(settings: z.infer<typeof answered>): void {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
    if (settings[name] === 'on') continue
    throw new Error(
      `PostgreSQL runs with ${name} = ${settings[name]}, which may lose what was acknowledged: set it to on.`,
    )
  }
}
