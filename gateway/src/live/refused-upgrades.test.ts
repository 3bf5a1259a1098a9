import { connect, type Socket } from 'node:net'
import { afterEach, expect, it } from '@jest/globals'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'

const live = new LiveTests()
afterEach(() => live.end())

const resets = 200
const upgradeElsewhere =
  'GET /elsewhere HTTP/1.1\r\nHost: hub\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

/** A connection that has asked for an upgrade that is refused, and never ends by itself. */
async function refused(url: string): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write(upgradeElsewhere)
  return socket
}

it('clients that reset the connection as their upgrade is refused harm nobody', async () => {
  const { url, notes } = await live.begin()
  for (let i = 0; i < resets; i++) {
    const socket = await refused(url)
    if (i % 2 === 0) socket.resetAndDestroy()
    else setImmediate(() => socket.resetAndDestroy())
  }
  const socket = await live.connect()
  socket.subscribe('1', notesAdded, { list: 'a' })
  await until('the start', () => socket.of('1').length === 1)
  notes.write('a', 'one')
  await until('the note', () => socket.of('1').length === 2)
})

it('a client that does not hang up after its upgrade was refused is hung up on', async () => {
  const { url } = await live.begin()
  const socket = await refused(url)
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  let isOver = false
  socket.once('close', () => (isOver = true))
  await until('the connection to be closed', () => {
    if (!isOver && answer !== '') socket.write('still here')
    return isOver
  })
  expect(answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
})
