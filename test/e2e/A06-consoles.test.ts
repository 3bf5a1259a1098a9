import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { eventually, newParty } from '../support/parties.ts'
import { HubClient } from '../support/hub-client.ts'
import { graphqlOverHttp } from '../support/raw-http.ts'
import { asOwner } from '../support/test-database.ts'
import { startAgain, startTestHub, type HubProcess, type TestHub } from '../support/test-hub.ts'

// The cookie of the consoles: it shows a session, and what the session may is asked each time.

const password = 'correct horse battery'
let hub: TestHub

beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.close())

const gateway = (): HubProcess => {
  const found = hub.processes.find(({ name }) => name === 'gateway' || name === 'hub')
  if (!found) throw new Error('There is no gateway.')
  return found
}
const cookieOf = async (loginName: string, ofPassword: string): Promise<string> => {
  const body = new URLSearchParams({ loginName, password: ofPassword })
  const response = await fetch(`${hub.url}/console`, { method: 'POST', redirect: 'manual', body })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const viewerOf = async (url: string, cookie: string): Promise<string> => {
  const { data } = await graphqlOverHttp(url)({ body: { query: '{ viewer { id } }' }, headers: { cookie } })
  return data.viewer?.id ?? 'nobody'
}
const lanesFor = async (cookie: string): Promise<string> => {
  const query = '{ authorizationLanes { company } }'
  const { errors } = await graphqlOverHttp(hub.url)({ body: { query }, headers: { cookie } })
  return errors?.[0]?.extensions?.code ?? 'SHOWN'
}
const untilLanes = (cookie: string, answer: string): Promise<string> =>
  eventually(
    `the answer to be ${answer}`,
    () => lanesFor(cookie),
    (found) => found === answer,
  )

test('a cookie has the roles of its member as they are by now, and none when the member is gone', async () => {
  const party = await newParty(hub.url, hub.admin, 'Operator', ['BUYER'])
  const cookie = await cookieOf(party.loginName, password)
  expect(await viewerOf(hub.url, cookie)).toBe(party.id)
  expect(await lanesFor(cookie)).toBe('NOT_ALLOWED')
  // Operators are appointed by whoever runs the hub, in its books.
  const appoint = (roles: string) =>
    asOwner(hub.databaseUrl, (owner) =>
      owner.query('update members.member set roles = $2 where id = $1', [party.id, roles]),
    )
  await appoint('{OPERATOR}')
  await untilLanes(cookie, 'SHOWN')
  await appoint('{BUYER}')
  await untilLanes(cookie, 'NOT_ALLOWED')
  await hub.admin.must('EraseMember', { memberId: party.id })
  await eventually(
    'the cookie to stand for nobody',
    () => viewerOf(hub.url, cookie),
    (viewer) => viewer === 'nobody',
  )
})

test('who has signed out of the consoles, or logged out, has done so at a gateway that starts later, too', async () => {
  const admin = hub.environment['ADMIN_PASSWORD'] ?? ''
  const [left, kept] = [await cookieOf('admin', admin), await cookieOf('admin', admin)]
  const session = await new HubClient(hub.url).must('LogIn', { loginName: 'admin', password: admin })
  const headers = { cookie: left }
  expect((await fetch(`${hub.url}/console/leave`, { method: 'POST', redirect: 'manual', headers })).status).toBe(303)
  await new HubClient(hub.url).must('LogOut', { refreshToken: session.refreshToken })
  const port = await freePort()
  await startAgain(hub, gateway(), { PORT: String(port) })
  const later = `http://127.0.0.1:${port}`
  expect(await viewerOf(later, left)).toBe('nobody')
  expect(await viewerOf(later, kept)).not.toBe('nobody')
  await eventually(
    'the token to be refused',
    async () => (await new HubClient(later, session.accessToken).send('{ viewer { id } }')).status,
    (status) => status === 401,
  )
})
