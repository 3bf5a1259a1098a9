import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createWebhookPort, longestHeaderBytes, type Resolve, type WebhookPort } from './webhook-post.ts'

const servers: Server[] = []
const ports: WebhookPort[] = []
afterEach(async () => {
  for (const port of ports.splice(0)) await port.close()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A receiver on this machine, and how often it was reached: by a connection at all, and by a request. */
async function receiver(handle: RequestListener): Promise<{ port: number; reached(): number }> {
  let reached = 0
  const server = createServer(handle)
  servers.push(server)
  server.on('connection', () => void (reached += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0, reached: () => reached }
}

function open(options: Parameters<typeof createWebhookPort>[0]): WebhookPort {
  const port = createWebhookPort(options)
  ports.push(port)
  return port
}

const at =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
const notPublic = 'Its host must lead to public addresses only.'

describe('a target of the inner net', () => {
  test.each([
    ['127.0.0.1'],
    ['10.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['8.8.8.8', '192.168.0.1'],
    ['fd00::1'],
    ['64:ff9b::a00:1'],
    [],
  ])('is refused when its name leads to %s', async (...addresses) => {
    expect(await open({ resolve: at(...addresses) }).faultOf('https://example.org')).toBe(notPublic)
  })

  test('is refused when its name cannot be looked up, and taken when all that it leads to is public', async () => {
    const nowhere = open({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })
    expect(await nowhere.faultOf('https://example.org')).toBe('Its host name cannot be looked up.')
    expect(await open({ resolve: at('8.8.8.8', '2606:4700::1111') }).faultOf('https://example.org')).toBeNull()
  })

  test('is not reached though its name led to the public net when it was registered', async () => {
    const inner = await receiver((_request, response) => response.end())
    let asked = 0
    const rebinding: Resolve = async (host) => at(++asked === 1 ? '8.8.8.8' : '127.0.0.1')(host)
    const port = open({ resolve: rebinding })
    const url = `https://rebinding.example.org:${inner.port}`
    expect(await port.faultOf(url)).toBeNull()
    expect(await port.post(url, {}, '{}')).toEqual({ kind: 'NO_ANSWER', reason: notPublic })
    expect([asked, inner.reached()]).toEqual([2, 0])
  })

  test('is not reached by one of several addresses either', async () => {
    const inner = await receiver((_request, response) => response.end())
    const port = open({ resolve: at('8.8.8.8', '127.0.0.1') })
    expect(await port.post(`https://two.example.org:${inner.port}`, {}, '{}')).toEqual({
      kind: 'NO_ANSWER',
      reason: notPublic,
    })
    expect(inner.reached()).toBe(0)
  })

  test.each([
    'https://127.0.0.1',
    'https://[::ffff:127.0.0.1]',
    'https://2130706433',
    'http://127.0.0.1',
    'https://localhost',
  ])('is not reached as %s, though it were on record', async (address) => {
    const inner = await receiver((_request, response) => response.end())
    const reply = await open({}).post(`${address}:${inner.port}`, {}, '{}')
    expect([reply.kind, inner.reached()]).toEqual(['NO_ANSWER', 0])
  })
})

describe('a receiver', () => {
  test('gets the body as it was signed, by POST, and its answer is read', async () => {
    const got: unknown[] = []
    const { port } = await receiver((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        got.push([
          request.method,
          request.headers['webhook-id'],
          request.headers['content-type'],
          Buffer.concat(chunks).toString(),
        ])
        response.writeHead(429, { 'retry-after': '7' }).end()
      })
    })
    const reply = await open({ allowPrivate: true }).post(
      `http://127.0.0.1:${port}/hub`,
      { 'webhook-id': 'x' },
      '{"ü":1}',
    )
    expect(reply).toEqual({ kind: 'ANSWER', status: 429, retryAfterMs: 7_000 })
    expect(got).toEqual([['POST', 'x', 'application/json', '{"ü":1}']])
  })

  test('is not followed to where it redirects', async () => {
    const inner = await receiver((_request, response) => response.end())
    const { port } = await receiver((_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${inner.port}` }).end(),
    )
    const reply = await open({ allowPrivate: true }).post(`http://127.0.0.1:${port}`, {}, '{}')
    expect(reply).toMatchObject({ kind: 'ANSWER', status: 307 })
    expect(inner.reached()).toBe(0)
  })

  test('that never answers, or never ends its head, is given up in time', async () => {
    const silent = await receiver(() => undefined)
    const port = open({ allowPrivate: true, deadlineMs: 100 })
    const late = { kind: 'NO_ANSWER', reason: 'It did not answer in time.' }
    expect(await port.post(`http://127.0.0.1:${silent.port}`, {}, '{}')).toEqual(late)
    const wordy = await receiver((_request, response) =>
      response.writeHead(200, { x: 'x'.repeat(longestHeaderBytes + 1) }).end(),
    )
    expect(await port.post(`http://127.0.0.1:${wordy.port}`, {}, '{}')).toMatchObject({ kind: 'NO_ANSWER' })
  })

  test('whose body is endless has answered all the same', async () => {
    let written = 0
    const endless = await receiver((_request, response) => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) written += 1
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    const reply = await open({ allowPrivate: true, deadlineMs: 5_000 }).post(
      `http://127.0.0.1:${endless.port}`,
      {},
      '{}',
    )
    expect(reply).toMatchObject({ kind: 'ANSWER', status: 200 })
    expect(written).toBeLessThan(10_000)
  })

  test('that is not there is told of without what the net said', async () => {
    const { port } = await receiver(() => undefined)
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
    const reply = await open({ allowPrivate: true }).post(`http://127.0.0.1:${port}`, {}, '{}')
    expect(reply).toEqual({ kind: 'NO_ANSWER', reason: 'It could not be reached (ECONNREFUSED).' })
  })
})
