import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { control } from '../control.ts'
import { nextPrice } from '../prices.ts'

/** The yardstick: `ws` sending everybody a text that is ready. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql' })
await new Promise((resolve) => server.once('listening', resolve))
let count = 0
await control((server.address() as AddressInfo).port, () => {
  const { number, bid, ask, at, note } = nextPrice(++count)
  const price = JSON.stringify({ instrument: 'ALL', number, bid, ask, at, note })
  const text = `{"id":"1","type":"next","payload":{"data":{"priceChanged":${price}}}}`
  for (const client of server.clients) client.send(text)
})
