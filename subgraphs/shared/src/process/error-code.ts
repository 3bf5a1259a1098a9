/** The `code` of a thrown value (ENOENT, 28P01, …). By shape and not by `instanceof`, which fails between two realms. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The message of a thrown value, whatever was thrown. */
export function errorMessage(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error)
  return String(error.message) || (errorCode(error) ?? 'an error without a message')
}
