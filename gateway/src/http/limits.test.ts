import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { afterEach, describe, expect, it } from '@jest/globals'
import { EventStream } from '../live/testing/event-stream.ts'
import { RawSocket } from '../live/testing/raw-socket.ts'
import { plainLimits, type CallerLimits, type Limits } from '../limits/caller-limits.ts'
import { operationLimits } from '../limits/operation-limits.ts'
import { startSmallGateway } from './testing/small-gateway.ts'

let gateway: Awaited<ReturnType<typeof startSmallGateway>> | null = null

afterEach(async () => {
  await gateway?.close()
  gateway = null
})

type Answer = {
  status: number
  retryAfter: string | null
  data?: Record<string, unknown>
  extensions?: Record<string, unknown>
  errors?: { message: string; extensions: Record<string, unknown> }[]
}

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${gateway?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const { status } = response
  return { status, retryAfter: response.headers.get('retry-after'), ...((await response.json()) as object) }
}

/** Limits for everybody, of whom nobody has own ones. */
function limits(some: Partial<Limits>): CallerLimits {
  const everybody = { ...plainLimits, ...some }
  return { everybody, notSignedIn: everybody, members: new Map(), clients: new Map() }
}

/** The answers to the same request over a WebSocket, an event stream of its own, and one that it shares. */
async function askLive(query: string, variables: object): Promise<{ data?: unknown; errors?: Answer['errors'] }[]> {
  const url = `${gateway?.url}/graphql`
  const socket = await new RawSocket(gateway?.url ?? '').acknowledged()
  socket.send({ type: 'subscribe', id: '1', payload: { query, variables } })
  const { type, payload } = await socket.until('the answer', ({ id }) => id === '1')
  socket.end()
  const stream = await EventStream.open(url, { query, variables })
  await waitFor(() => stream.ended, { timeoutMs: 5_000, everyMs: 5, what: 'the end of the stream' })
  const { text: token } = await EventStream.open(`${url}/stream`, '', { method: 'PUT' })
  const headers = { accept: 'application/json', 'x-graphql-event-stream-token': token }
  const shared = await EventStream.open(
    `${url}/stream`,
    { query, variables, extensions: { operationId: '1' } },
    { headers },
  )
  const answers = [type === 'error' ? { errors: payload } : payload, stream.events[0]?.data, JSON.parse(shared.text)]
  return answers as Awaited<ReturnType<typeof askLive>>
}

const repeated = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ')
const deep = (levels: number): object => (levels === 0 ? {} : { within: deep(levels - 1) })
const cyclic = `query { things(first: 1) { ${'next { '.repeat(20)} id ${'}'.repeat(20)} } }`
const bomb = `{ things(first: 1) { ...F0 } } ${repeated(20, (i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Thing { id }`

describe('a document that asks for too much is refused with the limit, what was used and what is allowed', () => {
  it.each<[keyof typeof operationLimits | 'cost', string, object, number]>([
    ['tokens', `{ things(first: 1) { ${repeated(4_000, () => 'id')} } }`, {}, 4_010],
    ['depth', cyclic, {}, 17],
    ['aliases', `{ ${repeated(51, (i) => `a${i}: echo`)} }`, {}, 51],
    ['rootFields', `mutation { ${repeated(11, () => 'leave')} }`, {}, 11],
    ['rootFields', `mutation { ...F ...F } fragment F on Mutation { ${repeated(6, () => 'leave')} }`, {}, 12],
    ['fields', `{ things(first: 1) { ${repeated(1_001, () => 'id')} } }`, {}, 1_001],
    ['fields', bomb, {}, 1_001],
    ['directives', `{ echo ${repeated(51, () => '@skip(if: false)')} }`, {}, 51],
    ['variableDepth', 'query ($f: Form) { echo(form: $f) }', { f: deep(33) }, 33],
    ['cost', 'query ($n: Int!) { things(first: $n) { next { id } } }', { n: 10_001 }, 20_002],
  ])('%s', async (limit, query, variables, used) => {
    gateway = await startSmallGateway()
    const allowed = limit === 'cost' ? 20_000 : operationLimits[limit]
    // Twice: what is refused by its variables is known the second time.
    for (let i = 0; i < 2; i++) {
      const { status, data, errors } = await ask(query, variables)
      expect({ status, data }).toEqual({ status: 200, data: undefined })
      expect(errors?.map(({ extensions }) => extensions)).toContainEqual({
        code: 'LIMIT_EXCEEDED',
        limit,
        used,
        allowed,
      })
    }
    for (const { data, errors } of await askLive(query, variables)) {
      expect(data).toBeUndefined()
      expect(errors?.map(({ extensions }) => extensions)).toContainEqual({
        code: 'LIMIT_EXCEEDED',
        limit,
        used,
        allowed,
      })
    }
  })

  it.each<[string, string, object, string]>([
    ['a value of another type', 'query ($f: Form) { echo(form: $f) }', { f: { count: 'x' } }, 'BAD_USER_INPUT'],
    ['half a character', 'query ($f: Form) { echo(form: $f) }', { f: { text: 'a\ud800b' } }, 'BAD_USER_INPUT'],
    ['a null byte', 'query ($f: Form) { echo(form: $f) }', { f: { text: 'a\u0000b' } }, 'BAD_USER_INPUT'],
    ['a field that is not there', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['entities of subgraphs', '{ _entities(representations: []) { __typename } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['what is no GraphQL', '{', {}, 'GRAPHQL_PARSE_FAILED'],
  ])('%s is refused alike over every protocol', async (_, query, variables, code) => {
    gateway = await startSmallGateway()
    for (const { data, errors } of [await ask(query, variables), ...(await askLive(query, variables))]) {
      expect(data).toBeUndefined()
      expect(errors?.[0]?.extensions['code']).toBe(code)
    }
  })

  it('and the same operation runs with smaller variables', async () => {
    gateway = await startSmallGateway()
    const query = 'query ($n: Int!) { things(first: $n) { next { id } } }'
    expect((await ask(query, { n: 10_001 })).errors).toHaveLength(1)
    expect((await ask(query, { n: 2 })).data?.['things']).toHaveLength(2)
    expect((await ask(query, { n: 10_001 })).errors).toHaveLength(1)
  })

  it('requestBytes, and the connection is closed', async () => {
    gateway = await startSmallGateway()
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ echo } # ${'x'.repeat(110_000)}` }),
    })
    expect(response.status).toBe(413)
    expect(response.headers.get('connection')).toBe('close')
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'requestBytes', used: 102_401, allowed: 102_400 } }],
    })
  })

  it('one slicing argument exactly, where the schema wants it', async () => {
    gateway = await startSmallGateway()
    expect((await ask('{ sliced { id } }')).errors?.[0]).toMatchObject({
      message: 'Give exactly one of first, last to `sliced`.',
      extensions: { code: 'BAD_USER_INPUT' },
    })
    expect((await ask('{ sliced(first: 1) { id } }')).data).toEqual({ sliced: [] })
  })
})

describe('a rate that is used up is refused with when to come again', () => {
  it.each<[keyof Limits, Partial<Limits>, number, Record<string, unknown>]>([
    ['requestsPerMinute', { requestsPerMinute: 3 }, 3, { used: 4, allowed: 3 }],
    ['costPerMinute', { costPerMinute: 25 }, 2, { used: 30, allowed: 25 }],
    [
      'fieldsPerMinute',
      { fieldsPerMinute: { 'Mutation.enter': 2 } },
      2,
      { used: 3, allowed: 2, field: 'Mutation.enter' },
    ],
  ])('%s', async (limit, some, before, figures) => {
    gateway = await startSmallGateway({ limits: limits(some) })
    const enter = 'mutation { enter(name: "x") }'
    for (let i = 0; i < before; i++) expect((await ask(enter)).data).toEqual({ enter: true })
    const { status, retryAfter, errors } = await ask(enter)
    expect(status).toBe(429)
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      limit,
      retryAfterSeconds: Number(retryAfter),
      ...figures,
    })
    expect(Number(retryAfter)).toBeGreaterThan(0)
  })

  it('newOperationsPerMinute, and known ones still run', async () => {
    gateway = await startSmallGateway({ limits: limits({ newOperationsPerMinute: 2 }) })
    for (const name of ['A', 'B']) expect((await ask(`query ${name} { echo }`)).status).toBe(200)
    const { status, errors } = await ask('query C { echo }')
    expect(status).toBe(429)
    expect(errors?.[0]?.extensions).toMatchObject({ limit: 'newOperationsPerMinute', used: 3, allowed: 2 })
    expect((await ask('query A { echo }')).data).toEqual({ echo: null })
  })

  it('aliases of one request count each', async () => {
    gateway = await startSmallGateway({ limits: limits({ fieldsPerMinute: { 'Mutation.enter': 5 } }) })
    const guesses = `mutation { ${repeated(6, (i) => `g${i}: enter(name: "${i}")`)} }`
    expect((await ask(guesses)).errors?.[0]?.extensions).toMatchObject({ used: 6, allowed: 5, field: 'Mutation.enter' })
  })

  it('is one for all protocols together', async () => {
    gateway = await startSmallGateway({ limits: limits({ requestsPerMinute: 3 }) })
    expect((await ask('{ echo }')).status).toBe(200)
    const [socket, stream, shared] = await askLive('{ echo }', {})
    expect([socket, stream]).toEqual([{ data: { echo: null } }, { data: { echo: null } }])
    expect(shared?.errors?.[0]?.extensions).toMatchObject({ limit: 'requestsPerMinute', used: 4, allowed: 3 })
    const refused = { limit: 'requestsPerMinute', used: 4, allowed: 3, retryAfterSeconds: expect.any(Number) }
    for (const { errors } of [await ask('{ echo }'), ...(await askLive('{ echo }', {}))])
      expect(errors?.[0]?.extensions).toMatchObject(refused)
  })

  it('is one of each member and of each address behind the proxies, whatever the client claims', async () => {
    gateway = await startSmallGateway({ limits: limits({ requestsPerMinute: 1 }), proxies: 1 })
    const from = (headers: Record<string, string>) => ask('{ echo }', {}, headers).then(({ status }) => status)
    expect(await from({ authorization: 'm1' })).toBe(200)
    expect(await from({ authorization: 'm1', 'x-forwarded-for': '203.0.113.9' })).toBe(429)
    expect(await from({ authorization: 'm2' })).toBe(200)
    expect(await from({ 'x-forwarded-for': '203.0.113.1' })).toBe(200)
    expect(await from({ 'x-forwarded-for': '198.51.100.7, 203.0.113.1' })).toBe(429)
    expect(await from({ 'x-forwarded-for': '2001:db8:1:2::1' })).toBe(200)
    expect(await from({ 'x-forwarded-for': '2001:db8:1:2:ffff::9' })).toBe(429)
    expect(await from({ 'x-forwarded-for': '2001:db8:1:3::1' })).toBe(200)
  })
})

describe('limits of single callers', () => {
  const file = (text: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'limits-')), 'limits.json')
    writeFileSync(path, text)
    return path
  }
  const query = '{ things(first: 100) { id } }'

  it('come from a file, a member’s higher or lower, a client’s only lower, and anew when it changes', async () => {
    const limitsFile = file(
      JSON.stringify({
        everybody: { cost: 50 },
        members: { m1: { cost: 500 } },
        clients: { slow: { cost: 60 }, greedy: { cost: 10_000 } },
      }),
    )
    gateway = await startSmallGateway({ limitsFile })
    const allowed = async (headers: Record<string, string>): Promise<unknown> =>
      (await ask(query, {}, headers)).errors?.[0]?.extensions['allowed'] ?? 'all'
    expect(await allowed({ authorization: 'm2' })).toBe(50)
    expect(await allowed({ authorization: 'm1' })).toBe('all')
    expect(await allowed({ authorization: 'm1', 'apollographql-client-name': 'slow' })).toBe(60)
    expect(await allowed({ authorization: 'm2', 'x-torihiki-client': 'greedy' })).toBe(50)
    writeFileSync(limitsFile, '{"everybody": {"cost": "much"}}')
    writeFileSync(limitsFile, JSON.stringify({ everybody: { cost: 70 } }))
    await waitFor(async () => (await allowed({ authorization: 'm1' })) === 70, {
      timeoutMs: 10_000,
      everyMs: 50,
      what: 'the file to be read again',
    })
  })

  it.each([
    ['{', /limits\.json cannot be used: it is not JSON/],
    ['{"everybody": {"depth": 99}}', /everybody\.depth: It can be lowered, and 16 is the most/],
    ['{"members": {"m1": {"cost": 0}}}', /members\.m1\.cost: It must be 1 or more/],
    ['{"clients": {"c": {"coast": 5}}}', /clients\.c: Unrecognized key: "coast"/],
    [
      '{"everybody": {"fieldsPerMinute": {"logIn": 5}}}',
      /everybody\.fieldsPerMinute\.logIn: Fields are of the form Mutation\.fieldName/,
    ],
  ])('keep a gateway from starting when they cannot be used: %s', async (text, sentence) => {
    await expect(startSmallGateway({ limitsFile: file(text) })).rejects.toThrow(sentence)
  })

  it('keep a gateway from starting when there is no such file', async () => {
    await expect(startSmallGateway({ limitsFile: '/nowhere/limits.json' })).rejects.toThrow(/there is no file/)
  })
})

it('what an operation costs is told on demand, new and known', async () => {
  gateway = await startSmallGateway()
  const explain = { 'x-torihiki-explain': 'cost' }
  const query = 'query ($n: Int!) { things(first: $n) { id } }'
  for (const n of [3, 4]) {
    const answer = await ask(query, { n }, explain)
    expect(answer.extensions).toEqual({ cost: { requested: n, allowed: 20_000 } })
    expect(answer.data?.['things']).toHaveLength(n)
  }
  expect((await ask(query, { n: 5 })).extensions).toBeUndefined()
  const refused = await ask(query, { n: 20_001 }, explain)
  expect(refused.extensions).toEqual({ cost: { requested: 20_001, allowed: 20_000 } })
})

it('a subscription by plain HTTP is told where the socket is, new and known', async () => {
  gateway = await startSmallGateway()
  for (let i = 0; i < 2; i++)
    expect(await ask('subscription { ticked }')).toMatchObject({
      status: 405,
      errors: [{ extensions: { code: 'SUBSCRIPTION_NEEDS_SOCKET' } }],
    })
})
