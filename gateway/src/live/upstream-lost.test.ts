import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { remoteUpstream } from '../upstreams/remote.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { Notes } from './testing/notes.ts'
import { serveNotes, type NotesServer } from './testing/notes-server.ts'
import type { RawSocket } from './testing/raw-socket.ts'

const live = new LiveTests()
let notes: Notes
let server: NotesServer
beforeEach(async () => {
  notes = new Notes()
  server = await serveNotes(notes)
  await live.begin({ upstream: remoteUpstream({ name: 'notes', url: server.url, heartbeatMs: 200 }) })
})
afterEach(async () => {
  await live.end()
  await server.close()
})

const numbers = (socket: RawSocket, id = '1'): number[] =>
  socket.of(id).flatMap(({ payload }) => payload?.data?.noteAdded.number ?? [])

it('a subscription with cursors goes on after a lost subgraph, without a gap, a duplicate or a second start', async () => {
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  socket.subscribe('blind', 'subscription { noteAdded(list: "a") { number } }')
  await until('the starts', () => socket.messages.length === 3)
  const total = 300
  let cuts = 0
  for (let i = 1; i <= total; i++) {
    notes.write('a', `${i}`)
    if (i % 50 !== 0) continue
    server.cut()
    cuts++
    await until('it to go on', () => numbers(socket).at(-1) === i)
  }
  await until('the last', () => numbers(socket, 'blind').at(-1) === total)
  const all = Array.from({ length: total }, (_, i) => i + 1)
  expect(numbers(socket)).toEqual(all)
  expect(numbers(socket, 'blind')).toEqual(all)
  expect(socket.of('1').filter(({ payload }) => payload?.data?.noteAdded.kind === 'STARTED')).toHaveLength(1)
  expect(server.connections()).toBeGreaterThan(cuts)
}, 30_000)

it('a subscription without cursors is told that its upstream was lost, which is not the same as completed', async () => {
  const socket = await live.connect()
  const ticked = 'subscription { ticked { count } }'
  socket.subscribe('lost', ticked)
  await until('the upstream', () => notes.open === 1)
  server.cut()
  const error = await socket.until('the error', ({ type }) => type === 'error')
  expect(error).toMatchObject({
    id: 'lost',
    payload: [
      {
        message: 'The connection to a part of the hub was lost. Subscribe again.',
        extensions: { code: 'UPSTREAM_LOST' },
      },
    ],
  })
  socket.subscribe('completed', ticked)
  await until('the upstream', () => notes.open === 1)
  notes.endAll()
  await until('the completion', () => socket.of('completed').length === 1)
  expect(socket.of('completed')[0]?.type).toBe('complete')
})

it('a subgraph that gives no sign of life is lost, too', async () => {
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  server.freeze()
  notes.write('a', 'one')
  const before = server.connections()
  await until('it to be tried again', () => server.connections() > before)
  server.thaw()
  server.cut()
  await until('the note', () => numbers(socket).length === 1)
})

it('what comes at last from a subgraph that was given up harms nobody', async () => {
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  server.freeze()
  const before = server.connections()
  await until('it to be given up', () => server.connections() > before)
  server.garble()
  server.thaw()
  server.cut()
  notes.write('a', 'one')
  await until('the note', () => numbers(socket).length === 1)
})

it('a subgraph that refuses to go on is quoted', async () => {
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a', after: 'b#1' })
  expect(await socket.until('the refusal', ({ type }) => type === 'error')).toMatchObject({
    payload: [{ extensions: { code: 'BAD_CURSOR' } }],
  })
})

it('more events than the gateway holds for a slow client are asked for again when it takes them', async () => {
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  socket.socket.pause()
  const total = 6_000
  notes.write('a', ...Array.from({ length: total }, () => 'x'.repeat(4_000)))
  await until('the upstream to have been read', () => notes.resolved > 2_000)
  socket.socket.resume()
  await until('all of it', () => numbers(socket).length >= total)
  expect(numbers(socket)).toEqual(Array.from({ length: total }, (_, i) => i + 1))
}, 60_000)
