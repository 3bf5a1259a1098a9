/** A subgraph as Apollo Server makes it: products, and what each costs. */
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'

export const name = 'products'
export const port = Number(process.env.PRODUCTS_PORT ?? 4101)
export const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query {
    products: [Product!]!
  }
  type Product @key(fields: "id") {
    id: ID!
    name: String!
    price: Int!
  }
`)

const products = [
  { id: '1', name: 'Kettle', price: 3900 },
  { id: '2', name: 'Teapot', price: 5200 },
]
const resolvers = {
  Query: { products: () => products },
  Product: { __resolveReference: async ({ id }) => products.find((each) => each.id === id) },
}

export async function start() {
  const server = new ApolloServer({ schema: buildSubgraphSchema([{ typeDefs, resolvers }]) })
  const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } })
  process.stdout.write(`products listening on ${url}\n`)
}
