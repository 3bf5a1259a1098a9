import { setInterval as every } from 'node:timers/promises'
import { afterEach, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { remoteUpstream } from '../upstreams/remote.ts'
import { serveFederation, type Federation } from './serve.ts'
import { ask, composed, federated, startHttpSubgraph, type HttpSubgraph } from './testing/http-subgraph.ts'
import { endpointsOf, upstreamsAt } from './upstreams.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0).toReversed()) await each.close()
})

const tick = async function* (): AsyncGenerator<{ ticked: number }> {
  let ticked = 0
  for await (const _ of every(5)) yield { ticked: ticked++ }
}

/** Fruits as of a version of the subgraph: later ones know more of them. */
async function fruits(further = ''): Promise<HttpSubgraph> {
  const sdl = `${federated('@key')} type Query { fruits: [Fruit!]! } type Subscription { ticked: Int }
    type Fruit @key(fields: "id") { id: ID! name: String ${further} }`
  const all = ['apple', 'pear', 'plum'].map((name, id) => ({ id, name, color: 'green', taste: 'sweet' }))
  const resolvers = { Query: { fruits: async () => all }, Subscription: { ticked: { subscribe: tick } } }
  const subgraph = await startHttpSubgraph({ name: 'fruits', sdl, resolvers })
  closing.push(subgraph)
  return subgraph
}

async function prices(): Promise<HttpSubgraph> {
  const sdl = `${federated('@key')} type Fruit @key(fields: "id") { id: ID! price: Int }`
  const resolvers = {
    Fruit: { __resolveReference: async ({ id }: { id: string }) => ({ id, price: 10 + Number(id) }) },
  }
  const subgraph = await startHttpSubgraph({ name: 'prices', sdl, resolvers })
  closing.push(subgraph)
  return subgraph
}

type Begun = Federation & { serve(sdl: string): Promise<void> }

async function begin(supergraphSdl: string): Promise<Begun> {
  let newest = supergraphSdl
  const federation = await serveFederation({
    supergraphSdl,
    read: async () => newest,
    upstreams: upstreamsAt(
      (sdl) => endpointsOf(sdl, new Map()),
      ({ name, url }) => remoteUpstream({ name, url }),
    ),
    liveLimits: { drainSpreadMs: 50 },
    host: '127.0.0.1',
    port: 0,
    log: createLog('test', 'silent'),
  })
  const begun = {
    ...federation,
    async serve(sdl: string) {
      newest = sdl
      await federation.reload()
    },
  }
  closing.push(begun)
  return begun
}

const both = '{ fruits { id name price } }'
const metric = async (url: string, name: string): Promise<number> => {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n')
  return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1])
}

it('clients that ask on and on see no failed request while the supergraph changes five times', async () => {
  const [first, second, priced] = [await fruits(), await fruits('color: String'), await prices()]
  const third = await fruits('color: String taste: String')
  const gateway = await begin(composed(first, priced))
  const api = `${gateway.url}/graphql`
  let [asked, on] = [0, true]
  const wrong: unknown[] = []
  const clients = Array.from({ length: 6 }, async (_, client) => {
    // Some ask what is known, others what nobody has asked before.
    for (let turn = 0; on; turn++) {
      const query = client % 2 === 0 ? both : `query Q${client}x${turn} ${both}`
      const { status, data, errors } = await ask(api, query)
      asked++
      if (status !== 200 || errors || JSON.stringify(data).length < 100) wrong.push({ status, data, errors })
    }
  })
  for (const [index, version] of [second, third, first, second, third].entries()) {
    const before = asked
    await gateway.serve(composed(version, priced))
    await waitFor(() => asked > before + 60, { timeoutMs: 20_000, everyMs: 5, what: 'requests in between' })
    expect(await metric(gateway.url, 'torihiki_generation')).toBe(index + 2)
  }
  on = false
  await Promise.all(clients)
  expect(wrong).toEqual([])
  expect((await ask(api, '{ fruits { color taste price } }')).data).toMatchObject({
    fruits: [{ taste: 'sweet', price: 10 }, {}, {}],
  })
  // The subgraph that stayed where it was kept its connections: no generation opened others.
  expect(priced.connections()).toBeLessThanOrEqual(6)
  await waitFor(() => gateway.supergraph.retiring.length === 0, {
    timeoutMs: 5_000,
    everyMs: 20,
    what: 'old ones to end',
  })
}, 60_000)

it('a request that is under way is answered by the generation that it began in', async () => {
  const [first, second] = [await fruits('taste: String'), await fruits()]
  const gateway = await begin(composed(first))
  const api = `${gateway.url}/graphql`
  await ask(api, '{ fruits { taste } }')
  first.hold(true)
  const slow = ask(api, '{ fruits { taste } }')
  await waitFor(() => first.requests.length === 2, { timeoutMs: 5_000, everyMs: 5, what: 'the fetch' })
  await gateway.serve(composed(second))
  expect((await ask(api, '{ fruits { taste } }')).errors?.[0]?.message).toContain('Cannot query field "taste"')
  expect((await ask(api, '{ fruits { id } }')).data).toMatchObject({ fruits: [{}, {}, {}] })
  expect(gateway.supergraph.retiring).toHaveLength(1)
  first.hold(false)
  expect((await slow).data).toMatchObject({ fruits: [{ taste: 'sweet' }, {}, {}] })
  await waitFor(() => gateway.supergraph.retiring.length === 0, {
    timeoutMs: 5_000,
    everyMs: 20,
    what: 'the old one to end',
  })
})

it('what was used most is ready in the new supergraph before anybody asks', async () => {
  const [first, second] = [await fruits(), await fruits('color: String')]
  const gateway = await begin(composed(first))
  for (let i = 0; i < 3; i++) await ask(`${gateway.url}/graphql`, 'query Often { fruits { id } }')
  await gateway.serve(composed(second))
  const { generation } = gateway.supergraph
  expect(generation.supergraphSdl).toBe(composed(second))
  expect(generation.known('query Often { fruits { id } }', null)).toMatchObject({ uses: 1 })
})

it('a supergraph that cannot be used changes nothing, and health and metrics tell of it', async () => {
  const first = await fruits()
  const sdl = composed(first)
  const gateway = await begin(sdl)
  const ready = async () => (await fetch(`${gateway.url}/health/ready`)).json()
  expect(await ready()).toMatchObject({ status: 'ready', supergraph: { generation: 1, fault: null } })
  for (const broken of ['type Query {', 'type Query { a: Int }', sdl.replace('type Query', 'type Question')]) {
    await gateway.serve(broken)
    const { supergraph } = (await ready()) as { supergraph: { generation: number; fault: string } }
    expect(supergraph.generation).toBe(1)
    expect(supergraph.fault.length).toBeGreaterThan(10)
    expect((await ask(`${gateway.url}/graphql`, '{ fruits { id } }')).data).toMatchObject({ fruits: [{}, {}, {}] })
  }
  expect(await metric(gateway.url, 'torihiki_supergraph_faulty')).toBe(1)
  expect(await metric(gateway.url, 'torihiki_supergraphs_refused_total')).toBe(3)
  await gateway.serve(sdl)
  expect(await ready()).toMatchObject({ supergraph: { generation: 1, fault: null } })
})

it('subscriptions go on in the generation that they began in until their clients have moved', async () => {
  const [first, second] = [await fruits(), await fruits('color: String')]
  const gateway = await begin(composed(first))
  const client = createClient({
    url: gateway.url.replace('http', 'ws') + '/graphql',
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const [events, ends]: [unknown[], unknown[]] = [[], []]
  const subscribe = (): void =>
    void client.subscribe(
      { query: 'subscription { ticked }' },
      {
        next: (event) => events.push(event),
        error: (error) => ends.push(error),
        complete: () => ends.push('complete'),
      },
    )
  subscribe()
  await waitFor(() => events.length > 2, { timeoutMs: 5_000, everyMs: 5, what: 'events' })
  await gateway.serve(composed(second))
  expect(gateway.supergraph.retiring).toHaveLength(1)
  await waitFor(() => ends.length > 0, { timeoutMs: 5_000, everyMs: 5, what: 'the client to be told' })
  expect(ends[0]).toMatchObject({ code: 1012 })
  const before = events.length
  subscribe()
  await waitFor(() => events.length > before + 2, { timeoutMs: 5_000, everyMs: 5, what: 'events of the new one' })
  await waitFor(() => gateway.supergraph.retiring.length === 0, {
    timeoutMs: 5_000,
    everyMs: 20,
    what: 'the old one to end',
  })
  await client.dispose()
})
