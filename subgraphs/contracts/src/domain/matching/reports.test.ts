import { describe, expect, test } from '@jest/globals'
import { compareReports, type DespatchReport, type ReceiptReport } from './index.ts'
import { sampleTerms } from './sample-contract.ts'

const pieces = (value: string, unit = 'C62'): { value: string; unit: string } => ({ value, unit })

function despatch(reference: string, delivered: string, backordered: string | null = null): DespatchReport {
  const quantities = { delivered: pieces(delivered), backordered: backordered === null ? null : pieces(backordered) }
  return {
    kind: 'DESPATCH_ADVICE',
    documentId: 'D',
    orderReference: 'PO-1',
    lines: [{ reference, itemIds: [], quantities }],
  }
}

function receipt(
  reference: string | null,
  received: string,
  unit = 'C62',
  itemIds: ReceiptReport['lines'][number]['itemIds'] = [],
): ReceiptReport {
  const quantities = { received: pieces(received, unit), short: null, rejected: pieces('1') }
  return {
    kind: 'RECEIPT_ADVICE',
    documentId: 'R',
    orderReference: 'PO-1',
    lines: [{ reference, itemIds, quantities }],
  }
}

describe('reports on goods', () => {
  test('partial deliveries are added up', () => {
    const comparison = compareReports(
      sampleTerms(),
      [despatch('1', '4'), despatch('1', '6')],
      [receipt('1', '4'), receipt('1', '6')],
    )
    expect(comparison.agree).toBe(true)
    expect(comparison.lines[0]).toMatchObject({ delivered: '10', received: '10', rejected: '2', short: '0' })
  })

  test('delivered and received that differ are told', () => {
    const comparison = compareReports(sampleTerms(), [despatch('1', '10')], [receipt('1', '8')])
    expect(comparison.agree).toBe(false)
    expect(comparison.discrepancies[0]).toMatchObject({ rule: 'report.quantity', buyerValue: '8', sellerValue: '10' })
    expect(comparison.lines[0]?.short).toBe('2')
  })

  test('a receipt finds its line by an item id, and dozens count as pieces', () => {
    const seller = [{ scheme: 'SELLER', value: 'S-2' }]
    const comparison = compareReports(sampleTerms(), [], [receipt(null, '0.5', 'DZN', seller)])
    expect(comparison.lines[1]).toMatchObject({ line: '2', received: '6', short: '4' })
  })

  test.each([
    ['a back-order that does not make up the rest', [despatch('1', '4', '5')], [], 'report.backorder'],
    ['boxes against pieces', [], [receipt('1', '1', 'XBX')], 'report.unit'],
    ['a line that the order does not have', [despatch('9', '4')], [], 'report.unmatched'],
    ['a report on another order', [{ ...despatch('1', '4'), orderReference: 'PO-2' }], [], 'report.orderReference'],
  ])('%s is told', (_sentence, despatches, receipts, rule) => {
    expect(compareReports(sampleTerms(), despatches, receipts).discrepancies.map((entry) => entry.rule)).toEqual([rule])
  })
})
