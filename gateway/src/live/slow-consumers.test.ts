import { afterEach, expect, it } from '@jest/globals'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'

const live = new LiveTests()
afterEach(() => live.end())

const clients = 1_000
const large = 'x'.repeat(16_000)
const medium = 'x'.repeat(4_000)
const limits = { socketsPerAddress: 2_000, bufferedBytes: 192 * 1024 }

it('one stopped client among 1,000 is ended with where to go on, and slows nobody', async () => {
  const { notes, live: gateway } = await live.begin({ limits })
  const sockets = await Promise.all(Array.from({ length: clients }, () => live.connect()))
  const [stopped, ...others] = sockets
  for (const socket of sockets) socket.subscribe('1', notesAdded, { list: 'a' })
  await until('all to have begun', () => sockets.every((socket) => socket.of('1').length === 1))
  await until('one group', () => gateway.figures().groups === 1)
  stopped?.subscribe('full', notesAdded, { list: 'only it' })
  await until('it to have begun', () => stopped?.of('full').length === 1)
  stopped?.socket.pause()
  // What lies between the two ends is filled by a feed of its own, which is held back.
  notes.write('only it', ...Array.from({ length: 2_000 }, () => large))
  let written = 0
  while (gateway.figures().overflows === 0) {
    notes.write('a', medium)
    written++
    await until('the others to have it', () => others.every((socket) => socket.messages.length === written + 2))
  }
  expect(gateway.figures()).toMatchObject({ overflows: 1, operations: clients })
  stopped?.socket.resume()
  const error = await stopped?.until('the error', ({ type }) => type === 'error')
  const events =
    stopped
      ?.of('1')
      .slice(1, -1)
      .map(({ payload }) => payload?.data?.noteAdded.number) ?? []
  expect(events).toEqual(events.map((_, i) => i + 1))
  const cursor = `a#${events.length}`
  expect(error?.payload).toEqual([
    {
      message: `You read more slowly than events arrive. Subscribe again after ${cursor}`,
      extensions: {
        code: 'SUBSCRIPTION_OVERFLOW',
        limit: 'bufferedBytes',
        used: expect.any(Number),
        allowed: limits.bufferedBytes,
        cursor,
      },
    },
  ])
  stopped?.subscribe('2', notesAdded, { list: 'a', after: cursor })
  await until('the rest', () => stopped?.of('2').length === written - events.length + 1)
}, 60_000)

it('a client alone on its feed holds it back while it is slow, and loses nothing', async () => {
  const { notes, live: gateway } = await live.begin({ limits })
  const slow = await live.connect()
  slow.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => slow.of('1').length === 1)
  slow.socket.pause()
  const total = 1_000
  notes.write('a', ...Array.from({ length: total }, () => large))
  const seen = (): number => notes.resolved
  await until('the feed to be held back', () => seen() > 1)
  const before = seen()
  expect(before).toBeLessThan(total)
  slow.socket.resume()
  await until('all of it', () => slow.of('1').length === total + 1)
  expect(
    slow
      .of('1')
      .slice(1)
      .map(({ payload }) => payload?.data?.noteAdded.number),
  ).toEqual(Array.from({ length: total }, (_, i) => i + 1))
  expect(gateway.figures()).toMatchObject({ events: total + 1, eventsWaiting: 0 })
  expect(gateway.figures().eventSeconds).toBeGreaterThan(0)
}, 30_000)

it('a client that takes nothing at all is told so if it can be, then cut off', async () => {
  const { notes, live: gateway } = await live.begin({ limits: { ...limits, bufferedBytes: 64 * 1024, stalledMs: 200 } })
  const stuck = await live.connect()
  stuck.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => stuck.of('1').length === 1)
  stuck.socket.pause()
  notes.write('a', ...Array.from({ length: 1_000 }, () => large))
  await until('the feed to be ended', () => gateway.figures().overflows === 1 && notes.open === 0)
  await until('the socket to be cut', () => gateway.figures().sockets === 0)
})

it('a client that answers no ping is cut off', async () => {
  const { live: gateway } = await live.begin({ limits: { pingMs: 100 } })
  const dead = await live.open(undefined, { autoPong: false })
  await dead.acknowledged()
  expect((await dead.untilClosed()).code).toBe(1006)
  await until('the socket to be gone', () => gateway.figures().sockets === 0)
})

it('clients of one feed that are behind by different amounts each get what is theirs', async () => {
  const { notes, live: gateway } = await live.begin({ limits: { ...limits, bufferedBytes: 64 * 1024 * 1024 } })
  const [total, count] = [600, 24]
  const sockets = await Promise.all(Array.from({ length: count }, () => live.connect()))
  const idOf = (i: number): string => 'x'.repeat(1 + (i % 5)) + i
  for (const [i, socket] of sockets.entries()) socket.subscribe(idOf(i), notesAdded, { list: 'a' })
  await until('all to have begun', () => sockets.every((socket, i) => socket.of(idOf(i)).length === 1))
  await until('one group', () => gateway.figures().groups === 1)
  const slow = sockets.filter((_, i) => i % 2 === 0)
  for (let n = 1; n <= total; n++) {
    notes.write('a', `${n} ${large}`)
    for (const socket of slow) if (Math.random() < 0.05) socket.socket[Math.random() < 0.7 ? 'pause' : 'resume']()
    if (n % 50 === 0) await until('the others to have it', () => sockets[1]?.messages.length === n + 2)
  }
  for (const { socket } of slow) socket.resume()
  await until('all of it', () => sockets.every((socket) => socket.messages.length === total + 2))
  for (const [i, socket] of sockets.entries()) {
    const texts = socket.of(idOf(i)).slice(1)
    expect(texts.map(({ payload }) => payload?.data?.noteAdded.text)).toEqual(
      Array.from({ length: total }, (_, n) => `${n + 1} ${large}`),
    )
  }
}, 60_000)

it.each([
  [
    'asks',
    (text: string, i: number) => ({ type: 'subscribe', id: `${i}`, payload: { query: `{ echo(text: "${text}") }` } }),
  ],
  ['pings', (text: string) => ({ type: 'ping', payload: { text } })],
])(
  'a client that %s on and on and takes no answer is cut off',
  async (_, message) => {
    const { live: gateway } = await live.begin({
      limits: { bufferedBytes: 256 * 1024, stalledMs: 200, messageBurst: 2_000, pingMs: 60_000 },
    })
    const socket = await live.connect()
    socket.socket.pause()
    const text = 'x'.repeat(60_000)
    let sent = 0
    await until('it to be cut', () => {
      if (sent < 1_000) socket.send(message(text, sent++))
      return gateway.figures().sockets === 0
    })
    socket.socket.resume()
    expect(await socket.untilClosed()).toMatchObject({ code: 1006 })
  },
  30_000,
)
