import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { limitErrors, operationLimits, tokenLimitError } from '../limits/operation-limits.ts'
import { isUsableText } from './usable-text.ts'

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
  const document = readDocument(source)
  if (!('kind' in document)) return document
  const errors = validated(schema, document, introspection)
  if (errors.length > 0) return errors
  const definition = operationOf(document, operationName)
  return definition instanceof GraphQLError ? [definition] : { document, definition, operationName }
}

/** Parses a document and measures it, before anything else is done with it: what asks for too much costs no more than this. */
export function readDocument(source: string): DocumentNode | readonly GraphQLError[] {
  const document = parsed(source)
  if (document instanceof GraphQLError) return [document]
  const errors = [...limitErrors(document), ...textErrors(document)]
  return errors.length > 0 ? errors : document
}

function parsed(source: string): DocumentNode | GraphQLError {
  try {
    return parse(source, { maxTokens: operationLimits.tokens })
  } catch (error) {
    const extensions = { code: 'GRAPHQL_PARSE_FAILED' }
    if (!(error instanceof GraphQLError)) return new GraphQLError('The document cannot be parsed.', { extensions })
    const tooLong = tokenLimitError(source, error)
    if (tooLong) return tooLong
    return new GraphQLError(error.message, {
      ...(error.source && { source: error.source }),
      ...(error.positions && { positions: error.positions }),
      extensions,
    })
  }
}

function textErrors(document: DocumentNode): readonly GraphQLError[] {
  const errors: GraphQLError[] = []
  visit(document, {
    StringValue(node) {
      if (isUsableText(node.value)) return
      const extensions = { code: 'BAD_USER_INPUT' }
      errors.push(
        new GraphQLError('A text holds a character that is not text: leave it out.', { nodes: [node], extensions }),
      )
    },
  })
  return errors
}

/** graphql 16 throws on some documents instead of reporting: that is an error of the document, not of the connection. */
function validated(schema: GraphQLSchema, document: DocumentNode, introspection: boolean): readonly GraphQLError[] {
  const rules = [...specifiedRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])]
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
