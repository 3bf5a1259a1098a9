import type { GraphQLFormattedError, GraphQLObjectType } from 'graphql'
import type { TypedSelections } from './collect-fields.ts'
import { nullText, ValueCompiler, type Answered, type WriterOptions, type Writing } from './value-compiler.ts'

/** A response as JSON text, and what in the data broke the schema's promises. */
export type WrittenResponse = { readonly text: string; readonly errors: readonly GraphQLFormattedError[] }

/**
 * Compiles the selections of an operation to a function that writes the response: fields in the order of the operation, values
 * checked against the API schema, nulls bubbling up (GraphQL specification, section 6.4.4). The text is `null` when the whole is.
 */
export function responseWriter(
  options: WriterOptions,
  root: GraphQLObjectType,
  selections: readonly TypedSelections[],
): (data: Answered) => WrittenResponse {
  const write = new ValueCompiler(options).fields(root, selections, null, '')
  return (data) => {
    const writing: Writing = { path: [], errors: [], texts: [] }
    return { text: write(data, writing) ?? nullText, errors: writing.errors }
  }
}
