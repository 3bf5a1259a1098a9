/**
 * The languages whose words are brought to their stems, by the primary subtag of BCP 47, with PostgreSQL's dictionary of each.
 * Words of other languages are found as they are written.
 */
export const stemmers: Readonly<Record<string, string>> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}

/** The names of all dictionaries of stems, each once. */
export const stemmerNames: readonly string[] = [...new Set(Object.values(stemmers))]

/** PostgreSQL's configuration for texts of a language: `simple` where nothing is known of it. */
export function textConfiguration(language: string | null): string {
  return (language !== null && stemmers[language]) || 'simple'
}

/** The primary language of a BCP 47 tag in lower case (`de-AT` is `de`), or null when it is no tag. */
export function languageOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language
  } catch {
    return null
  }
}
