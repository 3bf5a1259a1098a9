import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { HubClient } from '../support/hub-client.ts'
import { newParty, signIn } from '../support/parties.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.close())

test('nobody who is not signed in sees or does anything', async () => {
  const nobody = new HubClient(hub.url)
  expect((await nobody.send('{ viewer { id } }')).data).toEqual({ viewer: null })
  expect((await nobody.act('RegisterCase', { title: 'x', description: 'x', partnerIds: [] })).code).toBe(
    'NOT_SIGNED_IN',
  )
  const asked = await nobody.send('{ members(first: 1) { edges { node { name } } } }')
  expect(asked.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')
  const feed = nobody.subscribe('CaseChanged', { view: 'SOURCE' })
  await expect(feed.until('a refusal', () => false)).rejects.toThrow(/NOT_SIGNED_IN/)
  await nobody.close()
})

test('a wrong password and an unknown name are refused alike, and many failures have to wait', async () => {
  const { loginName } = await newParty(hub.url, hub.admin, 'Forgetful', ['BUYER'])
  const nobody = new HubClient(hub.url)
  const wrong = await nobody.act('LogIn', { loginName, password: 'not the password' })
  const unknown = await nobody.act('LogIn', { loginName: 'nobody-at-all', password: 'not the password' })
  expect(wrong).toEqual(unknown)
  expect(wrong.code).toBe('AUTHENTICATION_FAILED')
  for (let i = 0; i < 4; i++) await nobody.act('LogIn', { loginName, password: 'not the password' })
  expect((await nobody.act('LogIn', { loginName, password: 'correct horse battery' })).code).toBe('TOO_MANY_ATTEMPTS')
})

test('a refresh token works once; its second use ends the session', async () => {
  const { loginName } = await newParty(hub.url, hub.admin, 'Refresher', ['BUYER'])
  const client = new HubClient(hub.url)
  const first = await client.must('LogIn', { loginName, password: 'correct horse battery' })
  const second = await client.must('RefreshSession', { refreshToken: first.refreshToken })
  expect(second.accessToken).not.toBe(first.accessToken)
  expect((await client.act('RefreshSession', { refreshToken: first.refreshToken })).code).toBe('AUTHENTICATION_FAILED')
  expect((await client.act('RefreshSession', { refreshToken: second.refreshToken })).code).toBe('AUTHENTICATION_FAILED')
})

test('a token that was tampered with is refused over HTTP and on the socket', async () => {
  const { client } = await newParty(hub.url, hub.admin, 'Tampered', ['BUYER'])
  const token = `${client.token?.slice(0, -4)}AAAA`
  const answer = await new HubClient(hub.url, token).send('{ viewer { id } }')
  expect(answer.status).toBe(401)
  expect(answer.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')
  const closed = await new Promise<{ code: number }>((resolve) => {
    createClient({
      url: `${hub.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      on: { closed: (event) => resolve(event as { code: number }) },
    })
  })
  expect(closed.code).toBe(4403)
})

test('an applicant may sign in and read, but transacts only once approved, and only administrators approve', async () => {
  const loginName = `applicant-${Date.now()}`
  const applied = await new HubClient(hub.url).must('RegisterMember', {
    name: 'Applicant',
    roles: ['BUYER'],
    mail: 'a@example.org',
    loginName,
    password: 'correct horse battery',
  })
  expect(applied.member).toMatchObject({ status: 'PROVISIONAL', memberNumber: null })
  const client = await signIn(hub.url, loginName)
  expect((await client.run('Viewer')).viewer.member.name).toBe('Applicant')
  expect(
    (await client.act('ApproveMember', { memberId: applied.member.id, authenticationLevel: 'STANDARD' })).code,
  ).toBe('NOT_ALLOWED')
  const refused = await client.act('RegisterCase', {
    title: 'x',
    description: 'x',
    partnerIds: ['01a1fd10-7d76-7667-8a82-bacf73d81b26'],
  })
  expect(refused.code).toBe('MEMBER_NOT_ACTIVE')
  expect(
    (
      await client.act('RegisterMember', {
        name: 'x',
        roles: ['BUYER'],
        mail: 'a@example.org',
        loginName,
        password: 'correct horse battery',
      })
    ).code,
  ).toBe('LOGIN_NAME_TAKEN')
})

test('a registration that is sent again is the same one, but not with another password', async () => {
  const nobody = new HubClient(hub.url)
  const input = {
    idempotencyKey: 'registration-1',
    name: 'Twice',
    roles: ['BUYER'],
    mail: 't@example.org',
    loginName: `twice-${Date.now()}`,
    password: 'correct horse battery',
  }
  const first = await nobody.must('RegisterMember', input)
  expect((await nobody.must('RegisterMember', input)).member.id).toBe(first.member.id)
  const other = await nobody.act('RegisterMember', { ...input, password: 'another long password' })
  expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED')
})

test('roles that are not applied for, weak passwords and bad GLNs are refused with all faults', async () => {
  const answer = await new HubClient(hub.url).act('RegisterMember', {
    name: 'x',
    roles: ['ADMIN'],
    mail: 'nowhere',
    loginName: 'A',
    password: 'short',
    gln: '7302347231111',
  })
  expect(answer.faults.map((fault: { path: string }) => fault.path).toSorted()).toEqual([
    'gln',
    'loginName',
    'mail',
    'password',
    'roles.0',
  ])
})
