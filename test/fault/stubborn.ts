import { randomUUID } from 'node:crypto'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { HubClient, type Json } from '../support/hub-client.ts'
import { operationText } from '../support/operations.ts'

/** How long a client goes on trying while parts of the hub are down. */
const longestTrialMs = 60_000
const pauseMs = 150

/** A client that sends each act under one idempotency key until it is answered: a lost answer is asked for again. */
export class StubbornClient extends HubClient {
  override async act(name: string, input: object): Promise<Json> {
    const keyed = { idempotencyKey: randomUUID(), ...input }
    return this.persist(() => super.act(name, keyed))
  }

  override async run(name: string, variables: object = {}): Promise<Json> {
    return this.persist(() => super.run(name, variables))
  }

  private async persist<T>(attempt: () => Promise<T>): Promise<T> {
    const until = Date.now() + longestTrialMs
    for (;;) {
      try {
        return await attempt()
      } catch (error) {
        if (Date.now() > until) throw error
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
}

/** A socket may be cut while it is being opened: then its client does not hear any more that this failed, and nobody has to. */
class CutSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols)
    this.on('error', () => undefined)
  }
}

/** A subscription that comes back after its last cursor whenever it is broken off. Keeps every event but the feed's own. */
export function resumingFeed(
  client: HubClient,
  view: 'SOURCE' | 'PARTNER',
): { events: Json[]; resumed(): number; cut(): void; stop(): void } {
  const events: Json[] = []
  let cursor: string | null = null
  let stopped = false
  let times = 0
  let socket: Client | null = null
  const open = (): void => {
    if (stopped) return
    let again = false
    const resume = (): void => {
      if (again || stopped) return
      again = true
      times++
      void socket?.dispose()
      setTimeout(open, pauseMs)
    }
    socket = createClient({
      url: `${client.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: CutSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${client.token}` },
    })
    socket.subscribe(
      { query: operationText('CaseChanged'), variables: { view, after: cursor } },
      {
        next: ({ data, errors }) => {
          // What comes on the old way after the decision to come back would carry the cursor past the event that failed.
          if (again) return
          const event = (data as Json)?.caseChanged
          if (errors || !event) return resume()
          cursor = event.cursor
          if (event.event) events.push(event)
        },
        error: resume,
        complete: resume,
      },
    )
  }
  open()
  return {
    events,
    resumed: () => times,
    cut: () => socket?.terminate(),
    stop() {
      stopped = true
      void socket?.dispose()
    },
  }
}
