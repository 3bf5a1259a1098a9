import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { expectBooksToAgree, expectSoundBooks } from '../support/audits.ts'
import type { Json } from '../support/hub-client.ts'
import { startSettlementAgent, type SettlementAgent } from '../support/outside.ts'
import { eventually, newParty } from '../support/parties.ts'
import { capturedThread, newTrade, owedOnAccount, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let bank: SettlementAgent

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  bank = await startSettlementAgent(hub, trade.agent)
})
afterEach(async () => {
  await expectBooksToAgree(hub.databaseUrl)
  await expectSoundBooks(hub)
})
afterAll(async () => {
  await bank?.close()
  await hub?.close()
})

const reason = 'A member is insolvent.'
const eventsOf = async (threadId: string): Promise<string[]> => {
  const query = `query ($id: ID!) { caseThread(id: $id) { history(first: 100) { edges { node { kind } } } } }`
  const { data } = await trade.seller.client.send(query, { id: threadId })
  return data.caseThread.history.edges.map(({ node }: Json) => node.kind)
}
const untilOwed = (threadId: string): Promise<Json> =>
  threadUntil(trade.seller.client, threadId, ({ obligations }) => obligations.length > 0)
const mailedAbout = async (subject: string): Promise<Json[]> =>
  (await trade.buyer.client.run('Messages', { first: 50 })).viewer.messages.edges.filter(({ node }: Json) =>
    node.subject.includes(subject),
  )

test('the agent aborts a window before it paid: members are told, what it took in is settled by the next, and nothing of the first is paid', async () => {
  await bank.control('manual')
  const captured = await capturedThread(trade)
  const onAccount = await owedOnAccount(trade)
  const threads = [captured.threadId, onAccount.threadId]
  for (const threadId of threads) await untilOwed(threadId)
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(window.obligationCount).toBe(2)
  await eventually(
    'the bank to have them',
    () => bank.book(),
    (book) => book.length === window.instructions.length,
  )

  const outsider = await newParty(hub.url, hub.admin, 'Outsider', ['SETTLEMENT_AGENT'])
  expect((await outsider.client.act('AbortSettlementWindow', { windowId: window.id, reason })).code).toBe('NOT_FOUND')
  expect((await trade.buyer.client.act('AbortSettlementWindow', { windowId: window.id, reason })).code).toBe(
    'NOT_ALLOWED',
  )
  const { window: aborted } = await trade.agent.client.must('AbortSettlementWindow', { windowId: window.id, reason })
  expect(aborted).toMatchObject({ status: 'ABORTED', abortReason: reason, abortedBy: { id: trade.agent.id } })

  // The bank hears of it, and what it does not pay it does not report; whoever reports all the same is told what to do.
  await eventually(
    'the bank to know',
    () => bank.book(),
    (book) => book.every(({ cancelled }: Json) => cancelled),
  )
  const late = { instructionId: window.instructions[0].id, outcome: 'SETTLED', reference: 'paid all the same' }
  const refused = await trade.agent.client.act('ReportSettlement', late)
  expect(refused).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('give back') })

  // Members keep sight of the window and their positions in it, and are told outside.
  const { settlementWindow } = await trade.buyer.client.run('SettlementWindow', { id: window.id })
  expect(settlementWindow).toMatchObject({ status: 'ABORTED', obligationCount: 1, abortReason: reason })
  expect(settlementWindow.positions).toMatchObject([{ net: { amount: '-1000' } }])
  await eventually(
    'the buyer to be told',
    () => mailedAbout(window.id),
    (all) => all.length === 1,
  )

  // The thread shows that it was taken back; it is as far as it was, and owed.
  for (const threadId of threads) {
    await eventually(
      'the thread to know',
      () => eventsOf(threadId),
      (kinds) => kinds.includes('SETTLEMENT_ABORTED'),
    )
    const thread = await untilOwed(threadId)
    expect(thread).toMatchObject({ status: 'INSPECTED', obligations: [{ status: 'OPEN' }] })
  }
  await bank.control('auto')
  const { window: next } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  expect(next.positions).toEqual(window.positions)
  for (const threadId of threads) {
    await threadUntil(trade.seller.client, threadId, ({ status }) => status === 'SETTLED')
    expect((await eventsOf(threadId)).filter((kind) => kind.startsWith('SETTLEMENT_'))).toEqual([
      'SETTLEMENT_STARTED',
      'SETTLEMENT_ABORTED',
      'SETTLEMENT_STARTED',
      'SETTLEMENT_REPORTED',
    ])
  }
  const paid = (await bank.book()).filter(({ reported }) => reported).map(({ instructionId }) => instructionId)
  expect(new Set(paid)).toEqual(new Set(next.instructions.map(({ id }: Json) => id)))
})

test('once something of it is paid, a window is finished', async () => {
  const { threadId } = await owedOnAccount(trade)
  await untilOwed(threadId)
  await bank.control('manual')
  const { window } = await hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
  const [first, second] = window.instructions
  const report = (id: string) =>
    trade.agent.client.must('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: id })
  await report(first.id)
  const refused = await hub.admin.act('AbortSettlementWindow', { windowId: window.id, reason })
  expect(refused).toMatchObject({ code: 'WRONG_STATE', state: 'SETTLING' })
  expect(refused.message).toContain('a settlement begun is finished')
  await report(second.id)
  await threadUntil(trade.seller.client, threadId, ({ status }) => status === 'SETTLED')
})
