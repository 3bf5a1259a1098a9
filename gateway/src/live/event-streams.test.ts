import { request } from 'node:http'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createClient } from 'graphql-sse'
import { EventStream } from './testing/event-stream.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { token } from './testing/stage.ts'

const live = new LiveTests()
const streams: EventStream[] = []
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.end()
  await live.end()
})

const ask = async (
  body: object | string | Buffer,
  options: { headers?: Record<string, string>; method?: string; path?: string } = {},
) => {
  const stream = await EventStream.open(`${live.stage?.url}${options.path ?? '/graphql'}`, body, options)
  streams.push(stream)
  return stream
}
const notesOf = (list: string, after?: string) => ({ query: notesAdded, variables: { list, after } })

describe('an event stream of one operation', () => {
  it('brings the events of a subscription, asked for by POST or by GET', async () => {
    const { notes, live: gateway } = await live.begin()
    const posted = await ask(notesOf('a'))
    const search = new URLSearchParams({ query: notesAdded, variables: '{"list":"a"}' })
    const gotten = await ask('', { method: 'GET', path: `/graphql?${search}` })
    for (const stream of [posted, gotten]) {
      expect(stream.status).toBe(200)
      expect(stream.type).toBe('text/event-stream; charset=utf-8')
      await until('the start', () => stream.events.length === 1)
    }
    await until('one group', () => gateway.figures().groups === 1)
    notes.write('a', 'é\n"x"')
    await until('the note', () => posted.events.length === 2 && gotten.events.length === 2)
    expect(posted.events[1]).toEqual({
      event: 'next',
      data: { data: { noteAdded: { cursor: 'a#1', kind: 'NOTE', number: 1, text: 'é\n"x"' } } },
    })
    expect(gateway.figures()).toMatchObject({ eventStreams: 2, operations: 2 })
    notes.endAll()
    await until('the ends', () => posted.ended && gotten.ended)
    expect(posted.events.at(-1)).toEqual({ event: 'complete', data: null })
    await until('the streams to be gone', () => gateway.figures().eventStreams === 0)
  })

  it('shares its feed with sockets', async () => {
    const { notes } = await live.begin()
    const socket = await live.connect(token('m'))
    const stream = await ask(notesOf('a'), { headers: { authorization: token('m') } })
    socket.subscribe('1', notesAdded, { list: 'a' })
    await until('the starts', () => stream.events.length === 1 && socket.of('1').length === 1)
    await until('one upstream', () => notes.open === 1)
    const before = notes.resolved
    notes.write('a', 'x')
    await until('the notes', () => stream.events.length === 2 && socket.of('1').length === 2)
    expect(notes.resolved).toBe(before + 1)
  })

  it('runs queries, and mutations by POST alone', async () => {
    await live.begin()
    const query = await ask({ query: '{ echo(text: "x") }' })
    await until('the answer', () => query.ended)
    expect(query.events).toEqual([
      { event: 'next', data: { data: { echo: 'x' } } },
      { event: 'complete', data: null },
    ])
    const mutation = 'mutation { write(list: "a", text: "x") }'
    const posted = await ask({ query: mutation })
    await until('the answer', () => posted.ended)
    expect(posted.events[0]?.data).toEqual({ data: { write: 1 } })
    const gotten = await ask('', { method: 'GET', path: `/graphql?${new URLSearchParams({ query: mutation })}` })
    await until('the refusal', () => gotten.ended)
    expect(gotten.events[0]?.data).toMatchObject({ errors: [{ message: 'Mutations are sent by POST.' }] })
    const named = await ask({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } })
    await until('an answer that is about the document', () => named.ended)
    expect(named.status).toBe(200)
  })

  it('tells what is wrong with an operation in the stream, and with a request by its status', async () => {
    await live.begin({ allowedOrigins: [] })
    const invalid = await ask({ query: '{ nothing }' })
    await until('the end', () => invalid.ended)
    expect(invalid.events).toMatchObject([{ event: 'next', data: { errors: [{}] } }, { event: 'complete' }])
    const statuses = await Promise.all([
      ask('{'),
      ask({}),
      ask({ query: 'x'.repeat(70_000) }),
      ask({ query: '{ __typename }' }, { headers: { authorization: 'Bearer nonsense' } }),
      ask({ query: '{ __typename }' }, { headers: { origin: 'https://foe.example' } }),
      ask('query', { headers: { 'content-type': 'text/plain' } }),
      ask('', { method: 'PATCH' }),
      ask('{"query":"{ __typename }"}', { headers: { 'content-type': 'application/json; charset=utf-16' } }),
      ask(Buffer.from('{"query":"{ __typename } #\xc3("}', 'latin1')),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 413, 401, 403, 415, 405, 415, 400])
    expect(JSON.parse(statuses[2]?.text ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'messageBytes', used: 70_012, allowed: 65_536 } }],
    })
  })

  it('counts like a socket, ends with its token, and is ended when its member is checked again', async () => {
    const { live: gateway } = await live.begin({ limits: { socketsPerMember: 2 } })
    const short = await ask(notesOf('a'), { headers: { authorization: token('m', [], 500) } })
    await live.connect(token('m'))
    const third = await ask(notesOf('a'), { headers: { authorization: token('m') } })
    expect([third.status, JSON.parse(third.text)]).toMatchObject([
      429,
      { errors: [{ extensions: { limit: 'socketsPerMember', used: 3, allowed: 2 } }] },
    ])
    await until('the token to expire', () => short.ended)
    expect(short.events.some(({ event }) => event === 'complete')).toBe(false)
    const again = await ask(notesOf('a'), { headers: { authorization: token('m') } })
    gateway.recheck('m')
    await until('the stream to be ended', () => again.ended)
  })

  it('finds out who asks when all of the request is there: a body that is long in coming outlives no token', async () => {
    const { notes, url } = await live.begin()
    const [authorization, expiry] = [token('m', [], 300), Date.now() + 300]
    const body = JSON.stringify({ query: 'mutation { write(list: "a", text: "late") }' })
    const sent = request(`${url}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization },
    })
    const status = new Promise((resolve) => sent.once('response', (response) => resolve(response.statusCode)))
    sent.write(body.slice(0, 10))
    await until('the token to expire', () => Date.now() > expiry)
    sent.end(body.slice(10))
    expect(await status).toBe(401)
    const stream = await ask(notesOf('a'))
    await until('the start', () => stream.events.length === 1)
    expect([stream.events[0]?.data, notes.open]).toMatchObject([{ data: { noteAdded: { cursor: 'a#0' } } }, 1])
  })

  it('that is left by its client ends its upstream', async () => {
    const { notes } = await live.begin()
    const stream = await ask(notesOf('a'))
    await until('the start', () => stream.events.length === 1)
    stream.end()
    await until('the upstream to end', () => notes.open === 0)
  })

  it('whose client stops reading is held back, and cut off when it takes nothing at all', async () => {
    const { notes, live: gateway } = await live.begin({
      limits: { stalledMs: 200, bufferedBytes: 256 * 1024, pingMs: 5_000 },
    })
    const stream = await ask(notesOf('a'))
    await until('the start', () => stream.events.length === 1)
    stream.pause()
    notes.write('a', ...Array.from({ length: 2_000 }, () => 'x'.repeat(16_000)))
    await until('it to be cut', () => gateway.figures().eventStreams === 0 && notes.open === 0)
    expect(notes.resolved).toBeLessThan(2_000)
    expect(gateway.figures().overflows).toBe(1)
  }, 30_000)
})

describe('the client of graphql-sse', () => {
  it('works with a stream for each operation', async () => {
    const { notes } = await live.begin()
    const client = createClient({
      url: `${live.stage?.url}/graphql`,
      headers: { authorization: token('m') },
      retryAttempts: 0,
    })
    const events = client.iterate({ query: notesAdded, variables: { list: 'a' } })
    expect(await events.next()).toMatchObject({ value: { data: { noteAdded: { kind: 'STARTED' } } } })
    notes.write('a', 'hello')
    expect(await events.next()).toMatchObject({ value: { data: { noteAdded: { text: 'hello' } } } })
    notes.endAll()
    expect(await events.next()).toMatchObject({ done: true })
    client.dispose()
  })

  it('works with one stream for all operations', async () => {
    const { notes, live: gateway } = await live.begin()
    const client = createClient({
      url: `${live.stage?.url}/graphql/stream`,
      headers: () => ({ authorization: token('m') }),
      singleConnection: true,
      retryAttempts: 0,
    })
    const [a, b] = ['a', 'b'].map((list) => client.iterate({ query: notesAdded, variables: { list } }))
    expect(await a?.next()).toMatchObject({ value: { data: { noteAdded: { cursor: 'a#0' } } } })
    expect(await b?.next()).toMatchObject({ value: { data: { noteAdded: { cursor: 'b#0' } } } })
    expect(gateway.figures()).toMatchObject({ eventStreams: 1, operations: 2 })
    notes.write('b', 'hello')
    expect(await b?.next()).toMatchObject({ value: { data: { noteAdded: { text: 'hello' } } } })
    await a?.return?.()
    await until('one to be gone', () => gateway.figures().operations === 1)
    client.dispose()
    await until('all to be gone', () => gateway.figures().eventStreams === 0 && notes.open === 0)
  })
})
