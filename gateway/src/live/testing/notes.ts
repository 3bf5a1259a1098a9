import { buildSubgraphSchema } from '@apollo/subgraph'
import { composeServices } from '@apollo/composition'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import { GraphQLError, parse } from 'graphql'
import type { LocalSubgraph } from '../../upstreams/local.ts'

const sdl = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { echo(text: String!): String!, slow: String! }
  type Mutation { write(list: String!, text: String!): Int! }
  type Subscription {
    noteAdded(list: String!, after: String): Added!
    ticked(name: String): Tick!
  }
  type Added { cursor: String! kind: String! number: Int text: String }
  type Tick { count: Int! who: String text: String }
`)

type Added = { cursor: string; kind: string; number: number | null; text: string | null }
type Tick = { count: number; text?: string }

/** Lists of notes to which one subscribes, with a cursor and without: feeds whose every step a test decides. */
export class Notes {
  /** Feeds opened so far, and those open now. */
  opened = 0
  open = 0
  /** Events resolved so far. */
  resolved = 0
  /** How often reading the text `hard` fails from now on. */
  failing = 0
  /** Lets the query `slow` answer. */
  answerSlow: (() => void)[] = []
  readonly #lists = new Map<string, string[]>()
  readonly #ticks: Tick[] = []
  readonly #waiting = new Set<() => void>()
  #ended = 0

  /** Adds notes to a list. */
  write(list: string, ...texts: string[]): void {
    this.#lists.set(list, [...(this.#lists.get(list) ?? []), ...texts])
    this.#wake()
  }

  /** One more tick for everybody who hears ticks. */
  tick(text?: string): void {
    this.#ticks.push({ count: this.#ticks.length + 1, ...(text !== undefined && { text }) })
    this.#wake()
  }

  /** Completes all feeds that are open. */
  endAll(): void {
    this.#ended++
    this.#wake()
  }

  #wake(): void {
    for (const wake of this.#waiting) wake()
  }

  /** The subgraph that serves them. */
  subgraph(): LocalSubgraph {
    const schema = buildSubgraphSchema([
      {
        typeDefs: sdl,
        resolvers: {
          Query: {
            echo: (_: unknown, { text }: { text: string }) => text,
            slow: () => new Promise((resolve) => this.answerSlow.push(() => resolve('at last'))),
          },
          Mutation: {
            write: (_: unknown, { list, text }: { list: string; text: string }) => {
              this.write(list, text)
              return this.#lists.get(list)?.length
            },
          },
          Subscription: {
            noteAdded: {
              subscribe: (_: unknown, args: { list: string; after?: string | null }) =>
                this.#notes(args.list, args.after ?? null),
              resolve: (event: Added) => this.#counted(event),
            },
            ticked: { subscribe: () => this.#ticksFromNow(), resolve: (event: Tick) => this.#counted(event) },
          },
          Added: {
            text: ({ text }: Added) => {
              if (text !== 'hard' || this.failing-- <= 0) return text
              throw new Error('The database is away.')
            },
          },
          Tick: { who: (_: unknown, __: unknown, { actor }: RequestIdentity) => actor?.memberId ?? 'nobody' },
        },
      },
    ])
    return { name: 'notes', schema, context: (identity) => identity }
  }

  #counted<T>(event: T): T {
    this.resolved++
    return event
  }

  #notes(list: string, after: string | null): AsyncIterableIterator<Added> {
    const texts = (): string[] => this.#lists.get(list) ?? []
    const [, from, number] = /^(.+)#(\d+)$/.exec(after ?? `${list}#${texts().length}`) ?? []
    if (from !== list)
      throw new GraphQLError('The cursor is not one of this list.', { extensions: { code: 'BAD_CURSOR' } })
    let seen = Number(number)
    let started = false
    return this.#feed(() => {
      if (!started) {
        started = true
        return { cursor: `${list}#${seen}`, kind: 'STARTED', number: null, text: null }
      }
      const text = texts()[seen]
      if (text === undefined) return null
      seen++
      return { cursor: `${list}#${seen}`, kind: 'NOTE', number: seen, text }
    })
  }

  #ticksFromNow(): AsyncIterableIterator<Tick> {
    let seen = this.#ticks.length
    return this.#feed(() => this.#ticks[seen++] ?? (seen--, null))
  }

  /** A feed by hand: what `take` gives, and when that is null what it gives when something has happened. */
  #feed<T>(take: () => T | null): AsyncIterableIterator<T> {
    this.opened++
    this.open++
    const ended = this.#ended
    let over = false
    let waiting: ((result: IteratorResult<T>) => void) | null = null
    const look = (): void => {
      if (!waiting) return
      const value = over || this.#ended !== ended ? null : take()
      if (value === null && !over && this.#ended === ended) return
      const resolve = waiting
      waiting = null
      resolve(value === null ? { done: true, value: undefined } : { done: false, value })
    }
    this.#waiting.add(look)
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      next: () =>
        new Promise((resolve) => {
          waiting = resolve
          look()
        }),
      return: async () => {
        if (!over) this.open--
        over = true
        this.#waiting.delete(look)
        look()
        return { done: true, value: undefined }
      },
    }
  }
}

/** The supergraph of one subgraph. */
export function notesSupergraph(url = 'http://notes.example/graphql'): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'notes', url, typeDefs: sdl }])
  if (errors) throw new Error(errors.map(String).join('\n'))
  return supergraphSdl
}
