import { afterEach, expect, it } from '@jest/globals'
import { liveLimits } from './limits.ts'
import { EventStream } from './testing/event-stream.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import type { RawSocket } from './testing/raw-socket.ts'

const live = new LiveTests()
afterEach(() => live.end())

/** Fewer than are resolved ahead at most, with the start. */
const burst = liveLimits.resolvedAhead - 4
const numbered = Array.from({ length: burst }, (_, i) => i + 1)
const numbers = (socket: RawSocket, id: string): unknown[] =>
  socket
    .of(id)
    .slice(1)
    .map(({ payload }) => payload?.data?.noteAdded.number)
const subscribed = async (id: string): Promise<RawSocket> => {
  const socket = await live.connect()
  socket.subscribe(id, notesAdded, { list: 'a' })
  await until('the start', () => socket.of(id).length === 1)
  return socket
}

it('events that are ready together go to everybody by one write, each a message of its own, in their order', async () => {
  const { notes, live: gateway, url } = await live.begin()
  const ids = ['1', 'a longer one', '2', 'é']
  const sockets = await Promise.all(ids.map((id) => subscribed(id)))
  const stream = await EventStream.open(`${url}/graphql`, { query: notesAdded, variables: { list: 'a' } })
  await until('one group', () => gateway.figures().groups === 1 && gateway.figures().operations === ids.length + 1)
  const before = gateway.figures()
  notes.write('a', ...numbered.map((number) => `note ${number}`))
  await until('all of it', () => sockets.every((socket, i) => socket.of(ids[i] ?? '').length > burst))
  await until('all of it', () => stream.events.length > burst)
  for (const [i, socket] of sockets.entries()) expect(numbers(socket, ids[i] ?? '')).toEqual(numbered)
  expect(stream.events.slice(1).map(({ data }) => data)).toEqual(
    numbered.map((number) => ({
      data: { noteAdded: { cursor: `a#${number}`, kind: 'NOTE', number, text: `note ${number}` } },
    })),
  )
  const after = gateway.figures()
  expect(after.batches - before.batches).toBe(1)
  expect(after.events - before.events).toBe(burst)
  expect(after.deliveries - before.deliveries).toBe(burst * (ids.length + 1))
  expect(after.eventsWaiting).toBe(0)
  stream.end()
})

it('large events go each by itself, so that no client is taken for slow', async () => {
  const { notes, live: gateway } = await live.begin({ limits: { bufferedBytes: 64 * 1024 } })
  const sockets = [await subscribed('1'), await subscribed('1')]
  await until('one group', () => gateway.figures().groups === 1)
  const before = gateway.figures().batches
  notes.write('a', ...numbered.map(() => 'x'.repeat(40_000)))
  await until('all of it', () => sockets.every((socket) => socket.of('1').length > burst))
  for (const socket of sockets) expect(numbers(socket, '1')).toEqual(numbered)
  expect(gateway.figures()).toMatchObject({ batches: before + burst, overflows: 0 })
})

it('who comes back after a cursor within a burst gets the rest of it', async () => {
  const { notes } = await live.begin()
  const socket = await subscribed('1')
  notes.write('a', ...numbered.map(String))
  await until('all of it', () => socket.of('1').length > burst)
  const again = await live.connect()
  const [from] = numbered.slice(burst / 2)
  again.subscribe('2', notesAdded, { list: 'a', after: `a#${from}` })
  await until('the rest', () => numbers(again, '2').at(-1) === burst)
  expect(numbers(again, '2')).toEqual(numbered.slice(from))
})
