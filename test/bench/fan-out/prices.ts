import { buildSubgraphSchema } from '@apollo/subgraph'
import { composeServices } from '@apollo/composition'
import { parse, type GraphQLSchema } from 'graphql'

const sdl = parse(`
  type Query { instruments: Int! }
  type Subscription { priceChanged(of: String!): Price! }
  type Price { instrument: String! number: Int! bid: Float! ask: Float! at: Float! note: String! }
`)

export type Price = { number: number; bid: number; ask: number; at: number; note: string }

/** What subscribers of all contestants ask for. */
export const priceChanged =
  'subscription Prices($of: String!) { priceChanged(of: $of) { instrument number bid ask at note } }'

/** Milliseconds on a clock that all processes of this machine share. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}

/** The next price: as long as a small business event. */
export function nextPrice(number: number): Price {
  return { number, bid: 101.25 + (number % 100), ask: 101.5 + (number % 100), at: now(), note: 'x'.repeat(150) }
}

type Waiting = (result: IteratorResult<Price>) => void

/** Everybody who hears prices: iterators by hand, the same for all contestants. */
export class Prices {
  readonly #subscribers = new Set<{ queue: Price[]; waiting: Waiting | null }>()
  #count = 0

  /** One more price for everybody. */
  publish(): void {
    const price = nextPrice(++this.#count)
    for (const subscriber of this.#subscribers) {
      const { waiting } = subscriber
      subscriber.waiting = null
      if (waiting) waiting({ done: false, value: price })
      else subscriber.queue.push(price)
    }
  }

  /** The schema of the subgraph, which runs under graphql-js alone, too. */
  schema(): GraphQLSchema {
    return buildSubgraphSchema([
      {
        typeDefs: sdl,
        resolvers: {
          Query: { instruments: () => 1 },
          Subscription: {
            priceChanged: {
              subscribe: () => this.#subscribe(),
              resolve: (price: Price, { of }: { of: string }) => ({ ...price, instrument: of }),
            },
          },
        },
      },
    ])
  }

  #subscribe(): AsyncIterableIterator<Price> {
    const subscriber: { queue: Price[]; waiting: Waiting | null } = { queue: [], waiting: null }
    this.#subscribers.add(subscriber)
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      next() {
        const price = subscriber.queue.shift()
        if (price) return Promise.resolve({ done: false, value: price })
        return new Promise((resolve) => (subscriber.waiting = resolve))
      },
      return: () => {
        this.#subscribers.delete(subscriber)
        subscriber.waiting?.({ done: true, value: undefined })
        return Promise.resolve({ done: true, value: undefined })
      },
    }
  }
}

/** The supergraph of this one subgraph. */
export function pricesSupergraph(): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'prices', url: 'http://prices.example/graphql', typeDefs: sdl },
  ])
  if (errors) throw new Error(errors.map(String).join('\n'))
  return supergraphSdl
}
