import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createMailFolder } from '@torihiki/shared/mail/mail-folder.ts'
import { WebSocket } from 'ws'
import { newParty } from '../support/parties.ts'
import { startProcess, startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await startTestHub({ DELAY_SCAN_SECONDS: '1' })
})
afterAll(() => hub.close())

const get = (path: string, cookie?: string) =>
  fetch(`${hub.url}${path}`, { redirect: 'manual', headers: cookie ? { cookie } : {} })

async function consoleCookie(loginName: string, password: string): Promise<{ status: number; cookie: string }> {
  const response = await fetch(`${hub.url}/console`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ loginName, password, to: '/queues' }),
  })
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

test('GraphiQL is one page that asks no other host, with tabs of the operations', async () => {
  const response = await get('/graphiql')
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).not.toMatch(/(src|href)="https?:\/\//)
  expect(page).toContain('subscription CaseChanged')
  for (const path of ['/graphiql', '/console', '/queues', '/mail']) {
    expect((await get(path)).headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*frame-ancestors 'none'/,
    )
  }
})

test('the queues are shown to an administrator who signed in, and to nobody else', async () => {
  expect((await get('/queues')).headers.get('location')).toBe('/console?to=/queues')
  const { loginName } = await newParty(hub.url, hub.admin, 'Curious', ['BUYER'])
  const member = await consoleCookie(loginName, 'correct horse battery')
  expect((await get('/queues', member.cookie)).status).toBe(403)
  expect((await consoleCookie('admin', 'wrong password')).status).toBe(401)
  const admin = await consoleCookie('admin', hub.environment['ADMIN_PASSWORD'] ?? '')
  expect(admin.status).toBe(303)
  expect((await get('/queues', admin.cookie)).status).toBe(200)
  const { queues } = (await (await get('/queues/api/queues', admin.cookie)).json()) as {
    queues: { name: string; readOnlyMode: boolean }[]
  }
  expect(queues.map((queue) => queue.name)).toEqual(
    expect.arrayContaining(['events-contracts', 'events-authorization', 'schedules']),
  )
  expect(queues.every((queue) => queue.readOnlyMode)).toBe(true)
  const cleaned = await fetch(`${hub.url}/queues/api/queues/schedules/clean/completed`, {
    method: 'PUT',
    headers: { cookie: admin.cookie },
  })
  expect(cleaned.status).toBe(405)
})

test('mail that is kept is shown to an administrator who signed in, as text, and to nobody else', async () => {
  const mail = createMailFolder(hub.environment['MAIL_DIR'] ?? '')
  const about = { to: 'someone@example.org', language: 'en', at: new Date() }
  await mail.send({ ...about, messageId: 'a@torihiki', subject: '<b>受注</b>', text: '<script>alert(1)</script>' })
  expect((await get('/mail')).headers.get('location')).toBe('/console?to=/mail')
  const { loginName } = await newParty(hub.url, hub.admin, 'Nosy', ['BUYER'])
  const member = await consoleCookie(loginName, 'correct horse battery')
  expect((await get('/mail', member.cookie)).status).toBe(403)
  const admin = await consoleCookie('admin', hub.environment['ADMIN_PASSWORD'] ?? '')
  const page = await (await get('/mail', admin.cookie)).text()
  expect(page).toContain('&#60;b&#62;受注&#60;/b&#62;</b> to someone@example.org')
  expect(page).not.toContain('<script>alert')
})

test('the demonstration plays the whole story, and its certificate verifies', async () => {
  const port = new URL(hub.url).port
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  const demo = startProcess('demo', 'test/demo/demo.ts', { ...hub.environment, PORT: port, DATA_DIR: folder })
  const code = await new Promise((resolve) => demo.child.once('exit', resolve))
  expect({ code, output: demo.output() }).toMatchObject({
    code: 0,
    output: expect.stringContaining('Net positions of the window'),
  })
  expect(demo.output()).toMatch(/SOURCE +SETTLEMENT_REPORTED/)
  expect(demo.output()).toMatch(/PARTNER +SETTLEMENT_REPORTED/)
  expect(demo.output()).toContain('The certificate proves:')
  // A difference that a second document resolves, then a delivery that is late until it comes.
  expect(demo.output()).toMatch(
    /The documents are DIFFERENT\.[^]*quantity[^]*The seller submits another one[^]*is notarized/i,
  )
  expect(demo.output()).toMatch(
    /SOURCE +LATENESS_FOUND[^]*step 2, WARN\w*\n[^]*SOURCE +LATENESS_RESOLVED[^]*over since/,
  )
  rmSync(folder, { recursive: true })
})

test('health says what works, and metrics are there to be scraped', async () => {
  expect((await get('/health/live')).status).toBe(200)
  const ready = (await (await get('/health/ready')).json()) as { status: string; checks: Record<string, string> }
  expect(ready.status).toBe('ready')
  expect(ready.checks).toMatchObject({ redis: 'ok', workers: 'ok' })
  const metrics = await (await get('/metrics')).text()
  expect(metrics).toContain('torihiki_http_request_seconds')
  expect(metrics).toContain('torihiki_sockets')
})

test('another site can neither read the API nor open a socket', async () => {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    body: JSON.stringify({ query: '{ checkpoint { treeSize } }' }),
  })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  const simple = await fetch(`${hub.url}/graphql?query={checkpoint{treeSize}}`, {
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(simple.status).toBe(400)
  const outcome = await new Promise<string>((resolve) => {
    const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      origin: 'https://elsewhere.example',
    })
    socket.once('open', () => resolve('open'))
    socket.once('error', (error) => resolve(error.message))
  })
  expect(outcome).toContain('403')
})
