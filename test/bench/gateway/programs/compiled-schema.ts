import { GraphQLError, parse, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import type { Operation } from '../loads.ts'

/** Compiled documents that are kept: far more than the gateways send. */
const keptDocuments = 1_000

/** Answers operations as text, each document compiled once by graphql-jit. */
export function compiledSchema(schema: GraphQLSchema): (operation: Operation) => Promise<string> {
  const compiled = new Map<string, CompiledQuery>()
  const compile = (query: string): CompiledQuery => {
    const made = compileQuery(schema, parse(query), undefined, { customJSONSerializer: true })
    if (!isCompiledQuery(made)) throw made.errors?.[0] ?? new GraphQLError('The document cannot be compiled.')
    if (compiled.size >= keptDocuments) compiled.clear()
    compiled.set(query, made)
    return made
  }
  return async ({ query, variables }) => {
    const made = compiled.get(query) ?? compile(query)
    return made.stringify(await made.query(undefined, {}, variables))
  }
}
