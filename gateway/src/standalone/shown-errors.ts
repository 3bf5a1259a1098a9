import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import type { GenerationOptions } from '../federation/generation.ts'

/** Where servers put stack traces: Apollo Server 4 and later, and before. */
const traces = ['stacktrace', 'exception'] as const

/** Errors of subgraphs as they are, but for stack traces. */
export const withoutStackTraces: GenerationOptions['shownError'] = (error) => {
  const { extensions } = error
  if (!extensions || !traces.some((name) => name in extensions)) return error
  const shown = Object.fromEntries(Object.entries(extensions).filter(([name]) => !traces.some((each) => each === name)))
  return { ...error, extensions: shown }
}

/** What callers see of errors: what was made for them; of others the request id alone when they are masked. */
export function shownErrors(masked: boolean): GenerationOptions['shownError'] {
  return masked ? maskError : withoutStackTraces
}
