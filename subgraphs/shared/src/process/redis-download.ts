import { access, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exclusively } from './claims.ts'
import type { RedisProgram } from './redis-program.ts'
import { type CommandEnd, lastLine, plainEnvironment, runCommand } from './run-command.ts'

/** Asking apt what it knows. */
const APT_LOOK_LIMIT_MS = 30_000
/** 1.4 MB of packages, or 10 MB of lists first, over a slow line. */
const APT_FETCH_LIMIT_MS = 180_000
const UNPACK_LIMIT_MS = 60_000
const PROGRAM = join('usr', 'bin', 'redis-server')

/** What came of it: a program, or why there is none. */
export type Download = RedisProgram | { readonly fault: string }

/**
 * The Redis of Debian or Ubuntu, unpacked into the cache with the libraries it lacks here: nothing is installed, no service
 * starts, apt's own state stays as it is, and no root is needed. A cached one that still works is taken as it is.
 */
export async function downloadRedis(
  cacheDirectory: string,
  works: (program: RedisProgram) => Promise<boolean>,
  log: (line: string) => void,
): Promise<Download> {
  if (!(await hasApt())) return { fault: 'none is installed' }
  const cache = resolve(cacheDirectory)
  const home = join(cache, await distribution())
  const cached = await workingIn(home, works)
  if (cached !== undefined) return cached
  return exclusively(join(cache, 'changing'), 'Downloading Redis', async () => {
    const meanwhile = await workingIn(home, works)
    if (meanwhile !== undefined) return meanwhile
    log('Downloading Redis into the cache (once) …')
    const fresh = await mkdtemp(join(cache, 'new-'))
    try {
      const fault = await fetchAndUnpack(fresh)
      if (fault !== undefined) return { fault }
      const program = await programIn(join(fresh, 'root'))
      if (!(await works(program))) return { fault: `the downloaded ${program.path} does not run here` }
      await rm(home, { recursive: true, force: true })
      await rename(join(fresh, 'root'), home)
      return await programIn(home)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  })
}

async function workingIn(
  root: string,
  works: (program: RedisProgram) => Promise<boolean>,
): Promise<RedisProgram | undefined> {
  const program = await programIn(root)
  return (await works(program)) ? program : undefined
}

async function hasApt(): Promise<boolean> {
  if (process.platform !== 'linux') return false
  for (const tool of ['apt-get', 'dpkg']) {
    const asked = await runCommand(tool, ['--version'], { timeoutMs: APT_LOOK_LIMIT_MS })
    if (asked.code !== 0) return false
  }
  return true
}

/** A checkout may be shared by machines: what was unpacked on one need not run on another. */
async function distribution(): Promise<string> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const of = (name: string): string => new RegExp(`^${name}="?([\\w.-]+)`, 'm').exec(release)?.[1] ?? 'unknown'
  return `${of('ID')}-${of('VERSION_ID')}-${process.arch}`
}

async function programIn(root: string): Promise<RedisProgram> {
  const folders: string[] = []
  for (const lib of [join(root, 'usr', 'lib'), join(root, 'lib')]) {
    const names = await readdir(lib).catch(() => [])
    folders.push(...names.filter((name) => name.includes('-linux-gnu')).map((name) => join(lib, name)))
  }
  return { path: join(root, PROGRAM), env: { ...plainEnvironment(), LD_LIBRARY_PATH: folders.join(':') } }
}

/** With the machine's lists if they will do, else with lists of our own. Gives the fault, if any. */
async function fetchAndUnpack(fresh: string): Promise<string | undefined> {
  for (const folder of ['lists/partial', 'cache/archives/partial', 'packages', 'root']) {
    await mkdir(join(fresh, folder), { recursive: true })
  }
  const quick = await fetchPackages(fresh, machineState(fresh))
  if (quick !== undefined) {
    const updated = await apt('apt-get', ['update'], fresh, privateState(fresh))
    if (updated.code !== 0) return `apt-get update failed: ${lastLine(updated.output)}`
    const slow = await fetchPackages(fresh, privateState(fresh))
    if (slow !== undefined) return slow
  }
  return unpack(fresh)
}

/** Root would otherwise fetch as the user _apt, who may not write into a private folder. */
function machineState(fresh: string): string[] {
  return ['-q', '-o', `Dir::Cache=${join(fresh, 'cache')}`, '-o', 'APT::Sandbox::User=root']
}

function privateState(fresh: string): string[] {
  const bounds = ['-o', 'Acquire::Languages=none', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=20']
  return [...machineState(fresh), '-o', `Dir::State::Lists=${join(fresh, 'lists')}`, ...bounds]
}

async function fetchPackages(fresh: string, state: readonly string[]): Promise<string | undefined> {
  const depends = await apt('apt-cache', ['depends', 'redis-server', 'redis-tools'], fresh, state)
  const libraries = await missing(
    [...depends.output.matchAll(/^\s+Depends: (lib\S+|lua\S+)$/gm)].map(([, name = '']) => name),
  )
  const fetched = await apt('apt-get', ['download', 'redis-server', 'redis-tools', ...libraries], fresh, state)
  return fetched.code === 0 ? undefined : `apt-get download failed: ${lastLine(fetched.output)}`
}

/** Those libraries that the machine does not have installed. */
async function missing(names: readonly string[]): Promise<string[]> {
  const lacking: string[] = []
  for (const name of new Set(names)) {
    const asked = await runCommand('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], {
      timeoutMs: APT_LOOK_LIMIT_MS,
    })
    if (!asked.output.includes('installed') || asked.output.includes('not-installed')) lacking.push(name)
  }
  return lacking.filter((name) => name !== 'libc6')
}

async function unpack(fresh: string): Promise<string | undefined> {
  const folder = join(fresh, 'packages')
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.deb'))) {
    const args = ['-x', join(folder, name), join(fresh, 'root')]
    const unpacked = await runCommand('dpkg', args, { timeoutMs: UNPACK_LIMIT_MS })
    if (unpacked.code !== 0) return `${name} could not be unpacked: ${lastLine(unpacked.output)}`
  }
  const there = await access(join(fresh, 'root', PROGRAM)).catch(() => 'missing')
  return there === undefined ? undefined : 'the packages hold no redis-server'
}

function apt(tool: string, args: readonly string[], fresh: string, state: readonly string[]): Promise<CommandEnd> {
  const proxies = ['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return runCommand(tool, [...state, ...args], {
    timeoutMs: APT_FETCH_LIMIT_MS,
    cwd: join(fresh, 'packages'),
    env: { ...plainEnvironment(), ...Object.fromEntries(proxies) },
  })
}
