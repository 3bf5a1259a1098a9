import type { GeneratorValue } from 'fast-check'
import { integer } from 'fast-check'

/** A subgraph's name and SDL. */
export type SubgraphSdl = { readonly name: string; readonly typeDefs: string }

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import:
  ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"])`
const leaves = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Shade', 'Blob'] as const
const entities = ['Apple', 'Berry', 'Citrus'] as const

/** Draws: a number below, a chance in percent, one of several. */
export type Draws = { below(limit: number): number; chance(percent: number): boolean; one<T>(of: readonly T[]): T }

export function drawsOf(g: GeneratorValue): Draws {
  const below = (limit: number): number => g(integer, { min: 0, max: Math.max(0, limit - 1) })
  return { below, chance: (percent) => below(100) < percent, one: (of) => of[below(of.length)] as never }
}

/**
 * Subgraphs over a few entities, each with fields of its own: leaves, lists, relations, interfaces, unions, shared value types, fields
 * that require others' or are provided, taken over, or added to an interface as a whole. Most draws compose; some do not.
 */
export function randomSubgraphs(draws: Draws): SubgraphSdl[] {
  const count = 2 + draws.below(2)
  const withKinds = draws.chance(50)
  const subgraphs = Array.from({ length: count }, (_, index) => subgraph(draws, index, withKinds))
  return subgraphs
}

function wrapped(draws: Draws, type: string): string {
  switch (draws.below(6)) {
    case 0:
      return `${type}!`
    case 1:
      return `[${type}]`
    case 2:
      return `[${type}!]`
    case 3:
      return `[${type}!]!`
    default:
      return type
  }
}

function subgraph(draws: Draws, index: number, withKinds: boolean): SubgraphSdl {
  const present = entities.filter((_, number) => number === 0 || index === 0 || draws.chance(75))
  const targets = [...present, ...(present.length > 1 ? ['Fruit', 'Named'] : ['Fruit'])]
  const parts = present.map((type) => entity(draws, index, type, targets))
  const next = index === 0 ? '' : kindExtension(withKinds)
  return {
    name: `s${index}`,
    typeDefs: [
      link,
      'enum Shade { RED GREEN BLUE }',
      'scalar Blob',
      'type Size @shareable { width: Int height: Int! label: String }',
      `union Fruit = ${present.join(' | ')}`,
      'interface Named { id: ID! }',
      ...parts,
      index === 0 && withKinds ? kinds : next,
      roots(draws, index, targets, index === 0 && withKinds),
    ].join('\n'),
  }
}

const kinds = `
interface Kind @key(fields: "id") { id: ID! title: String }
type Book implements Kind @key(fields: "id") { id: ID! title: String pages: Int }
type Film implements Kind @key(fields: "id") { id: ID! title: String minutes: Int! }
`

function kindExtension(withKinds: boolean): string {
  return withKinds
    ? 'type Kind @key(fields: "id") @interfaceObject { id: ID! rating: Float @shareable  comment(n: Int): String @shareable }'
    : ''
}

function entity(draws: Draws, index: number, type: string, targets: readonly string[]): string {
  const letter = type.charAt(0).toLowerCase()
  const own = Array.from({ length: 1 + draws.below(3) }, (_, number) => {
    const argument = draws.chance(25) ? '(n: Int)' : ''
    return `${letter}${index}${number}${argument}: ${wrapped(draws, draws.one(leaves))}`
  })
  const relations = Array.from({ length: draws.below(3) }, (_, number) => {
    return `${letter}r${index}${number}: ${wrapped(draws, draws.one(targets))}`
  })
  const size = draws.chance(40) ? ['size: Size @shareable'] : []
  const needs =
    index > 0 && type === 'Apple' && draws.chance(60)
      ? ['base: Int @external', `made${index}: String @requires(fields: "base")`]
      : []
  const base = index === 0 && type === 'Apple' ? ['base: Int'] : []
  const moved =
    type === 'Apple'
      ? index === 0
        ? ['moved: String']
        : index === 1
          ? ['moved: String @override(from: "s0")']
          : []
      : []
  return `type ${type} implements Named @key(fields: "id") { id: ID! ${[...own, ...relations, ...size, ...needs, ...base, ...moved].join(' ')} }`
}

function roots(draws: Draws, index: number, targets: readonly string[], withKinds: boolean): string {
  const fields = targets.map((type) => `get${type}${index}(n: Int): ${wrapped(draws, type)}`)
  if (withKinds) fields.push(`kinds${index}: ${wrapped(draws, 'Kind')}`)
  fields.push(`plain${index}: ${wrapped(draws, draws.one(leaves))}`)
  const mutation = `type Mutation { change${index}(n: Int): ${wrapped(draws, draws.one(targets))} }`
  return `type Query { ${fields.join(' ')} }\n${mutation}`
}
