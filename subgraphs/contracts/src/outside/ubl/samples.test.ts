import { describe, expect, test } from '@jest/globals'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  compareContracts,
  compareReports,
  type ContractComparison,
  contradicts,
  findContradiction,
  type ParsedContract,
} from '../../domain/matching/index.ts'
import { parseContractDocument } from '../parse-contract.ts'
import { parseReportDocument, type ParsedReport } from './parse-report.ts'
import { demoBytes } from './demo-documents.ts'

function parsed(bytes: Uint8Array): ParsedContract {
  const result = parseContractDocument(bytes, 'application/xml')
  if (!result.ok) throw new Error(`${result.code} ${result.path}: ${result.message}`)
  return result.document
}

const folder = sharedData('oasis-ubl')
const sampleBytes = (name: string): Uint8Array => readFileSync(join(folder ?? '', `UBL-${name}-Example.xml`))
const sample = (name: string): ParsedContract => parsed(sampleBytes(name))
const blocking = (comparison: ContractComparison): string[] =>
  comparison.discrepancies
    .filter((entry) => entry.weight === 'BLOCKING')
    .map((entry) => `${entry.path} ${entry.buyerValue} ${entry.sellerValue}`)

const withSamples = folder ? describe : describe.skip

withSamples('the published UBL samples', () => {
  test('Order 2.0 and its simple response are equal: the lines of the order stand', () => {
    const comparison = compareContracts(sample('Order-2.0'), sample('OrderResponseSimple-2.0'))
    expect(comparison.verdict).toBe('EQUAL')
    expect(comparison.agreedTerms?.lines).toHaveLength(1)
    expect(comparison.payable).toEqual({ amountMinor: 10_000n, currency: 'GBP' })
  })

  test('Order 2.1 and its response are different: line 2 is disputed', () => {
    const comparison = compareContracts(sample('Order-2.1'), sample('OrderResponse-2.1'))
    expect(comparison.verdict).toBe('DIFFERENT')
    expect(blocking(comparison)).toEqual(['/lines/2/status null Disputed'])
  })

  test('Order 2.1 and its simple response alone are equal', () => {
    expect(compareContracts(sample('Order-2.1'), sample('OrderResponseSimple-2.1')).verdict).toBe('EQUAL')
  })

  test('the two responses to order 2.1 are a conflict, whatever the order of arrival', () => {
    const [full, simple] = [sample('OrderResponse-2.1'), sample('OrderResponseSimple-2.1')]
    expect([contradicts(full, simple), contradicts(simple, full)]).toEqual([true, true])
    expect(findContradiction(full, simple)).toEqual({ reason: 'OPPOSITE_ANSWERS', first: 'OBJECTS', second: 'ACCEPTS' })
    expect(contradicts(simple, simple)).toBe(false)
  })

  test('Order 2.1 and its change are different: line 1 doubled, line 2 gone', () => {
    const comparison = compareContracts(sample('Order-2.1'), sample('OrderChange-2.1'))
    expect(comparison.verdict).toBe('DIFFERENT')
    expect(blocking(comparison)).toEqual(
      expect.arrayContaining(['/lines/1/quantity 120 LTR 240 LTR', '/lines/1/amount 6000 12000']),
    )
    expect(blocking(comparison).filter((entry) => entry.startsWith('/lines/2'))).toHaveLength(1)
  })

  test.each([
    ['Order-2.0', 'Quotation-2.0'],
    ['Quotation-2.0', 'Order-2.0'],
  ])('%s and %s are different in what is payable; the line is the same', (buyer, seller) => {
    const comparison = compareContracts(sample(buyer), sample(seller))
    const rules = comparison.discrepancies.filter((entry) => entry.weight === 'BLOCKING').map((entry) => entry.rule)
    expect(comparison.verdict).toBe('DIFFERENT')
    expect(rules).toEqual(['allowances', 'totals.payable', 'totals.tax'])
    expect(comparison.discrepancies.some((entry) => entry.path.startsWith('/lines'))).toBe(false)
  })

  test('despatch and receipt agree, and are short by 10 against the order', () => {
    const [despatch, receipt] = ['DespatchAdvice-2.0', 'ReceiptAdvice-2.0'].map((name) =>
      parseReportDocument(sampleBytes(name)),
    )
    const reports = [despatch, receipt].map((report) => reportOf(report))
    const comparison = compareReports(
      sample('Order-2.0').terms,
      reports.filter((report) => report.kind === 'DESPATCH_ADVICE'),
      reports.filter((report) => report.kind === 'RECEIPT_ADVICE'),
    )
    expect(comparison).toEqual({
      agree: true,
      lines: [
        {
          line: '1',
          unit: 'KGM',
          ordered: '100',
          delivered: '90',
          backordered: '10',
          received: '90',
          rejected: '0',
          short: '10',
        },
      ],
      discrepancies: [],
    })
  })

  test('a line amount that does not follow from price and quantity warns and decides nothing', () => {
    const { verdict, warnings } = compareContracts(sample('Order-2.0'), sample('OrderResponseSimple-2.0'))
    expect(verdict).toBe('EQUAL')
    expect(warnings).toContainEqual(
      expect.objectContaining({
        rule: 'arithmetic.lineAmount',
        side: 'BUYER',
        path: '/lines/1/amount',
        stated: '100',
        computed: '10000',
      }),
    )
  })

  test('just the two party GLNs with a wrong check digit are warned about', () => {
    const { verdict, warnings } = compareContracts(sample('Order-2.1'), sample('OrderResponseSimple-2.1'))
    const wrong = warnings.filter((entry) => entry.rule === 'identifier.checkDigit' && entry.side === 'SELLER')
    expect(verdict).toBe('EQUAL')
    expect(wrong.map((entry) => entry.stated)).toEqual(['7300072311115', '7302347231111'])
  })

  test('UBL 2.0 without a document currency takes the one of its amounts', () => {
    expect(sample('Order-2.0').terms.currency).toBe('GBP')
    expect(sample('OrderResponseSimple-2.0').terms.currency).toBeNull()
  })

  test.each(['Invoice-2.0', 'RequestForQuotation-2.1', 'OrderCancellation-2.1', 'DespatchAdvice-2.0'])(
    '%s is no contract document',
    (name) => {
      expect(parseContractDocument(sampleBytes(name), 'application/xml')).toMatchObject({
        ok: false,
        code: 'UNSUPPORTED_DOCUMENT',
      })
    },
  )

  test('an order is no report', () => {
    expect(parseReportDocument(sampleBytes('Order-2.0'))).toMatchObject({ ok: false, code: 'UNSUPPORTED_DOCUMENT' })
  })
})

describe('the documents of the demonstration', () => {
  const demo = (name: string): ParsedContract => parsed(demoBytes(name))

  test('the response is equal and makes 110160 yen payable, without a warning', () => {
    const comparison = compareContracts(demo('order.xml'), demo('order-response.xml'))
    expect(comparison).toMatchObject({
      verdict: 'EQUAL',
      discrepancies: [],
      warnings: [],
      payable: { amountMinor: 110_160n, currency: 'JPY' },
    })
  })

  test('the other response is different in line 2, and contradicts the first', () => {
    const comparison = compareContracts(demo('order.xml'), demo('order-response-different.xml'))
    expect(comparison.verdict).toBe('DIFFERENT')
    expect(blocking(comparison)).toEqual(['/lines/2/amount 30000 22500', '/lines/2/quantity 20 C62 15 C62'])
    expect(contradicts(demo('order-response.xml'), demo('order-response-different.xml'))).toBe(true)
  })
})

function reportOf(result: ParsedReport | undefined): Extract<ParsedReport, { ok: true }>['report'] {
  if (result === undefined || !result.ok) throw new Error('The report was not taken')
  return result.report
}
