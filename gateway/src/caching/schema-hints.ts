import {
  getNamedType,
  isCompositeType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import type { PreparedOperation } from '../federation/prepared-operation.ts'
import { notKept, stricter, type CachePolicy } from './cache-policy.ts'

const directiveName = 'cacheControl'
/** A year: what is allowed to be kept longer is forgotten for other reasons before. */
const longestSeconds = 31_536_000

/**
 * The policy that `@cacheControl` in the supergraph gives an operation, by Apollo's rules: the least of all fields; root fields and
 * fields of composite types without a hint are kept no time, other fields as long as their parents. Null when the supergraph has no
 * such directive: composition keeps it only where a subgraph says `@composeDirective(name: "@cacheControl")`.
 */
export function policyOfSchema({ generation, document, definition }: PreparedOperation): CachePolicy | null {
  const { schema } = generation
  if (!schema.getDirective(directiveName)) return null
  if (definition.operation !== 'query') return notKept
  let policy: CachePolicy = { maxAgeSeconds: longestSeconds, scope: 'PUBLIC' }
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (node) => (node === definition ? undefined : false),
      Field() {
        const field = types.getFieldDef()
        const parent = types.getParentType()
        if (field && !field.name.startsWith('__')) {
          const own = policyOfField(field, parent === schema.getQueryType())
          policy = own ? stricter(policy, own) : policy
        } else if (field?.name !== '__typename') policy = notKept
      },
    }),
  )
  return policy.maxAgeSeconds === longestSeconds ? notKept : policy
}

type Hint = { maxAge: number | null; isPrivate: boolean; inherits: boolean }

/** What a field adds. Null when it is kept as long as its parent. */
function policyOfField(field: GraphQLField<unknown, unknown>, isRoot: boolean): CachePolicy | null {
  const type: GraphQLNamedType = getNamedType(field.type)
  const isComposite = isCompositeType(type)
  const ofField = hintOf(field.astNode?.directives)
  const ofType = isComposite ? hintOf([...(type.astNode?.directives ?? []), ...extended(type)]) : noHint
  const inherits = ofField.inherits || (ofField.maxAge === null && ofType.inherits)
  const maxAge = ofField.maxAge ?? (ofField.inherits ? null : ofType.maxAge)
  const scope = ofField.isPrivate || ofType.isPrivate ? 'PRIVATE' : 'PUBLIC'
  if (maxAge !== null) return { maxAgeSeconds: maxAge, scope }
  if ((isRoot || isComposite) && !inherits) return { maxAgeSeconds: 0, scope }
  return scope === 'PRIVATE' ? { maxAgeSeconds: longestSeconds, scope } : null
}

function extended(type: GraphQLNamedType): ConstDirectiveNode[] {
  return type.extensionASTNodes.flatMap(({ directives }) => [...(directives ?? [])])
}

const noHint: Hint = { maxAge: null, isPrivate: false, inherits: false }

function hintOf(directives: readonly ConstDirectiveNode[] | undefined): Hint {
  const found = directives?.find(({ name }) => name.value === directiveName)
  if (!found) return noHint
  const hint = { ...noHint }
  for (const { name, value } of found.arguments ?? []) {
    if (name.value === 'maxAge' && value.kind === Kind.INT) hint.maxAge = Number(value.value)
    if (name.value === 'scope' && value.kind === Kind.ENUM) hint.isPrivate = value.value === 'PRIVATE'
    if (name.value === 'inheritMaxAge' && value.kind === Kind.BOOLEAN) hint.inherits = value.value
  }
  return hint
}

export type SchemaPolicy = (prepared: PreparedOperation) => CachePolicy | null

/** Remembers the policies of operations, and of schemas that have none. */
export function createSchemaPolicies(): SchemaPolicy {
  const known = new WeakMap<PreparedOperation, CachePolicy>()
  const without = new WeakSet<GraphQLSchema>()
  return (prepared) => {
    const { schema } = prepared.generation
    if (without.has(schema)) return null
    const found = known.get(prepared) ?? policyOfSchema(prepared)
    if (found) known.set(prepared, found)
    else without.add(schema)
    return found
  }
}
