import { afterEach, describe, expect, it } from '@jest/globals'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { token } from './testing/stage.ts'

const live = new LiveTests()
afterEach(() => live.end())

const pong = ({ type }: { type: string }): boolean => type === 'pong'

describe('a token sent in a ping', () => {
  it('renews the session in place: the stream goes on beyond the end of the first token', async () => {
    const { notes } = await live.begin()
    const socket = await live.connect(token('m', ['BUYER'], 400))
    socket.subscribe('1', notesAdded, { list: 'a' })
    await socket.until('the start', ({ type }) => type === 'next')
    const endOfFirst = Date.now() + 400
    socket.send({ type: 'ping', payload: { authorization: token('m', ['BUYER']) } })
    const { payload } = await socket.until('the answer', pong)
    expect(payload).toEqual({ renewed: true, expiresAt: expect.stringMatching(/Z$/) })
    expect(Date.parse(payload?.expiresAt ?? '')).toBeGreaterThan(Date.now() + 30_000)
    await until('the first token to have expired', () => Date.now() > endOfFirst + 50)
    notes.write('a', 'later')
    await until('the note', () => socket.of('1').length === 2)
    expect([socket.closed, notes.opened]).toEqual([null, 1])
  })

  it.each([
    ['of another member', token('n'), 'FORBIDDEN'],
    ['that is not valid', 'Bearer nonsense', 'NOT_SIGNED_IN'],
    ['that has expired', token('m', [], -1), 'NOT_SIGNED_IN'],
  ])('%s renews nothing, and the session goes on as it was', async (_, authorization, code) => {
    await live.begin()
    const socket = await live.connect(token('m', [], 500))
    socket.send({ type: 'ping', payload: { authorization } })
    expect((await socket.until('the answer', pong)).payload).toMatchObject({ renewed: false, code })
    expect(await socket.untilClosed()).toEqual({ code: 4403, reason: 'Access token expired' })
  })

  it('of nobody renews nothing', async () => {
    await live.begin()
    const socket = await live.connect()
    socket.send({ type: 'ping', payload: { authorization: token('m') } })
    expect((await socket.until('the answer', pong)).payload).toMatchObject({ renewed: false, code: 'NOTHING_TO_RENEW' })
  })

  it('with other roles ends the streams of the old ones, which are then subscribed with the new', async () => {
    const { notes } = await live.begin()
    const socket = await live.connect(token('m', ['BUYER']))
    socket.subscribe('1', notesAdded, { list: 'a' })
    await socket.until('the start', ({ type }) => type === 'next')
    socket.send({ type: 'ping', payload: { authorization: token('m', ['SELLER']) } })
    await socket.until('the answer', pong)
    const error = await socket.until('the end', ({ type }) => type === 'error')
    expect(error.payload).toEqual([
      {
        message: 'Your rights have changed. Subscribe again after a#0',
        extensions: { code: 'FORBIDDEN', cursor: 'a#0' },
      },
    ])
    await until('the upstream to end', () => notes.open === 0)
    socket.subscribe('1', notesAdded, { list: 'a', after: 'a#0' })
    await until('the new start', () => socket.of('1').length === 3)
  })
})

it("a member's sockets are ended when its rights are checked again, and nobody else's", async () => {
  const { live: gateway } = await live.begin()
  const [mine, too, theirs] = [
    await live.connect(token('m')),
    await live.connect(token('m')),
    await live.connect(token('n')),
  ]
  gateway.recheck('m')
  expect(await mine.untilClosed()).toEqual({ code: 4403, reason: 'Rights may have changed' })
  await too.untilClosed()
  expect(theirs.closed).toBe(null)
})

it('what a client sends after its rights were checked again, while it does not hang up, begins nothing', async () => {
  const { live: gateway } = await live.begin()
  const stubborn = await live.connect(token('m'))
  stubborn.socket.pause()
  gateway.recheck('m')
  stubborn.subscribe('1', 'mutation { write(list: "a", text: "too late") }')
  await until('it to be cut', () => gateway.figures().sockets === 0)
  const socket = await live.connect(token('m'))
  socket.subscribe('1', notesAdded, { list: 'a' })
  const { payload } = await socket.until('the start', ({ type }) => type === 'next')
  expect(payload?.data?.noteAdded.cursor).toBe('a#0')
})
