import {
  isAbstractType,
  Kind,
  typeFromAST,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** The values that the variables of an operation's `@skip` and `@include` have in one variant of it. */
export type Conditions = ReadonlyMap<string, boolean>

/** What the selections of an operation are read with. */
export type Reading = {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly conditions: Conditions
}

/** A selection set, and the type that it was written for. */
export type TypedSelections = { readonly set: SelectionSetNode; readonly parent: GraphQLCompositeType }

/** All selections of one response name, in the order of the operation, and the type that the first was written for. */
export type CollectedField = {
  readonly name: string
  readonly parent: GraphQLCompositeType
  readonly nodes: readonly FieldNode[]
}

/** Whether `@skip` and `@include` leave a selection in. */
export function isIncluded(
  { directives = [] }: { directives?: readonly DirectiveNode[] },
  conditions: Conditions,
): boolean {
  return directives.every(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true
    const value = given.find((each) => each.name.value === 'if')?.value
    const holds =
      value?.kind === Kind.VARIABLE ? conditions.get(value.name.value) : value?.kind === Kind.BOOLEAN && value.value
    return name.value === 'skip' ? holds === false : holds === true
  })
}

/** Whether an object of a type, or one of which no type is told, answers a selection for another type. */
function applies(schema: GraphQLSchema, condition: GraphQLNamedType, type: GraphQLNamedType): boolean {
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type as never))
}

/**
 * The fields that an object answers, in the order of the response (GraphQL specification, CollectFields). `runtime` is the type that
 * the object tells; null when it tells none, and the types that the selections were written for decide.
 */
export function collectFields(
  reading: Reading,
  selections: readonly TypedSelections[],
  runtime: GraphQLNamedType | null,
): CollectedField[] {
  const fields = new Map<string, { name: string; parent: GraphQLCompositeType; nodes: FieldNode[] }>()
  const visit = (nodes: readonly SelectionNode[], parent: GraphQLCompositeType): void => {
    for (const node of nodes) {
      if (!isIncluded(node, reading.conditions)) continue
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value
        const field = fields.get(name)
        if (field) field.nodes.push(node)
        else fields.set(name, { name, parent, nodes: [node] })
        continue
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(node.name.value) : node
      if (!fragment || !isIncluded(fragment, reading.conditions)) continue
      const condition = fragment.typeCondition
        ? (typeFromAST(reading.schema, fragment.typeCondition) as GraphQLCompositeType)
        : null
      if (!condition || applies(reading.schema, condition, runtime ?? parent))
        visit(fragment.selectionSet.selections, condition ?? parent)
    }
  }
  for (const { set, parent } of selections) visit(set.selections, parent)
  return [...fields.values()]
}
