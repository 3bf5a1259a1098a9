import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { newTrade, owedOnAccount, threadUntil, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

test('the report of a net settlement is recorded on every contract that it covers; only the agent reports', async () => {
  const covered = [await owedOnAccount(trade), await owedOnAccount(trade)]
  const window = await eventually(
    'two obligations in the window',
    async () =>
      (await trade.buyer.client.run('Positions')).viewer.openPositions[0]?.payable.amount === '2000'
        ? hub.admin.must('CloseSettlementWindow', { agentId: trade.agent.id })
        : null,
    (answer) => answer !== null,
  )
  for (const { id } of window.window.instructions) {
    expect(
      (await trade.buyer.client.act('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: 'forged' }))
        .code,
    ).toMatch(/NOT_ALLOWED|NOT_FOUND/)
    await trade.agent.client.must('ReportSettlement', {
      instructionId: id,
      outcome: 'FAILED',
      reference: 'bank is closed',
    })
    await trade.agent.client.must('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: `ref ${id}` })
    expect(
      (await trade.agent.client.act('ReportSettlement', { instructionId: id, outcome: 'SETTLED', reference: 'twice' }))
        .code,
    ).toBe('WRONG_STATE')
  }
  for (const { threadId, contract } of covered) {
    await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'SETTLED')
    const certificate = JSON.parse(
      (await trade.seller.client.run('Certificate', { contractId: contract.id })).contract.certificate,
    )
    const report = certificate.later.find(
      (entry: { content: { kind: string } }) => entry.content.kind === 'SETTLEMENT_REPORTED',
    )
    expect(report.content.body).toMatchObject({
      windowId: window.window.id,
      amountMinor: '1000',
      currency: 'JPY',
      agentId: trade.agent.id,
    })
  }
})
