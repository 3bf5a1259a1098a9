import { afterEach, expect, it } from '@jest/globals'
import { Generation } from '../federation/generation.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'

const live = new LiveTests()
afterEach(() => live.end())

it('a process that stops tells its clients to move, one after the other, and takes no more', async () => {
  const { live: gateway, notes } = await live.begin({ limits: { drainSpreadMs: 300, drainMsPerSocket: 30 } })
  const sockets = await Promise.all(Array.from({ length: 20 }, () => live.connect()))
  for (const socket of sockets) socket.subscribe('1', notesAdded, { list: 'a' })
  await until('all to have begun', () => sockets.every((socket) => socket.of('1').length === 1))
  const closedAt: number[] = []
  for (const { socket } of sockets) socket.once('close', () => closedAt.push(performance.now()))
  const closing = gateway.close()
  await expect(live.open()).rejects.toThrow('503')
  await closing
  await until('all to be told', () => sockets.every(({ closed }) => closed !== null))
  for (const { closed } of sockets) expect(closed).toEqual({ code: 1012, reason: 'Service restart' })
  expect(Math.max(...closedAt) - Math.min(...closedAt)).toBeGreaterThan(50)
  expect([notes.open, gateway.figures().sockets]).toEqual([0, 0])
})

it('a mutation under way is answered before its client is told to move', async () => {
  const { live: gateway, notes } = await live.begin({ limits: { drainSpreadMs: 1_000, drainMsPerSocket: 1_000 } })
  const socket = await live.connect()
  socket.subscribe('1', '{ slow }')
  await until('it to run', () => notes.answerSlow.length === 1)
  const closing = gateway.close()
  notes.answerSlow[0]?.()
  await socket.until('the answer', ({ type }) => type === 'next')
  await closing
  expect(await socket.untilClosed()).toMatchObject({ code: 1012 })
}, 20_000)

it('a new supergraph moves those whose subscriptions run in the one before, and lets them run until then', async () => {
  const stage = await live.begin()
  const { live: gateway, notes } = stage
  const [subscribed, idle] = [await live.connect(), await live.connect()]
  subscribed.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => subscribed.of('1').length === 1)
  const before = stage.supergraph.generation
  expect(gateway.runsIn(before)).toBe(true)
  await stage.replace((old) => new Generation({ ...old, introspection: false }))
  expect(await subscribed.untilClosed()).toEqual({ code: 1012, reason: 'Service restart' })
  await until('the old one to be free', () => !gateway.runsIn(before))
  expect([idle.closed, notes.open]).toEqual([null, 0])
  const back = await live.connect()
  back.subscribe('1', notesAdded, { list: 'a', after: 'a#0' })
  await until('the start', () => back.of('1').length === 1)
  expect(gateway.runsIn(stage.supergraph.generation)).toBe(true)
})
