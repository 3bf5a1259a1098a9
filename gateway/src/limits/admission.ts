import type { GraphQLFormattedError } from 'graphql'
import type { Generation } from '../federation/generation.ts'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { limitsOf, type CallerLimits, type Limits } from './caller-limits.ts'
import { costWeights, type CostWeights } from './cost-weights.ts'
import { compileCost, type OperationCost } from './operation-cost.ts'
import { limitExceeded, measuresOf, type Measures } from './operation-limits.ts'
import { createRates } from './rates.ts'
import { documentNotTrusted } from '../operations/documents.ts'
import { rootFieldUses } from './root-field-uses.ts'

/** Decides whether an operation may run: the same over every protocol, for known and new operations alike. */
export type Admission = {
  /** Looks at an operation with its variables before it runs. Null when it may. What is refused for its size or cost is not counted. */
  admit(prepared: PreparedOperation, variables: Variables, caller: Caller): GraphQLFormattedError | null
  /** Looks at who sends an operation that nobody has sent lately, before it is made ready. */
  admitNew(caller: Caller): GraphQLFormattedError | null
  /** What an operation costs with these variables, and what it may cost. */
  explain(prepared: PreparedOperation, variables: Variables, caller: Caller): { requested: number; allowed: number }
}

type Measured = { measures: Readonly<Measures>; cost: OperationCost; rootFields: ReadonlyMap<string, number> }

export type AdmissionOptions = {
  /** The limits that hold now. */
  readonly limits: () => CallerLimits
  /** Whether a document may run at all. */
  readonly mayRun?: (source: string) => boolean
  readonly now?: () => number
}

/** Makes the admission of a process. Rates are counted here alone: several gateways allow as much each. */
export function createAdmission({ limits, mayRun, now }: AdmissionOptions): Admission {
  const rates = createRates(now)
  const measured = new WeakMap<PreparedOperation, Measured>()
  const weights = new WeakMap<Generation, CostWeights>()
  const take = (limit: keyof Limits, key: string, uses: number, allowed: number, field?: string) => {
    if (allowed === Infinity) return null
    const answer = rates.take(`${key}\n${field ?? limit}`, uses, allowed)
    return answer && rateExceeded(limit, answer, allowed, field)
  }
  const measuredOf = (prepared: PreparedOperation): Measured => {
    const found = measured.get(prepared)
    if (found) return found
    const { generation } = prepared
    const known = weights.get(generation) ?? costWeights(generation.schema)
    weights.set(generation, known)
    const fresh = {
      measures: measuresOf(prepared.definition, prepared.document),
      cost: compileCost(generation.schema, known, prepared),
      rootFields: rootFieldUses(prepared),
    }
    measured.set(prepared, fresh)
    return fresh
  }
  return {
    admit(prepared, variables, caller) {
      if (mayRun && !mayRun(prepared.source)) return documentNotTrusted.toJSON()
      const { measures, cost, rootFields } = measuredOf(prepared)
      const own = limitsOf(limits(), caller)
      const key = keyOf(caller)
      const [fault] = cost.faults(variables)
      if (fault !== undefined) return { message: fault, extensions: { code: 'BAD_USER_INPUT' } }
      const requested = cost.cost(variables)
      const refusal =
        measureExceeded(measures, own) ??
        // Written so that a cost that is no number is refused, too.
        (requested <= own.cost ? null : limitExceeded('cost', requested, own.cost).toJSON()) ??
        take('requestsPerMinute', key, 1, own.requestsPerMinute) ??
        take('costPerMinute', key, requested, own.costPerMinute)
      if (refusal) return refusal
      for (const [field, uses] of rootFields) {
        const allowed = own.fieldsPerMinute[field]
        const used = allowed === undefined ? null : take('fieldsPerMinute', key, uses, allowed, field)
        if (used) return used
      }
      return null
    },
    admitNew(caller) {
      const { newOperationsPerMinute } = limitsOf(limits(), caller)
      return take('newOperationsPerMinute', keyOf(caller), 1, newOperationsPerMinute)
    },
    explain(prepared, variables, caller) {
      const { cost } = measuredOf(prepared)
      return { requested: cost.cost(variables), allowed: limitsOf(limits(), caller).cost }
    },
  }
}

/** Whose rates are counted: a member's, or those of an address from which nobody has signed in. */
function keyOf({ identity, client }: Caller): string {
  return identity.actor ? `member ${identity.actor.memberId}` : `address ${client?.address ?? 'unknown'}`
}

function measureExceeded(measures: Readonly<Measures>, limits: Limits): GraphQLFormattedError | null {
  for (const limit of ['depth', 'aliases', 'rootFields'] as const)
    if (measures[limit] > limits[limit]) return limitExceeded(limit, measures[limit], limits[limit]).toJSON()
  return null
}

function rateExceeded(
  limit: keyof Limits,
  { used, retryAfterSeconds }: { used: number; retryAfterSeconds: number },
  allowed: number,
  field: string | undefined,
): GraphQLFormattedError {
  const what = field ? `${limit} of ${field}` : limit
  return {
    message: `${what}: ${used} used, ${allowed} allowed. Try again in ${retryAfterSeconds} s.`,
    extensions: { code: 'LIMIT_EXCEEDED', limit, used, allowed, ...(field && { field }), retryAfterSeconds },
  }
}
