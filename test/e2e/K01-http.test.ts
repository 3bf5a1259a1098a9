import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { limitsFile, manyNewOperations } from '../support/limits-file.ts'
import { signIn } from '../support/parties.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { graphqlOverHttp, type Sent } from '../support/raw-http.ts'

let hub: TestHub
let send: (sent: Sent) => ReturnType<ReturnType<typeof graphqlOverHttp>>

beforeAll(async () => {
  hub = await startTestHub({ CLIENT_LIMITS: limitsFile(manyNewOperations) })
  send = graphqlOverHttp(hub.url)
})
afterAll(() => hub.close())

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const persisted = (text: string): object => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } })

describe.each(['new', 'known'])('GraphQL over HTTP, operations being %s', () => {
  const audits = serverAudits({
    url: () => `${hub.url}/graphql`,
    // A GET needs a header that no form can send; everything else goes as the audit has it.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(
        url,
        init.method === 'POST' ? init : { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } },
      ),
  })
  test.each(audits)('audit $id: $name', async ({ fn }) => {
    const { status, ...result } = await fn()
    expect({ status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok' })
  })
})

test('without the header of a preflight only GET fails the audits, none of which must or should hold', async () => {
  const results = await Promise.all(serverAudits({ url: `${hub.url}/graphql` }).map(({ fn }) => fn()))
  const failed = results.filter(({ status }) => status !== 'ok')
  expect(failed.map(({ id, status }) => [id, status])).toEqual([
    ['5A70', 'notice'],
    ['D6D5', 'notice'],
    ['6A70', 'notice'],
  ])
})

describe('the type of the answer', () => {
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/html, */*;q=0.5', 'application/json'],
    ['application/graphql-response+json, application/json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', 'application/json'],
    ['application/graphql-response+json;q=0.5, application/json;q=0.9', 'application/json'],
    ['application/graphql-response+json; charset=utf-8, application/json;q=0.9', 'application/graphql-response+json'],
  ])('accepting %s is %s', async (accept, type) => {
    const answer = await send({ body: { query: '{ __typename }' }, headers: accept === undefined ? {} : { accept } })
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  })

  test('is none of ours: 406', async () => {
    const answer = await send({ body: { query: '{ __typename }' }, headers: { accept: 'text/html' } })
    expect(answer.status).toBe(406)
  })
})

describe('what is not a request', () => {
  const query = '{ checkpoint { treeSize } }'
  test.each<[string, Sent, number, RegExp]>([
    ['a batch', { body: [{ query }, { query }] }, 400, /batches are not taken/],
    [
      'a multipart form',
      { raw: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      400,
      /forgery/,
    ],
    [
      'a multipart form with the header of a preflight',
      { raw: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': '1' } },
      415,
      /Files are not taken/,
    ],
    [
      'a form',
      { raw: `query=${query}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /forgery/,
    ],
    ['plain text', { raw: JSON.stringify({ query }), headers: { 'content-type': 'text/plain' } }, 400, /forgery/],
    [
      'plain text that calls itself JSON',
      { raw: JSON.stringify({ query }), headers: { 'content-type': 'text/plain; application/json' } },
      400,
      /forgery/,
    ],
    ['another encoding', { raw: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } }, 415, /UTF-8/],
    ['a GET without a header', { method: 'GET', search: { query } }, 400, /forgery/],
    ['a number', { raw: '7' }, 400, /JSON object/],
    [
      'a parameter twice',
      {
        method: 'GET',
        search: [
          ['query', query],
          ['query', query],
        ],
        asked: true,
      },
      400,
      /once/,
    ],
    [
      'variables that are not JSON',
      { method: 'GET', search: { query, variables: '{' }, asked: true },
      400,
      /valid JSON/,
    ],
  ])('%s is refused', async (_, sent, status, reason) => {
    const answer = await send(sent)
    expect(answer.status).toBe(status)
    expect(answer.errors?.[0]?.message).toMatch(reason)
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_REQUEST')
  })

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is refused with what is allowed', async (method) => {
    const answer = await send({ method, body: { query } })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST')
  })

  test('a mutation by GET is refused, new and known alike, and does nothing', async () => {
    const mutation = 'mutation ByGet { logOut(input: { refreshToken: "none" }) { __typename } }'
    const byGet: Sent = { method: 'GET', search: { query: mutation }, asked: true }
    for (const sent of [byGet, { body: { query: mutation } }, byGet]) {
      const answer = await send(sent)
      expect(answer.status).toBe('body' in sent ? 200 : 405)
      if (!('body' in sent)) expect(answer.errors?.[0]?.extensions.code).toBe('METHOD_NOT_ALLOWED')
    }
  })
})

describe('automatic persisted queries', () => {
  test.each([
    ['by POST', (body: object): Sent => ({ body })],
    [
      'by GET',
      (body: object): Sent => ({
        method: 'GET',
        asked: true,
        search: Object.fromEntries(
          Object.entries(body).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ),
      }),
    ],
  ])('are asked for %s by their hash once their text was sent', async (how, sent) => {
    const query = `query ${how.includes('GET') ? 'G' : 'P'} { checkpoint { treeSize } }`
    const unknown = await send(sent({ extensions: persisted(query) }))
    expect(unknown).toMatchObject({ status: 200, errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
    expect((await send(sent({ query, extensions: persisted(query) }))).data).toHaveProperty('checkpoint')
    expect((await send(sent({ extensions: persisted(query) }))).data).toHaveProperty('checkpoint')
    expect((await send(sent({ extensions: persisted(query), variables: { ignored: 1 } }))).data).toHaveProperty(
      'checkpoint',
    )
  })

  test('a text is not kept under a hash that is not its own, nor when it is not valid', async () => {
    const query = 'query Poison { checkpoint { treeSize } }'
    const poison = { body: { query: 'query Poison { checkpoint { rootHash } }', extensions: persisted(query) } }
    expect(await send(poison)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
    expect((await send({ body: { extensions: persisted(query) } })).errors?.[0]?.message).toBe('PersistedQueryNotFound')
    const wrong = '{ nothingOfTheKind }'
    await send({ body: { query: wrong, extensions: persisted(wrong) } })
    expect((await send({ body: { extensions: persisted(wrong) } })).errors?.[0]?.message).toBe('PersistedQueryNotFound')
  })

  test.each([
    [{ version: 2, sha256Hash: sha256('') }, /version 1/],
    [{ version: 1, sha256Hash: '../../etc/passwd' }, /64 hexadecimal digits/],
    [{ version: 1, sha256Hash: '__proto__' }, /64 hexadecimal digits/],
    ['text', /must be an object/],
  ])('what is not a hash is refused: %j', async (persistedQuery, reason) => {
    const answer = await send({ body: { extensions: { persistedQuery } } })
    expect(answer.status).toBe(400)
    expect(answer.errors?.[0]?.message).toMatch(reason)
  })
})

test('a known operation is answered as it was when it was new, with and without its name', async () => {
  const admin = await signIn(hub.url, 'admin', hub.environment['ADMIN_PASSWORD'])
  const authorization = `Bearer ${admin.token}`
  const query =
    'query Alike($first: Int!) { viewer { member { name } } members(first: $first) { edges { node { name } } } }'
  for (const operationName of [undefined, 'Alike'])
    for (const variables of [{ first: 1 }, {}, { first: 'many' }, { first: 5_000 }]) {
      const sent: Sent = {
        body: { query: `${query} # ${operationName}`, variables, operationName },
        headers: { authorization },
      }
      const [first, second] = [await send(sent), await send(sent)]
      expect({ ...second, headers: null }).toEqual({ ...first, headers: null })
    }
})
