import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'

/**
 * A stand-in of a member's machine that takes webhooks, in a process of its own. It verifies by the reference library of Standard
 * Webhooks, and drops what it has had: GET /book gives what it took in, each id once with how often it came. What does not verify is
 * answered 401 and counted under the id `refused`. POST /control takes {"mode": "accept" | "fail" | "gone" | "hold" | "secret whsec_…"}.
 */

/** The longest message that is read. */
const longestBytes = 65_536
type Entry = { id: string; type: string; data: unknown; times: number; held: number }

const book = new Map<string, Entry>()
let webhook: Webhook | null = null
let mode = 'accept'

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`webhook receiver listening on http://127.0.0.1:${port}\n`)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') return send(response, 200, [...book.values()])
  const text = await read(request)
  if (request.url === '/control') {
    const asked = String((JSON.parse(text) as { mode: unknown }).mode)
    if (asked.startsWith('secret ')) webhook = new Webhook(asked.slice('secret '.length))
    else mode = asked
    return send(response, 204)
  }
  take(text, request, response)
}

function take(text: string, request: IncomingMessage, response: ServerResponse): void {
  const id = String(request.headers['webhook-id'])
  const message = verified(text, request)
  if (!message) {
    note('refused', 'refused', null)
    return send(response, 401)
  }
  if (mode === 'fail' || mode === 'gone') return send(response, mode === 'fail' ? 503 : 410)
  const entry = note(id, message.type, message.data)
  if (mode === 'hold') entry.held += 1
  else {
    entry.times += 1
    send(response, 204)
  }
}

function note(id: string, type: string, about: unknown): Entry {
  const entry = book.get(id) ?? { id, type, data: about, times: 0, held: 0 }
  if (id === 'refused') entry.times += 1
  book.set(id, entry)
  return entry
}

function verified(text: string, { headers }: IncomingMessage): { type: string; data: unknown } | null {
  try {
    return (webhook?.verify(text, headers as Record<string, string>) ?? null) as { type: string; data: unknown } | null
  } catch {
    return null
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > longestBytes) throw new Error('The message is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(body === undefined ? undefined : JSON.stringify(body))
}
