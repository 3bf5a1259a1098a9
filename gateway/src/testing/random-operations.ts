import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import type { Draws } from './random-schemas.ts'

/** An operation, and values for its variables. */
export type RandomOperation = {
  readonly source: string
  readonly variables: Record<string, unknown>
  /** Whether a field with selections is asked for twice: Apollo's planner then groups fragments, against the order of the specification. */
  readonly repeats: boolean
}

const deepest = 4

/** An operation over any fields of a schema: aliases, arguments, fragments, `@skip` and `@include`, the same field twice. */
export function randomOperation(draws: Draws, schema: GraphQLSchema): RandomOperation {
  const mutation = draws.chance(15) ? schema.getMutationType() : null
  const root = mutation ?? schema.getQueryType()
  if (!root) throw new Error('The schema has no queries.')
  const names = new Names()
  const body = selections(draws, schema, root, 0, names)
  const variables: Record<string, unknown> = {}
  if (draws.chance(80)) variables['on'] = draws.chance(50)
  if (draws.chance(80)) variables['off'] = draws.chance(50)
  variables['n'] = draws.below(3)
  const kind = mutation ? 'mutation' : 'query'
  const used = ['$on: Boolean = true', '$off: Boolean = false', '$n: Int'].filter((each) =>
    body.includes(each.split(':', 1)[0] ?? ''),
  )
  return {
    source: `${kind} Random${used.length > 0 ? `(${used.join(', ').replaceAll('Boolean =', 'Boolean! =')})` : ''} ${body}`,
    repeats: names.repeats,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => body.includes(`$${name}`))),
  }
}

/** Aliases that never collide: fields with other arguments may not share a name. */
class Names {
  repeats = false
  #next = 0

  next(): string {
    return `x${this.#next++}`
  }
}

function selections(
  draws: Draws,
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
  names: Names,
): string {
  const parts: string[] = []
  if (draws.chance(30) || !('getFields' in type)) parts.push('__typename')
  const fields = 'getFields' in type ? Object.values(type.getFields()) : []
  const count = 1 + draws.below(Math.min(3, fields.length))
  for (let number = 0; fields.length > 0 && number < count; number++) {
    const part = field(draws, schema, draws.one(fields), depth, names)
    if (part) parts.push(part)
  }
  if (depth >= deepest) {
    if (parts.length === 0) parts.push('__typename')
  } else if (isAbstractType(type)) {
    for (const possible of schema.getPossibleTypes(type))
      if (draws.chance(50))
        parts.push(
          `... on ${possible.name}${condition(draws)} ${selections(draws, schema, possible, depth + 1, names)}`,
        )
  } else if (draws.chance(15) && isObjectType(type)) {
    const named = draws.chance(50) ? type.getInterfaces()[0] : undefined
    const target = named ? ` on ${named.name}` : condition(draws)
    parts.push(`...${target} ${selections(draws, schema, named ?? type, depth + 1, names)}`)
  }
  if (parts.length === 0) parts.push('__typename')
  return `{ ${parts.join(' ')} }`
}

function condition(draws: Draws): string {
  if (!draws.chance(8)) return ''
  return draws.one([
    ' @include(if: $on)',
    ' @skip(if: $off)',
    ' @include(if: false)',
    ' @skip(if: false)',
    ' @skip(if: $on) @include(if: $off)',
  ])
}

function field(
  draws: Draws,
  schema: GraphQLSchema,
  { name, type, args }: GraphQLField<unknown, unknown>,
  depth: number,
  names: Names,
): string | null {
  const target = getNamedType(type)
  if (isCompositeType(target) && depth >= deepest) return null
  const argument = args.length > 0 && draws.chance(60) ? `(n: ${draws.one(['$n', '0', '1', 'null'])})` : ''
  const alias = argument !== '' || isCompositeType(target) || draws.chance(20) ? `${names.next()}: ` : ''
  const rest = isCompositeType(target) ? ` ${selections(draws, schema, target, depth + 1, names)}` : ''
  const text = `${alias}${name}${argument}${condition(draws)}${rest}`
  // The same response name twice, with other selections: they are one field.
  if (alias === '' || !isCompositeType(target) || !draws.chance(10)) return text
  names.repeats = true
  return `${text} ${alias}${name}${argument} ${selections(draws, schema, target, depth + 1, names)}`
}
