import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { textFrame } from '../../../../gateway/src/live/delivery.ts'
import { control } from '../control.ts'
import { nextPrice } from '../prices.ts'

/** What cannot be gone below in Node: a frame that is ready, handed to each connection by one write, with nothing known or noted of it. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql' })
const connections = new Set<Duplex>()
server.on('connection', (_socket, { socket }) => {
  connections.add(socket)
  socket.on('close', () => connections.delete(socket))
})
await new Promise((resolve) => server.once('listening', resolve))
let count = 0
await control((server.address() as AddressInfo).port, () => {
  const { number, bid, ask, at, note } = nextPrice(++count)
  const price = JSON.stringify({ instrument: 'ALL', number, bid, ask, at, note })
  const frame = textFrame(`{"id":"1","type":"next","payload":{"data":{"priceChanged":${price}}}}`)
  for (const connection of connections) connection.write(frame)
})
