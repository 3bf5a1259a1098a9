/**
 * Makes sure that the dependencies are there and that a new enough Node is, before anything else of the project is loaded.
 * Plain JavaScript that any Node from 18 on can run, without a dependency.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const repositoryRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** The sources are TypeScript that Node runs as it is; 24 is the first line of Node that the project is tested with. */
const NODE_NEEDED = 24
/** How often a line says that the installation goes on: people look away after some seconds of silence. */
const PROGRESS_EVERY_MS = 5_000
/** Printing a version takes milliseconds; a file that needs longer is not a Node that could be used. */
const VERSION_LIMIT_MS = 10_000

const modules = join(repositoryRoot, 'node_modules')
const stampFile = join(modules, '.cache', 'torihiki', 'installed')

/** What went wrong, in one sentence with its remedy: shown without a stack. */
export class SetUpFailure extends Error {}

/**
 * Installs the dependencies when they are missing or older than package-lock.json, and gives the path of a Node ≥ 24.
 * Throws a SetUpFailure when either cannot be had.
 */
export async function ensureInstalled() {
  if (!isInstalled()) await install()
  return findNode()
}

function isInstalled() {
  return existsSync(modules) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()
}

/** Changes when the lock does, and when the folder is used on another platform (its binaries differ). */
function stamp() {
  const lock = join(repositoryRoot, 'package-lock.json')
  const wanted = readFileSync(existsSync(lock) ? lock : join(repositoryRoot, 'package.json'))
  return `${process.platform}-${process.arch} ${createHash('sha256').update(wanted).digest('hex')}\n`
}

async function install() {
  const why = existsSync(modules) ? 'they are older than package-lock.json' : 'this happens once'
  console.log(`Installing the dependencies (${why}) …`)
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1_000)
  const progress = setInterval(() => console.log(`  … still installing, ${seconds()} s`), PROGRESS_EVERY_MS)
  const fault = await runNpmInstall().finally(() => clearInterval(progress))
  if (fault !== undefined) {
    throw new SetUpFailure(
      `The dependencies could not be installed (${fault}): see npm's lines above, check the network and ` +
        `\`npm config get registry\`, then run the same command again (\`npm install\` in ${repositoryRoot} shows more).`,
    )
  }
  // After npm, because it may complete the lock.
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp())
  console.log(`Dependencies installed in ${seconds()} s.`)
}

/** Not `npm ci`: a lock written where other platforms' packages could not be seen lacks their entries, which `ci` refuses. */
function runNpmInstall() {
  const args = ['install', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const script = process.env.npm_execpath
  const npm = script?.endsWith('.js') ? [process.execPath, script] : ['npm']
  return new Promise((resolve) => {
    const child = spawn(npm[0], [...npm.slice(1), ...args], { cwd: repositoryRoot, stdio: 'inherit' })
    child.once('error', (error) => resolve(`npm did not start: ${error.message}`))
    child.once('exit', (code, signal) => resolve(code === 0 ? undefined : `npm ended with ${signal ?? code}`))
  })
}

/** The Node from the optional dependency, which every Linux gets, else the one that runs this. */
function findNode() {
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  for (const candidate of [packaged, join(modules, '.bin', 'node')]) {
    if (existsSync(candidate) && majorOf(versionOf(candidate)) >= NODE_NEEDED) return candidate
  }
  if (majorOf(process.version) >= NODE_NEEDED) return process.execPath
  throw new SetUpFailure(
    `Node ${NODE_NEEDED} or newer is needed and this is ${process.version}: install it from https://nodejs.org ` +
      `(or \`nvm install ${NODE_NEEDED}\`), then run the same command again.`,
  )
}

function versionOf(binary) {
  const asked = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: VERSION_LIMIT_MS })
  return asked.status === 0 ? asked.stdout.trim() : ''
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0)
}
