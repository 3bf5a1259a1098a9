import { messageOf, startChild, usageOf, type Child } from '../gateway/processes.ts'
import type { Held, Ready } from './control.ts'
import type { Asked, Order, Round } from './orders.ts'

/** How long a contestant may take to start, and a load for one order, in milliseconds. */
const [startMs, orderMs] = [30_000, 300_000]

/** A round with what it cost the server. */
export type Measured = Round & { readonly cpuMicros: number }

/** A server and its load, each a process of its own. */
export class Contestant {
  readonly title: string
  readonly sockets: number
  /** What each subscriber added to what the server held before anybody had connected. */
  idleKiB = 0
  readonly #server: Child
  readonly #load: Child
  readonly #asked: Asked

  constructor(title: string, program: string, asked: Asked, sockets: number) {
    const command = (name: string, ...flags: string[]) => ({
      args: [...flags, new URL(`programs/${name}.ts`, import.meta.url).pathname],
    })
    this.title = title
    this.sockets = sockets
    this.#asked = asked
    this.#server = startChild(title, command(program, '--expose-gc'), 'gateway')
    this.#load = startChild(`the load of ${title}`, command('load'), 'rest')
  }

  /** Connects all subscribers, and weighs them. */
  async connect(): Promise<void> {
    const ready = await messageOf<Ready>(this.#server, startMs)
    const before = await this.held()
    await this.#order({ kind: 'connect', sockets: this.sockets, asked: this.#asked, ...ready })
    this.idleKiB = (((await this.held()).rssMiB - before.rssMiB) * 1_024) / this.sockets
  }

  /** So many events at once to everybody, the next when everybody has them. */
  async round(seconds: number, burst: number): Promise<Measured> {
    const before = this.#cpuSeconds()
    const round = await this.#order<Round>({ kind: 'round', seconds, burst })
    return { ...round, cpuMicros: ((this.#cpuSeconds() - before) * 1e6) / round.deliveries }
  }

  churn(seconds: number, perSecond: number): Promise<{ changed: number }> {
    return this.#order({ kind: 'churn', seconds, perSecond })
  }

  /** The server's memory, garbage aside. */
  held(): Promise<Held> {
    const answer = messageOf<Held>(this.#server, orderMs)
    this.#server.process.send('held')
    return answer
  }

  async stop(): Promise<void> {
    await Promise.all([this.#load.stop(), this.#server.stop()])
  }

  #order<T extends object>(order: Order): Promise<T> {
    const answer = messageOf<T>(this.#load, orderMs + ('seconds' in order ? order.seconds * 1_000 : 0))
    this.#load.process.send(order)
    return answer
  }

  #cpuSeconds(): number {
    return usageOf(this.#server.process.pid ?? 0).cpuSeconds
  }
}
