import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newParty, type Party } from '../support/parties.ts'
import { capturedThread, newTrade, owedOnAccount, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { startSettlementAgent, type SettlementAgent } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import type { Json } from '../support/hub-client.ts'

let hub: TestHub
let trade: Trade
let bank: SettlementAgent
let third: Party

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  third = await newParty(hub.url, hub.admin, 'Third', ['BUYER', 'SELLER'], {
    input: { settlementAgentId: trade.agent.id },
  })
  bank = await startSettlementAgent(hub, trade.agent)
})
afterAll(async () => {
  await bank.close()
  await hub.close()
})

const sumPerCurrency = (positions: Json[]): Record<string, bigint> => {
  const sums: Record<string, bigint> = {}
  for (const { net, payable } of positions) sums[payable.currency] = (sums[payable.currency] ?? 0n) + BigInt(net.amount)
  return sums
}

test('a window nets the obligations of several members to zero, the agent reports, and every thread is settled', async () => {
  const captured = await capturedThread(trade)
  const sellerAsBuyer = await newParty(hub.url, hub.admin, 'Chain', ['BUYER', 'SELLER'], {
    input: { settlementAgentId: trade.agent.id },
  })
  const first = await owedOnAccount({ ...trade, seller: sellerAsBuyer })
  const second = await owedOnAccount({ ...trade, buyer: sellerAsBuyer, seller: third })
  const threads = [captured.threadId, first.threadId, second.threadId]
  const openOf = async (client: Party['client']) => (await client.run('Positions')).viewer.openPositions
  await eventually(
    'the chain to be even',
    () => openOf(sellerAsBuyer.client),
    (positions) => positions[0]?.payable.amount === '1000' && positions[0]?.receivable.amount === '1000',
  )
  expect((await openOf(sellerAsBuyer.client))[0].net.amount).toBe('0')
  await eventually(
    'the captured payment to be owed',
    () => openOf(trade.seller.client),
    (positions) => positions[0]?.receivable.amount === '1000',
  )

  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(window.obligationCount).toBe(3)
  expect(sumPerCurrency(window.positions)).toEqual({ JPY: 0n })
  const net = Object.fromEntries(window.positions.map((p: Json) => [p.member.name, p.net.amount]))
  expect(net).toEqual({ Buyer: '-1000', Chain: '0', Third: '1000', Torihiki: '-1000', Seller: '1000' })
  expect(window.bilateralPositions).toHaveLength(3)
  expect(window.instructions.map((i: Json) => i.kind).toSorted()).toEqual(['PAY_IN', 'PAY_IN', 'PAY_OUT', 'PAY_OUT'])

  const clients = [trade.buyer.client, trade.buyer.client, third.client]
  for (const [i, threadId] of threads.entries()) {
    const client = clients[i]
    if (!client) throw new Error('A client a thread.')
    await threadUntil(client, threadId, (thread) => thread.status === 'SETTLED')
  }
  const { settlementWindow } = await hub.admin.run('SettlementWindow', { id: window.id })
  expect(settlementWindow.status).toBe('SETTLED')
  expect(await bank.book()).toHaveLength(4)
})

test('a member sees how its own position came about, and nothing of others', async () => {
  const { threadId } = await owedOnAccount(trade)
  await threadUntil(trade.buyer.client, threadId, (thread) => thread.obligations.length === 1)
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  const query = `query ($id: ID!) { settlementWindow(id: $id) { positions { member { name } net { amount } obligations { amount { amount } creditor { name } } } instructions { kind } } }`
  const own = (await trade.buyer.client.send(query, { id: window.id })).data.settlementWindow
  expect(own).toEqual({
    positions: [
      {
        member: { name: 'Buyer' },
        net: { amount: '-1000' },
        obligations: [{ amount: { amount: '1000' }, creditor: { name: 'Seller' } }],
      },
    ],
    instructions: [{ kind: 'PAY_IN' }],
  })
  expect((await third.client.send(query, { id: window.id })).data.settlementWindow).toBeNull()
  expect((await trade.buyer.client.act('CloseSettlementWindow', { agentId: trade.agent.id })).code).toBe('NOT_ALLOWED')
})
