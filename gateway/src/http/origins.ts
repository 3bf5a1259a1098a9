/** Whether a browser at this origin may use the API: the hub's own pages, and those of ALLOWED_ORIGINS. Programs send no origin. */
export function originCheck(
  allowed: readonly string[],
): (origin: string | undefined, host: string | undefined) => boolean {
  const known = new Set(allowed)
  return (origin, host) => {
    if (origin === undefined || known.has(origin)) return true
    return URL.canParse(origin) && new URL(origin).host === host
  }
}
