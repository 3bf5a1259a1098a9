import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { createClient, type SubscribePayload } from 'graphql-ws'
import { WebSocket } from 'ws'
import { signatureHeader, signedOperation, signRequest } from '../identity/signing.ts'
import { createLog } from '../log.ts'
import { serveSubgraph } from './subgraph-server.ts'
import type { Subgraph, SubgraphContext } from './subgraph.ts'

const hubSecret = 'a secret for tests that is long enough for anybody'
const identity = { actor: { memberId: 'm-1', roles: ['BUYER'], sessionId: 's-1' }, requestId: 'r-1' }
const body = JSON.stringify({ query: '{ whoAmI }' })

const whoAmI = {
  type: GraphQLString,
  resolve: (_root: unknown, _args: unknown, context: SubgraphContext) => context.actor?.memberId ?? 'nobody',
}
const echoField = {
  type: GraphQLString,
  args: { text: { type: GraphQLString } },
  resolve: (_root: unknown, { text }: { text?: string }) => text,
}
const subgraph: Subgraph = {
  name: 'listings',
  schema: new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { whoAmI, echo: echoField } }) }),
  context: (given) => ({ ...given, services: null }),
}

let server: Awaited<ReturnType<typeof serveSubgraph>>
beforeAll(async () => {
  server = await serveSubgraph(subgraph, { host: '127.0.0.1', port: 0, hubSecret, log: createLog('test', 'silent') })
})
afterAll(() => server.close())

const post = (text: string, signature?: string): Promise<Response> =>
  fetch(server.url, { method: 'POST', body: text, headers: signature ? { [signatureHeader]: signature } : {} })

test('a signed request is answered, as the actor that was signed', async () => {
  const response = await post(body, await signRequest(hubSecret, 'listings', body, identity))
  expect(await response.json()).toEqual({ data: { whoAmI: 'm-1' } })
})

test.each([
  ['no signature', async () => post(body)],
  [
    "another hub's",
    async () =>
      post(body, await signRequest('another secret altogether, as long as it is', 'listings', body, identity)),
  ],
  ["another subgraph's", async () => post(body, await signRequest(hubSecret, 'members', body, identity))],
  [
    "another body's",
    async () => post(body.replace('whoAmI', '__typename'), await signRequest(hubSecret, 'listings', body, identity)),
  ],
  ['the schema for everybody', async () => post(JSON.stringify({ query: '{ _service { sdl } }' }))],
])('a request with %s is refused', async (_what, send) => {
  expect((await send()).status).toBe(401)
})

test('a request is taken once: its replay is refused', async () => {
  const signature = await signRequest(hubSecret, 'listings', body, identity)
  expect((await post(body, signature)).status).toBe(200)
  expect((await post(body, signature)).status).toBe(401)
})

/** Asks over WebSocket and gives the data, or the first error's message. */
async function overSocket(payload: SubscribePayload, signed: string): Promise<unknown> {
  const socket = createClient({ url: server.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
  const signature = await signRequest(hubSecret, 'listings', signed, identity)
  try {
    return await new Promise((resolve, reject) => {
      socket.subscribe(
        { ...payload, extensions: { [signatureHeader]: signature } },
        {
          next: ({ data }) => resolve(data),
          error: (error) =>
            Array.isArray(error) ? resolve((error as { message: string }[])[0]?.message) : reject(error),
          complete: () => undefined,
        },
      )
    })
  } finally {
    await socket.dispose()
  }
}

const echo = {
  query: 'query Echo($text: String) { echo(text: $text) }',
  variables: { text: 'mine' },
  operationName: 'Echo',
}
const notSigned = 'The request is not signed by the gateway.'

test.each<[string, SubscribePayload, unknown]>([
  ['itself', echo, { echo: 'mine' }],
  ['other variables', { ...echo, variables: { text: 'theirs' } }, notSigned],
  ['no variables', { query: echo.query, operationName: 'Echo' }, notSigned],
  ['another operation of the document', { ...echo, operationName: 'Other' }, notSigned],
  ['another query', { ...echo, query: 'query Echo($text: String) { whoAmI echo(text: $text) }' }, notSigned],
])(
  'over WebSocket a signature is of the query, its variables and its name: sent with %s',
  async (_, payload, outcome) => {
    expect(await overSocket(payload, signedOperation(echo))).toEqual(outcome)
  },
)

test('over WebSocket a signature of the query alone is refused', async () => {
  expect(await overSocket(echo, echo.query)).toBe(notSigned)
})
