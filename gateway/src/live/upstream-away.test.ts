import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { remoteUpstream } from '../upstreams/remote.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { Notes } from './testing/notes.ts'
import { serveNotes, type NotesServer } from './testing/notes-server.ts'

const attempts = 3
const live = new LiveTests()
let notes: Notes
let server: NotesServer
beforeEach(async () => {
  notes = new Notes()
  server = await serveNotes(notes)
  const upstream = remoteUpstream({ name: 'notes', url: server.url, heartbeatMs: 5_000 })
  await live.begin({ upstream, limits: { resumeAttempts: attempts } })
})
afterEach(async () => {
  await live.end()
  await server.close()
})

const lost = (cursor: string) => ({
  message: `The connection to a part of the hub was lost. Subscribe again after ${cursor}`,
  extensions: { code: 'UPSTREAM_LOST', cursor },
})

it.each(['at once', 'acknowledged'] as const)(
  'a subgraph that stays away, its connections cut %s, is told apart from one that completed, with the cursor to go on after',
  async (when) => {
    const socket = await live.connect()
    socket.subscribe('1', notesAdded, { list: 'a' })
    await until('the start', () => socket.of('1').length === 1)
    notes.write('a', 'one')
    await until('the note', () => socket.of('1').length === 2)
    const before = server.connections()
    server.refuse(when)
    server.cut()
    const error = await socket.until('the error', ({ type }) => type === 'error')
    expect(error).toEqual({ type: 'error', id: '1', payload: [lost('a#1')] })
    expect(server.connections() - before).toBe(attempts)
    expect(live.stage?.live.figures()).toMatchObject({ operations: 0, groups: 0 })
    server.thaw()
    notes.write('a', 'two')
    socket.subscribe('1', notesAdded, { list: 'a', after: 'a#1' })
    await until('what was missed', () => socket.of('1').length === 5)
    expect(
      socket
        .of('1')
        .slice(3)
        .map(({ payload }) => payload?.data?.noteAdded.cursor),
    ).toEqual(['a#1', 'a#2'])
    notes.endAll()
    await until('the end', () => socket.of('1').at(-1)?.type === 'complete')
  },
  30_000,
)

it('a subgraph that is away at first is waited for, and its feed comes whole', async () => {
  server.refuse('at once')
  const socket = await live.connect()
  notes.write('a', 'one')
  socket.subscribe('late', notesAdded, { list: 'a', after: 'a#0' })
  socket.subscribe('blind', 'subscription { ticked { count } }')
  const error = await socket.until('the refusal', ({ type }) => type === 'error')
  expect(error).toMatchObject({ id: 'blind', payload: [{ extensions: { code: 'UPSTREAM_LOST' } }] })
  server.thaw()
  await until('the feed', () => socket.of('late').length === 2)
  expect(socket.of('late').map(({ payload }) => payload?.data?.noteAdded)).toMatchObject([
    { kind: 'STARTED', cursor: 'a#0' },
    { kind: 'NOTE', cursor: 'a#1' },
  ])
})

it('a subgraph that closes its sockets as if all were well is lost, too: nothing comes twice', async () => {
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  notes.write('a', 'one', 'two')
  await until('the notes', () => socket.of('1').length === 3)
  server.closeWith(1000)
  await until('it to be opened again', () => notes.opened === 2)
  notes.write('a', 'three')
  await until('the third', () => socket.of('1').length === 4)
  expect(socket.of('1').map(({ payload }) => payload?.data?.noteAdded.cursor)).toEqual(['a#0', 'a#1', 'a#2', 'a#3'])
})

it('many subscriptions go over two sockets to their subgraph', async () => {
  const socket = await live.connect()
  const lists = Array.from({ length: 50 }, (_, i) => `list ${i}`)
  for (const list of lists) socket.subscribe(list, notesAdded, { list })
  await until('all starts', () => lists.every((list) => socket.of(list).length === 1))
  expect([notes.open, server.connections()]).toEqual([50, 2])
})
