import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  typeFromAST,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import type { ReadOperation } from '../operations/read-operation.ts'
import { conditional, plus, product, value, type Term, type Values } from './cost-term.ts'
import { isList, type CostWeights } from './cost-weights.ts'
import { argumentOf, argumentValue, inputCost } from './input-cost.ts'

export const costAssumptions = {
  /** A page whose length is neither given nor stated. */
  pageSize: 50,
  /** A list that takes no length and of which the schema says nothing. */
  listSize: 10,
  /** A root field of a mutation, besides what it returns. */
  mutation: 10,
} as const

/** What an operation costs with these variables, and which pages are asked for in a way that the schema forbids. */
export type OperationCost = {
  readonly cost: (variables: Values) => number
  /** A sentence for each field that needs exactly one of its slicing arguments and has none or several. */
  readonly faults: (variables: Values) => readonly string[]
}

type Compiler = {
  readonly schema: GraphQLSchema
  readonly weights: CostWeights
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly defaults: ReadonlyMap<string, unknown>
  readonly faults: ((variables: Values) => string | null)[]
}

/**
 * Compiles what an operation costs to a function of its variables. Lists count as often as their pages may hold; of exclusive fragments
 * the dearest counts; what `@skip` and `@include` leave out does not count.
 */
export function compileCost(schema: GraphQLSchema, weights: CostWeights, read: ReadOperation): OperationCost {
  const { document, definition } = read
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  const compiler: Compiler = {
    schema,
    weights,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    defaults: new Map(
      (definition.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
      ),
    ),
    faults: [],
  }
  const root = schema.getRootType(definition.operation)
  const perField = definition.operation === 'mutation' ? costAssumptions.mutation : 0
  const term = root ? selections(compiler, root, definition.selectionSet, { inherited: new Map(), perField }) : 0
  return {
    cost: (variables) => value(term, variables),
    faults: (variables) => compiler.faults.flatMap((fault) => fault(variables) ?? []),
  }
}

/** What the fields of a selection set get from the field around them. */
type Around = {
  readonly inherited: ReadonlyMap<string, Term> | 'lists'
  readonly perField: number
  readonly size?: Term
}

function selections(compiler: Compiler, parent: GraphQLCompositeType, set: SelectionSetNode, around: Around): Term {
  const common: Term[] = []
  const exclusive = new Map<string, Term>()
  for (const selection of set.selections) {
    const condition = (term: Term): Term => conditional(compiler.defaults, selection.directives ?? [], term)
    if (selection.kind === Kind.FIELD) {
      common.push(condition(field(compiler, parent, selection, around)))
      continue
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : compiler.fragments.get(selection.name.value)
    if (!fragment) continue
    const type = fragment.typeCondition ? typeFromAST(compiler.schema, fragment.typeCondition) : parent
    if (!type || !isCompositeType(type)) continue
    const term = condition(selections(compiler, type, fragment.selectionSet, around))
    if (isObjectType(type)) exclusive.set(type.name, plus([exclusive.get(type.name) ?? 0, term]))
    else common.push(term)
  }
  return plus([...common, dearest([...exclusive.values()])])
}

function dearest(terms: readonly Term[]): Term {
  if (terms.every((term) => typeof term === 'number')) return Math.max(0, ...(terms as number[]))
  return (variables) => Math.max(0, ...terms.map((term) => value(term, variables)))
}

function field(compiler: Compiler, parent: GraphQLCompositeType, node: FieldNode, around: Around): Term {
  const definition = definitionOf(compiler, parent, node.name.value)
  if (!definition) return 0
  const { weights } = compiler
  const inner = getNamedType(definition.type)
  const { own, below } = sizes(compiler, definition, node, around)
  const children =
    node.selectionSet && isCompositeType(inner)
      ? selections(compiler, inner, node.selectionSet, { ...below, perField: 0 })
      : 0
  const each = plus([weights.fieldWeight(parent, definition), children])
  return plus([around.perField, inputCost(compiler, definition.args, node), product(own, each)])
}

function definitionOf(
  { schema }: Compiler,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType() && name === '__schema') return SchemaMetaFieldDef
  if (parent === schema.getQueryType() && name === '__type') return TypeMetaFieldDef
  return 'getFields' in parent ? parent.getFields()[name] : undefined
}

/** How many values a field has at most, and what is known of the lists below it. */
function sizes(
  compiler: Compiler,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  around: Around,
): { own: Term; below: Pick<Around, 'inherited' | 'size'> } {
  const stated = compiler.weights.listSize(definition)
  const list = isList(definition.type)
  const given = slicing(compiler, definition, node, stated.slicingArguments, stated.assumedSize)
  if (stated.requiresOne) requireOne(compiler, definition, node, stated.slicingArguments)
  if (!list) {
    const known = given ?? stated.assumedSize
    if (known === null) return { own: 1, below: { inherited: new Map() } }
    // Where the schema does not say which fields have the length, all lists right below have it: those of a connection.
    const inherited = stated.sizedFields ? new Map(stated.sizedFields.map((name) => [name, known])) : 'lists'
    return { own: 1, below: { inherited, size: known } }
  }
  const passed = around.inherited === 'lists' ? around.size : around.inherited.get(definition.name)
  const own = given ?? passed ?? stated.assumedSize ?? costAssumptions.listSize
  return { own, below: { inherited: new Map() } }
}

/** The length that arguments give, the longest if several do. Null when the field takes none. */
function slicing(
  compiler: Compiler,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  names: readonly string[],
  assumed: number | null,
): Term | null {
  if (names.length === 0) return null
  const fallback = assumed ?? costAssumptions.pageSize
  const lengths = names.map((name) => argumentValue(compiler.defaults, definition, node, name))
  const longest = (variables: Values): number => {
    let most = -1
    for (const length of lengths) {
      const found = length(variables)
      if (typeof found === 'number' && found > most) most = found
    }
    return most < 0 ? fallback : most
  }
  const usesVariables = names.some((name) => argumentOf(node, name)?.kind === Kind.VARIABLE)
  return usesVariables ? longest : longest({})
}

function requireOne(
  compiler: Compiler,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  names: readonly string[],
): void {
  const values = names.map((name) => argumentValue(compiler.defaults, definition, node, name))
  compiler.faults.push((variables) => {
    const given = values.filter((each) => typeof each(variables) === 'number').length
    return given === 1 ? null : `Give exactly one of ${names.join(', ')} to \`${definition.name}\`.`
  })
}
