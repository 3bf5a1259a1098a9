import { buildSubgraphSchema } from '@apollo/subgraph'
import { subgraphSdl, type SubgraphName } from '@torihiki/schema'
import {
  defaultFieldResolver,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { parseCode } from '../codes.ts'
import type { Actor, RequestIdentity } from '../identity/actor.ts'
import { hasScope, type ApiScope } from '../identity/scopes.ts'
import { refuse, type Refusal } from '../refusals.ts'
import { badRequest } from './connection.ts'
import { scalars } from './scalars.ts'

/** What resolvers get: who asks, under which request id, and the subgraph's own services. */
export type SubgraphContext<S = unknown> = RequestIdentity & { readonly services: S }

/**
 * Whether the actor may call a root field at all; what it may see of the answer the command or query decides. `who`: anybody, whoever
 * is signed in, who has one of these roles, or the gateway for itself (the field must be `@inaccessible`, for clients cannot be let
 * near it). `scope`: what an API key needs to call it (A6); NONE: no API key may, whatever its scopes. `byOrder`: who came back by the code
 * of an order may call it for that order (C9), which the argument or the input's field `orderCode` names.
 */
export type RootPolicy = {
  readonly who: 'public' | 'signed-in' | 'gateway' | readonly string[]
  readonly scope: ApiScope | 'NONE'
  readonly byOrder?: true
}

/** A subgraph that runs: its schema, and a context for each request. */
export type Subgraph = {
  readonly name: SubgraphName
  readonly schema: GraphQLSchema
  context(identity: RequestIdentity): SubgraphContext
}

/** What a subgraph is made of: its services, resolvers and access policies. */
export type SubgraphDefinition<S> = {
  name: SubgraphName
  services: S
  resolvers: Parameters<typeof buildSubgraphSchema>[0] extends infer _ ? Record<string, unknown> : never
  /** One for every root field: `{ 'Mutation.approveMember': { who: ['ADMIN'], scope: 'NONE' } }`. A field without one stops the start: default deny. */
  policies: Record<string, RootPolicy>
  /** Per-request services such as loaders; called once a request. */
  perRequest?: (identity: RequestIdentity, services: S) => S
}

/**
 * Makes a subgraph's schema from its SDL and resolvers and puts its policies before every root field.
 * @throws when a root field has no policy, a policy names no field, or a field for the gateway alone can be reached by clients
 */
export function defineSubgraph<S>(definition: SubgraphDefinition<S>): Subgraph {
  const { name, services, perRequest } = definition
  const schema = buildSubgraphSchema([
    { typeDefs: parse(subgraphSdl(name)), resolvers: { ...scalars, ...definition.resolvers } as never },
  ])
  guardRootFields(schema, name, definition.policies)
  return {
    name,
    schema,
    context: (identity) => ({ ...identity, services: perRequest ? perRequest(identity, services) : services }),
  }
}

/** What federation itself adds. It is answered only to the gateway; entity references decide by themselves. */
const federationFields = new Set(['Query._entities', 'Query._service'])

function guardRootFields(schema: GraphQLSchema, name: string, policies: Record<string, RootPolicy>): void {
  const unused = new Set(Object.keys(policies))
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const coordinate = `${type?.name}.${field.name}`
      if (federationFields.has(coordinate)) continue
      const policy = policies[coordinate]
      if (policy === undefined) throw new Error(`${name}: ${coordinate} has no access policy.`)
      unused.delete(coordinate)
      if (policy.who === 'gateway' && !isInaccessible(field))
        throw new Error(`${name}: ${coordinate} is for the gateway alone and must be @inaccessible.`)
      const refuses = refusalMember(schema, type, field.name)
      field.resolve = guarded(policy, field.resolve ?? defaultFieldResolver, refuses)
      if (field.subscribe) field.subscribe = guarded(policy, field.subscribe, false)
    }
  }
  if (unused.size > 0) throw new Error(`${name}: policies without a field: ${[...unused].join(', ')}.`)
}

/** Whether the field's result is a union with NotAllowed: then a refusal is data, else an error. */
function refusalMember(schema: GraphQLSchema, type: GraphQLObjectType | null | undefined, fieldName: string): boolean {
  const result = type?.getFields()[fieldName]?.type.toString().replaceAll('!', '') ?? ''
  const union = schema.getType(result)
  return (
    !!union &&
    'getTypes' in union &&
    union.getTypes().some((member) => isObjectType(member) && member.name === 'NotAllowed')
  )
}

function isInaccessible({ astNode }: GraphQLField<unknown, unknown>): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'inaccessible') ?? false
}

function guarded(
  policy: RootPolicy,
  resolve: GraphQLFieldResolver<unknown, SubgraphContext>,
  asData: boolean,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  return (source, args, context, info) => {
    const refusal = refusalBy(policy, context.actor, args)
    if (!refusal) return resolve(source, args, context, info)
    if (asData) return refusal
    throw badRequest(refusal.code, refusal.message)
  }
}

function refusalBy({ who, scope, byOrder }: RootPolicy, actor: Actor | null, args: unknown): Refusal | null {
  const denied = deniedBy(who, actor)
  if (denied) return refuse(denied)
  if (actor?.orderCode) return byOrder && orderNamed(args) === actor.orderCode ? null : refuse('NOT_ALLOWED', oneOrder)
  if (!actor?.scopes) return null
  if (scope === 'NONE' && actor.operator)
    return refuse('NOT_ALLOWED', 'An operator may not do this for a member: the member signs in for it.')
  if (scope === 'NONE') return refuse('NOT_ALLOWED', 'An API key may not do this. Sign in with logIn for it.')
  if (hasScope(actor, scope)) return null
  return refuse('NOT_ALLOWED', `The API key has not the scope ${scope}. Use one that has it.`)
}

const oneOrder =
  'Who comes back by the code of an order reads and cancels that order, named by its orderCode, and refills the cart from it. For anything else sign in with logIn, or leave this token out.'

/** The order that is named by its code, as it is kept; null when none is. */
function orderNamed(args: unknown): string | null {
  const { id, orderCode, input } = args as { id?: unknown; orderCode?: unknown; input?: { orderCode?: unknown } }
  // An id would be looked up before the code.
  const given = id ? null : (orderCode ?? input?.orderCode)
  const parsed = typeof given === 'string' ? parseCode('ORDER', given) : null
  return parsed?.ok ? parsed.code : null
}

function deniedBy(who: RootPolicy['who'], actor: Actor | null): 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | null {
  if (who === 'public') return null
  if (who === 'gateway') return actor ? 'NOT_ALLOWED' : null
  if (!actor) return 'NOT_SIGNED_IN'
  if (who === 'signed-in') return null
  return who.some((role) => actor.roles.includes(role)) ? null : 'NOT_ALLOWED'
}

/** The actor of a root field whose policy is not public. */
export function actorOf(context: SubgraphContext): Actor {
  if (!context.actor) throw badRequest('NOT_SIGNED_IN', refuse('NOT_SIGNED_IN').message)
  return context.actor
}
