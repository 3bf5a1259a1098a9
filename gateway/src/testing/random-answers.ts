import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import type { SubgraphResult, Upstream } from '../upstreams/upstream.ts'
import type { SubgraphSdl } from './random-schemas.ts'

/** How often values are null, fail, or break the schema's promises, in percent. */
export type Rates = { readonly nulls: number; readonly errors: number; readonly broken: number }

/** A number that depends on everything that is given, and on nothing else (FNV-1a). */
function hashOf(...parts: readonly unknown[]): number {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(parts)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) % 1_000_003
}

type Source = Record<string, unknown> | undefined

/** Strings that the upstream turns into what a well-behaved subgraph could not have said. */
const broken = { number: 'broken: number', null: 'broken: null' } as const

/** A subgraph whose every value is told by type, id, field and arguments alone: whoever asks, in whatever order, gets the same. */
export function randomUpstream(
  { name, typeDefs }: SubgraphSdl,
  seed: number,
  rates: Rates,
): Upstream & { calls: number } {
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs) }])
  const fieldResolver: GraphQLFieldResolver<Source, unknown> = (source, args, _context, info) => {
    const { fieldName } = info
    const id = idOf(source)
    if (fieldName === '_entities') throw new Error('Not resolved here.')
    if (fieldName === 'id') return id
    const needed = info.parentType
      .getFields()
      [fieldName]?.astNode?.directives?.some((each) => each.name.value === 'requires')
    const hash = hashOf(
      seed,
      typeNameOf(source) ?? info.parentType.name,
      id,
      fieldName,
      args,
      needed ? source?.['base'] : null,
    )
    if (hash % 100 < rates.errors) throw new Error(`${info.parentType.name}.${fieldName} of ${id} failed`)
    return valueOf(info.returnType, hash, schema, rates)
  }
  const upstream: Upstream & { calls: number } = {
    name,
    calls: 0,
    prepare: ({ document, operationName }) => ({
      async send({ variables, representations }) {
        upstream.calls++
        const lists = Object.entries(representations ?? {}).map(([key, list]) => [key, list.map(({ value }) => value)])
        const result = await execute({
          schema,
          document,
          operationName: operationName ?? null,
          // As it would arrive over HTTP.
          variableValues: JSON.parse(JSON.stringify({ ...variables, ...Object.fromEntries(lists) })) as Record<
            string,
            unknown
          >,
          fieldResolver,
          typeResolver: (value) => String((value as Record<string, unknown>)['__typename']),
        })
        return JSON.parse(JSON.stringify(result), breakPromises) as SubgraphResult
      },
    }),
    subscribe: () => Promise.reject(new Error('There are no subscriptions here.')),
    close: async () => undefined,
  }
  return upstream
}

function idOf(source: Source): string {
  const id = source?.['id']
  return typeof id === 'string' ? id : '-'
}

function typeNameOf(source: Source): string | undefined {
  const name = source?.['__typename']
  return typeof name === 'string' ? name : undefined
}

function breakPromises(_key: string, value: unknown): unknown {
  if (value === broken.number) return 5
  return value === broken.null ? null : value
}

function valueOf(type: GraphQLOutputType, hash: number, schema: GraphQLSchema, rates: Rates): unknown {
  const nullable = getNullableType(type)
  if (nullable === type && (hash >> 3) % 100 < rates.nulls) return null
  if (isListType(nullable))
    return Array.from({ length: hash % 4 }, (_, index) => valueOf(nullable.ofType, hashOf(hash, index), schema, rates))
  const named = getNamedType(nullable)
  if (isAbstractType(named)) {
    const possible = schema.getPossibleTypes(named)
    return { __typename: possible[hash % possible.length]?.name, id: String(hash % 3) }
  }
  if (isObjectType(named)) return { __typename: named.name, id: String(hash % 3) }
  if (isEnumType(named)) return named.getValues()[hash % 3]?.name
  const isBroken = (hash >> 5) % 100 < rates.broken
  switch (named.name) {
    case 'Int':
      return hash % 1_000
    case 'Float':
      return (hash % 1_000) / 8
    case 'Boolean':
      return hash % 2 === 0
    case 'Blob':
      return { text: `"${hash % 7}"`, list: [hash % 3, null], nested: { on: true } }
    case 'String':
      return isBroken ? (hash % 2 === 0 ? broken.number : broken.null) : `text ${hash % 50} “\n”`
    default:
      return String(hash % 100)
  }
}
