import type { AddressInfo } from 'node:net'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { control } from '../control.ts'
import { Prices } from '../prices.ts'

/** What one would take otherwise: `graphql-ws` with graphql-js, one execution a subscriber. */
const prices = new Prices()
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql' })
useServer({ schema: prices.schema() }, server)
await new Promise((resolve) => server.once('listening', resolve))
await control((server.address() as AddressInfo).port, () => prices.publish())
