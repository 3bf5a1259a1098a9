import {
  getNamedType,
  getNullableType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { FetchOperation, SubgraphResult } from '../upstreams/upstream.ts'
import type { PreparedOperation, Variables } from './prepared-operation.ts'

/**
 * How a subscription is taken up again at its subgraph after an event. It is there for fields of the form
 * `somethingChanged(after: C): Event` whose event has a `cursor` of the same leaf type `C`: equal cursors mean equal places.
 * The cursor is asked for whether the client selects it or not.
 */
export type Resumption = {
  /** What is opened at the subgraph instead of the plan's first fetch: it takes `after` as a variable and tells each event's cursor. */
  readonly operation: FetchOperation
  readonly afterVariable: string
  /** The variable of the client that says after which cursor to begin, if it is used for nothing else. */
  readonly clientsVariable: string | null
  /** Where the client wants to begin. */
  after(variables: Variables): string | null
  /** Takes the cursor out of an event. Null when the event has none. */
  takeCursor(event: SubgraphResult): string | null
}

const cursorAlias = 'resumption_cursor'
const afterVariable = 'resumption_after'
const known = new WeakMap<PreparedOperation, Resumption | null>()

/** The resumption of a subscription, or null when it has none: then a break is the end of it. */
export function resumptionOf(prepared: PreparedOperation): Resumption | null {
  const found = known.get(prepared)
  if (found !== undefined) return found
  const made = make(prepared)
  known.set(prepared, made)
  return made
}

function make(prepared: PreparedOperation): Resumption | null {
  const { subscription, generation } = prepared
  if (!subscription) return null
  const { document, operationName } = subscription.operation
  const definition = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const [root, ...others] = definition?.selectionSet.selections ?? []
  if (!definition || root?.kind !== Kind.FIELD || others.length > 0 || (root.directives ?? []).length > 0) return null
  const type = cursorType(generation.schema, root.name.value)
  const given = root.arguments?.find(({ name }) => name.value === 'after')
  const after = afterReader(given, definition)
  if (type === null || after === null) return null
  const rewritten = rewrite(document, definition, root, given, type)
  const key = root.alias?.value ?? root.name.value
  const variable = given?.value.kind === Kind.VARIABLE ? given.value.name.value : null
  return {
    operation: { query: print(rewritten), document: rewritten, operationName },
    afterVariable,
    clientsVariable: variable !== null && uses(prepared.document, variable) === 1 ? variable : null,
    after,
    takeCursor: ({ data }) => takeCursor(data?.[key]),
  }
}

/** The name of the leaf type of both `after` and `cursor`, when the field is of the form that can be resumed. */
function cursorType(schema: GraphQLSchema, fieldName: string): string | null {
  const field = schema.getSubscriptionType()?.getFields()[fieldName]
  const after = field?.args.find(({ name }) => name === 'after')
  if (!field || !after || isNonNullType(after.type) || !isLeafType(after.type)) return null
  const event = getNullableType(field.type)
  const cursor = isObjectType(event) ? event.getFields()['cursor'] : undefined
  if (!cursor || cursor.args.length > 0 || !isOfEverySubgraph(cursor)) return null
  return getNullableType(cursor.type) === after.type ? getNamedType(after.type).name : null
}

/** A field without `@join__field` is there in every subgraph that has its type: in the one that owns the subscription too. */
function isOfEverySubgraph(field: GraphQLField<unknown, unknown>): boolean {
  return !(field.astNode?.directives ?? []).some(({ name }) => name.value === 'join__field')
}

function afterReader(
  given: ArgumentNode | undefined,
  definition: OperationDefinitionNode,
): ((variables: Variables) => string | null) | null {
  const value = given?.value
  if (!value || value.kind === Kind.NULL) return () => null
  if (value.kind === Kind.STRING) return () => value.value
  if (value.kind !== Kind.VARIABLE) return null
  const name = value.name.value
  const byDefault = definition.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue
  const otherwise = byDefault?.kind === Kind.STRING ? byDefault.value : null
  return (variables) => {
    const stated = variables[name]
    if (stated === undefined) return otherwise
    return typeof stated === 'string' ? stated : null
  }
}

function uses(document: DocumentNode, variable: string): number {
  let count = 0
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void (node.name.value === variable && count++),
  })
  return count
}

function rewrite(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  root: FieldNode,
  given: ArgumentNode | undefined,
  type: string,
): DocumentNode {
  const replaced = given?.value.kind === Kind.VARIABLE ? given.value.name.value : null
  const keepsVariable = replaced !== null && uses(document, replaced) > 1
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const
  const variable = { kind: Kind.VARIABLE, name: name(afterVariable) } as const
  const field: FieldNode = {
    ...root,
    arguments: [
      ...(root.arguments ?? []).filter((each) => each !== given),
      { kind: Kind.ARGUMENT, name: name('after'), value: variable },
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        { kind: Kind.FIELD, alias: name(cursorAlias), name: name('cursor') },
        ...(root.selectionSet?.selections ?? []),
      ],
    },
  }
  const operation: OperationDefinitionNode = {
    ...definition,
    variableDefinitions: [
      ...(definition.variableDefinitions ?? []).filter(
        (each) => keepsVariable || each.variable.name.value !== replaced,
      ),
      {
        kind: Kind.VARIABLE_DEFINITION,
        variable,
        type: { kind: Kind.NAMED_TYPE, name: name(type) },
      },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }
  return { ...document, definitions: document.definitions.map((each) => (each === definition ? operation : each)) }
}

function takeCursor(event: unknown): string | null {
  if (typeof event !== 'object' || event === null) return null
  const values = event as Record<string, unknown>
  const cursor = values[cursorAlias]
  delete values[cursorAlias]
  return typeof cursor === 'string' ? cursor : null
}
