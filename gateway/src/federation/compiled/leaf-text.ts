import { isEnumType, isScalarType, type GraphQLLeafType } from 'graphql'
import { quote } from './json-text.ts'

/** A leaf's value as JSON text, or undefined when the value is not valid for its type. Never gets null. */
export type LeafText = (value: unknown) => string | undefined

const integer = /^-?\d+$/

const builtIn: Readonly<Record<string, LeafText>> = {
  Boolean: (value) => (typeof value === 'boolean' ? (value ? 'true' : 'false') : undefined),
  Int: (value) => (typeof value === 'number' && integer.test(`${value}`) ? `${value}` : undefined),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : undefined),
  String: (value) => (typeof value === 'string' ? quote(value) : undefined),
  ID: (value) => {
    if (typeof value === 'string') return quote(value)
    return typeof value === 'number' && integer.test(`${value}`) ? `${value}` : undefined
  },
}

/** How values of a leaf type are checked and written. Custom scalars are taken as the subgraph gives them. */
export function leafText(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, quote(name)]))
    return (value) => texts.get(value)
  }
  const known = isScalarType(type) ? builtIn[type.name] : undefined
  return known ?? ((value) => (typeof value === 'string' ? quote(value) : JSON.stringify(value)))
}
