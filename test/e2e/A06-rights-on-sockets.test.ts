import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HubClient, type Json } from '../support/hub-client.ts'
import { openLiveSocket } from '../support/live-socket.ts'
import { newParty, type Party } from '../support/parties.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let party: Party
let other: Party

beforeAll(async () => {
  hub = await startTestHub()
  party = await newParty(hub.url, hub.admin, 'Listener', ['BUYER'])
  other = await newParty(hub.url, hub.admin, 'Bystander', ['BUYER'])
})
afterAll(() => hub.close())

const newSession = async (): Promise<Json> =>
  new HubClient(hub.url).must('LogIn', { loginName: party.loginName, password: 'correct horse battery' })
const statusWith = async (token: string): Promise<number> =>
  (await new HubClient(hub.url, token).send('{ viewer { id } }')).status

test('logging out ends the member’s sockets at once with 4403, and the session’s access token with them', async () => {
  const session = await newSession()
  const [socket, bystander] = [session.accessToken, other.client.token ?? ''].map((t) => openLiveSocket(hub.url, t))
  expect(await Promise.all([socket?.taken, bystander?.taken])).toEqual([true, true])
  expect(await statusWith(session.accessToken)).toBe(200)
  await new HubClient(hub.url).must('LogOut', { refreshToken: session.refreshToken })
  expect(await socket?.closed).toMatchObject({ code: 4403 })
  expect(await statusWith(session.accessToken)).toBe(401)
  const again = openLiveSocket(hub.url, session.accessToken)
  expect(await again.closed).toMatchObject({ code: 4403 })
  // Another session of the same member, and other members, go on.
  expect(await statusWith(party.client.token ?? '')).toBe(200)
  expect(await Promise.race([bystander?.closed, statusWith(other.client.token ?? '')])).toBe(200)
  bystander?.close()
})

test('a refresh token that is used twice ends the session’s sockets too', async () => {
  const client = new HubClient(hub.url)
  const first = await newSession()
  const second = await client.must('RefreshSession', { refreshToken: first.refreshToken })
  const socket = openLiveSocket(hub.url, second.accessToken)
  expect(await socket.taken).toBe(true)
  expect((await client.act('RefreshSession', { refreshToken: first.refreshToken })).code).toBe('AUTHENTICATION_FAILED')
  expect(await socket.closed).toMatchObject({ code: 4403 })
  expect(await statusWith(second.accessToken)).toBe(401)
})

test('another level ends the member’s sockets; the client comes back with the token that it has', async () => {
  const socket = openLiveSocket(hub.url, party.client.token ?? '')
  expect(await socket.taken).toBe(true)
  await hub.admin.must('AssignAuthenticationLevel', { memberId: party.id, authenticationLevel: 'TRIAL' })
  expect(await socket.closed).toMatchObject({ code: 4403 })
  const again = openLiveSocket(hub.url, party.client.token ?? '')
  expect(await again.taken).toBe(true)
  again.close()
})
