/**
 * Whether a text can be kept and sent on: without the character U+0000, which PostgreSQL cannot store, and without halves of surrogate
 * pairs, which are not Unicode.
 */
export function isUsableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/** The place within a JSON value of the first text that cannot be used, such as `.lines[0].title`. Null when all can be. */
export function unusableText(value: unknown): string | null {
  if (typeof value === 'string') return isUsableText(value) ? null : ''
  if (typeof value !== 'object' || value === null) return null
  const inList = Array.isArray(value)
  for (const [key, each] of Object.entries(value)) {
    if (!isUsableText(key)) return ''
    const below = unusableText(each)
    if (below !== null) return `${inList ? `[${key}]` : `.${key}`}${below}`
  }
  return null
}

/** Whether a JSON value has more lists and objects within one another than this. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((each) => isDeeperThan(each, levels - 1))
}
