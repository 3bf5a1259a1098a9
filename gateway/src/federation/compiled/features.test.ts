import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { describe, expect, it } from '@jest/globals'
import { execute, parse, type DocumentNode } from 'graphql'
import type { FetchInput, SubgraphResult, Upstream } from '../../upstreams/upstream.ts'
import { Generation } from '../generation.ts'
import { PreparedOperation } from '../prepared-operation.ts'

type Part = {
  readonly typeDefs: string
  readonly resolvers: Record<string, Record<string, unknown>>
  /** Stands in for the subgraph's answer where it gives one. */
  readonly instead?: (input: FetchInput, document: DocumentNode) => SubgraphResult | undefined
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import:
  ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@context", "@fromContext"])`
const caller = { identity: { actor: null, requestId: 'test' } }

/** A federation of small subgraphs, and what was asked of them. */
function federation(parts: Readonly<Record<string, Part>>) {
  const asked: { name: string; representations: unknown[][]; variables: object }[] = []
  const services = Object.entries(parts).map(([name, { typeDefs }]) => ({
    name,
    typeDefs: parse(`${link}\n${typeDefs}`),
    url: `http://${name}`,
  }))
  const { supergraphSdl = '', errors } = composeServices(services)
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  const upstreams = services.map(({ name, typeDefs }): Upstream => {
    const part = parts[name]
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: (part?.resolvers ?? {}) as never }])
    return {
      name,
      prepare: ({ document }) => ({
        async send(input) {
          const lists = Object.entries(input.representations ?? {}).map(([key, list]) => [
            key,
            list.map(({ value }) => value),
          ])
          const representations = Object.fromEntries(lists) as Record<string, unknown[]>
          asked.push({ name, representations: Object.values(representations), variables: input.variables })
          const variableValues = { ...input.variables, ...representations }
          const result = part?.instead?.(input, document) ?? (await execute({ schema, document, variableValues }))
          return JSON.parse(JSON.stringify(result)) as SubgraphResult
        },
      }),
      subscribe: () => Promise.reject(new Error('There are no subscriptions here.')),
      close: async () => undefined,
    }
  })
  const generation = new Generation({
    supergraphSdl,
    upstreams,
    introspection: true,
    shownError: (error) => error,
    uncompiled: (what) => {
      throw new Error(`Not compiled: ${what}`)
    },
  })
  const run = async (source: string, variables = {}): Promise<{ data?: unknown; errors?: object[] }> => {
    const prepared = generation.prepare(source, null)
    if (!(prepared instanceof PreparedOperation)) throw new Error(prepared.map(({ message }) => message).join('\n'))
    return JSON.parse(await prepared.execute(variables, caller)) as { data?: unknown; errors?: object[] }
  }
  return { run, asked }
}

const byId = (field: string, of: (id: string, args: never) => unknown) => ({
  [field]: ({ id }: { id: string }, args: never) => of(id, args),
})

describe('entities', () => {
  const shop = () =>
    federation({
      orders: {
        typeDefs: `type Query { orders: [Order!]! } type Order { number: Int! item: Item buyer: Firm seller: Firm }
          type Item @key(fields: "id") { id: ID! } type Firm @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            orders: () =>
              [1, 2, 3, 4].map((number) => ({
                number,
                item: number === 4 ? null : { id: String(number % 2) },
                buyer: { id: 'a' },
                seller: { id: number === 1 ? 'a' : 'b' },
              })),
          },
        },
      },
      items: {
        typeDefs: `type Item @key(fields: "id") { id: ID! title: String maker: Firm } type Firm @key(fields: "id") { id: ID! }`,
        resolvers: {
          Item: { ...byId('title', (id) => `Item ${id}`), ...byId('maker', (id) => ({ id: id === '1' ? 'b' : 'c' })) },
        },
      },
      firms: {
        typeDefs: 'type Firm @key(fields: "id") { id: ID! name: String! greeting(in: String): String }',
        resolvers: {
          Firm: {
            ...byId('name', (id) => `Firm ${id}`),
            ...byId('greeting', (id, { in: language }: never) => `${String(language)} ${id}`),
          },
        },
      },
    })

  it('that are equal are asked for once, and those of one tick to one subgraph in one request', async () => {
    const { run, asked } = shop()
    const { data } = await run('{ orders { item { title } buyer { name } seller { name } } }')
    expect(data).toEqual({
      orders: [1, 2, 3, 4].map((number) => ({
        item: number === 4 ? null : { title: `Item ${number % 2}` },
        buyer: { name: 'Firm a' },
        seller: { name: number === 1 ? 'Firm a' : 'Firm b' },
      })),
    })
    expect(asked.map(({ name, representations }) => [name, representations.map((each) => each.length)])).toEqual([
      ['orders', []],
      ['items', [2]],
      ['firms', [1, 2]],
    ])
  })

  it('of places that ask the same field with other arguments keep their own answers', async () => {
    const { run } = shop()
    const { data } = await run(`{ orders {
      buyer { hello: greeting(in: "hello") } seller { hello: greeting(in: "bonjour") } item { maker { hello: greeting(in: "hai") } } } }`)
    expect(data).toMatchObject({
      orders: [
        { buyer: { hello: 'hello a' }, seller: { hello: 'bonjour a' }, item: { maker: { hello: 'hai b' } } },
        { buyer: { hello: 'hello a' }, seller: { hello: 'bonjour b' }, item: { maker: { hello: 'hai c' } } },
        { buyer: { hello: 'hello a' }, seller: { hello: 'bonjour b' }, item: { maker: { hello: 'hai b' } } },
        { item: null },
      ],
    })
  })
})

describe('a request in which fetches go together', () => {
  const parts = (instead: Part['instead']) => ({
    one: {
      typeDefs: `type Query { left: Left right: Right } type Left @key(fields: "id") { id: ID! } type Right @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { left: () => ({ id: '1' }), right: () => ({ id: '2' }) } },
    },
    two: {
      typeDefs: `type Left @key(fields: "id") { id: ID! x: Int } type Right @key(fields: "id") { id: ID! y: Int }`,
      resolvers: { Left: byId('x', () => 1), Right: byId('y', () => 2) },
      ...(instead && { instead }),
    },
  })

  it('is asked apart when it fails as a whole, so that one failure is not everybody’s', async () => {
    const { run, asked } = federation(
      parts(({ representations }) => {
        const names = Object.keys(representations ?? {})
        if (names.length > 1) return { data: null, errors: [{ message: 'Too much at once', path: ['entities_0'] }] }
        const [list] = Object.values(representations ?? {})
        if (list?.[0]?.text.includes('Left')) return { data: null, errors: [{ message: 'No left here' }] }
        return undefined
      }),
    )
    expect(await run('{ left { x } right { y } }')).toEqual({
      data: { left: { x: null }, right: { y: 2 } },
      errors: [{ message: 'No left here', extensions: { serviceName: 'two', code: 'DOWNSTREAM_SERVICE_ERROR' } }],
    })
    expect(asked.map(({ name }) => name)).toEqual(['one', 'two', 'two', 'two'])
  })

  it('that gives no list, or one of another length, is an error of those fetches', async () => {
    const { run } = federation(parts(() => ({ data: { entities_0: [], entities_1: [{ y: 2 }] } })))
    expect(await run('{ left { x } right { y } }')).toEqual({
      data: { left: { x: null }, right: { y: 2 } },
      errors: [{ message: 'Expected "data._entities" to contain 1 elements' }],
    })
  })
})

it('errors of entities stand at every place of theirs, also when others of another type were passed over', async () => {
  const { run } = federation({
    one: {
      typeDefs: `type Query { all: [Thing] } union Thing = Cat | Dog
        type Cat @key(fields: "id") { id: ID! } type Dog @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          all: () => [
            { __typename: 'Dog', id: '1' },
            { __typename: 'Cat', id: '2' },
            null,
            { __typename: 'Cat', id: '2' },
          ],
        },
      },
    },
    two: {
      typeDefs: 'type Cat @key(fields: "id") { id: ID! lives: Int }',
      resolvers: { Cat: byId('lives', () => Promise.reject(new Error('Out of lives'))) },
    },
  })
  const { data, errors } = await run('{ all { ... on Cat { lives } ... on Dog { id } } }')
  expect(data).toEqual({ all: [{ id: '1' }, { lives: null }, null, { lives: null }] })
  expect(errors).toMatchObject([{ path: ['all', 1, 'lives'] }, { path: ['all', 3, 'lives'] }])
})

it('contexts: arguments come from the objects around, each entity with its own', async () => {
  const { run, asked } = federation({
    one: {
      typeDefs: `type Query { users: [User!]! }
        type User @key(fields: "id") @context(name: "user") { id: ID! currency: String! items: [Item!]! wallet: Wallet! }
        type Wallet { coins: [Coin!]! }
        type Item @key(fields: "id") { id: ID! price(currency: String @fromContext(field: "$user { currency }")): String! }
        type Coin @key(fields: "n") { n: Int! worth(currency: String @fromContext(field: "$user { currency }"), times: Int): String! }`,
      resolvers: {
        Query: {
          users: () =>
            ['EUR', 'JPY', 'EUR'].map((currency, number) => ({
              id: String(number),
              currency,
              items: [{ id: 'x' }, { id: `${number}` }],
              wallet: { coins: [{ n: 1 }] },
            })),
        },
        Item: { price: ({ id }: { id: string }, { currency }: { currency: string }) => `${currency} ${id}` },
        Coin: {
          worth: ({ n }: { n: number }, { currency, times }: { currency: string; times: number }) =>
            `${n * times} ${currency}`,
        },
      },
    },
    two: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! title: String }',
      resolvers: { Item: byId('title', (id) => id) },
    },
  })
  const { data, errors } = await run(
    'query ($times: Int) { users { items { price title } wallet { coins { worth(times: $times) } } } }',
    {
      times: 3,
    },
  )
  expect(errors).toBeUndefined()
  expect(data).toEqual({
    users: ['EUR', 'JPY', 'EUR'].map((currency, number) => ({
      items: ['x', `${number}`].map((id) => ({ price: `${currency} ${id}`, title: id })),
      wallet: { coins: [{ worth: `3 ${currency}` }] },
    })),
  })
  // The two currencies of both kinds of entities go in one request.
  expect(asked.filter(({ name }) => name === 'one')).toHaveLength(2)
})

it('variants: what @skip and @include leave out is not asked for, in any combination', async () => {
  const { run, asked } = federation({
    one: {
      typeDefs: 'type Query { it: It } type It @key(fields: "id") { id: ID! }',
      resolvers: { Query: { it: () => ({ id: '1' }) } },
    },
    two: {
      typeDefs: 'type It @key(fields: "id") { id: ID! x: Int y: Int }',
      resolvers: { It: { ...byId('x', () => 1), ...byId('y', () => 2) } },
    },
  })
  const source = 'query ($x: Boolean! = false, $y: Boolean!) { it { id x @include(if: $x) y @skip(if: $y) } }'
  expect((await run(source, { y: true })).data).toEqual({ it: { id: '1' } })
  expect(asked.map(({ name }) => name)).toEqual(['one'])
  expect((await run(source, { x: true, y: true })).data).toEqual({ it: { id: '1', x: 1 } })
  expect((await run(source, { x: true, y: false })).data).toEqual({ it: { id: '1', x: 1, y: 2 } })
})
