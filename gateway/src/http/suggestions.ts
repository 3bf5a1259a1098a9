import type { GenerationOptions } from '../federation/generation.ts'

type ShownError = GenerationOptions['shownError']

/** Shows errors without the names that graphql-js suggests: they tell of a schema that may not be asked for. */
export function withoutSuggestions(shownError: ShownError): ShownError {
  return (error, requestId) => {
    const shown = shownError(error, requestId)
    return { ...shown, message: shown.message.replace(/ ?Did you mean [\s\S]*\?$/, '') }
  }
}
