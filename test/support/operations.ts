import { readFileSync } from 'node:fs'

const folder = new URL('../../schema/operations/', import.meta.url)

/** The text of an operation of `schema/operations`, by its name: the same that GraphiQL and the examples use. */
export function operationText(name: string): string {
  const file = name.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase()
  return readFileSync(new URL(`${file}.graphql`, folder), 'utf8')
}
