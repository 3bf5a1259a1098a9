import { afterEach, describe, expect, it } from '@jest/globals'
import { EventStream } from './testing/event-stream.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { token } from './testing/stage.ts'

const live = new LiveTests()
const streams: EventStream[] = []
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.end()
  await live.end()
})

const path = '/graphql/stream'
type Headers = Record<string, string>

const ask = async (method: string, body: object | string, headers: Headers, at = path): Promise<EventStream> => {
  const stream = await EventStream.open(`${live.stage?.url}${at}`, body, { method, headers })
  streams.push(stream)
  return stream
}
const reserve = (authorization = token('m')): Promise<EventStream> => ask('PUT', '', { authorization })
/** What goes with every request for a stream. */
const reserved = async (authorization = token('m')): Promise<Headers> => ({
  authorization,
  'x-graphql-event-stream-token': (await reserve(authorization)).text,
})
const open = (headers: Headers): Promise<EventStream> => ask('GET', '', headers)
const post = (headers: Headers, id: string | null, query = notesAdded, variables: object = { list: 'a' }) =>
  ask('POST', { query, variables, extensions: { operationId: id } }, { ...headers, accept: 'application/json' })
const remove = (headers: Headers, id: string) =>
  ask('DELETE', '', { ...headers, accept: '*/*' }, `${path}?operationId=${id}`)
const errorOf = ({ text }: EventStream): unknown => (JSON.parse(text) as { errors: unknown[] }).errors[0]

describe('an event stream of several operations', () => {
  it('is reserved, opened once, and serves only whom it was reserved for', async () => {
    await live.begin()
    const headers = await reserved()
    const theirs = { ...headers, authorization: token('n') }
    expect((await open(theirs)).status).toBe(404)
    const opened = await open(headers)
    expect(opened.status).toBe(200)
    expect((await open(headers)).status).toBe(409)
    expect((await open(theirs)).status).toBe(404)
    expect((await post(headers, null)).status).toBe(400)
    expect((await post(theirs, '1')).status).toBe(404)
    expect((await post(headers, '1')).status).toBe(202)
    expect((await post(headers, '1')).status).toBe(409)
    await until('the start', () => opened.events.length === 1)
    expect(opened.events[0]?.data).toMatchObject({ id: '1', payload: { data: { noteAdded: { kind: 'STARTED' } } } })
    expect((await remove(headers, '1')).status).toBe(200)
    await until('the upstream to end', () => live.stage?.notes.open === 0)
  })

  it('takes operations from its reservation on: what they bring before it is opened waits for it', async () => {
    const { notes } = await live.begin()
    const headers = await reserved()
    expect((await post(headers, 'feed')).status).toBe(202)
    expect((await post(headers, 'query', '{ echo(text: "x") }', {})).status).toBe(202)
    await until('the upstream', () => notes.open === 1)
    notes.write('a', 'one')
    const opened = await open(headers)
    await until('all of it', () => opened.events.length === 4)
    const of = (id: string) => opened.events.filter(({ data }) => (data as { id: string }).id === id)
    expect(of('query')).toEqual([
      { event: 'next', data: { id: 'query', payload: { data: { echo: 'x' } } } },
      { event: 'complete', data: { id: 'query' } },
    ])
    expect(of('feed')).toMatchObject([
      { data: { payload: { data: { noteAdded: { cursor: 'a#0' } } } } },
      { data: { payload: { data: { noteAdded: { cursor: 'a#1' } } } } },
    ])
  })

  it('is opened by its token alone where a browser can send no headers, once, and takes operations of its party only', async () => {
    await live.begin()
    const { 'x-graphql-event-stream-token': ticket = '', ...headers } = await reserved()
    const nobody = { accept: 'text/event-stream' }
    const opened = await ask('GET', '', nobody, `${path}?token=${ticket}`)
    expect(opened.status).toBe(200)
    expect((await ask('GET', '', nobody, `${path}?token=${ticket}`)).status).toBe(404)
    const all = { ...headers, 'x-graphql-event-stream-token': ticket }
    expect((await post({ 'x-graphql-event-stream-token': ticket }, '1')).status).toBe(404)
    expect((await post(all, '1', 'subscription { ticked { who } }', {})).status).toBe(202)
    await until('the upstream', () => live.stage?.notes.open === 1)
    live.stage?.notes.tick()
    await until('the tick', () => opened.events.length === 1)
    expect(opened.events[0]?.data).toMatchObject({ payload: { data: { ticked: { who: 'm' } } } })
  })

  it('counts like a socket from its reservation on, and must be opened in time', async () => {
    const { notes } = await live.begin({ limits: { socketsPerMember: 1, reservationMs: 200 } })
    const headers = await reserved()
    expect((await post(headers, '1')).status).toBe(202)
    const second = await reserve()
    expect([second.status, errorOf(second)]).toMatchObject([
      429,
      { extensions: { code: 'LIMIT_EXCEEDED', limit: 'socketsPerMember', used: 2, allowed: 1 } },
    ])
    expect((await reserve(token('n'))).status).toBe(201)
    await until('the operation to end with the reservation', () => notes.opened === 1 && notes.open === 0)
    expect((await open(headers)).status).toBe(404)
    expect((await reserve()).status).toBe(201)
  })

  it('refuses the operation that is one too many, and no other', async () => {
    await live.begin({ limits: { operationsPerSocket: 2 } })
    const headers = await reserved()
    const opened = await open(headers)
    for (const id of ['1', '2']) expect((await post(headers, id)).status).toBe(202)
    const third = await post(headers, '3')
    expect([third.status, errorOf(third)]).toEqual([
      429,
      {
        message: 'operationsPerSocket: 3 used, 2 allowed.',
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'operationsPerSocket', used: 3, allowed: 2 },
      },
    ])
    await remove(headers, '1')
    expect((await post(headers, '4')).status).toBe(202)
    await until('the starts', () => opened.events.length === 3)
  })

  it('begins nothing more while too much waits for its client', async () => {
    await live.begin({ limits: { bufferedBytes: 1_000 } })
    const headers = await reserved()
    const echo = `{ echo(text: "${'x'.repeat(2_000)}") }`
    expect((await post(headers, '1', echo, {})).status).toBe(202)
    let refused = await post(headers, '2', '{ echo(text: "x") }', {})
    await until('the answer to wait', () => {
      if (refused.status === 202) void post(headers, '2', '{ echo(text: "x") }', {}).then((next) => (refused = next))
      return refused.status === 429
    })
    expect(errorOf(refused)).toMatchObject({
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'bufferedBytes', used: expect.any(Number), allowed: 1_000 },
    })
    const opened = await open(headers)
    await until('what waited', () => opened.events.length >= 2)
    expect((await post(headers, '3', '{ echo(text: "x") }', {})).status).toBe(202)
  })

  it('takes as many requests for it as a socket takes messages', async () => {
    await live.begin({ limits: { messageBurst: 3, messagesPerSecond: 1 } })
    const headers = await reserved()
    await open(headers)
    for (const id of ['1', '2', '3']) expect((await remove(headers, id)).status).toBe(200)
    const fourth = await remove(headers, '4')
    expect([fourth.status, errorOf(fourth)]).toMatchObject([
      429,
      { extensions: { code: 'LIMIT_EXCEEDED', limit: 'messagesPerSecond', allowed: 1 } },
    ])
  })

  it('tells what is wrong with an operation by the answer to it, as over HTTP', async () => {
    await live.begin()
    const headers = await reserved()
    await open(headers)
    expect((await post(headers, '1', '{ nothing }')).status).toBe(400)
    const long = await post(headers, 'x'.repeat(257))
    expect([long.status, errorOf(long)]).toMatchObject([
      400,
      { extensions: { code: 'LIMIT_EXCEEDED', limit: 'idCharacters', used: 257, allowed: 256 } },
    ])
    const mutation = new URLSearchParams({
      query: 'mutation { write(list: "a", text: "x") }',
      extensions: '{"operationId":"1"}',
    })
    const gotten = await ask('GET', '', { ...headers, accept: 'application/json' }, `${path}?${mutation}`)
    expect([gotten.status, errorOf(gotten)]).toMatchObject([405, { message: 'Mutations are sent by POST.' }])
    expect((await post(headers, '1')).status).toBe(202)
  })

  it('ends with its token, when its member is checked again, and with its client', async () => {
    const { live: gateway, notes } = await live.begin()
    const short = await reserved(token('m', [], 500))
    const expiring = await open(short)
    expect((await post(short, '1')).status).toBe(202)
    await until('the token to expire', () => expiring.ended)
    expect(expiring.events.map(({ event }) => event)).toEqual(['next'])
    for (const leave of [() => gateway.recheck('m'), (stream: EventStream) => stream.end()]) {
      const headers = await reserved()
      const stream = await open(headers)
      expect((await post(headers, '1')).status).toBe(202)
      await until('the start', () => stream.events.length === 1)
      leave(stream)
      await until('the stream to be gone', () => gateway.figures().eventStreams === 0)
      expect([notes.open, (await post(headers, '2')).status]).toEqual([0, 404])
    }
  })
})
