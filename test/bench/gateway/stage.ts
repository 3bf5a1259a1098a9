import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { graphql } from 'graphql'
import { contestants, type ContestantName, type Place } from './contestants.ts'
import { sampleOperations, type Operation } from './loads.ts'
import { installPeers } from './peers.ts'
import { messageOf, startChild, type Child, type Command } from './processes.ts'
import { plainShopSchema } from './shop/plain-schema.ts'
import type { ShopSubgraph } from './shop/subgraphs.ts'
import { shopSupergraph } from './shop/supergraph.ts'

/** A gateway that runs, and has answered as all others do. */
export type Running = { readonly name: ContestantName; readonly port: number; readonly child: Child }

/** The subgraphs, and gateways in front of them. */
export type Stage = {
  /** `change` gives its command other words, for a profile for instance. */
  start(name: ContestantName, change?: (command: Command) => Command): Promise<Running>
  close(): Promise<void>
}

/** Path of GraphQL at every gateway. */
export const graphqlPath = '/graphql'

/** Longest until a gateway answers, in milliseconds: the slowest take some seconds to load, on two busy cores. */
const startTimeoutMs = 60_000
const pollEveryMs = 100

/** Installs what is missing for these gateways and starts the subgraphs. */
export async function setStage(names: readonly ContestantName[], say: (line: string) => void): Promise<Stage> {
  for (const set of new Set(names.flatMap((name) => contestants[name].peers ?? []))) await installPeers(set, say)
  const subgraphs = startChild('The subgraphs', { args: [join(import.meta.dirname, 'programs/subgraphs.ts')] }, 'rest')
  const ports = await messageOf<Record<ShopSubgraph, number>>(subgraphs, startTimeoutMs)
  const urls = Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}${graphqlPath}`]),
  ) as Record<ShopSubgraph, string>
  const folder = await mkdtemp(join(tmpdir(), 'torihiki-bench-'))
  const supergraphFile = join(folder, 'supergraph.graphql')
  await writeFile(supergraphFile, shopSupergraph(urls))
  const expected = await expectedAnswers()
  return {
    async start(name, change = (command) => command) {
      const place: Place = { port: await freePort(), supergraphFile, subgraphUrls: urls }
      const child = startChild(contestants[name].title, change(contestants[name].command(place)), 'gateway')
      await untilReady(child, place.port)
      await checkAnswers(child, place.port, expected)
      return { name, port: place.port, child }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

type Expected = { readonly operation: Operation; readonly answer: unknown }

/** By graphql-js on the plain schema: federation must not change an answer. */
async function expectedAnswers(): Promise<Expected[]> {
  const schema = plainShopSchema()
  return Promise.all(
    sampleOperations().map(async (operation) => {
      const result = await graphql({ schema, source: operation.query, variableValues: operation.variables })
      if (result.errors) throw new Error(`The plain schema cannot answer: ${result.errors.map(String).join('\n')}`)
      return { operation, answer: JSON.parse(JSON.stringify(result.data)) }
    }),
  )
}

/** Throws unless the gateway answers every sample as expected. */
async function checkAnswers(child: Child, port: number, expected: readonly Expected[]): Promise<void> {
  for (const { operation, answer } of expected) {
    const { status, text } = await post(port, operation)
    const given = parsed(text)
    if (status === 200 && given.errors === undefined && isDeepStrictEqual(given.data, answer)) continue
    const asked = JSON.stringify(operation.variables)
    throw new Error(`${child.title} answers otherwise than expected to ${asked}: ${status} ${text.slice(0, 600)}`)
  }
}

async function untilReady(child: Child, port: number): Promise<void> {
  const until = Date.now() + startTimeoutMs
  const { process: running } = child
  while (Date.now() < until) {
    if (running.exitCode !== null || running.signalCode !== null)
      throw new Error(`${child.title} ended while it started.\n${child.said()}`)
    const answer = await post(port, { query: '{ __typename }', variables: {} }).catch(() => null)
    if (answer?.status === 200 && parsed(answer.text).data !== undefined) return
    await new Promise((resolve) => setTimeout(resolve, pollEveryMs))
  }
  throw new Error(`${child.title} did not answer within ${startTimeoutMs / 1_000} s.\n${child.said()}`)
}

async function post(port: number, operation: Operation): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${graphqlPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(operation),
  })
  return { status: response.status, text: await response.text() }
}

function parsed(text: string): { data?: unknown; errors?: unknown } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: unknown }
  } catch {
    return {}
  }
}

/** A port of this machine that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
