import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import { rightsOf, streamKey } from '../live/stream-key.ts'
import type { Caller, Upstream } from '../upstreams/upstream.ts'
import { AnswerCache } from './answer-cache.ts'
import { CacheHints, type CachePolicy } from './cache-policy.ts'
import { createSchemaPolicies } from './schema-hints.ts'

/** An answer as JSON text, with what HTTP says of keeping it. */
export type GivenAnswer = { readonly text: string; readonly headers?: Readonly<Record<string, string>> }

/** Answers an operation that is known and admitted. */
export type AnswerOf = (prepared: PreparedOperation, variables: Variables, caller: Caller) => Promise<GivenAnswer>

export type AnswerOptions = {
  /** Whether equal queries of equal callers that are under way at the same time are run once. */
  readonly shareQueries?: boolean | undefined
  /** Memory for answers that may be kept. Without it none is. */
  readonly cacheBytes?: number | undefined
  readonly now?: () => number
}

/** Where answers have come from since the start, and what is kept of them now. */
export type AnswerFigures = {
  ran: number
  shared: number
  kept: number
  readonly cache: { readonly bytes: number; readonly size: number } | null
}

export type Answers = { readonly answerOf: AnswerOf; readonly figures: AnswerFigures }

const noRights = rightsOf({ actor: null })

/**
 * Answers queries without running them where that gives the same: from an equal query of an equal caller that is under way, and
 * from answers that the schema or the subgraphs allow to be kept. Answers with errors are never kept; mutations always run. Null when
 * neither is wanted: then every operation runs by itself.
 */
export function createAnswers({ shareQueries, cacheBytes, now }: AnswerOptions): Answers | null {
  if (!shareQueries && !cacheBytes) return null
  const cache = cacheBytes ? new AnswerCache(cacheBytes, now) : null
  const figures: AnswerFigures = { ran: 0, shared: 0, kept: 0, cache }
  const keyOf = createKeys()
  const run = cache ? keeping(cache, figures, keyOf) : running
  const answerOf = shareQueries ? sharing(run, figures, keyOf) : run
  return {
    figures,
    async answerOf(prepared, variables, caller) {
      if (prepared.kind === 'query') return answerOf(prepared, variables, caller)
      return running(prepared, variables, caller)
    },
  }
}

const running: AnswerOf = async (prepared, variables, caller) => ({ text: await prepared.execute(variables, caller) })

/** What decides an answer, as text. Operations of different generations are different. */
type KeyOf = (prepared: PreparedOperation, variables: Variables, rights: string) => string

function createKeys(): KeyOf {
  const numbers = new WeakMap<PreparedOperation, number>()
  let next = 0
  return (prepared, variables, rights) => {
    const number = numbers.get(prepared) ?? next++
    numbers.set(prepared, number)
    return `${number}\n${streamKey(prepared, variables, rights)}`
  }
}

/** All that subgraphs may decide by: who acts in which session, with which roles, or the headers that they get. */
function rightsText({ identity, headers }: Caller): string {
  const { actor } = identity
  const says = headers && Object.keys(headers).length > 0
  const rights = rightsOf({ actor, ...(says && { headers }) })
  return actor ? `${actor.sessionId} ${rights}` : rights
}

function sharing(answerOf: AnswerOf, figures: AnswerFigures, keyOf: KeyOf): AnswerOf {
  // As many as there are requests under way: each goes when it is answered.
  const underWay = new Map<string, Promise<GivenAnswer>>()
  return (prepared, variables, caller) => {
    const key = keyOf(prepared, variables, rightsText(caller))
    const other = underWay.get(key)
    if (other) {
      figures.shared++
      return other
    }
    const answer = answerOf(prepared, variables, caller).finally(() => underWay.delete(key))
    underWay.set(key, answer)
    return answer
  }
}

function keeping(cache: AnswerCache, figures: AnswerFigures, keyOf: KeyOf): AnswerOf {
  const policyOfSchema = createSchemaPolicies()
  return async (prepared, variables, caller) => {
    const rights = rightsText(caller)
    const forAll = keyOf(prepared, variables, '')
    const forCaller = rights === noRights ? null : keyOf(prepared, variables, `private ${rights}`)
    const found = cache.find(forAll) ?? (forCaller === null ? null : cache.find(forCaller))
    if (found) {
      figures.kept++
      return { text: found.text, headers: headersOf(found.policy, found.secondsLeft) }
    }
    figures.ran++
    const cacheHints = new CacheHints()
    const text = await prepared.execute(variables, { ...caller, cacheHints })
    const policy = cacheHints.under(policyOfSchema(prepared))
    if (policy.maxAgeSeconds <= 0 || hasErrors(text)) return { text }
    const key = policy.scope === 'PUBLIC' ? forAll : forCaller
    // What is for one caller is kept for nobody who does not say who it is.
    if (key === null) return { text }
    cache.keep(key, text, policy)
    return { text, headers: headersOf(policy, policy.maxAgeSeconds) }
  }
}

/** Errors stand first in an answer. */
function hasErrors(text: string): boolean {
  return text.startsWith('{"errors"')
}

function headersOf({ scope }: CachePolicy, seconds: number): Readonly<Record<string, string>> {
  return { 'cache-control': `max-age=${seconds}, ${scope.toLowerCase()}` }
}

/** An upstream that tells what its answers' headers say of keeping them, to whoever wants to know. */
export function hintingUpstream(upstream: Upstream): Upstream {
  return {
    ...upstream,
    prepare(operation) {
      const fetch = upstream.prepare(operation)
      return {
        async send(input, caller) {
          const result = await fetch.send(input, caller)
          caller.cacheHints?.take(result.cacheControl)
          return result
        },
      }
    },
  }
}
