import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

/** How a socket was closed. */
export type Closed = { readonly code: number; readonly reason: string }

/** A socket of a client that neither renews nor comes back. */
export type LiveSocket = {
  /** Comes true when the hub has taken the client in; false when it has closed the socket instead. */
  readonly taken: Promise<boolean>
  readonly closed: Promise<Closed>
  close(): void
}

/** Opens a WebSocket to a hub with a token or an API key. */
export function openLiveSocket(url: string, token: string): LiveSocket {
  let heardTaken: (taken: boolean) => void
  let heardClosed: (closed: Closed) => void
  const taken = new Promise<boolean>((resolve) => (heardTaken = resolve))
  const closed = new Promise<Closed>((resolve) => (heardClosed = resolve))
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    on: {
      connected: () => heardTaken(true),
      closed(event) {
        heardTaken(false)
        heardClosed(event as Closed)
      },
    },
  })
  return { taken, closed, close: () => void client.dispose() }
}
