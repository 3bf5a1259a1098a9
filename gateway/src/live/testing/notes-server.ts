import { createServer, connect, type Socket } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Notes } from './notes.ts'

/** The subgraph of notes in reach of sockets, behind a wire that a test cuts, and can freeze. */
export type NotesServer = {
  readonly url: string
  /** Connections through the wire so far. */
  readonly connections: () => number
  /** Cuts all connections at once. */
  cut(): void
  /** From now on nothing passes, and nothing is closed either. */
  freeze(): void
  /** Sends what is no frame to all who are connected. */
  garble(): void
  /** From now on nobody gets through: new connections are cut at once, or as soon as they are acknowledged. */
  refuse(when: 'at once' | 'acknowledged'): void
  /** Closes all WebSockets with this code, as the subgraph's own server. */
  closeWith(code: number): void
  /** New connections are taken again. */
  thaw(): void
  close(): Promise<void>
}

/** Serves notes by `graphql-ws`. */
export async function serveNotes(notes: Notes): Promise<NotesServer> {
  const { schema } = notes.subgraph()
  const server = createHttpServer()
  const sockets = new WebSocketServer({ server, path: '/graphql' })
  const served = useServer({ schema, context: { actor: null, requestId: '-' } }, sockets)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const open = new Set<Socket>()
  const clients = new Set<Socket>()
  let [count, frozen] = [0, false]
  let refusal: 'at once' | 'acknowledged' | null = null
  const wire = createServer((client) => {
    count++
    if (refusal === 'at once') return void client.destroy()
    const upstream = connect(port, '127.0.0.1')
    clients.add(client)
    client.once('close', () => clients.delete(client))
    for (const end of [client, upstream]) {
      open.add(end)
      end.on('error', () => undefined)
      end.once('close', () => {
        open.delete(end)
        client.destroy()
        upstream.destroy()
      })
    }
    const pass = (to: Socket) => (chunk: Buffer) => void (frozen || to.write(chunk))
    client.on('data', pass(upstream))
    upstream.on('data', pass(client))
    upstream.on('data', (chunk) => {
      if (refusal && chunk.includes('connection_ack')) client.end()
    })
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    for (const end of open) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}/graphql`,
    connections: () => count,
    cut,
    freeze: () => void (frozen = true),
    garble() {
      for (const client of clients) client.write(Buffer.alloc(8, 0xff))
    },
    refuse: (when) => void (refusal = when),
    closeWith(code) {
      for (const socket of sockets.clients) socket.close(code)
    },
    thaw() {
      frozen = false
      refusal = null
    },
    async close() {
      cut()
      await served.dispose()
      await Promise.all([server, wire].map((each) => new Promise((resolve) => each.close(resolve))))
    },
  }
}
