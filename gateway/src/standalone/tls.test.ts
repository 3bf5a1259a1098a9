import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createClient } from 'graphql-ws'
import { Agent, fetch } from 'undici'
import { WebSocket, type ClientOptions } from 'ws'
import { remoteUpstream } from '../upstreams/remote.ts'
import { readAuthorities } from './authorities.ts'
import { reachChecks } from './reach.ts'
import { serveFederation, type Federation } from './serve.ts'
import { ask, composed, federated, startHttpSubgraph, type HttpSubgraph } from './testing/http-subgraph.ts'
import { selfSigned, type SelfSigned } from './testing/self-signed.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const sdl = `${federated()} type Query { tick: Int } type Subscription { ticked: Int }`
const resolvers = {
  Query: { tick: () => 7 },
  Subscription: {
    ticked: {
      async *subscribe() {
        yield { ticked: 1 }
        yield { ticked: 2 }
      },
    },
  },
}

async function ticks(tls: SelfSigned): Promise<HttpSubgraph> {
  const subgraph = await startHttpSubgraph({ name: 'ticks', sdl, resolvers, tls })
  closing.push(() => subgraph.close())
  return subgraph
}

/** A gateway before a subgraph, and what it logs as warnings. */
async function begin(subgraph: HttpSubgraph, certificateAuthorities: readonly string[]) {
  const warnings: unknown[] = []
  const log = createLog('test', 'silent')
  log.warn = ((line: unknown) => void warnings.push(line)) as typeof log.warn
  const gateway = await serveFederation({
    supergraphSdl: composed(subgraph),
    upstreams: [remoteUpstream({ ...subgraph, certificateAuthorities })],
    health: { checks: reachChecks(() => [subgraph], certificateAuthorities) },
    host: '127.0.0.1',
    port: 0,
    log,
  })
  closing.push(() => gateway.close())
  return { gateway, warnings }
}

/** All that comes of a subscription: events, then errors or `complete`. */
async function subscription(url: string, options: ClientOptions = {}): Promise<unknown[]> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, options)
      }
    },
    retryAttempts: 0,
  })
  const all: unknown[] = []
  await new Promise<void>((resolve) => {
    client.subscribe(
      { query: 'subscription { ticked }' },
      {
        next: (event) => all.push(event),
        error: (error) => resolve(void all.push(error)),
        complete: () => resolve(void all.push('complete')),
      },
    )
  })
  await client.dispose()
  return all
}

const both = [{ data: { ticked: 1 } }, { data: { ticked: 2 } }, 'complete']
const ready = async ({ url }: Federation) => {
  const response = await fetch(`${url}/health/ready`)
  const { checks } = (await response.json()) as { checks: Record<string, string> }
  return [response.status, checks['subgraph ticks']]
}

describe('a subgraph that is reached by TLS', () => {
  it('of an authority that is named answers queries and subscriptions, and is in reach', async () => {
    const own = selfSigned()
    const { gateway } = await begin(await ticks(own), [own.cert])
    expect(await ask(`${gateway.url}/graphql`, '{ tick }')).toMatchObject({ status: 200, data: { tick: 7 } })
    expect(await subscription(gateway.url)).toEqual(both)
    expect(await ready(gateway)).toEqual([200, 'ok'])
  })

  it.each<[string, string | undefined, 'its own' | readonly string[], RegExp]>([
    ['whose authority nobody knows', undefined, [], /self-signed certificate/],
    ['of another authority than that is named', undefined, [selfSigned().cert], /self-signed certificate/],
    [
      'whose certificate is of another host',
      'elsewhere.example',
      'its own',
      /IP: 127\.0\.0\.1 is not in the cert's list/,
    ],
  ])('%s is sent nothing, and that is said', async (_, host, authorities, reason) => {
    const own = selfSigned(host)
    const subgraph = await ticks(own)
    const { gateway, warnings } = await begin(subgraph, authorities === 'its own' ? [own.cert] : authorities)
    const { errors } = await ask(`${gateway.url}/graphql`, '{ tick }')
    expect(errors?.[0]?.message).toMatch(/^ticks did not answer: /)
    expect(errors?.[0]?.message).toMatch(reason)
    expect(await subscription(gateway.url)).toMatchObject([[{ extensions: { code: 'UPSTREAM_LOST' } }]])
    expect(warnings).toMatchObject([{ reason: expect.stringMatching(/^The connection to ticks was lost \(/) }])
    expect(warnings).toMatchObject([{ reason: expect.stringMatching(reason) }])
    expect(await ready(gateway)).toEqual([503, expect.stringMatching(reason)])
    expect([subgraph.requests, subgraph.subscribed]).toEqual([[], []])
  })
})

it('clients reach the gateway through a proxy that ends their TLS, by HTTP and WebSocket, and a browser’s own origin is that of the proxy', async () => {
  const own = selfSigned()
  const { gateway } = await begin(await ticks(own), [own.cert])
  const proxy = createServer(own, (client) => {
    const inner = connect(Number(new URL(gateway.url).port), '127.0.0.1')
    client.pipe(inner).pipe(client)
    for (const end of [client, inner]) end.on('error', () => undefined)
    client.once('close', () => inner.destroy())
    inner.once('close', () => client.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closing.push(() => new Promise((resolve) => proxy.close(resolve)))
  const url = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const dispatcher = new Agent({ connect: { ca: own.cert } })
  closing.push(() => dispatcher.destroy())
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ tick }"}',
    dispatcher,
  })
  expect(await response.json()).toEqual({ data: { tick: 7 } })
  expect(await subscription(url, { ca: own.cert, origin: url })).toEqual(both)
  expect(await subscription(url, { ca: own.cert, origin: 'https://foe.example' })).toMatchObject([
    { message: 'Unexpected server response: 403' },
  ])
  expect(await subscription(url, {})).toMatchObject([{ message: expect.stringContaining('self-signed certificate') }])
})

describe('the file of certificate authorities', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authorities-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }

  it('may have several', () => {
    const [one, other] = [selfSigned().cert, selfSigned().cert]
    const path = file('two.pem', `first\n${one}\nsecond\n${other}`)
    expect(readAuthorities(path)).toEqual([one.trim(), other.trim()])
  })

  it.each([
    ['is not there', () => join(folder, 'nowhere.pem'), /there is no file .*nowhere\.pem/],
    ['has none', () => file('none.pem', 'hello'), /none\.pem has no certificate in it/],
    [
      'has one that is broken',
      () => file('broken.pem', `${selfSigned().cert}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`),
      /certificate 2 in .*broken\.pem cannot be read/,
    ],
  ])('keeps the gateway from starting when it %s', (_, path, sentence) => {
    expect(() => readAuthorities(path())).toThrow(sentence)
  })

  it('is a setting of the gateway', async () => {
    const own = selfSigned()
    const subgraph = await ticks(own)
    const args = ['--supergraph', file('supergraph.graphql', composed(subgraph)), '--port', '0']
    const child = spawn(
      process.execPath,
      ['gateway/bin/torihiki-gateway.mjs', ...args, '--subgraph-authority', file('own.pem', own.cert)],
      { cwd: join(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'inherit'] },
    )
    closing.push(async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const url = await waitFor(() => /listening on (\S+)\/graphql/.exec(printed)?.[1], {
      timeoutMs: 30_000,
      everyMs: 20,
      what: 'the gateway',
    })
    expect(await ask(`${url}/graphql`, '{ tick }')).toMatchObject({ data: { tick: 7 } })
    expect(await subscription(url)).toEqual(both)
  }, 40_000)
})
