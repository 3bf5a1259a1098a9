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
const listers = [...everySession, 'LIST'] as const

/** Each root field of listings. A provisional member is let through by the policy, and refused by the command: MEMBER_NOT_ACTIVE. */
const matrix: Matrix = {
  'Query.opportunity': [`{ opportunity(id: "${id}") { id } }`, readers],
  'Query.opportunities': ['{ opportunities(first: 1) { edges { cursor } } }', readers],
  'Query.shop': [`{ shop(id: "${id}") { id } }`, readers],
  'Query.shops': ['{ shops(first: 1) { edges { cursor } } }', readers],
  'Query.item': [`{ item(id: "${id}") { id } }`, ['nobody', ...readers]],
  'Query.items': ['{ items(first: 1) { edges { cursor } } }', ['nobody', ...readers]],
  'Query.cart': [`{ cart(shopId: "${id}", cartToken: "none") { id } }`, ['nobody', ...readers]],
  'Query.quote': [`{ quote(id: "${id}") { id } }`, readers],
  'Mutation.openCart': [mutation('openCart', 'shopId: "nobody"'), ['nobody', ...traders]],
  'Mutation.setCartLine': [
    mutation('setCartLine', `${keyed}, itemId: "nobody", quantity: 1, cartToken: "none"`),
    ['nobody', ...traders],
  ],
  'Mutation.mergeCart': [mutation('mergeCart', `${keyed}, cartToken: "none"`), traders],
  'Mutation.refillCart': [mutation('refillCart', `${keyed}, orderCode: "none"`), traders],
  'Mutation.quoteOrder': [mutation('quoteOrder', `${keyed}, shopId: "nobody"`), traders],
  'Mutation.setShopTerms': [mutation('setShopTerms', `${keyed}, shopId: "nobody", version: 0`), listers],
  'Mutation.publishItem': [
    mutation(
      'publishItem',
      `${keyed}, shopId: "nobody", itemNumber: "", name: "", description: "", kind: GOODS, unit: "", price: { amount: "1", currency: "JPY" }`,
    ),
    listers,
  ],
  'Mutation.editItem': [mutation('editItem', `${keyed}, itemId: "nobody", revision: 1`), listers],
  'Mutation.changeItemStock': [mutation('changeItemStock', `${keyed}, itemId: "nobody", change: 0`), listers],
  'Mutation.publishShop': [
    mutation('publishShop', `${keyed}, slug: "", name: "", description: "", languages: []`),
    listers,
  ],
  'Mutation.editShop': [mutation('editShop', `${keyed}, shopId: "nobody", revision: 1`), listers],
  'Mutation.publishOpportunity': [mutation('publishOpportunity', `${keyed}, title: "", description: ""`), listers],
  'Mutation.editOpportunity': [
    mutation('editOpportunity', `${keyed}, opportunityId: "${id}", revision: 1, title: ""`),
    listers,
  ],
  'Mutation.withdrawOpportunity': [mutation('withdrawOpportunity', `${keyed}, opportunityId: "nobody"`), listers],
  'Mutation.registerInterest': [mutation('registerInterest', `${keyed}, name: "", criteria: {}`), listers],
  'Mutation.editInterest': [mutation('editInterest', `${keyed}, interestId: "nobody"`), listers],
  'Mutation.removeInterest': [mutation('removeInterest', `${keyed}, interestId: "nobody"`), listers],
  'Mutation.setDigestSchedule': [mutation('setDigestSchedule', `${keyed}, frequency: DAILY, hour: 99`), listers],
  'Subscription.opportunityMatched': ['subscription { opportunityMatched { kind } }', readers],
}

let hub: TestHub
let clients = new Map<Caller, HubClient>()

beforeAll(async () => {
  hub = await startTestHub()
  clients = await everyCaller(hub)
})
afterAll(() => hub.close())

testMatrix('listings', () => clients, matrix)
