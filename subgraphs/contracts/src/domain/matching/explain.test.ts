import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { discrepancy } from './discrepancy.ts'
import { explain, type RuleCode, remedyOf, RULES } from './index.ts'

const stated = (text: string) => ({ stated: text, normalised: text })

describe('a report that people understand', () => {
  test.each(Object.keys(RULES) as RuleCode[])('has a sentence and a remedy for %s', (rule) => {
    const found = discrepancy(rule, '/lines/2/x', 'BLOCKING', stated('1 KGM'), stated('2 KGM'), '0.5 KGM')
    expect(explain(found)).toBe(
      `Line 2, ${RULES[rule].subject}: the buyer states 1 KGM, the seller states 2 KGM; they may be 0.5 KGM apart at most. The contract cannot be notarized so.`,
    )
    expect(remedyOf(found)).toMatch(/^[A-Z].*\.$/)
  })

  test('says who is silent, what was compared, and where', () => {
    const silent = discrepancy('payment.dueDate', '/payment/dueDate', 'BLOCKING', stated('2026-05-31'), null)
    expect(explain(silent)).toContain('the buyer states 2026-05-31, the seller states nothing')
    const converted = discrepancy(
      'line.quantity',
      '/lines/a~1b/quantity',
      'MINOR',
      { stated: '1000 GRM', normalised: '1 KGM' },
      null,
    )
    expect(explain(converted)).toContain('Line a/b, the quantity: the buyer states 1000 GRM (compared as 1 KGM)')
    expect(remedyOf(converted)).toBe('Nothing needs to be done.')
    expect(explain(discrepancy('lines.absent', '/lines', 'BLOCKING', null, null))).toContain('neither side states it')
  })

  test('cannot be written to by the documents, and stays short', () => {
    const sly = discrepancy(
      'line.item',
      '/lines/1/item',
      'BLOCKING',
      stated(`A\u001b[2J\u202e\n${'x'.repeat(9_999)}`),
      null,
    )
    expect(explain(sly)).not.toMatch(/\p{Cc}|\p{Cf}/u)
    expect(explain(sly).length).toBeLessThan(600)
  })

  test('knows what to say of a code that it does not know any more', () => {
    expect(explain({ ...discrepancy('line.item', '', 'BLOCKING', null, null), rule: 'CONDITION' })).toContain(
      'CONDITION',
    )
  })

  test('has its codes in the manual, each of them', () => {
    const sdl = readFileSync(new URL('../../../../../schema/subgraphs/contracts.graphql', import.meta.url), 'utf8')
    const missing = Object.keys(RULES).filter((rule) => !rule.startsWith('report.') && !sdl.includes(`\`${rule}\``))
    expect(missing).toEqual([])
  })
})
