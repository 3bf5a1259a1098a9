import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newTrade, owedOnAccount, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { startSettlementAgent, type SettlementAgent } from '../support/outside.ts'

let hub: TestHub
let trade: Trade
let bank: SettlementAgent

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  bank = await startSettlementAgent(hub, trade.agent)
})
afterAll(async () => {
  await bank.close()
  await hub.close()
})

test('a contract that chose gross settlement is sent to its agent alone, whose report settles it', async () => {
  const { threadId, contract } = await owedOnAccount(trade, { settlement: 'GROSS' })
  const settled = await threadUntil(trade.buyer.client, threadId, (thread) => thread.status === 'SETTLED')
  expect(settled.obligations).toMatchObject([
    {
      status: 'SETTLED',
      kind: 'ON_ACCOUNT',
      settlement: 'GROSS',
      amount: { amount: '1000', currency: 'JPY' },
      debtor: { name: 'Buyer' },
      creditor: { name: 'Seller' },
    },
  ])
  const taken = await bank.book()
  expect(taken).toMatchObject([
    { kind: 'TRANSFER', amountMinor: '1000', currency: 'JPY', payerId: trade.buyer.id, payeeId: trade.seller.id },
  ])
  const certificate = JSON.parse(
    (await trade.buyer.client.run('Certificate', { contractId: contract.id })).contract.certificate,
  )
  expect(certificate.later.map((entry: { content: { kind: string } }) => entry.content.kind)).toEqual([
    'DELIVERY_REPORTED',
    'SETTLEMENT_REPORTED',
  ])
  const refused = await hub.admin.act('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(refused.code).toBe('NOTHING_TO_SETTLE')
})
