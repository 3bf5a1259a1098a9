import { z } from 'zod'
import type { Caller } from '../upstreams/upstream.ts'
import { operationLimits } from './operation-limits.ts'

/** What one caller may do. A member is one caller whatever it uses; who is not signed in is known by its address. */
export type Limits = {
  /** What one operation may cost (see `operation-cost.ts`). */
  readonly cost: number
  readonly depth: number
  readonly aliases: number
  readonly rootFields: number
  readonly requestsPerMinute: number
  /** What all operations of a minute may cost together. */
  readonly costPerMinute: number
  /** Operations that have to be parsed, validated and planned because nobody has sent them lately. */
  readonly newOperationsPerMinute: number
  /** Uses of single fields, such as `Mutation.logIn`. */
  readonly fieldsPerMinute: Readonly<Record<string, number>>
}

type SomeLimits = { readonly [K in keyof Limits]?: Limits[K] | undefined }

/** The limits of all callers: of everybody who is signed in, of who is not, and of single members and clients. */
export type CallerLimits = {
  readonly everybody: Limits
  readonly notSignedIn: Limits
  readonly members: ReadonlyMap<string, SomeLimits>
  readonly clients: ReadonlyMap<string, SomeLimits>
}

/** Limits of a gateway that is told nothing: of operations, not of rates. */
export const plainLimits: Limits = {
  cost: 20_000,
  depth: operationLimits.depth,
  aliases: operationLimits.aliases,
  rootFields: operationLimits.rootFields,
  requestsPerMinute: Infinity,
  costPerMinute: Infinity,
  newOperationsPerMinute: Infinity,
  fieldsPerMinute: {},
}

const count = z.int('It must be a whole number').min(1, 'It must be 1 or more').max(1_000_000_000, 'It is too large')
const atMost = (most: number) => count.max(most, `It can be lowered, and ${most} is the most`)
const someLimits = z
  .strictObject({
    cost: count,
    depth: atMost(operationLimits.depth),
    aliases: atMost(operationLimits.aliases),
    rootFields: atMost(operationLimits.rootFields),
    requestsPerMinute: count,
    costPerMinute: count,
    newOperationsPerMinute: count,
    fieldsPerMinute: z.record(z.string().regex(/^(Query|Mutation|Subscription)\.\w+$/), count, {
      error: ({ code }) => (code === 'invalid_key' ? 'Fields are of the form Mutation.fieldName' : undefined),
    }),
  })
  .partial()
const fileForm = z.strictObject({
  everybody: someLimits.default({}),
  notSignedIn: someLimits.default({}),
  members: z.record(z.string(), someLimits).default({}),
  clients: z.record(z.string(), someLimits).default({}),
})

/** Limits as a file states them, over those that hold without it. Gives a sentence with every fault when it cannot be used. */
export function parseCallerLimits(text: string, base: CallerLimits): CallerLimits | { readonly fault: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { fault: 'it is not JSON' }
  }
  const result = fileForm.safeParse(json)
  if (!result.success)
    return { fault: result.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ') }
  const { everybody, notSignedIn, members, clients } = result.data
  return {
    everybody: merged(base.everybody, everybody),
    notSignedIn: merged(base.notSignedIn, notSignedIn),
    members: new Map(Object.entries(members)),
    clients: new Map(Object.entries(clients)),
  }
}

/**
 * The limits of one caller. A member's own can be higher or lower than everybody's; those of a client only lower, for anybody can
 * state a client's name.
 */
export function limitsOf(limits: CallerLimits, { identity, client }: Caller): Limits {
  const member = identity.actor ? limits.members.get(identity.actor.memberId) : undefined
  const named = client?.name ? limits.clients.get(client.name) : undefined
  const base = identity.actor ? limits.everybody : limits.notSignedIn
  const own = member ? merged(base, member) : base
  return named ? lowered(own, named) : own
}

function merged(base: Limits, over: SomeLimits): Limits {
  const given = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined))
  return { ...base, ...given, fieldsPerMinute: { ...base.fieldsPerMinute, ...over.fieldsPerMinute } }
}

function lowered(base: Limits, { fieldsPerMinute = {}, ...numbers }: SomeLimits): Limits {
  const lower = (known: number | undefined, given: number): number => Math.min(known ?? Infinity, given)
  const fields = Object.entries(fieldsPerMinute).map(([name, given]) => [
    name,
    lower(base.fieldsPerMinute[name], given),
  ])
  const others = Object.entries(numbers).flatMap(([name, given]) =>
    given === undefined ? [] : [[name, lower(base[name as keyof typeof numbers], given)]],
  )
  return {
    ...base,
    ...(Object.fromEntries(others) as Partial<Limits>),
    fieldsPerMinute: { ...base.fieldsPerMinute, ...(Object.fromEntries(fields) as Record<string, number>) },
  }
}
