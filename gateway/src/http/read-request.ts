import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Variables } from '../federation/prepared-operation.ts'
import type { NamedDocument } from '../operations/documents.ts'
import { isAskedFirst, preflightHeaders } from './forgery.ts'
import { essenceOf, isJsonBody } from './media-types.ts'
import { bodyLimits, readBytes } from './read-body.ts'
import { HttpRefusal } from './refusal.ts'

/** What a request asks to run, whichever way it was sent. */
export type GraphqlRequest = NamedDocument & {
  readonly method: 'GET' | 'POST'
  readonly operationName: string | null
  readonly variables: Variables
}

/** Reads a request (GraphQL over HTTP): POST with JSON, or GET with parameters. Everything else is refused, each with its reason. */
export async function readRequest(request: IncomingMessage): Promise<GraphqlRequest | HttpRefusal> {
  const { method, headers } = request
  if (method !== 'GET' && method !== 'POST')
    return new HttpRefusal(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST, or queries by GET.', {
      headers: { allow: 'GET, POST' },
    })
  const body = method === 'POST' ? await readBytes(request) : noBody
  if (body === null) return tooLarge
  if (!isAskedFirst(headers)) return forgeable
  if (method === 'GET') return fromParameters(parametersOf(request.url), headers['content-type'])
  if (!isJsonBody(headers['content-type']))
    return new HttpRefusal(415, 'BAD_REQUEST', 'Send the request as application/json in UTF-8. Files are not taken.')
  return fromBody(body)
}

const noBody = Buffer.alloc(0)
const tooLarge = new HttpRefusal(
  413,
  'LIMIT_EXCEEDED',
  `The request is larger than ${bodyLimits.requestBytes / 1024} KB. Ask for less at once.`,
  {
    extensions: { limit: 'requestBytes', used: bodyLimits.requestBytes + 1, allowed: bodyLimits.requestBytes },
    headers: { connection: 'close' },
  },
)
const forgeable = bad(
  `Another site could have sent this in somebody's name (cross-site request forgery). Send a content-type of application/json, or one of the headers ${preflightHeaders.join(', ')}.`,
)

function fromBody(body: Buffer): GraphqlRequest | HttpRefusal {
  if (!isUtf8(body)) return bad('The request is not UTF-8.')
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch {
    return bad('The request is not valid JSON.')
  }
  if (Array.isArray(json)) return bad('Send one operation a request: batches are not taken.')
  if (typeof json !== 'object' || json === null) return bad('The request must be a JSON object.')
  return checked('POST', json as Record<string, unknown>)
}

function parametersOf(url = ''): URLSearchParams {
  const start = url.indexOf('?')
  return new URLSearchParams(start < 0 ? '' : url.slice(start + 1))
}

function fromParameters(parameters: URLSearchParams, contentType: string | undefined): GraphqlRequest | HttpRefusal {
  if (contentType !== undefined && essenceOf(contentType) !== 'application/json')
    return new HttpRefusal(415, 'BAD_REQUEST', 'A GET has its operation in the parameters and no body.')
  const given: Record<string, unknown> = {}
  for (const name of ['query', 'documentId', 'operationName', 'variables', 'extensions']) {
    const [value, another] = parameters.getAll(name)
    if (another !== undefined) return bad(`Give the parameter ${name} once.`)
    if (value === undefined || (value === '' && name !== 'query')) continue
    try {
      given[name] = name === 'variables' || name === 'extensions' ? (JSON.parse(value) as unknown) : value
    } catch {
      return bad(`The parameter ${name} is not valid JSON.`)
    }
  }
  return checked('GET', given)
}

function checked(method: 'GET' | 'POST', given: Record<string, unknown>): GraphqlRequest | HttpRefusal {
  const { query, documentId, operationName, variables, extensions } = given
  for (const [name, value] of Object.entries({ query, documentId, operationName }))
    if (value !== undefined && value !== null && typeof value !== 'string') return bad(`${name} must be a string.`)
  for (const [name, value] of Object.entries({ variables, extensions }))
    if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
      return bad(`${name} must be an object.`)
  return {
    method,
    query: (query ?? undefined) as string | undefined,
    documentId: (documentId ?? undefined) as string | undefined,
    operationName: (operationName ?? null) as string | null,
    variables: (variables ?? {}) as Variables,
    extensions: (extensions ?? {}) as Record<string, unknown>,
  }
}

function bad(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message)
}
