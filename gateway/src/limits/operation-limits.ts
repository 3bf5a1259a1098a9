import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** What one operation may ask for. Each limit has a refusal that says which, what was used and what is allowed. */
export const operationLimits = {
  /** Lexical tokens of the document: bounds the parser's work. */
  tokens: 4_000,
  /** Levels of fields. */
  depth: 16,
  /** Aliases in the whole document. */
  aliases: 50,
  /** Root fields of a mutation: each is a transaction of its own. */
  rootFields: 10,
  /** Fields, each counted as often as the pages around it may hold. */
  cost: 50_000,
} as const

/** A list whose page size is a variable counts as this many. */
const assumedPage = 50

type Measure = { depth: number; aliases: number; cost: number }

/** A validation rule that measures every operation before it is planned. Fragments are counted where they are spread. */
export const operationLimitsRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const fragments = new Map(
      context
        .getDocument()
        .definitions.flatMap((each) =>
          each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
        ),
    )
    const measure: Measure = { depth: 0, aliases: 0, cost: 0 }
    measureSelections(operation.selectionSet, fragments, measure, 1, 1, new Set())
    const rootFields = operation.selectionSet.selections.length
    refuse(context, 'depth', measure.depth)
    refuse(context, 'aliases', measure.aliases)
    refuse(context, 'cost', measure.cost)
    if (operation.operation === 'mutation') refuse(context, 'rootFields', rootFields)
  },
})

function refuse(context: ValidationContext, limit: keyof typeof operationLimits, used: number): void {
  const allowed = operationLimits[limit]
  if (used <= allowed) return
  context.reportError(
    new GraphQLError(`The operation's ${limit} is ${used}; ${allowed} is allowed. Ask for less at once.`, {
      extensions: { code: 'LIMIT_EXCEEDED', limit, used, allowed },
    }),
  )
}

function measureSelections(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measure: Measure,
  depth: number,
  times: number,
  within: ReadonlySet<string>,
): void {
  measure.depth = Math.max(measure.depth, depth)
  // Beyond the limits nothing more needs to be known; this bounds the work on hostile documents.
  if (depth > operationLimits.depth || measure.cost > operationLimits.cost) return
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      measure.cost += times
      if (selection.alias) measure.aliases++
      if (selection.selectionSet)
        measureSelections(selection.selectionSet, fragments, measure, depth + 1, times * pageSize(selection), within)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      measureSelections(selection.selectionSet, fragments, measure, depth, times, within)
    } else {
      const name = selection.name.value
      const fragment = fragments.get(name)
      measure.cost += 1
      if (fragment && !within.has(name))
        measureSelections(fragment.selectionSet, fragments, measure, depth, times, new Set([...within, name]))
    }
  }
}

function pageSize(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value
  if (!first) return 1
  return first.kind === Kind.INT ? Math.max(1, Number(first.value)) : assumedPage
}
