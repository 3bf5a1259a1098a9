import { afterEach, describe, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { GraphQLError } from 'graphql'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { tracedSign } from '../telemetry/traced-sign.ts'
import { remoteUpstream } from '../upstreams/remote.ts'
import { passedInExtensions } from './passed-headers.ts'
import { reachChecks } from './reach.ts'
import { serveFederation, type Federation, type FederationOptions } from './serve.ts'
import { shownErrors } from './shown-errors.ts'
import { ask, composed, federated, startHttpSubgraph, type HttpSubgraph } from './testing/http-subgraph.ts'
import { endpointsOf, upstreamsAt, type Endpoint } from './upstreams.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0).toReversed()) await each.close()
})

const traces = { stacktrace: ['Error: at /srv/app.js:1'], exception: { stacktrace: ['at /srv/app.js:2'] } }
const failures = {
  failing: async () => {
    throw new GraphQLError('The shelf is empty.', { extensions: { code: 'OUT_OF_STOCK', shelf: 7, ...traces } })
  },
  refusing: async () => {
    throw new GraphQLError('Say how many.', { extensions: { code: 'BAD_USER_INPUT' } })
  },
}

async function shelves(): Promise<HttpSubgraph> {
  const sdl = `${federated()} type Query { failing: String refusing: String }`
  const started = await startHttpSubgraph({ name: 'shelves', sdl, resolvers: { Query: failures } })
  closing.push(started)
  return started
}

async function begin(sdl: string, options: Partial<FederationOptions>): Promise<Federation> {
  const federation = await serveFederation({
    supergraphSdl: sdl,
    upstreams: upstreamsAt(
      (each) => endpointsOf(each, new Map()),
      ({ name, url }) => remoteUpstream({ name, url }),
    ),
    host: '127.0.0.1',
    port: 0,
    log: createLog('test', 'silent'),
    ...options,
  })
  closing.push(federation)
  return federation
}

describe('errors of subgraphs', () => {
  it('come through with their codes and figures, and never with stack traces', async () => {
    const gateway = await begin(composed(await shelves()), {})
    // Once when it is new, once when it is known.
    for (let i = 0; i < 2; i++) {
      const { errors } = await ask(`${gateway.url}/graphql`, '{ failing }')
      const extensions = { code: 'OUT_OF_STOCK', shelf: 7, serviceName: 'shelves' }
      expect(errors).toEqual([{ message: 'The shelf is empty.', path: ['failing'], extensions }])
    }
  })

  it('are masked when that is wanted, but for those that are made for callers', async () => {
    const gateway = await begin(composed(await shelves()), { shownError: shownErrors(true) })
    const masked = await ask(`${gateway.url}/graphql`, '{ failing }')
    expect(masked.errors?.[0]).toMatchObject({
      message: expect.stringContaining(masked.headers.get('x-request-id') ?? '-'),
      extensions: { code: 'INTERNAL' },
    })
    expect(JSON.stringify(masked)).not.toMatch(/shelf|OUT_OF_STOCK/)
    const { errors } = await ask(`${gateway.url}/graphql`, '{ refusing }')
    expect(errors?.[0]).toMatchObject({ message: 'Say how many.', extensions: { code: 'BAD_USER_INPUT' } })
  })
})

describe('readiness', () => {
  const ready = async ({ url }: Federation) => {
    const response = await fetch(`${url}/health/ready`)
    return { status: response.status, body: (await response.json()) as { status: string; checks: object } }
  }

  it('names each subgraph that is not in reach', async () => {
    const there = await shelves()
    const gone = {
      name: 'gone',
      url: `http://127.0.0.1:${await freePort()}/graphql`,
      sdl: `${federated()} type Query { far: Int }`,
    }
    const sdl = composed(there, gone)
    const checks = (): ReturnType<typeof reachChecks> =>
      reachChecks((): readonly Endpoint[] => endpointsOf(sdl, new Map()))
    const strict = await ready(await begin(sdl, { health: { checks: checks() } }))
    expect([strict.status, strict.body.status]).toEqual([503, 'not ready'])
    expect(strict.body.checks).toMatchObject({
      'subgraph shelves': 'ok',
      'subgraph gone': expect.stringMatching(/^http:.* cannot be reached: .*ECONNREFUSED/),
    })
    const lenient = await ready(await begin(sdl, { health: { checks: checks(), readyWhen: 'any' } }))
    expect([lenient.status, lenient.body.status]).toEqual([200, 'ready'])
    expect(lenient.body.checks).toEqual(strict.body.checks)
  })
})

describe('where subgraphs are', () => {
  it('is said by the supergraph, and by who starts the gateway before it', async () => {
    const sdl = composed({ name: 'a', url: 'http://a/graphql', sdl: `${federated()} type Query { a: Int }` })
    expect(endpointsOf(sdl, new Map())).toEqual([{ name: 'a', url: 'http://a/graphql' }])
    expect(endpointsOf(sdl, new Map([['a', 'http://b/']]))).toEqual([{ name: 'a', url: 'http://b/' }])
    expect(() => endpointsOf(sdl, new Map([['c', 'http://b/']]))).toThrow('has no subgraph c; its subgraphs are a.')
    const without = composed({ name: 'a', url: '', sdl: `${federated()} type Query { a: Int }` })
    expect(() => endpointsOf(without, new Map())).toThrow(
      'gives no address of a: say --subgraph a=http://host:port/path.',
    )
  })
})

it('headers that are passed on reach subgraphs over HTTP, and over WebSocket as extensions of the subscription', async () => {
  const sdl = `${federated()} type Query { refusing: String } type Subscription { ticked: Int }`
  const ticked = {
    async *subscribe() {
      yield { ticked: 1 }
    },
  }
  const { refusing } = failures
  const subgraph = await startHttpSubgraph({
    name: 'ticks',
    sdl,
    resolvers: { Query: { refusing }, Subscription: { ticked } },
  })
  closing.push(subgraph)
  const passHeader = ['authorization']
  const sign = passedInExtensions(passHeader)
  const gateway = await begin(composed(subgraph), {
    passedOnHeaders: passHeader,
    upstreams: [remoteUpstream({ ...subgraph, ...tracedSign(sign) })],
  })
  const api = `${gateway.url}/graphql`
  await ask(api, '{ refusing }', { authorization: 'Bearer one', cookie: 'a=b' })
  expect(subgraph.requests.at(-1)).toMatchObject({ authorization: 'Bearer one' })
  expect(subgraph.requests.at(-1)).not.toHaveProperty('cookie')
  const client = createClient({
    url: api.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: 'Bearer two' },
  })
  for await (const event of client.iterate({ query: 'subscription { ticked }' }))
    expect(event).toEqual({ data: { ticked: 1 } })
  await client.dispose()
  expect(subgraph.subscribed).toEqual([{ authorization: 'Bearer two' }])
})

it('pages are GraphiQL, health and metrics; GraphiQL can be left out', async () => {
  const sdl = composed(await shelves())
  const [open, closed] = [await begin(sdl, {}), await begin(sdl, { graphiql: false })]
  const page = await fetch(`${open.url}/graphiql`)
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(await page.text()).toContain('subscriptionsProtocol')
  expect((await fetch(`${closed.url}/graphiql`)).status).toBe(404)
})
