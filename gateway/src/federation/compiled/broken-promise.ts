import type { GraphQLFormattedError } from 'graphql'

type Path = readonly (string | number)[]

function broken(message: string, path: Path): GraphQLFormattedError {
  return { message, path: [...path], extensions: { code: 'INVALID_GRAPHQL' } }
}

/** What a subgraph's data may do that the schema rules out. The first three make a null; the others make the whole answer an error. */
export const brokenPromise = {
  null: (place: string, path: Path) => broken(`Cannot return null for non-nullable ${place}.`, path),
  leaf: (place: string, path: Path) => broken(`Invalid value found for ${place}.`, path),
  typename: (place: string, path: Path) => broken(`Invalid __typename found for object at ${place}.`, path),
  typenameValue: (value: unknown) => new Error(`Got unexpected value for __typename: ${String(value)}`),
  list: (value: unknown, type: string) =>
    new Error(`Invalid non-list value ${String(value)} returned by subgraph for list type ${type}`),
  object: (value: unknown, type: string) =>
    new Error(`Invalid non-object value ${String(value)} returned by subgraph for composite type ${type}`),
} as const
