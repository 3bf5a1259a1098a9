import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/**
 * What a supergraph says of costs by `@cost` and `@listSize` (IBM's cost specification, as Federation 2.9 has it), and what is assumed
 * where it says nothing.
 */
export type CostWeights = {
  /** The weight of one value of a field. */
  fieldWeight(parent: GraphQLNamedType, field: AnyField): number
  /** The weight of one value that is given to an argument or an input field. */
  inputWeight(input: GraphQLArgument | GraphQLInputField): number
  /** How the length of a field's lists is told. */
  listSize(field: AnyField): ListSize
}

export type ListSize = {
  /** Integer arguments that say how long the list is at most. */
  readonly slicingArguments: readonly string[]
  /** How long the list is when no argument says so. Null when nothing is known. */
  readonly assumedSize: number | null
  /** Fields of the returned object whose lists have that length: those of a connection. */
  readonly sizedFields: readonly string[] | null
  /** Whether exactly one slicing argument must be given. */
  readonly requiresOne: boolean
}

type AnyField = GraphQLField<unknown, unknown>
type Directed = { readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined }

/** Arguments that say how long a page is, where the schema does not say which do. */
const pageArguments = ['first', 'last', 'limit', 'take', 'pageSize', 'perPage']
const costSpec = 'https://specs.apollo.dev/cost/'

/** Reads the weights of a supergraph's schema. */
export function costWeights(schema: GraphQLSchema): CostWeights {
  const names = directiveNames(schema)
  const weightOf = (directed: Directed | null | undefined): number | undefined => {
    const weight = directiveArguments(directed, names.cost)?.['weight']
    return typeof weight === 'number' ? weight : undefined
  }
  const typeWeight = (type: GraphQLNamedType): number => {
    if (isAbstractType(type)) return Math.max(0, ...schema.getPossibleTypes(type).map(typeWeight))
    return weightOf(type) ?? (isLeafType(type) ? 0 : 1)
  }
  const declaredWeight = (parent: GraphQLNamedType, name: string): number | undefined => {
    const fields = 'getFields' in parent ? parent.getFields() : {}
    const own = weightOf(fields[name])
    if (own !== undefined || !isAbstractType(parent)) return own
    const weights = schema.getPossibleTypes(parent).flatMap((type) => weightOf(type.getFields()[name]) ?? [])
    return weights.length > 0 ? Math.max(...weights) : undefined
  }
  return {
    fieldWeight: (parent, field) => declaredWeight(parent, field.name) ?? typeWeight(getNamedType(field.type)),
    inputWeight(input) {
      const type = getNamedType(input.type)
      return weightOf(input) ?? weightOf(type) ?? (isInputObjectType(type) ? 1 : 0)
    },
    listSize: (field) => statedSize(directiveArguments(field, names.listSize), field),
  }
}

/** Whether a value of this type may be a list. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type))
}

function statedSize(stated: Record<string, unknown> | null, field: AnyField): ListSize {
  if (!stated) {
    const slicingArguments = field.args.map(({ name }) => name).filter((name) => pageArguments.includes(name))
    return { slicingArguments, assumedSize: null, sizedFields: null, requiresOne: false }
  }
  const { slicingArguments, assumedSize, sizedFields, requireOneSlicingArgument } = stated
  const slicing = texts(slicingArguments) ?? []
  return {
    slicingArguments: slicing,
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    sizedFields: texts(sizedFields),
    requiresOne: slicing.length > 0 && requireOneSlicingArgument !== false,
  }
}

function texts(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null
}

function directiveArguments(directed: Directed | null | undefined, name: string): Record<string, unknown> | null {
  const directive = directed?.astNode?.directives?.find((each) => each.name.value === name)
  if (!directive) return null
  return Object.fromEntries(
    (directive.arguments ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
  )
}

/** What the directives are called here: a supergraph may import them under other names. */
function directiveNames(schema: GraphQLSchema): { cost: string; listSize: string } {
  const nodes = [schema.astNode, ...schema.extensionASTNodes]
  const links = nodes.flatMap((node) => (node?.directives ?? []).filter((each) => each.name.value === 'link'))
  for (const link of links) {
    const { url, as, import: imports } = linkArguments(link)
    if (typeof url !== 'string' || !url.startsWith(costSpec)) continue
    const prefix = typeof as === 'string' ? as : 'cost'
    const imported = (name: string): string | undefined =>
      (Array.isArray(imports) ? imports : []).map((each) => importedName(each, name)).find((each) => each !== undefined)
    return { cost: imported('@cost') ?? prefix, listSize: imported('@listSize') ?? `${prefix}__listSize` }
  }
  return { cost: 'cost', listSize: 'listSize' }
}

function linkArguments(link: ConstDirectiveNode): Record<string, unknown> {
  const given = (link.arguments ?? []).filter(({ value }) => value.kind !== Kind.ENUM)
  return Object.fromEntries(given.map((each) => [each.name.value, valueFromASTUntyped(each.value)]))
}

function importedName(imported: unknown, name: string): string | undefined {
  if (imported === name) return name.slice(1)
  if (typeof imported !== 'object' || imported === null || !('name' in imported) || imported.name !== name) return
  return 'as' in imported && typeof imported.as === 'string' ? imported.as.slice(1) : name.slice(1)
}
