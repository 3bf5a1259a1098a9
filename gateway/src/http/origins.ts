import type { IncomingMessage, ServerResponse } from 'node:http'

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

/** Lets the front ends of ALLOWED_ORIGINS read answers (CORS). Others' browsers refuse by themselves. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allows: (origin: string | undefined, host: string | undefined) => boolean,
): void {
  const { origin, host } = request.headers
  if (!origin || !allows(origin, host)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'authorization, content-type, x-apollo-operation-name')
  response.setHeader('vary', 'origin')
}
