import { buildSubgraphSchema } from '@apollo/subgraph'
import { afterEach, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { parse } from 'graphql'
import { serveFederation, type Federation } from '../standalone/serve.ts'
import { composed, federated } from '../standalone/testing/http-subgraph.ts'
import { localUpstream } from '../upstreams/local.ts'
import { until } from './testing/live-tests.ts'
import { liveLimits } from './limits.ts'
import { RawSocket } from './testing/raw-socket.ts'

let gateway: Federation | null = null
const sockets: RawSocket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.end()
  await gateway?.close()
})

const events = liveLimits.resolvedAhead * 3
const feeds = {
  name: 'feeds',
  url: 'http://feeds',
  sdl: `${federated('@key')} type Query { feeds: Int } type Subscription { added: Item! } type Item @key(fields: "id") { id: ID! }`,
}
const names = {
  name: 'names',
  url: 'http://names',
  sdl: `${federated('@key')} type Query { names: Int } type Item @key(fields: "id") { id: ID! name: String }`,
}

/** A subgraph in this process. */
function upstream({ name, sdl }: typeof feeds, resolvers: object): ReturnType<typeof localUpstream> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }] as never)
  return localUpstream({ name, schema, context: () => ({}) }, createLog('test', 'silent'))
}

it('events are resolved ahead in parallel, as many as may be, and delivered to each subscriber in their order', async () => {
  let [waiting, most]: [(() => void)[], number] = [[], 0]
  /** Another subgraph, which answers nothing before as many ask as may at once; then who asked last is answered first. */
  const name = ({ id }: { id: string }) =>
    new Promise((resolve) => {
      waiting.push(() => resolve(`name ${id}`))
      most = Math.max(most, waiting.length)
      if (waiting.length < liveLimits.resolvedAhead) return
      const all = waiting.toReversed()
      waiting = []
      const next = (): void => {
        all.shift()?.()
        if (all.length > 0) setImmediate(next)
      }
      next()
    })
  const added = {
    async *subscribe() {
      for (let id = 1; id <= events; id++) yield { added: { id } }
    },
  }
  gateway = await serveFederation({
    supergraphSdl: composed(feeds, names),
    upstreams: [upstream(feeds, { Subscription: { added } }), upstream(names, { Item: { name } })],
    host: '127.0.0.1',
    port: 0,
    log: createLog('test', 'silent'),
  })
  for (let i = 0; i < 3; i++) sockets.push(await new RawSocket(gateway.url).acknowledged())
  for (const socket of sockets) socket.subscribe('1', 'subscription { added { id name } }')
  await until('all of it', () => sockets.every((socket) => socket.of('1').at(-1)?.type === 'complete'))
  const inOrder = Array.from({ length: events }, (_, i) => ({ added: { id: `${i + 1}`, name: `name ${i + 1}` } }))
  for (const socket of sockets)
    expect(socket.of('1').flatMap(({ payload }) => (payload?.data ? [payload.data as unknown] : []))).toEqual(inOrder)
  expect(most).toBe(liveLimits.resolvedAhead)
})
