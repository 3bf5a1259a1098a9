import { afterEach, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { serveFederation, type Federation, type FederationOptions } from '../standalone/serve.ts'
import { ask, composed, federated, startHttpSubgraph, type HttpSubgraph } from '../standalone/testing/http-subgraph.ts'
import { endpointsOf, upstreamsAt } from '../standalone/upstreams.ts'
import { remoteUpstream } from '../upstreams/remote.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0).toReversed()) await each.close()
})

let served = 0
const resolvers = {
  Query: {
    now: async (_: unknown, __: unknown, { headers }: { headers: Record<string, string> }) =>
      `${served++} for ${headers['authorization'] ?? 'nobody'}`,
    broken: async () => {
      served++
      throw new Error('It is broken.')
    },
    thing: async () => ({ id: 1, name: `thing ${served++}`, owner: { name: 'somebody' } }),
  },
  Mutation: { change: async () => `${served++}` },
}

const plainSdl = `${federated()} type Query { now: String broken: String } type Mutation { change: String }`

async function subgraph(headers: Record<string, string>, sdl = plainSdl): Promise<HttpSubgraph> {
  const { thing, ...plain } = resolvers.Query
  const own = sdl === plainSdl ? { ...resolvers, Query: plain } : { Query: { thing } }
  const started = await startHttpSubgraph({ name: 'clock', sdl, resolvers: own, headers })
  closing.push(started)
  return started
}

async function begin(of: HttpSubgraph, options: Partial<FederationOptions>): Promise<Federation & { api: string }> {
  const federation = await serveFederation({
    supergraphSdl: composed(of),
    upstreams: upstreamsAt(
      (sdl) => endpointsOf(sdl, new Map()),
      ({ name, url }) => remoteUpstream({ name, url }),
    ),
    passedOnHeaders: ['authorization'],
    host: '127.0.0.1',
    port: 0,
    log: createLog('test', 'silent'),
    ...options,
  })
  closing.push(federation)
  return { ...federation, api: `${federation.url}/graphql` }
}

const mebibyte = 1024 * 1024
const now = '{ now }'
const metric = async ({ url }: Federation, name: string): Promise<number> => {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n')
  return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1])
}

it('equal queries of equal callers that are under way at once are run once; others, and mutations, are not', async () => {
  const clock = await subgraph({})
  const gateway = await begin(clock, { shareQueries: true })
  const change = 'mutation { change }'
  for (const query of [now, change]) await ask(gateway.api, query)
  const before = clock.requests.length
  clock.hold(true)
  const answers = [
    ...Array.from({ length: 10 }, () => ask(gateway.api, now)),
    ...Array.from({ length: 3 }, () => ask(gateway.api, now, { authorization: 'a' })),
    ask(gateway.api, now, { authorization: 'b' }),
    ...Array.from({ length: 2 }, () => ask(gateway.api, change)),
  ]
  await waitFor(() => clock.requests.length - before >= 5, { timeoutMs: 5_000, everyMs: 5, what: 'all fetches' })
  await waitFor(async () => (await metric(gateway, 'torihiki_answers_shared_total')) === 11, {
    timeoutMs: 5_000,
    everyMs: 5,
    what: 'all to share',
  })
  clock.hold(false)
  const texts = (await Promise.all(answers)).map(({ data }) => JSON.stringify(data))
  expect(clock.requests.length - before).toBe(5)
  expect(new Set(texts.slice(0, 10)).size).toBe(1)
  expect(texts[10]).toContain('for a')
  expect(texts[13]).toContain('for b')
  expect(texts[14]).not.toBe(texts[15])
  // What is not under way any more is asked anew.
  expect(JSON.stringify((await ask(gateway.api, now)).data)).not.toBe(texts[0])
})

it('an answer that its subgraphs allow everybody to keep is kept for all, for so long', async () => {
  const clock = await subgraph({ 'cache-control': 'max-age=60, public' })
  const gateway = await begin(clock, { responseCacheBytes: mebibyte })
  await ask(gateway.api, now)
  const first = await ask(gateway.api, now)
  const second = await ask(gateway.api, now, { authorization: 'a' })
  expect(second.data).toEqual(first.data)
  expect(second.headers.get('cache-control')).toMatch(/^max-age=(59|60), public$/)
  expect(clock.requests).toHaveLength(2)
  expect(await metric(gateway, 'torihiki_answers_kept_total')).toBe(1)
  expect(await metric(gateway, 'torihiki_response_cache_entries')).toBe(1)
})

it('one that is private is kept for its caller alone, and not for who does not say who it is', async () => {
  const clock = await subgraph({ 'cache-control': 'private, max-age=60' })
  const gateway = await begin(clock, { responseCacheBytes: mebibyte })
  await ask(gateway.api, now)
  const asA = await ask(gateway.api, now, { authorization: 'a' })
  expect((await ask(gateway.api, now, { authorization: 'a' })).data).toEqual(asA.data)
  expect((await ask(gateway.api, now, { authorization: 'b' })).data).not.toEqual(asA.data)
  const nobody = await ask(gateway.api, now)
  expect((await ask(gateway.api, now)).data).not.toEqual(nobody.data)
  expect(nobody.headers.get('cache-control')).toBe('no-store')
})

it.each([
  ['says nothing', {}, now],
  ['says no-store', { 'cache-control': 'no-store, max-age=60' }, now],
  ['answers with errors', { 'cache-control': 'max-age=60, public' }, '{ broken }'],
  ['is asked to change something', { 'cache-control': 'max-age=60, public' }, 'mutation { change }'],
])('nothing is kept of a subgraph that %s', async (_, headers, query) => {
  const clock = await subgraph(headers)
  const gateway = await begin(clock, { responseCacheBytes: mebibyte })
  for (let i = 0; i < 4; i++) expect((await ask(gateway.api, query)).headers.get('cache-control')).toBe('no-store')
  expect(clock.requests).toHaveLength(4)
})

const hinted = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective"])
  @link(url: "https://torihiki.example/cache/v1.0", import: ["@cacheControl"]) @composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
  type Query { thing: Thing @cacheControl(maxAge: 60) }
  type Thing @cacheControl(maxAge: 30) { id: ID name: String quick: String @cacheControl(maxAge: 5) owner: Owner hidden: String @cacheControl(scope: PRIVATE) }
  type Owner { name: String }`

it.each([
  ['{ thing { id name } }', 'max-age=60, public'],
  ['{ thing { id quick } }', 'max-age=5, public'],
  ['{ thing { id owner { name } } }', 'no-store'],
  ['{ thing { ...F } } fragment F on Thing { id ... on Thing { quick } __typename }', 'max-age=5, public'],
])('hints of the supergraph: %s', async (query, expected) => {
  const clock = await subgraph({}, hinted)
  const gateway = await begin(clock, { responseCacheBytes: mebibyte })
  await ask(gateway.api, query)
  expect((await ask(gateway.api, query)).headers.get('cache-control')).toBe(expected)
})

it('a new supergraph begins without what was kept in the one before', async () => {
  const clock = await subgraph({ 'cache-control': 'max-age=60, public' })
  let sdl = composed(clock)
  const gateway = await begin(clock, { responseCacheBytes: mebibyte, read: async () => sdl })
  await ask(gateway.api, now)
  const before = await ask(gateway.api, now)
  sdl += '\n# another one'
  await gateway.reload()
  expect((await ask(gateway.api, now)).data).not.toEqual(before.data)
})
