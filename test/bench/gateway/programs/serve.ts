import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Operation } from '../loads.ts'

/** Answers the body of a request with the text of its answer. */
export type Answer = (body: string) => Promise<string>

/** The least of an HTTP server: any path, POST, JSON in and JSON out. Gives the port that it listens on. */
export async function serve(port: number, answer: Answer): Promise<number> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => void respond(response, answer(Buffer.concat(parts).toString())))
  })
  // Gateways keep their connections between rounds; a server that closed them meanwhile would make errors of it.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function respond(response: ServerResponse, answer: Promise<string>): Promise<void> {
  const [status, text] = await answer.then(
    (given) => [200, given] as const,
    (error) => [500, JSON.stringify({ errors: [{ message: String(error) }] })] as const,
  )
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }
  response.writeHead(status, headers).end(text)
}

/** The operation in a request's body. */
export function operationOf(body: string): Operation {
  const { query, variables } = JSON.parse(body) as Partial<Operation>
  return { query: query ?? '', variables: variables ?? {} }
}
