import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { ask } from './testing/http-subgraph.ts'

const root = join(import.meta.dirname, '../../..')
const readme = readFileSync(join(root, 'gateway/examples/README.md'), 'utf8')
const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text = '']) => ({ language, text }))
const commands = (blocks.find(({ language }) => language === '')?.text ?? '').trim().split('\n')
const [query = '', subscription = ''] = blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text)

const folder = mkdtempSync(join(tmpdir(), 'example-'))
const supergraph = join(folder, 'supergraph.graphql')
const running: ChildProcess[] = []
let environment: Record<string, string> = {}
let url = ''

/** Runs a command of the README with this Node, on ports and with a file of its own. */
function run(command = ''): { child: ChildProcess; printed: () => string } {
  const [program = '', ...args] = command
    .replace('npx torihiki-gateway', 'node gateway/bin/torihiki-gateway.mjs')
    .replace(/ > \S+$/, '')
    .replace(' supergraph.graphql', ` ${supergraph}`)
    .split(' ')
  expect(program).toBe('node')
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, printed: () => text }
}

async function compose(): Promise<void> {
  const { child, printed } = run(commands[1])
  await new Promise((resolve) => child.once('exit', resolve))
  writeFileSync(supergraph, printed())
}

const patience = { timeoutMs: 30_000, everyMs: 20 }

beforeAll(async () => {
  environment = {
    PATH: process.env['PATH'] ?? '',
    PRODUCTS_PORT: String(await freePort()),
    REVIEWS_PORT: String(await freePort()),
    TORIHIKI_GATEWAY_PORT: String(await freePort()),
  }
  const subgraphs = run(commands[0])
  await compose()
  const gateway = run(commands[2])
  url = await waitFor(() => /gateway listening on (\S+)\/graphql/.exec(gateway.printed())?.[1], {
    ...patience,
    what: 'the gateway',
  })
  await waitFor(() => subgraphs.printed().includes('products') && subgraphs.printed().includes('reviews'), {
    ...patience,
    what: 'both subgraphs',
  })
})

afterAll(async () => {
  await Promise.all(
    running.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    }),
  )
})

it('is three commands', () => {
  expect(commands).toHaveLength(3)
})

it('answers the query of the README with fields of both subgraphs', async () => {
  const { data } = await ask(`${url}/graphql`, query)
  expect(data).toEqual({
    products: [
      { name: 'Kettle', price: 3900, reviews: [{ stars: 3, text: 'Loud.' }] },
      { name: 'Teapot', price: 5200, reviews: [{ stars: 5, text: 'Pours well.' }] },
    ],
  })
})

it('answers the subscription of the README, each event with fields of both subgraphs', async () => {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
  const events = []
  for await (const event of client.iterate({ query: subscription })) if (events.push(event) === 2) break
  await client.dispose()
  expect(events).toEqual([
    { data: { reviewAdded: { stars: 5, text: 'Pours well.', product: { name: 'Teapot', price: 5200 } } } },
    { data: { reviewAdded: { stars: 3, text: 'Loud.', product: { name: 'Kettle', price: 3900 } } } },
  ])
})

it('has GraphiQL, health that names its subgraphs, and metrics', async () => {
  expect(await (await fetch(`${url}/graphiql`)).text()).toContain('YogaGraphiQL')
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({
    status: 'ready',
    checks: { 'subgraph products': 'ok', 'subgraph reviews': 'ok' },
  })
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('torihiki_fetch_seconds_count')
})

it('serves a supergraph that is written anew, and again when it is told so by SIGHUP', async () => {
  const generation = async () =>
    ((await (await fetch(`${url}/health/ready`)).json()) as { supergraph: { generation: number } }).supergraph
      .generation
  await compose()
  writeFileSync(supergraph, `${readFileSync(supergraph, 'utf8')}\n# written anew\n`)
  await waitFor(async () => (await generation()) === 2, { ...patience, what: 'the new supergraph' })
  writeFileSync(supergraph, `${readFileSync(supergraph, 'utf8')}\n# and again\n`)
  running.at(2)?.kill('SIGHUP')
  await waitFor(async () => (await generation()) === 3, { ...patience, what: 'the next one' })
  expect((await ask(`${url}/graphql`, query)).status).toBe(200)
})
