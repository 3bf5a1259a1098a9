import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { peerFolder, type PeerSet } from './peers.ts'
import type { Command } from './processes.ts'
import { shopSdl, shopSubgraphs, type ShopSubgraph } from './shop/subgraphs.ts'

/** What a gateway is started with. */
export type Place = {
  readonly port: number
  readonly supergraphFile: string
  readonly subgraphUrls: Readonly<Record<ShopSubgraph, string>>
}

/** A gateway that takes part: as it is named in options and tables, what it needs, how it is started. GraphQL at `/graphql`. */
export type Contestant = {
  readonly title: string
  readonly peers: PeerSet | null
  command(place: Place): Command
}

export type ContestantName = 'ours' | 'ours-in-process' | 'apollo' | 'hive-rust' | 'hive-jit' | 'mercurius' | 'limit'

const root = join(import.meta.dirname, '../../..')
const program = (name: string): string => join(import.meta.dirname, 'programs', `${name}.ts`)
const oursFile = join(root, 'gateway/src/standalone/main.ts')

function hive(...flags: string[]): (place: Place) => Command {
  return ({ port, supergraphFile }) => ({
    args: [
      join(peerFolder('hive'), 'node_modules/@graphql-hive/gateway/dist/bin.js'),
      'supergraph',
      supergraphFile,
      `--config-path=${join(import.meta.dirname, 'programs/hive.config.mjs')}`,
      '--host=127.0.0.1',
      `--port=${port}`,
      '--fork=1',
      '--disable-websockets',
      ...flags,
    ],
    cwd: peerFolder('hive'),
  })
}

/** In the order of the table. */
export const contestants: Readonly<Record<ContestantName, Contestant>> = {
  ours: {
    title: 'ours over HTTP',
    peers: null,
    command: ({ port, supergraphFile }) => {
      if (!existsSync(oursFile)) throw new Error(`ours cannot be started: there is no ${oursFile}`)
      return { args: [oursFile, '--supergraph', supergraphFile, '--port', String(port)] }
    },
  },
  'ours-in-process': {
    title: 'ours in process',
    peers: null,
    command: ({ port, supergraphFile }) => ({ args: [program('ours-in-process'), supergraphFile, String(port)] }),
  },
  apollo: {
    title: 'stock Apollo Server + Gateway',
    peers: 'apollo',
    command: ({ port, supergraphFile }) => ({ args: [program('apollo'), supergraphFile, String(port)] }),
  },
  'hive-rust': { title: 'Hive Gateway, Rust planner', peers: 'hive', command: hive('--hive-router-runtime') },
  'hive-jit': { title: 'Hive Gateway, --jit', peers: 'hive', command: hive('--jit') },
  mercurius: {
    title: 'Mercurius gateway, jit',
    peers: 'mercurius',
    command: ({ port, subgraphUrls }) => {
      const services = shopSubgraphs.map((name) => ({ name, url: subgraphUrls[name], schema: shopSdl(name) }))
      return { args: [program('mercurius'), JSON.stringify(services), String(port)] }
    },
  },
  limit: {
    title: 'limit: one plain schema, graphql-jit',
    peers: null,
    command: ({ port }) => ({ args: [program('limit'), String(port)] }),
  },
}

export const contestantNames = Object.keys(contestants) as ContestantName[]
