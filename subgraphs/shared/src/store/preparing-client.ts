import { Client, type ClientConfig } from 'pg'

/** How often a statement runs in this process before connections keep its plan: what runs seldom is not worth their memory. */
export const runsBeforePrepared = 50
/** Statements that connections keep plans of, at most: each takes some ten kilobytes of every connection that runs it. */
export const mostPrepared = 256

/** How often each statement ran, the name under which it is prepared from now on, or that it never is. */
const known = new Map<string, number | string>()
/** Texts that are counted, at most: statements that are put together from values must not fill the memory. */
const mostCounted = 4_096
let prepared = 0

/** The name under which this run of the statement is prepared, if it is. */
function nameOf(text: string): string | null {
  const found = known.get(text) ?? 0
  if (found === 'NEVER') return null
  if (typeof found === 'string') return found
  if (found < runsBeforePrepared || prepared >= mostPrepared) {
    if (found > 0 || known.size < mostCounted) known.set(text, Math.min(found + 1, runsBeforePrepared))
    return null
  }
  const name = `torihiki_${++prepared}`
  known.set(text, name)
  return name
}

/**
 * A connection that keeps the plans of statements which run often: PostgreSQL parses and plans them once, not each time. Only statements
 * with values within transactions, that is of commands, which look up by keys: searches and lists are planned for the values that they
 * are asked with. When a migration has changed what a statement gives back, it is not prepared any more (`isStalePlan`).
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const send = this.query.bind(this) as (...given: unknown[]) => unknown
    let inTransaction = false
    const query = (...given: unknown[]): unknown => {
      const [text, values, ...rest] = given
      if (typeof text !== 'string') return send(...given)
      const bound = /^(?:(begin|start transaction)|commit|rollback$)/i.exec(text)
      if (bound) inTransaction = bound[1] !== undefined
      if (!inTransaction || !Array.isArray(values) || values.length === 0) return send(...given)
      const name = nameOf(text)
      if (name === null) return send(...given)
      const answer = send({ name, text, values }, ...rest)
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          if (isStalePlan(error)) known.set(text, 'NEVER')
        })
      return answer
    }
    this.query = query as Client['query']
  }
}

/**
 * Whether a kept plan no longer fits the tables, because a migration changed them since (SQLSTATE 0A000 where PostgreSQL checks plans
 * anew). Nothing was done; tried again the statement is planned afresh.
 */
export function isStalePlan(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === '0A000' &&
    'routine' in error &&
    error.routine === 'RevalidateCachedQuery'
  )
}
