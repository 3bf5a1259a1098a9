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
  // A seller may be addressed by applicants; the command looks whether it is.
  'Mutation.approveMember': [mutation('approveMember', `${keyed}, memberId: "${id}"`), ['member', 'admin']],
  'Mutation.rejectMember': [mutation('rejectMember', `${keyed}, memberId: "${id}", reason: "x"`), ['member', 'admin']],
  'Query.applications': ['{ applications(first: 1) { edges { cursor } } }', everySession],
  'Query.erasures': ['{ erasures(first: 1) { edges { cursor } } }', ['admin']],
  'Mutation.registerGuest': [mutation('registerGuest', `${keyed}, name: "", mail: "", password: ""`), nobodyOrSession],
  'Mutation.applyForMembership': [mutation('applyForMembership', keyed), [...everySession, 'TRADE']],
  // An empty key is refused before anything changes.
  'Mutation.takePartMeanwhile': [mutation('takePartMeanwhile', 'idempotencyKey: ""'), everySession],
  'Mutation.issueCredentialCode': [
    mutation('issueCredentialCode', `${keyed}, memberId: "${id}", channel: LETTER`),
    ['operator', 'admin'],
  ],
  'Mutation.redeemCredentialCode': [
    mutation('redeemCredentialCode', `${keyed}, memberNumber: "x", code: "x", loginName: "x", password: "x"`),
    nobodyOrSession,
  ],
  'Mutation.actFor': [mutation('actFor', `memberId: "${id}", channel: FAX`), ['operator', 'admin']],
  'Mutation.forbidOperators': [mutation('forbidOperators', `${keyed}, forbidden: false`), everySession],
  'Mutation.giveConsent': [mutation('giveConsent', `${keyed}, merchantId: "${id}", fields: []`), everySession],
  'Mutation.revokeConsent': [mutation('revokeConsent', `${keyed}, consentId: "${id}"`), everySession],
  'Query.merchantSites': ['{ merchantSites(first: 1) { edges { cursor } } }', readers],
  'Mutation.registerMerchantSite': [
    mutation('registerMerchantSite', `${keyed}, name: "", initiateLoginUri: "", redirectUris: []`),
    everySession,
  ],
  'Mutation.approveMerchantSite': [mutation('approveMerchantSite', `${keyed}, siteId: "${id}"`), ['admin']],
  'Mutation.revokeMerchantSite': [mutation('revokeMerchantSite', `${keyed}, siteId: "${id}"`), everySession],
  'Mutation.handOver': [mutation('handOver', `${keyed}, siteId: "nobody"`), everySession],
  'Mutation.eraseMember': [mutation('eraseMember', `${keyed}, memberId: "${id}"`), ['admin']],
  'Mutation.assignAuthenticationLevel': [
    mutation('assignAuthenticationLevel', `${keyed}, memberId: "${id}", authenticationLevel: "TRIAL"`),
    ['admin'],
  ],
  'Mutation.defineAuthenticationLevel': [mutation('defineAuthenticationLevel', `${keyed}, ${levelInput}`), ['admin']],
  'Mutation.logInByOrder': [mutation('logInByOrder', 'orderCode: "none", mail: "x"'), nobodyOrSession],
  'Mutation.logIn': [mutation('logIn', 'loginName: "nobody-here", password: "x"'), nobodyOrSession],
  'Mutation.refreshSession': [mutation('refreshSession', 'refreshToken: "x"'), nobodyOrSession],
  'Mutation.logOut': [mutation('logOut', 'refreshToken: "x"'), nobodyOrSession],
  'Mutation.createApiKey': [
    mutation('createApiKey', `${keyed}, name: "", scopes: [], expiresAt: "2000-01-01T00:00:00Z"`),
    everySession,
  ],
  'Mutation.revokeApiKey': [mutation('revokeApiKey', `${keyed}, apiKeyId: "${id}"`), everySession],
  'Query.messageTemplates': ['{ messageTemplates { kind } }', ['admin']],
  'Query.previewMessage': ['{ previewMessage(kind: ORDER_SENT, language: "en") { subject } }', ['admin']],
  'Mutation.setMessagePreferences': [mutation('setMessagePreferences', `${keyed}, language: "tlh"`), everySession],
  'Mutation.registerWebhook': [mutation('registerWebhook', `${keyed}, name: "", url: ""`), everySession],
  'Mutation.editWebhook': [mutation('editWebhook', `${keyed}, webhookId: "${id}"`), everySession],
  'Mutation.rotateWebhookSecret': [mutation('rotateWebhookSecret', `${keyed}, webhookId: "${id}"`), everySession],
  'Mutation.removeWebhook': [mutation('removeWebhook', `${keyed}, webhookId: "${id}"`), everySession],
  'Mutation.sendTestWebhook': [mutation('sendTestWebhook', `${keyed}, webhookId: "${id}"`), [...everySession, 'TRADE']],
  'Mutation.replayWebhookMessages': [
    mutation('replayWebhookMessages', `${keyed}, webhookId: "${id}"`),
    [...everySession, 'TRADE'],
  ],
}
/** What the gateway asks for itself: no client reaches it, whoever it is. */
const unreachable = {
  'Query._apiKey': '{ _apiKey(handle: "x", hash: "y") { memberId } }',
  'Query._session': `{ _session(id: "${id}") { memberId } }`,
  'Query._endedSessions': '{ _endedSessions(since: "2026-01-01T00:00:00Z") }',
  'Mutation._signIn': 'mutation { _signIn(request: "{}") }',
  'Mutation._endSession': `mutation { _endSession(id: "${id}") }`,
}

let hub: TestHub
let clients = new Map<Caller, HubClient>()

beforeAll(async () => {
  hub = await startTestHub()
  clients = await everyCaller(hub)
})
afterAll(() => hub.close())

testMatrix('members', () => clients, matrix, unreachable)
