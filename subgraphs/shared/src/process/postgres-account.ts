import { lchown, lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lastLine, runCommand } from './run-command.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** Printing its settings takes initdb some 50 ms; a slow disk at first use somewhat more. */
const PROBE_LIMIT_MS = 20_000
/** The user `nobody` where /etc/passwd names neither it nor `postgres`. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/** PostgreSQL refuses root, so that root runs it as somebody else. */
export interface Account {
  /** Gives a file or folder, with all in it, to the account. */
  own(path: string): Promise<void>
  /** The command that runs a program as the account. It replaces itself: the pid is the program's. */
  as(program: string, args: readonly string[]): readonly [command: string, args: readonly string[]]
}

/** Ourselves, unless we are root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

const ourselves: Account = { own: async () => undefined, as: (program, args) => [program, args] }

/**
 * Who runs the cluster in this folder: we, or, when we are root, the folder's owner, `postgres` or `nobody`, without
 * root's powers. When the checkout lies under a folder that this user may not enter (/root, say), it gets the one
 * capability of passing through. Throws with the remedy when the machine does not allow that.
 */
export async function accountFor(cluster: string, binaries: PostgresBinaries): Promise<Account> {
  if (!isRoot()) return ourselves
  const { uid, gid } = await unprivilegedUser(cluster)
  const own = (path: string): Promise<void> => chownAll(path, uid, gid)
  await own(cluster)
  let fault = ''
  for (const passage of PASSAGES) {
    const options = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs', ...passage]
    const as: Account['as'] = (program, args) => ['setpriv', [...options, program, ...args]]
    // Enters the folder and finds its sibling programs, as a real run does, and changes nothing.
    const [command, args] = as('sh', ['-c', 'cd "$1" && exec "$2" --show -D "$1"', 'sh', cluster, binaries.initdb])
    const probe = await runCommand(command, args, { timeoutMs: PROBE_LIMIT_MS, cwd: '/' })
    if (probe.code === 0) return { own, as }
    fault = lastLine(probe.output)
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and running it as uid ${uid} through setpriv failed (${fault}): start as a normal ` +
      'user, or put the checkout where that user may go, or set DATABASE_URL.',
  )
}

/**
 * Ways through private parent folders, the least power first. Reading suffices; containers often grant only the override.
 * `access()` ignores capabilities after a change of uid unless the fix-up is off, and initdb asks it about its programs.
 */
const PASSAGES: readonly (readonly string[])[] = [
  [],
  ...['dac_read_search', 'dac_override'].map((capability) => [
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    '--securebits=+no_setuid_fixup',
  ]),
]

async function unprivilegedUser(cluster: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await lstat(cluster)
  if (uid !== 0) return { uid, gid }
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  const found = ['postgres', 'nobody']
    .map((name) => users.find((user) => user[0] === name))
    .find((user) => user !== undefined)
  return found === undefined ? NOBODY : { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Whatever in the cluster is not the account's (root's, after a copy): links are not followed. */
async function chownAll(path: string, uid: number, gid: number): Promise<void> {
  const found = await lstat(path)
  if (found.uid === uid || found.isSymbolicLink()) return
  if (found.isDirectory()) for (const name of await readdir(path)) await chownAll(join(path, name), uid, gid)
  await lchown(path, uid, gid)
}
