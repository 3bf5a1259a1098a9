/** Why a WebSocket is closed: the codes of the protocol `graphql-transport-ws`, and those of WebSocket itself that are used. */
export const closeCodes = {
  /** The process stops, or the supergraph is a new one: connect again, to wherever that leads, and resume after the cursor. */
  serviceRestart: 1012,
  messageTooBig: 1009,
  badRequest: 4400,
  unauthorized: 4401,
  /** The token is not valid, has expired, or the member's rights have changed: connect again with a fresh token. */
  forbidden: 4403,
  subprotocolNotAcceptable: 4406,
  connectionInitTimeout: 4408,
  subscriberAlreadyExists: 4409,
  /** A second `connection_init`, too many sockets, or too many messages: the reason says which. */
  tooMany: 4429,
} as const

/** A close frame has room for no longer reason. */
const longestReason = 123

/** A reason that fits into a close frame. */
export function reasonOf(text: string): string {
  return Buffer.byteLength(text) <= longestReason ? text : `${text.slice(0, longestReason / 3)}…`
}
