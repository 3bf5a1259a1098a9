import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { describe, expect, it } from '@jest/globals'
import { Kind, parse, type GraphQLSchema } from 'graphql'
import { costWeights } from './cost-weights.ts'
import { compileCost, costAssumptions } from './operation-cost.ts'

const stated = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
  type Query {
    books(first: Int, last: Int): [Book!] @listSize(slicingArguments: ["first", "last"])
    bestsellers: [Book!] @listSize(assumedSize: 5)
    pages(first: Int = 30): BookPages
      @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    search(text: String @cost(weight: 3), filter: Filter): [Book!]
    book: Book @cost(weight: 40)
    anything: [Anything!] @listSize(assumedSize: 2)
  }
  type Mutation {
    order(lines: [Line!]!): Book
  }
  type BookPages {
    edges: [BookEdge!]
    hints: [Book!]
  }
  type BookEdge {
    node: Book
  }
  union Anything = Book | Author
  type Book @key(fields: "id") @cost(weight: 2) {
    id: ID!
    title: String
    format: Format
    author: Author
    similar(limit: Int): [Book!]
  }
  type Author @key(fields: "id") {
    id: ID!
    books: [Book!]
  }
  enum Format @cost(weight: 6) {
    PAPER
  }
  input Filter {
    genre: String @cost(weight: 8)
    more: [Filter!]
  }
  input Line {
    book: ID!
  }
`

function schemaOf(typeDefs: string): GraphQLSchema {
  const { supergraphSdl } = composeServices([{ name: 'books', url: 'http://books', typeDefs: parse(typeDefs) }])
  return Supergraph.build(supergraphSdl ?? '').schema.toGraphQLJSSchema()
}

const schema = schemaOf(stated)

function compiled(query: string, within: GraphQLSchema = schema): ReturnType<typeof compileCost> {
  const document = parse(query)
  const definition = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  if (!definition) throw new Error('There is no operation.')
  return compileCost(within, costWeights(within), { document, definition, operationName: null })
}

describe('what an operation costs', () => {
  it.each<[string, string, object, number]>([
    ['leaves nothing, objects their weight', '{ bestsellers { id title } }', {}, 5 * 2],
    ['an enum what it weighs', '{ bestsellers { format } }', {}, 5 * (2 + 6)],
    ['a field its own weight instead of its type’s', '{ book { author { id } } }', {}, 40 + 1],
    ['a page as many as it is long', '{ books(first: 7) { author { id } } }', {}, 7 * (2 + 1)],
    ['of two lengths the longer', '{ books(first: 7, last: 9) { id } }', {}, 9 * 2],
    ['a page by a variable', 'query ($n: Int) { books(first: $n) { id } }', { n: 11 }, 11 * 2],
    ['a page by a variable’s default', 'query ($n: Int = 4) { books(first: $n) { id } }', {}, 4 * 2],
    ['a page by the schema’s default', '{ pages { edges { node { id } } } }', {}, 1 + 30 * (1 + 2)],
    [
      'a page of unknown length what is assumed',
      'query ($n: Int) { books(first: $n) { id } }',
      {},
      costAssumptions.pageSize * 2,
    ],
    [
      'a negative page what is assumed',
      'query ($n: Int) { books(first: $n) { id } }',
      { n: -5 },
      costAssumptions.pageSize * 2,
    ],
    [
      'only sized fields of a connection',
      '{ pages(first: 3) { edges { node { id } } hints { id } } }',
      {},
      1 + 3 * 3 + 10 * 2,
    ],
    ['lists of lists their product', '{ books(first: 3) { author { books { id } } } }', {}, 3 * (2 + 1 + 10 * 2)],
    ['a page argument that the schema does not name', '{ book { similar(limit: 20) { id } } }', {}, 40 + 20 * 2],
    ['an argument its weight', '{ search(text: "x") { id } }', {}, 3 + 10 * 2],
    [
      'input objects 1 each and their fields’ weights',
      '{ search(filter: {genre: "x", more: [{genre: "y"}, {}]}) { id } }',
      {},
      9 + 9 + 1 + 20,
    ],
    [
      'input objects in variables',
      'query ($f: Filter) { search(filter: $f) { id } }',
      { f: { genre: 'x', more: [{}, {}] } },
      9 + 2 + 20,
    ],
    [
      'variables within input objects',
      'query ($g: String = "x", $h: [Filter!]) { search(filter: {genre: $g, more: $h}) { id } }',
      { h: [{}] },
      9 + 1 + 20,
    ],
    [
      'a mutation ten more a root field',
      'mutation ($l: [Line!]!) { a: order(lines: $l) { id } b: order(lines: []) { id } }',
      { l: [{ book: '1' }, { book: '2' }] },
      10 + 2 + 2 + 10 + 2,
    ],
    [
      'of exclusive fragments the dearest',
      '{ anything { ... on Book { format } ... on Author { id } } }',
      {},
      2 * (2 + 6),
    ],
    [
      'fragments of the same type together',
      '{ anything { ... on Book { format } ... on Book { author { id } } } }',
      {},
      2 * (2 + 6 + 1),
    ],
    [
      'a fragment where it is spread',
      '{ bestsellers { ...B author { books { ...B } } } } fragment B on Book { format }',
      {},
      5 * (2 + 6 + 1 + 10 * 8),
    ],
    [
      'what is left out nothing',
      'query ($y: Boolean!) { book @include(if: $y) { id } books(first: 1) @skip(if: true) { id } }',
      { y: false },
      0,
    ],
    ['what is not left out all', 'query ($y: Boolean! = true) { book @include(if: $y) { id } }', {}, 40],
    [
      'names of inherited properties nothing else',
      'query ($constructor: Boolean! = true) { book @include(if: $constructor) { id } }',
      {},
      40,
    ],
    ['introspection by its lists', '{ __schema { types { name } } }', {}, 1 + 10],
  ])('%s', (_, query, variables, cost) => {
    expect(compiled(query).cost(variables as Record<string, unknown>)).toBe(cost)
  })

  it('is more than can be counted for absurd pages, and not less', () => {
    const query = compiled('query ($n: Int) { books(first: $n) { similar(limit: $n) { similar(limit: $n) { id } } } }')
    expect(query.cost({ n: 2_147_483_647 })).toBeGreaterThan(1e27)
  })

  it('takes microseconds to compute for an operation with variables', () => {
    const { cost } = compiled(
      'query ($n: Int) { books(first: $n) { id author { id books { title similar(limit: $n) { id } } } } }',
    )
    const start = performance.now()
    for (let i = 0; i < 10_000; i++) cost({ n: i })
    expect((performance.now() - start) / 10_000).toBeLessThan(0.02)
  })
})

describe('a field that needs exactly one slicing argument', () => {
  it.each<[string, object, number]>([
    ['{ books { id } }', {}, 1],
    ['{ books(first: 1, last: 2) { id } }', {}, 1],
    ['query ($n: Int) { books(first: $n) { id } }', {}, 1],
    ['query ($n: Int) { books(first: $n) { id } }', { n: null }, 1],
    ['query ($n: Int) { books(first: $n) { id } }', { n: 1 }, 0],
    ['{ books(last: 2) { id } }', {}, 0],
    ['{ pages { edges { node { id } } } }', {}, 0],
  ])('%s with %j has %i faults', (query, variables, faults) => {
    const found = compiled(query).faults(variables as Record<string, unknown>)
    expect(found).toHaveLength(faults)
    if (faults > 0) expect(found[0]).toBe('Give exactly one of first, last to `books`.')
  })
})

it('reads the directives by the names under which they are imported', () => {
  const renamed = schemaOf(
    stated
      .replace('"@cost", "@listSize"', '{ name: "@cost", as: "@weighs" }, { name: "@listSize", as: "@long" }')
      .replaceAll('@cost(', '@weighs(')
      .replaceAll('@listSize(', '@long('),
  )
  expect(compiled('{ bestsellers { format } }', renamed).cost({})).toBe(5 * (2 + 6))
})

it('assumes lengths where the schema says nothing', () => {
  const silent = schemaOf(/* GraphQL */ `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
    type Query {
      things(first: Int!): ThingPages!
      all: [Thing!]!
    }
    type ThingPages {
      edges: [ThingEdge!]!
      total: Int!
    }
    type ThingEdge {
      node: Thing!
    }
    type Thing {
      name: String!
    }
  `)
  expect(compiled('{ things(first: 25) { total edges { node { name } } } }', silent).cost({})).toBe(1 + 25 * 2)
  expect(compiled('{ all { name } }', silent).cost({})).toBe(costAssumptions.listSize)
})
