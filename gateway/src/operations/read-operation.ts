import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { operationLimits, operationLimitsRule } from '../limits/operation-limits.ts'

/** A valid document, and which of its operations is meant. */
export type ReadOperation = {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
  readonly operationName: string | null
}

/** Parses and validates an operation, the same over every protocol. Gives errors with codes when it is not valid. */
export function readOperation(
  schema: GraphQLSchema,
  source: string,
  operationName: string | null,
  introspection: boolean,
): ReadOperation | readonly GraphQLError[] {
  const document = parsed(source)
  if (document instanceof GraphQLError) return [document]
  const errors = validated(schema, document, introspection)
  if (errors.length > 0) return errors
  const definition = operationOf(document, operationName)
  return definition instanceof GraphQLError ? [definition] : { document, definition, operationName }
}

function parsed(source: string): DocumentNode | GraphQLError {
  try {
    return parse(source, { maxTokens: operationLimits.tokens })
  } catch (error) {
    const extensions = { code: 'GRAPHQL_PARSE_FAILED' }
    if (!(error instanceof GraphQLError)) return new GraphQLError('The document cannot be parsed.', { extensions })
    return new GraphQLError(error.message, {
      ...(error.source && { source: error.source }),
      ...(error.positions && { positions: error.positions }),
      extensions,
    })
  }
}

/** graphql 16 throws on some documents instead of reporting: that is an error of the document, not of the connection. */
function validated(schema: GraphQLSchema, document: DocumentNode, introspection: boolean): readonly GraphQLError[] {
  const rules = [...specifiedRules, operationLimitsRule, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])]
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' }
  try {
    return validate(schema, document, rules).map((error) =>
      error.extensions['code'] ? error : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions }),
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason'
    return [new GraphQLError(`The document is not valid: ${reason}`, { extensions })]
  }
}

function operationOf(document: DocumentNode, operationName: string | null): OperationDefinitionNode | GraphQLError {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const [only] = operations
  const found = operationName === null ? only : operations.find(({ name }) => name?.value === operationName)
  const extensions = { code: 'OPERATION_RESOLUTION_FAILURE' }
  if (operationName === null && operations.length > 1)
    return new GraphQLError('The document has several operations: say by operationName which one is meant.', {
      extensions,
    })
  return found ?? new GraphQLError(`The document has no operation named ${operationName ?? 'so'}.`, { extensions })
}
