import type { Json } from './hub-client.ts'

/** A request as a test wants it to be, right or wrong. */
export type Sent = {
  method?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is. */
  raw?: string
  search?: Record<string, string> | [string, string][]
  headers?: Record<string, string>
  /** Whether a browser would have asked first: needed for GET. */
  asked?: boolean
}

export type Got = {
  status: number
  headers: Headers
  text: string
  data: Json
  extensions?: Json
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, Json> & { code: string } }[]
}

/** Sends GraphQL over HTTP by hand, for what no client would send. */
export function graphqlOverHttp(url: string): (sent: Sent) => Promise<Got> {
  return async ({ method = 'POST', body, raw, search, headers = {}, asked }) => {
    const target = `${url}/graphql${search ? `?${new URLSearchParams(search)}` : ''}`
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(target, {
      method,
      headers: {
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(asked ? { 'apollo-require-preflight': 'true' } : {}),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    })
    const text = await response.text()
    const answer = JSON.parse(text) as Pick<Got, 'data' | 'errors' | 'extensions'>
    return { status: response.status, headers: response.headers, text, ...answer }
  }
}
