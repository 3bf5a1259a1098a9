import { buildSchema, GraphQLObjectType, type GraphQLSchema } from 'graphql'
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

const typeDefs = /* GraphQL */ `
  type Query {
    me: User
    user(id: ID!): User
    users(take: Int): [User!]!
    topProducts(take: Int): [Product!]!
  }
  type User {
    id: ID!
    name: String
    username: String
    birthday: String
    reviews(take: Int): [Review!]!
  }
  type Product {
    upc: String!
    name: String
    price: Int
    weight: Int
    inStock: Boolean
    shippingEstimate: Int
    reviews(take: Int): [Review!]!
  }
  type Review {
    id: ID!
    body: String
    author: User
    product: Product
  }
`

const resolvers = {
  Query: {
    me: () => users[0],
    user: (_: unknown, { id }: { id: string }) => userOf(id),
    users: (_: unknown, page: Page) => firstOf(users, page),
    topProducts: (_: unknown, page: Page) => firstOf(products, page),
  },
  User: { reviews: ({ id }: User, page: Page) => firstOf(reviewsBy(id), page) },
  Product: {
    inStock: ({ upc }: Product) => inStock(upc),
    shippingEstimate: ({ price, weight }: Product) => shippingEstimate(price, weight),
    reviews: ({ upc }: Product, page: Page) => firstOf(reviewsOn(upc), page),
  },
  Review: {
    author: ({ authorId }: Review) => userOf(authorId),
    product: ({ upc }: Review) => productOf(upc),
  },
}

/** The whole shop as one schema without federation: what all answers are checked against, and the limit when compiled. */
export function plainShopSchema(): GraphQLSchema {
  const schema = buildSchema(typeDefs)
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (!(type instanceof GraphQLObjectType)) throw new Error(`The plain schema has no type ${typeName}`)
    for (const [name, resolve] of Object.entries(fields)) Object.assign(type.getFields()[name] ?? {}, { resolve })
  }
  return schema
}
