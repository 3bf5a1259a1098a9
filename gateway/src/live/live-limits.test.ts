import { afterEach, describe, expect, it } from '@jest/globals'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { token } from './testing/stage.ts'

const live = new LiveTests()
afterEach(() => live.end())

describe('the limit', () => {
  it('of sockets a member closes the one too many, and counts those that are open', async () => {
    await live.begin({ limits: { socketsPerMember: 2, socketsPerAddress: 1 } })
    const [first] = [await live.connect(token('m')), await live.connect(token('m'))]
    const third = await live.open()
    third.send({ type: 'connection_init', payload: { authorization: token('m') } })
    expect(await third.untilClosed()).toEqual({ code: 4429, reason: 'socketsPerMember: 3 used, 2 allowed.' })
    await live.connect(token('n'))
    first?.end()
    await until('it to be gone', () => live.stage?.live.figures().sockets === 2)
    await live.connect(token('m'))
  })

  it('of sockets an address holds for those who have not signed in, or not yet', async () => {
    await live.begin({ limits: { socketsPerAddress: 2 } })
    const nobody = await live.connect()
    const pending = await live.open()
    const third = await live.open()
    expect(await third.untilClosed()).toEqual({ code: 4429, reason: 'socketsPerAddress: 3 used, 2 allowed.' })
    await pending.acknowledged(token('m'))
    await live.connect()
    nobody.end()
    await until('it to be gone', () => live.stage?.live.figures().sockets === 2)
    await live.connect()
  })

  it('of operations a socket refuses the one too many and no other', async () => {
    await live.begin({ limits: { operationsPerSocket: 2 } })
    const socket = await live.connect()
    for (const id of ['1', '2', '3']) socket.subscribe(id, notesAdded, { list: id })
    const error = await socket.until('the refusal', ({ type }) => type === 'error')
    expect(error).toMatchObject({
      id: '3',
      payload: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'operationsPerSocket', used: 3, allowed: 2 } }],
    })
    socket.send({ type: 'complete', id: '1' })
    socket.subscribe('4', notesAdded, { list: '4' })
    await until('the fourth', () => socket.of('4').length === 1 && socket.of('2').length === 1)
  })

  it('of a message’s length closes the socket with what it was', async () => {
    await live.begin()
    const socket = await live.connect()
    socket.send({ type: 'ping', payload: { long: 'x'.repeat(64 * 1024) } })
    const { code, reason } = await socket.untilClosed()
    expect(code).toBe(1009)
    expect(reason).toMatch(/^messageBytes: 655\d\d used, 65536 allowed\.$/)
    const hopeless = await live.connect()
    hopeless.send('x'.repeat(1024 * 1024))
    expect((await hopeless.untilClosed()).code).toBe(1009)
  })

  it('of messages closes a socket that sends on and on, not one that sends many once', async () => {
    await live.begin({ limits: { messageBurst: 20, messagesPerSecond: 5 } })
    const eager = await live.connect()
    for (let i = 0; i < 19; i++) eager.send({ type: 'ping' })
    await until('all pongs', () => eager.messages.length === 20)
    eager.send({ type: 'ping' })
    expect(await eager.untilClosed()).toMatchObject({
      code: 4429,
      reason: expect.stringMatching(/^messagesPerSecond: \d+ used, 5 allowed\.$/),
    })
  })
})
