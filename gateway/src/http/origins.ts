import type { IncomingMessage, ServerResponse } from 'node:http'
import { preflightHeaders } from './forgery.ts'

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

/** A cookie counts for our own pages alone: pages of other sites act in nobody's name. */
export function ownHeaders(
  { headers }: IncomingMessage,
  allows: (origin: string | undefined, host: string | undefined) => boolean,
): IncomingMessage['headers'] {
  if (!headers.cookie) return headers
  const own = allows(headers.origin, headers.host) && headers['sec-fetch-site'] !== 'cross-site'
  return own ? headers : { ...headers, cookie: undefined }
}

/** Headers that front ends may send. */
const takenHeaders = [
  'authorization',
  'content-type',
  ...preflightHeaders,
  'apollographql-client-name',
  'apollographql-client-version',
  'x-torihiki-client',
  'x-torihiki-explain',
]

/** Lets the front ends of ALLOWED_ORIGINS read answers (CORS). Others' browsers refuse by themselves. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allows: (origin: string | undefined, host: string | undefined) => boolean,
): void {
  const { origin, host } = request.headers
  if (!origin || !allows(origin, host)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', takenHeaders.join(', '))
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after')
  response.setHeader('vary', 'origin')
}
