import { lstat, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot, type Account, accountFor } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { keptSecret, readIfThere } from './private-file.ts'
import { lastLine, runCommand } from './run-command.ts'

/** Half a second on a quick disk; a slow one that must keep 40 MB takes longer. */
const INITDB_LIMIT_MS = 120_000

/** The superuser's name. */
export const SUPERUSER = 'postgres'

/** Text has the same order on every machine, whatever its C library. */
const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
]

/** What lies in the data directory. */
export interface PostgresPlace {
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  readonly password: string
  readonly port: string
  readonly log: string
  /** Marks of processes that start or stop the server just now, and of those that use it. */
  readonly changing: string
  readonly users: string
}

/** Makes the directory; its path has no symbolic links, so that it can be compared with what the server says. */
export async function postgresPlace(dataDirectory: string): Promise<PostgresPlace> {
  await mkdir(dataDirectory, { recursive: true })
  const real = await realpath(dataDirectory)
  const within = (name: string): string => join(real, name)
  return {
    cluster: within('cluster'),
    password: within('password'),
    port: within('port'),
    log: within('postgres.log'),
    changing: within('changing'),
    users: within('users'),
  }
}

/** The account and the password of the cluster, which is made if it is not there yet. */
export async function ensureCluster(
  place: PostgresPlace,
  binaries: PostgresBinaries,
): Promise<{ account: Account; password: string; made: boolean }> {
  if (await isThere(place.cluster)) {
    await refuseForeign(place)
    return { account: await accountFor(place.cluster, binaries), password: await passwordOf(place), made: false }
  }
  return { ...(await makeCluster(place, binaries)), made: true }
}

/** The password of a cluster that exists. */
export async function passwordOf(place: PostgresPlace): Promise<string> {
  const password = (await readIfThere(place.password))?.trim()
  if (password !== undefined && password !== '') return password
  throw new Error(
    `The database's password is missing: put ${place.password} back, or remove ${place.cluster} with all its data.`,
  )
}

/** In a folder beside, renamed when whole: a start that was broken off leaves nothing half made. */
async function makeCluster(
  place: PostgresPlace,
  binaries: PostgresBinaries,
): Promise<{ account: Account; password: string }> {
  const password = await keptSecret(place.password)
  const fresh = `${place.cluster}.new`
  const passwordFile = `${place.password}.initdb`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  const account = await accountFor(fresh, binaries)
  try {
    await rm(passwordFile, { force: true })
    await writeFile(passwordFile, password, { mode: 0o600 })
    await account.own(passwordFile)
    const [command, args] = account.as(binaries.initdb, [...INITDB_OPTIONS, `--pwfile=${passwordFile}`, '-D', fresh])
    const made = await runCommand(command, args, { timeoutMs: INITDB_LIMIT_MS, cwd: '/' })
    if (made.code !== 0) {
      throw new Error(
        `The database could not be created in ${fresh} (${lastLine(made.output)}): is the disk full or read-only?`,
      )
    }
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(fresh, place.cluster)
  return { account, password }
}

/** PostgreSQL demands that its owner runs it: better to say so than to let it fail. */
async function refuseForeign({ cluster }: PostgresPlace): Promise<void> {
  const { uid } = await stat(cluster)
  if (isRoot() || process.getuid === undefined || uid === process.getuid()) return
  throw new Error(
    `${cluster} belongs to uid ${uid} and this is uid ${process.getuid()}: start as the user that made it, or hand it over ` +
      `with \`sudo chown -R ${process.getuid()} ${cluster}/..\`.`,
  )
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
