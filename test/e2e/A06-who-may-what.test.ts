import { afterAll, beforeAll } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { HubClient } from '../support/hub-client.ts'
import {
  everyCaller,
  everySession,
  mutation,
  nobodyOrSession,
  readers,
  testMatrix,
  type Caller,
  type Matrix,
} from '../support/role-matrix.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

const id = randomUUID()
const keyed = 'idempotencyKey: "matrix"'
const levelInput = 'code: "bad", name: "", operations: [], maxPerTransaction: [], maxPerDay: [], reason: ""'

/** Each root field of members: a document that changes nothing, and whom its policy lets through. */
const matrix: Matrix = {
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
let clients = new Map<Caller, HubClient>()

beforeAll(async () => {
  hub = await startTestHub()
  clients = await everyCaller(hub)
})
afterAll(() => hub.close())

testMatrix('members', () => clients, matrix, unreachable)
