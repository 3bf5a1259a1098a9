import type { Logger } from '@torihiki/shared/log.ts'
import type { GenerationOptions } from './generation.ts'

/** Logs what callers are told no more of than that it failed: which subgraph, for which request, and why. */
export function failureLog(log: Logger): NonNullable<GenerationOptions['failed']> {
  return ({ subgraph, requestId, error }) => {
    const reason = error instanceof Error ? error.message : String(error)
    if (subgraph === null) log.error({ requestId, err: error }, 'An operation failed.')
    else log.error({ requestId, subgraph, reason }, 'A fetch from a subgraph failed.')
  }
}
