import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { createDocuments } from '../operations/documents.ts'
import { noTrustedDocuments } from '../trusted/trusted-documents.ts'
import { RawSocket } from './testing/raw-socket.ts'
import { openStage, token, type Stage } from './testing/stage.ts'

let stage: Stage
const sockets: RawSocket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.end()
  await stage.close()
})

const notes =
  'subscription ($list: String!, $after: String) { noteAdded(list: $list, after: $after) { cursor kind text } }'
const begin = async (...options: Parameters<typeof openStage>): Promise<void> =>
  void (stage = await openStage(...options))
const connect = (...others: [protocol?: string | null, options?: object]): RawSocket => {
  const socket = new RawSocket(stage.url, ...others)
  sockets.push(socket)
  return socket
}
const until = (what: string, condition: () => boolean): Promise<boolean> =>
  waitFor(condition, { timeoutMs: 10_000, everyMs: 5, what })

/** A message that nobody can write again without running out of stack. */
const nested = (type: string): string => `{"type":"${type}","payload":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`

describe('a socket is closed', () => {
  it.each([
    ['what is not JSON', '{'],
    ['what is not an object', '[]'],
    ['a message without type', {}],
    ['a message of an unknown type', { type: 'hello' }],
    ['a message that only servers send', { type: 'connection_ack' }],
    ['a payload of the wrong form', { type: 'connection_init', payload: 'x' }],
    ['a ping with a payload of the wrong form', { type: 'ping', payload: 'x' }],
    ['a ping nested without end', nested('ping')],
    ['a connection_init nested without end', nested('connection_init')],
    ['a subscribe without id', { type: 'subscribe', payload: { query: '{ __typename }' } }],
    ['a subscribe with an empty id', { type: 'subscribe', id: '', payload: { query: '{ __typename }' } }],
    ['a subscribe with an id that is too long', { type: 'subscribe', id: 'x'.repeat(257), payload: { query: '' } }],
    ['a subscribe without payload', { type: 'subscribe', id: '1' }],
    ['a subscribe without query', { type: 'subscribe', id: '1', payload: {} }],
    ['variables of the wrong form', { type: 'subscribe', id: '1', payload: { query: '', variables: [] } }],
    ['an operation name of the wrong form', { type: 'subscribe', id: '1', payload: { query: '', operationName: 1 } }],
    ['extensions of the wrong form', { type: 'subscribe', id: '1', payload: { query: '', extensions: 'x' } }],
    ['a complete without id', { type: 'complete' }],
    ['a binary message', Buffer.from('{"type":"ping"}')],
  ])('with 4400 for %s', async (_, message) => {
    await begin()
    const socket = await connect().open()
    socket.send(message)
    expect(await socket.untilClosed()).toMatchObject({ code: 4400, reason: expect.stringMatching(/^Invalid message/) })
  })

  it('with 4401 for an operation before the acknowledgement, also while it is under way', async () => {
    await begin()
    const early = await connect().open()
    early.subscribe('1', '{ echo(text: "x") }')
    expect(await early.untilClosed()).toEqual({ code: 4401, reason: 'Unauthorized' })
    const hasty = await connect().open()
    hasty.send({ type: 'connection_init' })
    hasty.subscribe('1', '{ echo(text: "x") }')
    expect(await hasty.untilClosed()).toMatchObject({ code: 4401 })
  })

  it('with 4403 for a token that is not valid', async () => {
    await begin()
    const socket = await connect().open()
    socket.send({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } })
    expect(await socket.untilClosed()).toEqual({ code: 4403, reason: 'Forbidden' })
  })

  it('with 4403 when its token expires', async () => {
    await begin()
    const socket = await connect().acknowledged(token('m', [], 300))
    socket.subscribe('1', notes, { list: 'a' })
    await socket.until('the start', ({ type }) => type === 'next')
    expect(await socket.untilClosed()).toEqual({ code: 4403, reason: 'Access token expired' })
    await until('the upstream to end', () => stage.notes.open === 0)
  })

  it('with 4406 without the subprotocol', async () => {
    await begin()
    const socket = await connect(null).open()
    expect(await socket.untilClosed()).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' })
  })

  it('with 4408 without connection_init in time', async () => {
    await begin({ limits: { connectionInitMs: 50 } })
    const socket = await connect().open()
    expect(await socket.untilClosed()).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  it('with 4409 for an id that is in use, which is free again after complete, error and the last event', async () => {
    await begin()
    const socket = await connect().acknowledged()
    socket.subscribe('1', notes, { list: 'a' })
    socket.send({ type: 'complete', id: '1' })
    socket.subscribe('1', '{ nothing }')
    socket.subscribe('1', '{ echo(text: "x") }')
    await socket.until('the end of the query', ({ type }) => type === 'complete')
    expect(socket.of('1').map(({ type }) => type)).toEqual(['error', 'next', 'complete'])
    socket.subscribe('1', notes, { list: 'a' })
    socket.subscribe('1', notes, { list: 'b' })
    expect(await socket.untilClosed()).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' })
    await until('the upstreams to end', () => stage.notes.open === 0)
  })

  it('with 4429 for a second connection_init', async () => {
    await begin()
    const socket = await connect().acknowledged()
    socket.send({ type: 'connection_init' })
    expect(await socket.untilClosed()).toEqual({ code: 4429, reason: 'Too many initialisation requests' })
  })

  it('not at all for completes of what never was, pongs, and pings, which are answered with their payload', async () => {
    await begin()
    const socket = await connect().open()
    socket.send({ type: 'ping', payload: { a: 1 } })
    socket.send({ type: 'pong' })
    await socket.until('the pong', ({ type, payload }) => type === 'pong' && payload?.a === 1)
    await socket.acknowledged()
    socket.send({ type: 'complete', id: 'never' })
    socket.send({ type: 'ping' })
    await socket.until('the empty pong', ({ type, payload }) => type === 'pong' && payload === undefined)
  })

  it('of a browser of another origin is not opened', async () => {
    await begin({ allowedOrigins: ['https://friend.example'] })
    await expect(connect(undefined, { origin: 'https://foe.example' }).open()).rejects.toThrow('403')
    await connect(undefined, { origin: 'https://friend.example' }).open()
  })
})

describe('an operation', () => {
  it('that is completed before it was opened sends nothing and leaves no upstream', async () => {
    await begin()
    const socket = await connect().acknowledged()
    socket.atOnce(() => {
      for (let i = 0; i < 50; i++) {
        socket.subscribe(`${i}`, notes, { list: 'a' })
        socket.send({ type: 'complete', id: `${i}` })
      }
    })
    socket.subscribe('last', '{ echo(text: "x") }')
    await socket.until('the last', ({ id, type }) => id === 'last' && type === 'complete')
    await until('the upstreams to end', () => stage.notes.open === 0)
    expect(socket.messages.filter(({ id }) => id !== 'last' && id !== undefined)).toEqual([])
    expect(stage.live.figures()).toMatchObject({ operations: 0, groups: 0 })
  })

  it('that is completed while it executes sends nothing more', async () => {
    await begin()
    const socket = await connect().acknowledged()
    socket.subscribe('1', '{ slow }')
    await until('the query to run', () => stage.notes.answerSlow.length === 1)
    socket.send({ type: 'complete', id: '1' })
    socket.subscribe('2', '{ echo(text: "x") }')
    await socket.until('the second', ({ id, type }) => id === '2' && type === 'complete')
    stage.notes.answerSlow[0]?.()
    socket.send({ type: 'ping' })
    await socket.until('a pong', ({ type }) => type === 'pong')
    expect(socket.of('1')).toEqual([])
  })

  it('that cannot be run gets an error, and the socket lives on', async () => {
    await begin()
    const socket = await connect().acknowledged()
    for (const [id, query, variables] of [
      ['syntax', '{', {}],
      ['validation', '{ nothing }', {}],
      ['variables', 'query ($text: String!) { echo(text: $text) }', {}],
      ['cursor', notes, { list: 'a', after: 'b#0' }],
    ] as const) {
      socket.subscribe(id, query, variables)
      const error = await socket.until('the error', (message) => message.id === id)
      expect(error).toMatchObject({ type: 'error', payload: [{ message: expect.any(String) }] })
    }
    socket.subscribe('good', '{ echo(text: "still here") }')
    const { payload } = await socket.until('the answer', ({ id }) => id === 'good')
    expect(payload).toEqual({ data: { echo: 'still here' } })
  })

  it('of every kind, with every id, and events of every length come as they should', async () => {
    await begin()
    const socket = await connect().acknowledged()
    const odd = 'ä"\\\n1'
    for (const length of [0, 60, 70, 120, 130, 65_400, 65_530, 70_000, 200_000]) {
      for (const id of ['1', odd]) socket.subscribe(`${id}${length}`, notes, { list: `${length}` })
      await until('both starts', () => socket.of(`1${length}`).length + socket.of(`${odd}${length}`).length === 2)
      stage.notes.write(`${length}`, 'é'.repeat(length))
      for (const id of ['1', odd]) {
        const event = await socket.until(
          'the note',
          (message) => message.id === `${id}${length}` && message.payload?.data?.noteAdded.kind === 'NOTE',
        )
        expect(event.payload?.data?.noteAdded.text).toBe('é'.repeat(length))
      }
    }
    expect(stage.notes.resolved).toBe(18)
    stage.notes.endAll()
    await until('all to be complete', () => socket.messages.filter(({ type }) => type === 'complete').length === 18)
  })

  it('is found by the hash of its text, and one that is new may be one too many', async () => {
    const { find } = createDocuments(noTrustedDocuments)
    let left = 2
    const tooMany = { message: 'Too many new ones.', extensions: { code: 'LIMIT_EXCEEDED' } }
    await begin({ guards: { find, admitNew: () => (left-- > 0 ? null : tooMany) } })
    const socket = await connect().acknowledged()
    const run = async (id: string, query: string, extensions = {}) => {
      socket.send({ type: 'subscribe', id, payload: { query, extensions } })
      return socket.until('the answer', (message) => message.id === id)
    }
    const query = '{ echo(text: "x") }'
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } }
    expect(await run('1', '', extensions)).toMatchObject({ payload: [{ message: 'PersistedQueryNotFound' }] })
    expect(await run('2', query, extensions)).toMatchObject({ payload: { data: { echo: 'x' } } })
    expect(await run('3', '', extensions)).toMatchObject({ payload: { data: { echo: 'x' } } })
    expect(await run('4', '{ echo(text: "y") }')).toMatchObject({ payload: { data: { echo: 'y' } } })
    expect(await run('5', '{ echo(text: "z") }')).toMatchObject({ type: 'error', payload: [tooMany] })
  })

  it('is the same with variables that it does not define, however deep they are', async () => {
    await begin()
    const socket = await connect().acknowledged()
    const query = 'subscription { ticked { count } }'
    const deep = '{"a":'.repeat(9_000) + '1' + '}'.repeat(9_000)
    for (const id of ['1', '2'])
      socket.send(`{"type":"subscribe","id":"${id}","payload":{"query":"${query}","variables":{"deep":${deep}}}}`)
    await until('both', () => stage.live.figures().operations === 2)
    expect(stage.live.figures().groups).toBe(1)
    stage.notes.tick()
    await until('the tick', () => socket.of('1').length === 1 && socket.of('2').length === 1)
  })

  it('is looked at by the hook before it begins', async () => {
    const refusal = { message: 'Not now.', extensions: { code: 'LIMIT_EXCEEDED' } }
    await begin({ admit: (prepared) => (prepared.kind === 'query' ? refusal : null) })
    const socket = await connect().acknowledged()
    socket.subscribe('1', '{ echo(text: "x") }')
    expect(await socket.until('the refusal', ({ id }) => id === '1')).toMatchObject({
      type: 'error',
      payload: [refusal],
    })
    socket.subscribe('2', notes, { list: 'a' })
    await socket.until('the start', ({ id, type }) => id === '2' && type === 'next')
  })
})

it('the client of graphql-ws subscribes, queries, and is told the end', async () => {
  await begin()
  const client = createClient({
    url: `${stage.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: token('m') },
    retryAttempts: 0,
  })
  const events = client.iterate({ query: notes, variables: { list: 'a' } })
  await events.next()
  const written = client.iterate({ query: 'mutation { write(list: "a", text: "hello") }' })
  expect(await written.next()).toMatchObject({ value: { data: { write: 1 } } })
  expect(await written.next()).toMatchObject({ done: true })
  expect(await events.next()).toMatchObject({ value: { data: { noteAdded: { text: 'hello', cursor: 'a#1' } } } })
  stage.notes.endAll()
  expect(await events.next()).toMatchObject({ done: true })
  await client.dispose()
})
