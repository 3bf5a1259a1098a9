import { setTimeout as sleep } from 'node:timers/promises'
import type { Admitted } from '../identity/authenticate.ts'
import type { Generation } from '../federation/generation.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { closeCodes } from './close-codes.ts'
import type { LiveContext } from './live-context.ts'
import { limitExceeded } from './refusals.ts'
import { Session } from './session.ts'
import { Streams } from './streams.ts'
import type { Wire } from './wire.ts'

/** Pings are spread over the time between two of a client's, so that they do not come all at once. */
const pingSlots = 16
/** How often a client that is told to move is looked at again while a mutation of it is under way. */
const lookAgainMs = 50
/** How long clients that were told to move may take to hang up. */
const goodbyeMs = 2_500

/** A connection, from its first byte on: it counts for its address until its client says who it is, then for its member. */
export type Connection = {
  readonly wire: Wire
  readonly client: NonNullable<Caller['client']>
  session: Session | null
}

/** When a connection is pinged, and whom it counts for. */
type Entry = { readonly slot: number; countedFor: string }

/** All live connections of a process: counted, pinged, and told to move. */
export class Sessions {
  readonly streams: Streams
  readonly #context: LiveContext
  readonly #connections = new Map<Connection, Entry>()
  readonly #counts = new Map<string, number>()
  readonly #pinger: NodeJS.Timeout
  #opened = 0
  #pingSlot = 0

  constructor(context: LiveContext) {
    this.#context = context
    this.streams = new Streams(context)
    this.#pinger = setInterval(() => this.#ping(), context.limits.pingMs / pingSlots)
    this.#pinger.unref()
  }

  /** Takes a connection in, or gives the limit that refuses it. */
  add(connection: Connection): ReturnType<typeof limitExceeded> | null {
    const countedFor = `address ${connection.client.address}`
    const refusal = this.#refusal(countedFor, 'socketsPerAddress')
    this.#count(countedFor, 1)
    this.#connections.set(connection, { slot: this.#opened++ % pingSlots, countedFor })
    return refusal
  }

  remove(connection: Connection): void {
    const entry = this.#connections.get(connection)
    if (!entry) return
    this.#connections.delete(connection)
    this.#count(entry.countedFor, -1)
    connection.session?.end()
  }

  /** Makes a session of a connection whose client has said who it is, or gives the limit that refuses it. */
  admit(connection: Connection, admitted: Admitted): Session | ReturnType<typeof limitExceeded> {
    const entry = this.#connections.get(connection)
    if (entry && admitted.actor) {
      const member = `member ${admitted.actor.memberId}`
      const refusal = this.#refusal(member, 'socketsPerMember')
      if (refusal) return refusal
      this.#count(entry.countedFor, -1)
      this.#count(member, 1)
      entry.countedFor = member
    }
    const { wire, client } = connection
    const expired = (): void => end(connection, closeCodes.forbidden, 'Access token expired')
    connection.session = new Session({
      wire,
      client,
      admitted,
      context: this.#context,
      streams: this.streams,
      onExpiry: expired,
    })
    return connection.session
  }

  #refusal(countedFor: string, limit: 'socketsPerMember' | 'socketsPerAddress') {
    const used = (this.#counts.get(countedFor) ?? 0) + 1
    const allowed = this.#context.limits[limit]
    if (used <= allowed) return null
    const refusal = limitExceeded(limit, used, allowed)
    this.#context.onErrors([refusal])
    return refusal
  }

  #count(name: string, by: 1 | -1): void {
    const sum = (this.#counts.get(name) ?? 0) + by
    if (sum <= 0) this.#counts.delete(name)
    else this.#counts.set(name, sum)
  }

  #ping(): void {
    this.#pingSlot = (this.#pingSlot + 1) % pingSlots
    for (const [{ wire }, { slot }] of this.#connections) if (slot === this.#pingSlot && !wire.ping()) wire.cut()
  }

  /** Ends all connections of a member whose rights may have changed: its clients come back with a fresh token. */
  recheck(memberId: string): void {
    for (const each of this.#connections.keys())
      if (each.session?.memberId === memberId) end(each, closeCodes.forbidden, 'Rights may have changed')
  }

  /** Tells the clients of subscriptions of earlier generations to move: what they subscribe anew runs in this one. */
  moveTo(generation: Generation): void {
    const old = [...this.#connections.keys()].filter(({ session }) => session?.isPinnedElsewhere(generation))
    void this.#spread(old)
  }

  /** Tells all clients to move to another process, one by one. Resolves when they are gone. */
  async drain(): Promise<void> {
    await this.#spread([...this.#connections.keys()])
    clearInterval(this.#pinger)
    const deadline = performance.now() + goodbyeMs
    while (this.#connections.size > 0 && performance.now() < deadline) await sleep(lookAgainMs)
    for (const { wire } of this.#connections.keys()) wire.cut()
  }

  async #spread(connections: readonly Connection[]): Promise<void> {
    const { drainSpreadMs, drainMsPerSocket } = this.#context.limits
    const spread = Math.min(drainSpreadMs, connections.length * drainMsPerSocket)
    const deadline = performance.now() + spread
    await Promise.all(connections.map((each) => moved(each, Math.random() * spread, deadline)))
  }
}

/** Ends a connection. What its client still sends while it hangs up begins nothing any more. */
function end({ wire, session }: Connection, code: number, reason: string): void {
  wire.close(code, reason)
  session?.end()
}

/** Tells a client to move, after what it executes has been answered if that is before the deadline. */
function moved(connection: Connection, afterMs: number, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (connection.session?.executes && performance.now() < deadline) return void setTimeout(look, lookAgainMs)
      end(connection, closeCodes.serviceRestart, 'Service restart')
      resolve()
    }
    setTimeout(look, afterMs)
  })
}
