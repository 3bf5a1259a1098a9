import { afterEach, expect, it } from '@jest/globals'
import { resumeLimits } from '../federation/subscribe.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'

const live = new LiveTests()
afterEach(() => live.end())

it('an event that its subgraph cannot read at the moment is asked for again: nothing is missed, and nothing comes twice', async () => {
  const { notes } = await live.begin()
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  notes.failing = 3
  notes.write('a', 'one', 'hard', 'three')
  await until('all of it', () => socket.of('1').length === 4)
  expect(socket.of('1').map(({ payload }) => [payload?.data?.noteAdded.number, payload?.errors])).toEqual([
    [null, undefined],
    [1, undefined],
    [2, undefined],
    [3, undefined],
  ])
}, 30_000)

it('one that can never be read comes with its errors, and does not hold up the others', async () => {
  const { notes } = await live.begin()
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  notes.failing = Infinity
  notes.write('a', 'hard', 'two')
  await until('both', () => socket.of('1').length === 3)
  const [, unread, next] = socket.of('1')
  expect(unread?.payload?.errors).toHaveLength(1)
  expect(next?.payload?.data?.noteAdded.number).toBe(2)
  expect(notes.opened).toBe(1 + resumeLimits.unreadEvents)
}, 30_000)
