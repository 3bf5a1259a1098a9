import { isDeeperThan } from '../operations/usable-text.ts'

/** What runs: the same parameters as over HTTP. */
export type OperationRequest = {
  /** Empty when the document is named otherwise. */
  readonly query: string
  /** `sha256:` and the hash of a trusted document. */
  readonly documentId?: string
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  readonly extensions: Readonly<Record<string, unknown>>
}

/** A client's message of the protocol `graphql-transport-ws`. */
export type ClientMessage =
  | {
      readonly type: 'connection_init' | 'ping' | 'pong'
      readonly payload: Readonly<Record<string, unknown>> | undefined
    }
  | { readonly type: 'subscribe'; readonly id: string; readonly request: OperationRequest }
  | { readonly type: 'complete'; readonly id: string }

/** Lists and objects within one another in a payload that is given back or kept: to write what is nested without end ends a process. */
const payloadDepth = 16

/** Reads a message, or says what is wrong with it. */
export function parseMessage(text: string, idCharacters: number): ClientMessage | string {
  const message = parsedObject(text)
  if (typeof message === 'string') return message
  const { type, id, payload } = message
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      if (!isAbsent(payload) && !isObject(payload)) return 'its payload is not an object'
      if (isDeeperThan(payload, payloadDepth)) return `its payload is nested deeper than ${payloadDepth} levels`
      return { type, payload: payload ?? undefined }
    case 'subscribe': {
      const request = isId(id, idCharacters) ? operationRequest(payload) : null
      if (request === null || !isId(id, idCharacters))
        return `its id is not a string of 1 to ${idCharacters} characters`
      return typeof request === 'string' ? request : { type, id, request }
    }
    case 'complete':
      return isId(id, idCharacters) ? { type, id } : `its id is not a string of 1 to ${idCharacters} characters`
    default:
      return 'its type is none that clients send'
  }
}

/** Reads the parameters of an operation, or says what is wrong with them. */
export function operationRequest(payload: unknown): OperationRequest | string {
  if (!isObject(payload)) return 'its payload is not an object'
  const { query, documentId, operationName, variables, extensions } = payload
  if (!isAbsent(documentId) && typeof documentId !== 'string') return 'its documentId is not a string'
  const isNamed = !isAbsent(documentId) || (isObject(extensions) && 'persistedQuery' in extensions)
  if (typeof query !== 'string' && !(isNamed && isAbsent(query))) return 'its query is not a string'
  if (!isAbsent(operationName) && typeof operationName !== 'string') return 'its operationName is not a string'
  if (!isAbsent(variables) && !isObject(variables)) return 'its variables are not an object'
  if (!isAbsent(extensions) && !isObject(extensions)) return 'its extensions are not an object'
  return {
    query: query ?? '',
    ...(!isAbsent(documentId) && { documentId }),
    operationName: operationName ?? null,
    variables: variables ?? {},
    extensions: extensions ?? {},
  }
}

function parsedObject(text: string): Record<string, unknown> | string {
  try {
    const message: unknown = JSON.parse(text)
    return isObject(message) ? message : 'it is not an object'
  } catch {
    return 'it is not JSON'
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function isId(value: unknown, idCharacters: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= idCharacters
}
