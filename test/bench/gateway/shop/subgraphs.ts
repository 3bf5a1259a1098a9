import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse, type GraphQLSchema } from 'graphql'
import {
  firstOf,
  inStock,
  productOf,
  products,
  reviewsBy,
  reviewsOn,
  shippingEstimate,
  userOf,
  users,
  type Product,
  type Review,
  type User,
} from './records.ts'

type Page = { take?: number | null }

/**
 * The four subgraphs of the shop. Their SDL is federation 1's, which one of the gateways needs and all the others take: no `@link`,
 * `extend type` for what another subgraph owns.
 */
const parts = {
  accounts: {
    typeDefs: /* GraphQL */ `
      extend type Query {
        me: User
        user(id: ID!): User
        users(take: Int): [User!]!
      }
      type User @key(fields: "id") {
        id: ID!
        name: String
        username: String
        birthday: String
      }
    `,
    resolvers: {
      Query: {
        me: () => users[0],
        user: (_: unknown, { id }: { id: string }) => userOf(id),
        users: (_: unknown, page: Page) => firstOf(users, page),
      },
      User: { __resolveReference: ({ id }: User) => userOf(id) },
    },
  },
  inventory: {
    typeDefs: /* GraphQL */ `
      extend type Product @key(fields: "upc") {
        upc: String! @external
        price: Int @external
        weight: Int @external
        inStock: Boolean
        shippingEstimate: Int @requires(fields: "price weight")
      }
    `,
    resolvers: {
      Product: {
        __resolveReference: (product: Product) => product,
        inStock: ({ upc }: Product) => inStock(upc),
        shippingEstimate: ({ price, weight }: Product) => shippingEstimate(price, weight),
      },
    },
  },
  products: {
    typeDefs: /* GraphQL */ `
      extend type Query {
        topProducts(take: Int): [Product!]!
      }
      type Product @key(fields: "upc") {
        upc: String!
        name: String
        price: Int
        weight: Int
      }
    `,
    resolvers: {
      Query: { topProducts: (_: unknown, page: Page) => firstOf(products, page) },
      Product: { __resolveReference: ({ upc }: Product) => productOf(upc) },
    },
  },
  reviews: {
    typeDefs: /* GraphQL */ `
      type Review @key(fields: "id") {
        id: ID!
        body: String
        author: User @provides(fields: "username")
        product: Product
      }
      extend type User @key(fields: "id") {
        id: ID! @external
        username: String @external
        reviews(take: Int): [Review!]!
      }
      extend type Product @key(fields: "upc") {
        upc: String! @external
        reviews(take: Int): [Review!]!
      }
    `,
    resolvers: {
      Review: {
        author: ({ authorId }: Review) => ({ id: authorId, username: userOf(authorId)?.username }),
        product: ({ upc }: Review) => ({ upc }),
      },
      User: {
        __resolveReference: ({ id }: User) => ({ id, username: userOf(id)?.username }),
        reviews: ({ id }: User, page: Page) => firstOf(reviewsBy(id), page),
      },
      Product: {
        __resolveReference: ({ upc }: Product) => ({ upc }),
        reviews: ({ upc }: Product, page: Page) => firstOf(reviewsOn(upc), page),
      },
    },
  },
}

export type ShopSubgraph = keyof typeof parts

export const shopSubgraphs = Object.keys(parts) as ShopSubgraph[]

/** A subgraph's SDL as composition reads it. */
export const shopSdl = (name: ShopSubgraph): string => parts[name].typeDefs

/** A subgraph's schema with its resolvers, ready to be executed. */
export function shopSchema(name: ShopSubgraph): GraphQLSchema {
  const { typeDefs, resolvers } = parts[name]
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }])
}
