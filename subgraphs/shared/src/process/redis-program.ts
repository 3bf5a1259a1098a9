import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { downloadRedis } from './redis-download.ts'
import { lastLine, plainEnvironment, runCommand } from './run-command.ts'

/** Printing a version takes milliseconds; more than this is not a Redis that could be used. */
const VERSION_LIMIT_MS = 10_000
/** The queues need 6.2 (LMOVE and friends), and so does the setting that keeps our path in the command line. */
const NEEDED = { major: 6, minor: 2 }
/** Homebrew's folders, which are not always on the PATH of what an editor starts. */
const MORE_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin', '/home/linuxbrew/.linuxbrew/bin']

/** A program that speaks Redis' protocol, with the variables it needs. */
export interface RedisProgram {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Finds redis-server or valkey-server ≥ 6.2 on the PATH or in Homebrew's folders; else, on Debian and Ubuntu, downloads it
 * into the cache without installing anything. Throws with the command for the platform when there is none to be had.
 */
export async function findRedis(cacheDirectory: string, log: (line: string) => void): Promise<RedisProgram> {
  const faults: string[] = []
  for (const path of await installedPrograms()) {
    const program = { path, env: plainEnvironment() }
    const fault = await faultOf(program)
    if (fault === undefined) return program
    faults.push(fault)
  }
  const downloaded = await downloadRedis(cacheDirectory, async (program) => (await faultOf(program)) === undefined, log)
  if ('path' in downloaded) return downloaded
  faults.push(downloaded.fault)
  throw new Error(
    `Redis ${NEEDED.major}.${NEEDED.minor} or newer is needed (${faults.join('; ')}): ${remedy()}, or set REDIS_URL.`,
  )
}

async function installedPrograms(): Promise<string[]> {
  const folders = new Set(
    [...(process.env['PATH'] ?? '').split(delimiter), ...MORE_FOLDERS].filter((folder) => folder !== ''),
  )
  const found: string[] = []
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of folders) {
      const path = join(folder, name)
      if (await canRun(path)) found.push(path)
    }
  }
  return found
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Why the program cannot be used, or undefined when it can. */
async function faultOf({ path, env }: RedisProgram): Promise<string | undefined> {
  const asked = await runCommand(path, ['--version'], { timeoutMs: VERSION_LIMIT_MS, env })
  const [, version, major, minor] = /v=((\d+)\.(\d+)\S*)/.exec(asked.output) ?? []
  if (asked.code !== 0 || version === undefined) return `${path} does not run: ${lastLine(asked.output)}`
  const newness = Number(major) - NEEDED.major || Number(minor) - NEEDED.minor
  return newness >= 0 ? undefined : `${path} is ${version}`
}

function remedy(): string {
  if (process.platform === 'darwin') return 'run `brew install redis`'
  if (process.platform === 'win32') return 'start this within WSL'
  return 'install it with your package manager (`dnf install valkey`, `apk add redis`, `pacman -S valkey`, `apt install redis-server`)'
}
