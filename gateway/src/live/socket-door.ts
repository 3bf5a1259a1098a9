import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { closeCodes } from './close-codes.ts'
import type { LiveContext } from './live-context.ts'
import type { Connection, Sessions } from './sessions.ts'
import { SocketClient } from './socket-client.ts'
import { SocketWire } from './socket-wire.ts'

/** The one subprotocol that is spoken. */
const subprotocol = 'graphql-transport-ws'
/** What `ws` refuses by itself, without a reason. A message between our limit and this gets one. */
const hardMessageFactor = 4
/** A client that does not answer a close within this time is cut off. */
const closeTimeoutMs = 2_000

/** Takes WebSockets at a path: Origin checked, one subprotocol, nothing compressed. */
export function openSocketDoor(
  server: Server,
  path: string,
  context: LiveContext,
  sessions: Sessions,
  isDraining: () => boolean,
): void {
  const { limits, figures } = context
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes * hardMessageFactor,
    handleProtocols: (protocols) => (protocols.has(subprotocol) ? subprotocol : false),
    closeTimeout: closeTimeoutMs,
  } as ConstructorParameters<typeof WebSocketServer>[0])
  server.on('upgrade', (request, connection, head) => {
    const refusal = refusalOf(request, path, context, isDraining())
    if (refusal) return refuse(connection, refusal)
    sockets.handleUpgrade(request, connection, head, (socket) => {
      figures.sockets++
      socket.once('close', () => figures.sockets--)
      take(socket, connection, request, context, sessions)
    })
  })
}

/** Nobody else listens to a connection that asked for an upgrade: its client may reset it, or go on without an end. */
function refuse(connection: Duplex, refusal: string): void {
  connection.on('error', () => undefined)
  connection.once('finish', () => connection.destroy())
  connection.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

function refusalOf(request: IncomingMessage, path: string, context: LiveContext, isDraining: boolean): string | null {
  const { url = '', headers } = request
  if (url !== path && !url.startsWith(`${path}?`)) return '404 Not Found'
  if (isDraining) return '503 Service Unavailable'
  return context.allowsOrigin(headers.origin, headers.host) ? null : '403 Forbidden'
}

function take(
  socket: WebSocket,
  connection: Duplex,
  request: IncomingMessage,
  context: LiveContext,
  sessions: Sessions,
): void {
  const wire = new SocketWire(socket, connection)
  // What `ws` finds wrong with a frame closes the socket with its own code.
  socket.on('error', () => undefined)
  if (socket.protocol !== subprotocol)
    return wire.close(closeCodes.subprotocolNotAcceptable, 'Subprotocol not acceptable')
  const live: Connection = { wire, client: context.clientOf(request), session: null }
  const refusal = sessions.add(live)
  if (refusal) {
    sessions.remove(live)
    return wire.close(closeCodes.tooMany, refusal.message)
  }
  const client = new SocketClient(wire, live, request, context, sessions)
  socket.on('message', (message, isBinary) => client.take(message as Buffer, isBinary))
  connection.on('drain', () => live.session?.drained())
  socket.once('close', () => {
    client.end()
    sessions.remove(live)
  })
}
