import { expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { buildSchema, parse } from 'graphql'
import type { Caller, SubgraphResult } from './upstream.ts'
import { localUpstream } from './local.ts'

const schema = buildSchema(
  'type Query { page(first: Int!, only: [Color!]! = [RED], after: String): String } enum Color { RED BLUE }',
)
const upstream = localUpstream(
  {
    name: 'pages',
    schema: Object.assign(schema, {}),
    context: () => ({}),
  },
  createLog('test', 'silent'),
)
const page = schema.getQueryType()?.getFields()['page']
if (page) page.resolve = (_root, args: object) => JSON.stringify(args)

const caller: Caller = { identity: { actor: null, requestId: 'request' } }
const query = `query ($first: Int! = 20, $only: [Color!]! = [BLUE], $after: String = "a") { page(first: $first, only: $only, after: $after) }`

const run = (variables: Record<string, unknown>): Promise<SubgraphResult> =>
  upstream
    .prepare({ query, document: parse(query), operationName: undefined })
    .send({ variables, representations: null }, caller)

it.each([
  [{}, { first: 20, only: ['BLUE'], after: 'a' }],
  [{ first: 5 }, { first: 5, only: ['BLUE'], after: 'a' }],
  [
    { only: ['RED'], after: null },
    { first: 20, only: ['RED'], after: null },
  ],
])('a fetch with the variables %j has the defaults of those that are left out', async (variables, args) => {
  const { data } = await run(variables)
  expect(JSON.parse(String(data?.['page']))).toEqual(args)
})

it('a variable that must not be null is not null because it has a default', async () => {
  const { errors } = await run({ first: null })
  expect(errors).toHaveLength(1)
})
