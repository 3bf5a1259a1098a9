import { createPublicKey } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { subgraphSdl } from '@torihiki/schema'
import { signAccessToken } from '@torihiki/shared/identity/access-token.ts'
import { deriveSigningKey } from '@torihiki/shared/identity/derive.ts'
import { signatureHeader, signRequest } from '@torihiki/shared/identity/signing.ts'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { decodeProtectedHeader, SignJWT } from 'jose'
import { WebSocket } from 'ws'
import { newParty, type Party } from '../support/parties.ts'
import { graphqlOverHttp, type Got, type Sent } from '../support/raw-http.ts'
import { startProcess, startTestHub, stopProcess, type HubProcess, type TestHub } from '../support/test-hub.ts'

// Who asks, and by which way: forged tokens, other sites' pages, and subgraphs reached past the gateway of a hub in production.

let hub: TestHub
let buyer: Party

beforeAll(async () => {
  hub = await startTestHub({ NODE_ENV: 'production', INTROSPECTION: 'false' })
  buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'])
})
afterAll(() => hub.close())

const send = (sent: Sent): Promise<Got> => graphqlOverHttp(hub.url)(sent)
const as = (token: string | null): Record<string, string> => ({ authorization: `Bearer ${token}` })

const consoleCookie = async (): Promise<string> => {
  const response = await fetch(`${hub.url}/console`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ loginName: 'admin', password: hub.environment['ADMIN_PASSWORD'] ?? '' }),
  })
  return response.headers.get('set-cookie') ?? ''
}

describe('tokens', () => {
  const identity = (): { memberId: string; roles: string[]; sessionId: string } => ({
    memberId: buyer.id,
    roles: ['ADMIN'],
    sessionId: 's',
  })
  const secret = (): string => hub.environment['HUB_SECRET'] ?? ''
  const unsigned = (): string => {
    const [, claims = ''] = (buyer.client.token ?? '').split('.')
    const header = { alg: 'none', kid: decodeProtectedHeader(buyer.client.token ?? '').kid }
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${claims}.`
  }
  const confused = async (): Promise<string> => {
    const { privateKey, keyId } = deriveSigningKey(secret(), 'access-token')
    const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
    const jwt = new SignJWT({ roles: ['ADMIN'], sid: 's' }).setProtectedHeader({ alg: 'HS256', kid: keyId })
    jwt.setSubject(buyer.id).setIssuer('torihiki').setAudience('torihiki-gateway').setExpirationTime('10m')
    return jwt.sign(Buffer.from(publicKey))
  }

  test.each<[string, () => string | Promise<string>]>([
    ['that has expired', () => signAccessToken(secret(), identity(), new Date(Date.now() - 3_600_000))],
    ['without a signature (alg none)', unsigned],
    [
      'of a foreign key',
      () => signAccessToken('another secret that is long enough for anybody', identity(), new Date()),
    ],
    ['signed with our public key (HS256)', confused],
    ['that is a console’s session', async () => /torihiki_console=([^;]+)/.exec(await consoleCookie())?.[1] ?? ''],
    ['that is none', () => 'null'],
  ])('a token %s is refused', async (_, token) => {
    const got = await send({ body: { query: '{ viewer { id } }' }, headers: as(await token()) })
    expect(got).toMatchObject({ status: 401, errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] })
  })

  test('the cookie of the console is of no use to other sites', async () => {
    const written = await consoleCookie()
    expect(written).toMatch(/; HttpOnly; SameSite=Strict;.*; Secure$/)
    const cookie = written.split(';')[0] ?? ''
    const query = '{ viewer { id } }'
    expect((await send({ body: { query }, headers: { cookie } })).data.viewer).not.toBeNull()
    for (const site of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await send({ body: { query }, headers: { cookie, ...site } })).data.viewer).toBeNull()
    const overStream = (site: Record<string, string>): Promise<string> =>
      fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { accept: 'text/event-stream', cookie, ...site },
      }).then((response) => response.text())
    expect(await overStream({ 'sec-fetch-site': 'same-origin' })).not.toContain('"viewer":null')
    expect(await overStream({ 'sec-fetch-site': 'cross-site' })).toContain('"viewer":null')
    expect(await overStream({ origin: 'https://elsewhere.example' })).toContain('This origin may not use the API.')
    const form = {
      raw: `query=${encodeURIComponent(query)}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    }
    expect((await send(form)).status).toBe(400)
    expect((await send({ method: 'GET', search: { query }, headers: { cookie } })).status).toBe(400)
  })
})

describe('signing out of the consoles', () => {
  const viewer = async (cookie: string): Promise<unknown> =>
    (await send({ body: { query: '{ viewer { id } }' }, headers: { cookie } })).data.viewer
  const leave = (cookie: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${hub.url}/console/leave`, { method: 'POST', redirect: 'manual', headers: { cookie, ...headers } })

  test('makes the cookie useless wherever there is another of it, and no other site can do it', async () => {
    const [mine, another] = [await consoleCookie(), await consoleCookie()].map((each) => each.split(';')[0] ?? '')
    expect((await leave(mine ?? '', { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect(await viewer(mine ?? '')).not.toBeNull()
    expect((await leave(mine ?? '')).headers.get('set-cookie')).toMatch(/^torihiki_console=;.*Max-Age=0/)
    expect(await viewer(mine ?? '')).toBeNull()
    expect(await viewer(another ?? '')).not.toBeNull()
  })
})

describe('other ways in', () => {
  test.each(['https://elsewhere.example', 'null', 'http://127.0.0.1.elsewhere.example', 'file://'])(
    'a WebSocket of the origin %s is refused',
    async (origin) => {
      const outcome = await new Promise<string>((resolve) => {
        const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin })
        socket.once('open', () => resolve('open'))
        socket.once('error', ({ message }) => resolve(message))
      })
      expect(outcome).toMatch(/40[13]/)
    },
  )

  test('a mutation by GET is refused', async () => {
    const got = await send({
      method: 'GET',
      asked: true,
      search: { query: 'mutation { logOut(input: {refreshToken: "x"}) { __typename } }' },
    })
    expect(got).toMatchObject({ status: 405, errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] })
  })

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'TEXT/PLAIN; charset=utf-8',
  ])('a form that another site sends as %s is refused', async (type) => {
    const got = await send({ raw: '{"query":"{ viewer { id } }"}', headers: { 'content-type': type } })
    expect(got.status).toBe(400)
    expect(got.errors?.[0]?.message).toMatch(/cross-site request forgery/)
  })

  test('a body that never ends is answered with 413, and the connection closed', async () => {
    const { hostname, port } = new URL(hub.url)
    const heard = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(Number(port), hostname)
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 900000000\r\n\r\n',
      )
      socket.write('x'.repeat(200_000))
      socket.on('data', (chunk) => (text += chunk.toString()))
      socket.once('close', () => resolve(text))
      socket.once('error', reject)
    })
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
    expect(heard).toMatch(/connection: close/i)
    expect(heard).toContain('"limit":"requestBytes"')
  })
})

describe('a subgraph that is reached past the gateway', () => {
  let subgraph: HubProcess
  let url = ''
  const body = JSON.stringify({ query: '{ opportunities(first: 1) { edges { cursor } } }' })
  const identity = { actor: null, requestId: 'r' }
  const post = (text: string, signature?: string): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...(signature && { [signatureHeader]: signature }) },
    })
  const sign = (name: 'listings' | 'members', text: string): Promise<string> =>
    signRequest(hub.environment['HUB_SECRET'] ?? '', name, text, identity)

  beforeAll(async () => {
    const port = await freePort()
    url = `http://127.0.0.1:${port}/graphql`
    subgraph = startProcess('listings', 'subgraphs/listings/src/main.ts', { ...hub.environment, PORT: String(port) })
    const lives = (): Promise<boolean> =>
      fetch(new URL('/health/live', url)).then(
        ({ ok }) => ok,
        () => false,
      )
    await waitFor(lives, { timeoutMs: 30_000, everyMs: 50, what: 'the subgraph to answer' })
  })
  afterAll(() => stopProcess(subgraph))

  test('answers what the gateway signed', async () => {
    expect((await post(body, await sign('listings', body))).status).toBe(200)
  })

  test.each<[string, () => Promise<Response>]>([
    ['what is not signed', () => post(body)],
    ['entities', () => post(JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' }))],
    ['its SDL', () => post(JSON.stringify({ query: '{ _service { sdl } }' }))],
    ['a signature for another subgraph', async () => post(body, await sign('members', body))],
    ['a signature of another body', async () => post(body.replace('1', '2'), await sign('listings', body))],
    ['a client’s token', () => post(body, hub.admin.token ?? '')],
  ])('refuses %s', async (_, attack) => {
    const response = await attack()
    const text = await response.text()
    expect(response.status).toBe(401)
    expect(text).not.toContain(subgraphSdl('listings').slice(0, 40))
  })

  test('refuses a signed request that is sent again', async () => {
    const signature = await sign('listings', body)
    expect((await post(body, signature)).status).toBe(200)
    expect((await post(body, signature)).status).toBe(401)
  })
})
