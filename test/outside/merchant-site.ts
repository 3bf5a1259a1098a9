import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as client from 'openid-client'

/**
 * A stand-in of a merchant's own site, in a process of its own. It lets members in by OpenID Connect through the library openid-client,
 * which checks what a site has to check. POST /control takes {"mode": "client <issuer> <id> <secret>"} or {"mode": "scope <scopes>"}. GET /start begins the
 * flow, GET /back ends it, and GET /book gives whom it let in, or why it did not.
 */

type Flow = { verifier: string; state: string; nonce: string }
type Entry = {
  sub: string | null
  told: unknown
  accessToken: string | null
  idToken: string | null
  fault: string | null
}

const flows = new Map<string, Flow>()
const book: Entry[] = []
let registered: { issuer: string; id: string; secret: string } | null = null
let scope = 'openid profile email address phone'
let origin = ''

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  process.stdout.write(`merchant site listening on ${origin}\n`)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', origin)
  if (request.method === 'POST') return control(await read(request), response)
  if (url.pathname === '/start') return begin(response)
  if (url.pathname === '/back') return end(url, request, response)
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(book))
}

function control(text: string, response: ServerResponse): void {
  const { mode } = JSON.parse(text) as { mode: string }
  const [what, ...words] = mode.split(' ')
  if (what === 'scope') scope = words.join(' ')
  else {
    const [issuer = '', id = '', secret = ''] = words
    registered = { issuer, id, secret }
  }
  response.writeHead(204).end()
}

/** Loopback has no TLS: the library must be told that this is meant. */
async function discover(): Promise<client.Configuration> {
  if (!registered) throw new Error('The site is not registered with the hub.')
  const { issuer, id, secret } = registered
  return client.discovery(new URL(issuer), id, secret, client.ClientSecretBasic(secret), {
    execute: [client.allowInsecureRequests],
  })
}

async function begin(response: ServerResponse): Promise<void> {
  const verifier = client.randomPKCECodeVerifier()
  const flow = { verifier, state: client.randomState(), nonce: client.randomNonce() }
  flows.set(flow.state, flow)
  const target = client.buildAuthorizationUrl(await discover(), {
    redirect_uri: `${origin}/back`,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
  })
  response
    .writeHead(303, { location: target.href, 'set-cookie': `flow=${flow.state}; Path=/; HttpOnly; SameSite=Lax` })
    .end()
}

async function end(url: URL, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = /(?:^|; )flow=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? ''
  const flow = flows.get(name)
  flows.delete(name)
  try {
    if (!flow) throw new Error('This browser has begun nothing.')
    const configuration = await discover()
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
    })
    const sub = tokens.claims()?.sub ?? ''
    const told = await client.fetchUserInfo(configuration, tokens.access_token, sub)
    book.push({ sub, told, accessToken: tokens.access_token, idToken: tokens.id_token ?? null, fault: null })
    response.writeHead(200).end('Welcome.')
  } catch (error) {
    const fault = error instanceof client.AuthorizationResponseError ? error.error : String(error)
    book.push({ sub: null, told: null, accessToken: null, idToken: null, fault })
    response.writeHead(403).end('Nobody was let in.')
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
