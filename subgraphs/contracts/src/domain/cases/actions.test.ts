import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionTable, allowedActions, isForSide, isInTime, type CaseAction } from './actions.ts'
import { caseStatuses, type CaseStatus } from './status.ts'

const expected: Readonly<Record<CaseStatus, { source: readonly CaseAction[]; partner: readonly CaseAction[] }>> = {
  REGISTERED: {
    source: ['WITHDRAW_CASE', 'SEND_ORDER', 'COMMIT_TO_HIDDEN_PURCHASE'],
    partner: ['REFER_TO_CASE', 'DECLINE_CASE', 'COMMIT_TO_HIDDEN_PURCHASE'],
  },
  REFERRED: {
    source: ['WITHDRAW_CASE', 'SEND_ORDER', 'COMMIT_TO_HIDDEN_PURCHASE'],
    partner: ['DECLINE_CASE', 'COMMIT_TO_HIDDEN_PURCHASE'],
  },
  ORDERED: { source: ['WITHDRAW_CASE', 'SEND_ORDER', 'RESERVE_PAYMENT'], partner: ['RESPOND_TO_ORDER'] },
  RESPONDED: {
    source: ['WITHDRAW_CASE', 'SEND_ORDER', 'SUBMIT_CONTRACT', 'RESERVE_PAYMENT'],
    partner: ['DECLINE_CASE', 'RESPOND_TO_ORDER', 'SUBMIT_CONTRACT'],
  },
  CONTRACTED: {
    source: ['RESERVE_PAYMENT', 'REPORT_GOODS', 'CONFIRM_INSPECTION', 'CANCEL_CONTRACT'],
    partner: ['REPORT_DELIVERY', 'REPORT_GOODS', 'CANCEL_CONTRACT'],
  },
  RESERVED: {
    source: ['REPORT_GOODS', 'CONFIRM_INSPECTION', 'CANCEL_CONTRACT'],
    partner: ['REPORT_DELIVERY', 'REPORT_GOODS', 'CANCEL_CONTRACT'],
  },
  DELIVERED: { source: ['REPORT_GOODS', 'CONFIRM_INSPECTION'], partner: ['REPORT_DELIVERY', 'REPORT_GOODS'] },
  INSPECTED: { source: ['REPORT_GOODS'], partner: ['REPORT_GOODS'] },
  SETTLED: { source: [], partner: [] },
  DECLINED: { source: [], partner: [] },
  WITHDRAWN: { source: [], partner: [] },
  CANCELLED: { source: [], partner: [] },
  EXPIRED: { source: [], partner: [] },
}

describe('what is allowed', () => {
  it.each(caseStatuses)('while a thread is %s', (status) => {
    expect({ source: allowedActions('SOURCE', status), partner: allowedActions('PARTNER', status) }).toEqual(
      expected[status],
    )
  })

  it('is what is both for the side and in time, for every act', () => {
    for (const action of Object.keys(actionTable) as CaseAction[]) {
      for (const side of ['SOURCE', 'PARTNER'] as const) {
        for (const status of caseStatuses) {
          const allowed = isForSide(action, side) && isInTime(action, status)
          expect([action, side, status, allowedActions(side, status).includes(action)]).toEqual([
            action,
            side,
            status,
            allowed,
          ])
        }
      }
    }
  })
})

describe('a side', () => {
  it.each([
    ['REFER_TO_CASE', false, true],
    ['WITHDRAW_CASE', true, false],
    ['DECLINE_CASE', false, true],
    ['SEND_ORDER', true, false],
    ['RESPOND_TO_ORDER', false, true],
    ['SUBMIT_CONTRACT', true, true],
    ['RESERVE_PAYMENT', true, false],
    ['REPORT_DELIVERY', false, true],
    ['REPORT_GOODS', true, true],
    ['CONFIRM_INSPECTION', true, false],
    ['CANCEL_CONTRACT', true, true],
    ['COMMIT_TO_HIDDEN_PURCHASE', true, true],
  ] as const)('may do %s: source %s, partner %s', (action, source, partner) => {
    expect([isForSide(action, 'SOURCE'), isForSide(action, 'PARTNER')]).toEqual([source, partner])
  })
})

describe('the README', () => {
  it('shows the table of acts as it is', () => {
    const may = (action: CaseAction, side: 'SOURCE' | 'PARTNER'): string => (isForSide(action, side) ? ' yes ' : ' ')
    const rows = (Object.keys(actionTable) as CaseAction[]).map(
      (action) =>
        `| ${action} |${may(action, 'SOURCE')}|${may(action, 'PARTNER')}| ${actionTable[action].in.join(', ')} |\n`,
    )
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
    expect(readme).toContain(`| --- | --- | --- | --- |\n${rows.join('')}`)
  })
})
