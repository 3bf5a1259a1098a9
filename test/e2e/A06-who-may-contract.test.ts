import { afterAll, beforeAll } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { HubClient } from '../support/hub-client.ts'
import {
  everyCaller,
  everySession,
  mutation,
  readers,
  testMatrix,
  traders,
  type Caller,
  type Matrix,
} from '../support/role-matrix.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

const id = randomUUID()
const keyed = 'idempotencyKey: "matrix"'
const publicly = ['nobody', ...readers] as const
const line = 'lines: [{ description: "", quantity: "1", unitPrice: "1" }]'

/**
 * Each root field of contracts. Who is let through by the policy is then held by commands and loaders to what it is a party to:
 * `A06-no-leak.test.ts` looks at that.
 */
const matrix: Matrix = {
  'Query.case': [`{ case(id: "${id}") { id } }`, readers],
  'Query.caseThread': [`{ caseThread(id: "${id}") { id } }`, readers],
  'Query.order': [`{ order(id: "${id}") { id } }`, readers],
  'Query.contract': [`{ contract(id: "${id}") { id } }`, readers],
  'Query.checkpoint': ['{ checkpoint { treeSize } }', publicly],
  'Query.consistencyProof': ['{ consistencyProof(fromSize: 0, toSize: 0) }', publicly],
  'Query.logPublicKey': ['{ logPublicKey }', publicly],
  'Query.logPublicKeys': ['{ logPublicKeys { generation } }', publicly],
  'Query.caseViewRebuild': [`{ caseViewRebuild(id: "${id}") { id } }`, ['admin']],
  'Query.caseViewRebuilds': ['{ caseViewRebuilds(first: 1) { edges { cursor } } }', ['admin']],
  'Query.businessCalendars': ['{ businessCalendars { code } }', readers],
  'Query.escalationSteps': ['{ escalationSteps { __typename } }', readers],
  'Query.hubReportKey': [`{ hubReportKey(memberId: "${id}") { publicKey } }`, ['admin']],
  'Mutation.commitToHiddenPurchase': [
    mutation('commitToHiddenPurchase', `${keyed}, threadId: "nobody", institutionId: "nobody", commitment: ""`),
    traders,
  ],
  'Mutation.reportHiddenPurchase': [
    mutation(
      'reportHiddenPurchase',
      `${keyed}, purchaseId: "nobody", reportId: "nobody", step: PAID, at: "", commitment: "", signature: ""`,
    ),
    traders,
  ],
  'Mutation.linkHubPurchase': [
    mutation('linkHubPurchase', `${keyed}, threadId: "nobody", purchaseId: "nobody", salt: ""`),
    traders,
  ],
  'Mutation.registerCase': [mutation('registerCase', `${keyed}, title: "", description: "", partnerIds: []`), traders],
  'Mutation.referToCase': [mutation('referToCase', `${keyed}, threadId: "nobody"`), traders],
  'Mutation.withdrawCase': [mutation('withdrawCase', `${keyed}, threadId: "nobody"`), traders],
  'Mutation.declineCase': [mutation('declineCase', `${keyed}, threadId: "nobody"`), traders],
  'Mutation.cancelOrder': [mutation('cancelOrder', `${keyed}, orderCode: "none"`), traders],
  'Mutation.placeOrder': [mutation('placeOrder', `${keyed}, quote: "none"`), traders],
  'Mutation.sendOrder': [mutation('sendOrder', `${keyed}, threadId: "nobody", currency: "JPY", ${line}`), traders],
  'Mutation.respondToOrder': [mutation('respondToOrder', `${keyed}, orderId: "nobody", kind: ACCEPTED`), traders],
  'Mutation.registerOutlet': [
    mutation(
      'registerOutlet',
      `${keyed}, name: "", address: "", latitude: "0", longitude: "0", timeZone: "", reachMetres: 1, openingHours: []`,
    ),
    traders,
  ],
  'Mutation.editOutlet': [mutation('editOutlet', `${keyed}, outletId: "nobody", revision: 1`), traders],
  'Mutation.setOutletStock': [mutation('setOutletStock', `${keyed}, outletId: "nobody", items: []`), traders],
  'Mutation.declineRoute': [mutation('declineRoute', `${keyed}, orderId: "nobody", reason: ""`), traders],
  'Mutation.submitContract': [
    mutation('submitContract', `${keyed}, threadId: "nobody", document: "{}", mediaType: JSON`),
    traders,
  ],
  'Mutation.proposeToleranceProfile': [
    mutation('proposeToleranceProfile', `${keyed}, counterpartId: "nobody", name: "", rules: {}`),
    traders,
  ],
  'Mutation.acceptToleranceProfile': [
    mutation('acceptToleranceProfile', `${keyed}, toleranceProfileId: "nobody"`),
    traders,
  ],
  'Mutation.endToleranceProfile': [mutation('endToleranceProfile', `${keyed}, toleranceProfileId: "nobody"`), traders],
  'Mutation.registerSigningKey': [
    mutation('registerSigningKey', `${keyed}, name: "", publicKey: "", proof: ""`),
    everySession,
  ],
  'Mutation.revokeSigningKey': [mutation('revokeSigningKey', `${keyed}, signingKeyId: "nobody"`), everySession],
  'Mutation.rotateLogKey': [mutation('rotateLogKey', `${keyed}, expectedGeneration: 999`), ['admin']],
  'Mutation.reportDelivery': [
    mutation('reportDelivery', `${keyed}, threadId: "nobody", deliveredOn: "2026-11-21"`),
    traders,
  ],
  'Mutation.reportGoods': [mutation('reportGoods', `${keyed}, threadId: "nobody", document: ""`), traders],
  'Mutation.cancelContract': [mutation('cancelContract', `${keyed}, threadId: "nobody", reason: "x"`), traders],
  'Mutation.addCaseNote': [mutation('addCaseNote', `${keyed}, threadId: "nobody", text: "x"`), traders],
  'Mutation.editCaseNote': [mutation('editCaseNote', `${keyed}, noteId: "nobody", text: "x"`), traders],
  'Mutation.removeCaseNote': [mutation('removeCaseNote', `${keyed}, noteId: "nobody"`), traders],
  'Mutation.markCaseRead': [mutation('markCaseRead', `view: SOURCE, threadId: "nobody"`), traders],
  'Mutation.rebuildCaseView': [mutation('rebuildCaseView', `${keyed}, view: SOURCE, memberId: "nobody"`), ['admin']],
  'Mutation.defineBusinessCalendar': [
    mutation('defineBusinessCalendar', `${keyed}, code: "", title: "", weekend: [], holidays: [], reason: ""`),
    ['admin'],
  ],
  'Mutation.setEscalationSteps': [
    mutation('setEscalationSteps', `${keyed}, version: 999, steps: [], reason: ""`),
    ['admin'],
  ],
  'Subscription.caseViewRebuildChanged': [`subscription { caseViewRebuildChanged(id: "${id}") { kind } }`, ['admin']],
  'Subscription.caseChanged': ['subscription { caseChanged(view: SOURCE) { kind } }', readers],
}

let hub: TestHub
let clients = new Map<Caller, HubClient>()

beforeAll(async () => {
  hub = await startTestHub()
  clients = await everyCaller(hub)
})
afterAll(() => hub.close())

testMatrix('contracts', () => clients, matrix)
