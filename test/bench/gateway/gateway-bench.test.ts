import { describe, expect, it } from '@jest/globals'
import { Supergraph } from '@apollo/federation-internals'
import { graphql, parse, printType, validate } from 'graphql'
import { loadNames, loads, sampleOperations } from './loads.ts'
import { readOptions } from './options.ts'
import { parseAnswer } from './programs/raw-client.ts'
import { plainShopSchema } from './shop/plain-schema.ts'
import { shopSubgraphs, type ShopSubgraph } from './shop/subgraphs.ts'
import { shopSupergraph } from './shop/supergraph.ts'

const urls = Object.fromEntries(shopSubgraphs.map((name) => [name, `http://127.0.0.1/${name}`])) as Record<
  ShopSubgraph,
  string
>

describe('the shop of the gateway benchmark', () => {
  const api = Supergraph.build(shopSupergraph(urls)).apiSchema().toGraphQLJSSchema()
  const plain = plainShopSchema()

  it('is one graph, with the types of the plain schema that is the limit', () => {
    const typesOf = (schema: typeof plain): string[] =>
      ['Query', 'User', 'Product', 'Review'].flatMap((name) => {
        const type = schema.getType(name)
        return type ? printType(type).split('\n').toSorted() : [`no ${name}`]
      })
    expect(typesOf(api)).toEqual(typesOf(plain))
  })

  it('takes every operation of every load', () => {
    const documents = new Set(loadNames.flatMap((name) => loads[name].operations.map(({ query }) => query)))
    for (const query of documents) expect(validate(api, parse(query))).toEqual([])
  })

  it('answers the samples in full: users and page sizes as asked for', async () => {
    for (const { query, variables } of sampleOperations()) {
      const { data, errors } = await graphql({ schema: plain, source: query, variableValues: variables })
      expect(errors).toBeUndefined()
      expect(JSON.stringify(data)).not.toContain(':null')
      expect(data?.['topProducts']).toHaveLength(Number(variables['page']))
    }
  })
})

describe('the client of the load', () => {
  const answer = (head: string, body: string): Buffer => Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${body}`)
  const chunked = answer('transfer-encoding: chunked', '5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n')
  const sized = answer('Content-Length: 7', '{"a":1}')

  it.each([
    ['chunked', chunked],
    ['with a length', sized],
  ])('reads an answer that is %s only when all of it is there', (_, whole) => {
    expect(parseAnswer(whole)).toEqual({ status: 200, body: Buffer.from('{"a":1}') })
    for (let bytes = 0; bytes < whole.length; bytes++) expect(parseAnswer(whole.subarray(0, bytes))).toBeNull()
  })
})

describe('the options', () => {
  it('name gateways and loads that exist, and times above 0', () => {
    expect(readOptions(['--only', 'limit,ours', '--seconds', '1'])).toMatchObject({
      only: ['ours', 'limit'],
      seconds: 1,
    })
    expect(() => readOptions(['--only', 'nobody'])).toThrow('--only knows no nobody')
    expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds is a number above 0')
  })
})
