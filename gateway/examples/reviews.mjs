/** A subgraph on nothing but graphql-js, node:http and graphql-ws: reviews of products, and a subscription to new ones. */
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'

export const name = 'reviews'
export const port = Number(process.env.REVIEWS_PORT ?? 4102)
export const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Subscription {
    reviewAdded: Review!
  }
  type Review {
    stars: Int!
    text: String!
    product: Product!
  }
  type Product @key(fields: "id") {
    id: ID!
    reviews: [Review!]!
  }
`)

const reviews = [
  { stars: 5, text: 'Pours well.', productId: '2' },
  { stars: 3, text: 'Loud.', productId: '1' },
]
const resolvers = {
  Subscription: {
    reviewAdded: {
      async *subscribe() {
        for (let turn = 0; ; turn++) {
          yield { reviewAdded: reviews[turn % reviews.length] }
          await pause(500)
        }
      },
    },
  },
  Review: { product: ({ productId }) => ({ __typename: 'Product', id: productId }) },
  Product: {
    __resolveReference: async ({ id }) => ({ id }),
    reviews: ({ id }) => reviews.filter(({ productId }) => productId === id),
  },
}

export async function start() {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }])
  const server = createServer(async (request, response) => {
    const { query, variables, operationName } = JSON.parse((await text(request)) || '{}')
    const result = await execute({ schema, document: parse(query), variableValues: variables, operationName })
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
  })
  useServer({ schema }, new WebSocketServer({ server, path: '/graphql' }))
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  process.stdout.write(`reviews listening on http://127.0.0.1:${port}/graphql\n`)
}
