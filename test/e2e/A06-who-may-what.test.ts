import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { subgraphSdl } from '@torihiki/schema'
import { Kind, parse } from 'graphql'
import { HubClient, type HttpAnswer } from '../support/hub-client.ts'
import { newMachine } from '../support/machines.ts'
import { newParty, signIn } from '../support/parties.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

const callers = ['nobody', 'provisional', 'member', 'operator', 'admin', 'READ', 'TRADE', 'PAY', 'LIST'] as const
type Caller = (typeof callers)[number]

const everySession = ['provisional', 'member', 'operator', 'admin'] as const
const readers = [...everySession, 'READ'] as const
const nobodyOrSession = ['nobody', ...everySession] as const
const id = randomUUID()
const keyed = 'idempotencyKey: "matrix"'
const mutation = (field: string, input: string): string => `mutation { ${field}(input: { ${input} }) { __typename } }`
const levelInput = 'code: "bad", name: "", operations: [], maxPerTransaction: [], maxPerDay: [], reason: ""'

/** Each root field of members: a document that changes nothing, and whom its policy lets through. */
const matrix: Readonly<Record<string, readonly [document: string, allowed: readonly Caller[]]>> = {
  'Query.viewer': ['{ viewer { id } }', ['nobody', ...readers]],
  'Query.member': [`{ member(id: "${id}") { id } }`, readers],
  'Query.members': ['{ members(first: 1) { edges { cursor } } }', readers],
  'Query.authenticationLevels': ['{ authenticationLevels { code } }', readers],
  'Mutation.registerMember': [
    mutation('registerMember', `${keyed}, name: "", roles: [], mail: "", loginName: "", password: ""`),
    nobodyOrSession,
  ],
  'Mutation.approveMember': [mutation('approveMember', `${keyed}, memberId: "${id}"`), ['admin']],
  'Mutation.rejectMember': [mutation('rejectMember', `${keyed}, memberId: "${id}", reason: "x"`), ['admin']],
  'Mutation.assignAuthenticationLevel': [
    mutation('assignAuthenticationLevel', `${keyed}, memberId: "${id}", authenticationLevel: "TRIAL"`),
    ['admin'],
  ],
  'Mutation.defineAuthenticationLevel': [mutation('defineAuthenticationLevel', `${keyed}, ${levelInput}`), ['admin']],
  'Mutation.logIn': [mutation('logIn', 'loginName: "nobody-here", password: "x"'), nobodyOrSession],
  'Mutation.refreshSession': [mutation('refreshSession', 'refreshToken: "x"'), nobodyOrSession],
  'Mutation.logOut': [mutation('logOut', 'refreshToken: "x"'), nobodyOrSession],
  'Mutation.createApiKey': [
    mutation('createApiKey', `${keyed}, name: "", scopes: [], expiresAt: "2000-01-01T00:00:00Z"`),
    everySession,
  ],
  'Mutation.revokeApiKey': [mutation('revokeApiKey', `${keyed}, apiKeyId: "${id}"`), everySession],
}
/** What the gateway asks for itself: no client reaches it, whoever it is. */
const unreachable = { 'Query._apiKey': '{ _apiKey(handle: "x", hash: "y") { memberId } }' }

let hub: TestHub
const clients = new Map<Caller, HubClient>()

beforeAll(async () => {
  hub = await startTestHub()
  const party = await newParty(hub.url, hub.admin, 'Matrix', ['BUYER', 'SELLER'])
  const operator = await newParty(hub.url, hub.admin, 'Operating', ['BUYER'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.member set roles = '{OPERATOR}' where id = $1`, [operator.id]),
  )
  const loginName = `applicant-${randomUUID().slice(0, 8)}`
  const applied = { name: 'Applicant', roles: ['BUYER'], mail: 'a@example.org', loginName }
  await new HubClient(hub.url).must('RegisterMember', { ...applied, password: 'correct horse battery' })
  clients.set('nobody', new HubClient(hub.url))
  clients.set('provisional', await signIn(hub.url, loginName))
  clients.set('member', party.client)
  clients.set('operator', await signIn(hub.url, operator.loginName))
  clients.set('admin', hub.admin)
  for (const scope of ['READ', 'TRADE', 'PAY', 'LIST'] as const)
    clients.set(scope, (await newMachine(party, [scope])).client)
})
afterAll(() => hub.close())

const isDenied = ({ data, errors }: HttpAnswer): boolean =>
  errors?.some(({ extensions }) => ['NOT_SIGNED_IN', 'NOT_ALLOWED'].includes(extensions.code)) === true ||
  Object.values((data ?? {}) as object).some((each) => each?.__typename === 'NotAllowed')

test('every root field of members has its line in the matrix', () => {
  const fields = parse(subgraphSdl('members')).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    ['Query', 'Mutation', 'Subscription'].includes(definition.name.value)
      ? (definition.fields ?? []).map(({ name }) => `${definition.name.value}.${name.value}`)
      : [],
  )
  expect(fields.toSorted()).toEqual([...Object.keys(matrix), ...Object.keys(unreachable)].toSorted())
})

test.each(Object.entries(matrix))('%s is for those of its line alone', async (_field, [document, allowed]) => {
  const passed: Caller[] = []
  for (const caller of callers) {
    const answer = await clients.get(caller)?.send(document)
    expect(answer?.data ?? answer?.errors?.[0]?.extensions.code).toBeDefined()
    if (answer && !isDenied(answer)) passed.push(caller)
  }
  expect(passed).toEqual(callers.filter((caller) => allowed.includes(caller)))
})

test.each(Object.entries(unreachable))('%s is reached by nobody', async (_field, document) => {
  for (const caller of callers) {
    const answer = await clients.get(caller)?.send(document)
    expect([answer?.data, answer?.errors?.[0]?.message]).toEqual([
      undefined,
      expect.stringContaining('Cannot query field'),
    ])
  }
})
