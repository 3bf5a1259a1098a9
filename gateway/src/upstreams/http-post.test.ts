import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { HttpFetches, largestAnswerBytes, type HttpOptions } from './http-post.ts'

const caller = { identity: { actor: null, requestId: 'test' } }
const input = { variables: { n: 1 }, representations: null }
const open: { server: Server; fetches: HttpFetches }[] = []

/** Fetches from a subgraph that answers as told. */
async function fetchesFrom(listener: RequestListener, options: Partial<HttpOptions> = {}): Promise<HttpFetches> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const fetches = new HttpFetches({ name: 'firms', url: `http://127.0.0.1:${port}/graphql?v=1`, ...options })
  open.push({ server, fetches })
  return fetches
}

const send = (fetches: HttpFetches, query = 'query Q($n: Int) { n(n: $n) }') =>
  fetches.prepare({ query, document: parse(query), operationName: undefined }).send(input, caller)

afterEach(async () => {
  for (const { server, fetches } of open.splice(0)) {
    server.closeAllConnections()
    server.close()
    await fetches.close()
  }
})

describe('a fetch over HTTP', () => {
  it('sends query, variables and representations as one JSON text, with the headers of the client and the signature of that text', async () => {
    const seen: unknown[] = []
    const fetches = await fetchesFrom(
      (request, response) => {
        let body = ''
        request.on('data', (chunk: Buffer) => (body += chunk.toString()))
        request.on('end', () => {
          seen.push(request.url, request.headers['x-proof'], request.headers['x-tenant'], JSON.parse(body))
          response.end('{"data":{"_entities":[null]}}')
        })
      },
      { sign: async (text) => ({ 'x-proof': String(text.length) }) },
    )
    const query = 'query Q($r: [_Any!]!, $n: Int) { _entities(representations: $r) { __typename } }'
    const prepared = fetches.prepare({ query, document: parse(query), operationName: 'Q' })
    const representations = [
      { value: { id: '1' }, text: '{"id":"1"}' },
      { value: { id: '2' }, text: '{"id":"2"}' },
    ]
    const body = { query, operationName: 'Q', variables: { n: 'a "b"', r: [{ id: '1' }, { id: '2' }] } }
    const variables = { n: 'a "b"', left: undefined }
    expect(
      await prepared.send(
        { variables, representations: { r: representations } },
        { ...caller, headers: { 'x-tenant': 't' } },
      ),
    ).toEqual({
      data: { _entities: [null] },
    })
    expect(seen).toEqual(['/graphql?v=1', String(JSON.stringify(body).length), 't', body])
  })

  it('takes a GraphQL result with any status, and nothing else', async () => {
    const answers: [number, string][] = [
      [500, '{"errors":[{"message":"no"}]}'],
      [200, '<html>'],
      [200, '[]'],
      [502, ''],
    ]
    const fetches = await fetchesFrom((_request, response) => {
      const [status, text] = answers.shift() ?? [500, '']
      response.writeHead(status).end(text)
    })
    expect(await send(fetches)).toEqual({ errors: [{ message: 'no' }] })
    await expect(send(fetches)).rejects.toThrow('firms answered with HTTP status 200 and no JSON.')
    await expect(send(fetches)).rejects.toThrow('firms answered with HTTP status 200 and no GraphQL result.')
    await expect(send(fetches)).rejects.toThrow('firms answered with HTTP status 502 and no JSON.')
  })

  it('asks a query once more when the connection is closed before an answer began, and never a mutation', async () => {
    let asked = 0
    const fetches = await fetchesFrom((request, response) => {
      asked++
      if (asked % 2 === 1) request.socket.destroy()
      else response.end('{"data":{"n":1}}')
    })
    expect(await send(fetches)).toEqual({ data: { n: 1 } })
    expect(asked).toBe(2)
    await expect(send(fetches, 'mutation { pay }')).rejects.toThrow('firms closed the connection before it answered.')
    expect(asked).toBe(3)
  })

  it('waits no longer than its limit, also for an answer that comes drop by drop', async () => {
    const fetches = await fetchesFrom(
      (_request, response) => {
        response.write('{"data":')
        const drops = setInterval(() => response.write(' '), 50)
        response.once('close', () => clearInterval(drops))
      },
      { timeoutMs: 300 },
    )
    await expect(send(fetches)).rejects.toThrow('firms did not answer: it took longer than 300 ms.')
  })

  it('takes no more than its limit of bytes', async () => {
    const fetches = await fetchesFrom((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x')
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', more)
      more()
    })
    await expect(send(fetches)).rejects.toThrow(
      `firms did not answer: its answer is larger than ${largestAnswerBytes} bytes.`,
    )
  })

  it('is refused at once when too many wait already', async () => {
    const held: (() => void)[] = []
    const fetches = await fetchesFrom((_request, response) => void held.push(() => response.end('{"data":{}}')))
    const waiting = Array.from({ length: 64 + 4_096 }, () => send(fetches))
    await expect(send(fetches)).rejects.toMatchObject({
      extensions: { code: 'SUBGRAPH_BUSY', allowed: 4_096 },
    })
    const free = setInterval(() => held.splice(0).forEach((end) => end()), 5)
    expect(await Promise.all(waiting)).toHaveLength(64 + 4_096)
    clearInterval(free)
  })
})
