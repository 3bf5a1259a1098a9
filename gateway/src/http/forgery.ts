import type { IncomingHttpHeaders } from 'node:http'
import { essenceOf } from './media-types.ts'

/** What forms of other sites can send without asking us first. */
const simpleTypes = ['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/** Headers that no page of another site can send without asking us first, whatever their value. */
export const preflightHeaders = ['x-apollo-operation-name', 'apollo-require-preflight'] as const

/**
 * Whether a browser would have asked us (by a CORS preflight) before it sent this from another site: then it has not, for we would have
 * refused. Apollo's rule, so that its clients are understood.
 */
export function isAskedFirst(headers: IncomingHttpHeaders): boolean {
  if (!simpleTypes.includes(essenceOf(headers['content-type']))) return true
  return preflightHeaders.some((name) => headers[name] !== undefined && headers[name] !== '')
}
