import type { IncomingMessage, ServerResponse } from 'node:http'

/** The longest request that a stand-in reads. */
const longestRequestBytes = 65_536

/** A field of what came, whatever it is. */
export function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.entries(body).find(([each]) => each === name)?.[1]
}

/** A field of what came that is a text; empty when it is none. */
export function textField(body: unknown, name: string): string {
  const value = field(body, name)
  return typeof value === 'string' ? value : ''
}

/** Reads a request's body as JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > longestRequestBytes) throw new Error('too long')
  }
  return JSON.parse(text)
}

/** Answers with JSON. */
export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
