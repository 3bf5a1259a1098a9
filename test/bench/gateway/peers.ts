import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

/** Packages that only this benchmark needs, a folder for each set that must agree on one copy of graphql. */
const peerSets = {
  apollo: {
    dependencies: { '@apollo/server': '5.5.1', '@apollo/gateway': '2.14.4', graphql: '16.15.0' },
  },
  hive: {
    dependencies: {
      '@graphql-hive/gateway': '2.15.1',
      '@graphql-hive/router-runtime': '1.4.23',
      graphql: '16.15.0',
    },
    /** What it asks for lacks a file at newer versions. */
    overrides: { '@graphql-tools/batch-execute': '10.2.0' },
  },
  mercurius: {
    dependencies: { mercurius: '16.10.1', '@mercuriusjs/gateway': '5.2.0', fastify: '5.12.8', graphql: '16.12.0' },
  },
} as const

export type PeerSet = keyof typeof peerSets

const cache = join(import.meta.dirname, '../../../node_modules/.cache/torihiki/bench-gateway')

/** Where a set of peers is installed. */
export const peerFolder = (set: PeerSet): string => join(cache, set)

/** A package of a set, as its own program would load it. */
export function loadPeer(set: PeerSet, name: string): unknown {
  return createRequire(join(peerFolder(set), 'package.json'))(name)
}

/** Longest that an installation may take, in milliseconds: some hundred packages over a slow line. */
const installTimeoutMs = 300_000

/** Installs a set when it was never installed or its versions have changed since. Throws with the end of what npm said. */
export async function installPeers(set: PeerSet, say: (line: string) => void): Promise<void> {
  const folder = peerFolder(set)
  const wanted = `${JSON.stringify({ private: true, ...peerSets[set] }, null, 2)}\n`
  const marker = join(folder, 'installed.json')
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return
  say(`installing ${Object.keys(peerSets[set].dependencies).join(', ')}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), wanted)
  await runNpm(set, folder)
  await writeFile(marker, wanted)
}

/** None of the sets needs an install script. */
async function runNpm(set: PeerSet, folder: string): Promise<void> {
  const words = ['install', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--loglevel=error']
  const npm = process.env['npm_execpath']
  const [program, ...before] = npm ? [process.execPath, npm] : ['npm']
  const child = spawn(program ?? 'npm', [...before, ...words, '--prefix', folder], {
    cwd: folder,
    env: ownEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: installTimeoutMs,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  throw new Error(
    `The packages of ${set} could not be installed into ${folder}: this needs a package registry once. ` +
      `Leave them out with --only, or try again.\n${said.trim().slice(-1_000)}`,
  )
}

/** Without what an outer `npm run` says of the outer project, and with this Node first. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(name),
  )
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`
  return { ...Object.fromEntries(kept), PATH: path }
}
