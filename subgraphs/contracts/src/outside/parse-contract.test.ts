import { describe, expect, test } from '@jest/globals'
import { compareContracts } from '../domain/matching/index.ts'
import { parseContractDocument, type ParsedDocument } from './parse-contract.ts'
import { demoBytes } from './ubl/demo-documents.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const order = new TextDecoder().decode(demoBytes('order.xml'))
const body = order.slice(order.indexOf('<Order'))
const xml = (text: string): ParsedDocument => parseContractDocument(bytesOf(text), 'application/xml')
const json = (value: unknown): ParsedDocument =>
  parseContractDocument(bytesOf(JSON.stringify(value)), 'application/json')

function refusal(read: () => ParsedDocument): string {
  const result = read()
  return result.ok ? 'taken' : result.code
}

const BILLION_LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]><x>&j;</x>`
const HOSTILE: [sentence: string, text: string, code: string][] = [
  ['an external entity', `<!DOCTYPE Order [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body}`, 'FORBIDDEN_XML'],
  ['a doctype in lower case', `<!doctype Order>${body}`, 'FORBIDDEN_XML'],
  ['billion laughs', BILLION_LAUGHS, 'FORBIDDEN_XML'],
  ['an entity that nobody declared', body.replace('DAP', '&xxe;'), 'NOT_WELL_FORMED'],
  ['a reference to a control character', body.replace('DAP', '&#0;'), 'NOT_WELL_FORMED'],
  ['nesting 20 000 deep', '<a>'.repeat(20_000) + '</a>'.repeat(20_000), 'TOO_LARGE'],
  ['nesting just too deep', '<a>'.repeat(40) + '</a>'.repeat(40), 'TOO_LARGE'],
  ['100 000 elements', `<a>${'<b/>'.repeat(100_000)}</a>`, 'TOO_LARGE'],
  ['60 000 attributes', `<a ${Array.from({ length: 60_000 }, (_, i) => `b${i}="1"`).join(' ')}/>`, 'TOO_LARGE'],
  ['a million open tags', '<a</'.repeat(250_000), 'NOT_WELL_FORMED'],
  ['comments never closed', `<a>${'<!--'.repeat(250_000)}`, 'NOT_WELL_FORMED'],
  ['a megabyte of spaces in a tag', `<a${' '.repeat(1_000_000)}b`, 'NOT_WELL_FORMED'],
  ['a quote never closed', `<a b="${'x'.repeat(1_000_000)}`, 'NOT_WELL_FORMED'],
  ['a megabyte of ampersands', `<a>${'&'.repeat(1_000_000)}</a>`, 'NOT_WELL_FORMED'],
  ['names that reach into prototypes', '<constructor><__proto__>1</__proto__></constructor>', 'NOT_WELL_FORMED'],
  ['two roots', `${body}${body}`, 'NOT_WELL_FORMED'],
  ['text after the root', `${body}more`, 'NOT_WELL_FORMED'],
  ['tags that cross', body.replace('</cbc:ID>', '</cbc:IE>'), 'NOT_WELL_FORMED'],
  ['a prefix that nobody declared', body.replaceAll('cbc:IssueDate', 'zzz:IssueDate'), 'NOT_WELL_FORMED'],
  ['nothing at all', '', 'NOT_WELL_FORMED'],
  ['the wrong namespace', body.replace('xsd:Order-2', 'xsd:Order-3'), 'UNSUPPORTED_DOCUMENT'],
  [
    'another document',
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
    'UNSUPPORTED_DOCUMENT',
  ],
]

describe('hostile and broken XML is refused (at what cost: hostile.test.ts)', () => {
  test.each(HOSTILE)('%s', (_sentence, text, code) => {
    expect(refusal(() => xml(text))).toBe(code)
  })

  test('100 MB are refused by their size, before anything reads them', () => {
    const huge = new Uint8Array(100 * 1024 * 1024).fill(0x3c)
    expect(refusal(() => parseContractDocument(huge, 'application/xml'))).toBe('TOO_LARGE')
    expect(refusal(() => parseContractDocument(huge, 'application/json'))).toBe('TOO_LARGE')
  })

  const wrong: [string, Uint8Array][] = [
    ['UTF-16 with a byte order mark', Uint8Array.from([0xff, 0xfe, ...Buffer.from(body, 'utf16le')])],
    ['UTF-16 without one', Buffer.from(body, 'utf16le')],
    ['Latin-1 undeclared', Buffer.from(body.replace('Sapporo', 'Malmö'), 'latin1')],
    ['Latin-1 declared', bytesOf(order.replace('UTF-8', 'ISO-8859-1'))],
    ['an overlong sequence', Uint8Array.from([...bytesOf('<a>'), 0xc0, 0xbc, ...bytesOf('</a>')])],
  ]

  test.each(wrong)('%s is not UTF-8', (_sentence, bytes) => {
    expect(refusal(() => parseContractDocument(bytes, 'application/xml'))).toBe('NOT_UTF8')
  })
})

describe('reading UBL', () => {
  const terms = (result: ParsedDocument) => (result.ok ? result.document.terms : null)

  test('a byte order mark, other prefixes, CDATA and entities change nothing', () => {
    const renamed = body
      .replaceAll('cbc:', 'b:')
      .replaceAll('xmlns:cbc', 'xmlns:b')
      .replaceAll('cac:', 'a:')
      .replaceAll('xmlns:cac', 'xmlns:a')
    const rewritten = renamed
      .replace('Kita Tea Rooms', '<![CDATA[Kita Tea]]> &#82;o&#x6F;ms')
      .replace('first flush', 'first flush<!-- of spring -->')
    expect(rewritten).not.toBe(body)
    expect(terms(xml(`\uFEFF${rewritten}`))).toEqual(terms(xml(order)))
  })

  test('elements of another namespace are left out', () => {
    const foreign = body.replace('<cbc:IssueDate>', '<x:ID xmlns:x="urn:x">no</x:ID><cbc:IssueDate>')
    expect(terms(xml(foreign))).toEqual(terms(xml(order)))
  })

  test('the hash is that of the bytes as they came', () => {
    const [plain, marked] = [xml(order), xml(`\uFEFF${order}`)]
    expect(plain.ok && plain.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(plain.ok && marked.ok && plain.sha256 !== marked.sha256).toBe(true)
  })

  const faults: [sentence: string, from: string, to: string, path: string][] = [
    ['a quantity in words', '>12<', '>a dozen<', '/Order/OrderLine[1]/LineItem/Quantity'],
    ['a quantity below zero', '>12<', '>-12<', '/Order/OrderLine[1]/LineItem/Quantity'],
    ['an exponent', '>72000<', '>7.2e4<', '/Order/OrderLine[1]/LineItem/LineExtensionAmount'],
    ['an amount in another currency', '"JPY">72000', '"EUR">72000', '/Order/OrderLine[1]/LineItem/LineExtensionAmount'],
    ['a currency that is none', '>JPY<', '>JPX<', '/Order/DocumentCurrencyCode'],
    ['a day that does not exist', '>2026-05-31<', '>2026-02-30<', '/Order/PaymentMeans/PaymentDueDate'],
    ['a window that ends before it starts', '>2026-04-20<', '>2026-05-20<', '/Order/Delivery'],
    ['a price for nothing', '"KGM">1<', '"KGM">0<', '/Order/OrderLine[1]/LineItem/Price/BaseQuantity'],
    [
      'two totals',
      '<cbc:PayableAmount currencyID="JPY">',
      '<cbc:PayableAmount currencyID="JPY">1</cbc:PayableAmount><cbc:PayableAmount currencyID="JPY">',
      '/Order/AnticipatedMonetaryTotal/PayableAmount[2]',
    ],
    ['a missing number', '<cbc:ID>TH-2026-0001</cbc:ID>', '', '/Order/ID'],
  ]

  test.each(faults)('%s is refused with its place', (_sentence, from, to, path) => {
    expect(order).toContain(from)
    expect(xml(order.replace(from, to))).toMatchObject({ ok: false, code: 'INVALID_FIELD', path })
  })

  test('amounts in two currencies need a stated one', () => {
    const mixed = order
      .replace('<cbc:DocumentCurrencyCode>JPY</cbc:DocumentCurrencyCode>', '')
      .replace('"JPY">72000', '"EUR">72000')
    expect(xml(mixed)).toMatchObject({ ok: false, code: 'INVALID_FIELD', path: '/Order/DocumentCurrencyCode' })
  })

  test('a simple response that neither accepts nor refuses is refused', () => {
    const simple =
      '<OrderResponseSimple xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderResponseSimple-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><b:ID>1</b:ID></OrderResponseSimple>'
    expect(refusal(() => xml(simple))).toBe('INVALID_FIELD')
  })
})

describe('reading the JSON form', () => {
  const contract = {
    type: 'torihiki.contract/1',
    documentId: 'MT-77',
    orderReference: 'TH-2026-0001',
    buyer: { identifiers: [{ scheme: 'TORIHIKI', value: 'M-1001' }], name: 'Kita Tea Rooms' },
    seller: { identifiers: [{ scheme: 'TORIHIKI', value: 'M-2001' }] },
    currency: 'JPY',
    lines: [
      {
        reference: '1',
        itemIds: [{ scheme: 'SELLER', value: 'SEN-1' }],
        quantity: { value: '12000', unit: 'GRM' },
        price: { amount: '6000', base: { value: '1', unit: 'KGM' } },
        amount: '72000',
      },
      {
        reference: '2',
        itemIds: [{ scheme: 'SELLER', value: 'CAD-7' }],
        quantity: { value: '20', unit: 'C62' },
        price: { amount: '1500' },
        amount: '30000',
      },
    ],
    deliveries: [{ start: '2026-04-20', end: '2026-04-30', place: { address: 'Kita-dori 1-2-3, Sapporo, JP' } }],
    deliveryTerms: { incoterm: 'DAP' },
    payment: { dueDate: '2026-05-31' },
    totals: { tax: '8160', payable: '110160' },
  }

  test('says the same as a UBL order that says the same', () => {
    const [ours, theirs] = [json(contract), xml(order)]
    if (!ours.ok || !theirs.ok) throw new Error('Both must be taken')
    const comparison = compareContracts(theirs.document, ours.document)
    expect(comparison.discrepancies.filter((entry) => entry.weight !== 'SUPPLEMENT')).toEqual([])
    expect([comparison.verdict, ours.document.kind]).toEqual(['EQUAL', 'TORIHIKI_JSON'])
  })

  const faults: [sentence: string, value: unknown, code: string, path: string][] = [
    [
      'a number where a string belongs',
      { ...contract, totals: { payable: 110_160 } },
      'INVALID_FIELD',
      '/totals/payable',
    ],
    ['a field that the form does not know', { ...contract, discount: '5' }, 'INVALID_FIELD', ''],
    ['a currency that is none', { ...contract, currency: 'XXX' }, 'INVALID_FIELD', '/currency'],
    ['no lines', { ...contract, lines: [] }, 'INVALID_FIELD', '/lines'],
    [
      'a quantity in words',
      { ...contract, lines: [{ ...contract.lines[0], quantity: { value: 'ten', unit: 'C62' } }] },
      'INVALID_FIELD',
      '/lines/0/quantity/value',
    ],
    ['another form', { ...contract, type: 'torihiki.contract/2' }, 'UNSUPPORTED_DOCUMENT', '/type'],
    ['a lone surrogate', { ...contract, orderReference: '\ud800' }, 'INVALID_FIELD', '/orderReference'],
    ['a list', [], 'INVALID_FIELD', ''],
    ['half a million wrong lines', { ...contract, lines: Array(500_000).fill(1) }, 'INVALID_FIELD', '/lines'],
  ]

  test.each(faults)('%s is refused with its place', (_sentence, value, code, path) => {
    const result = json(value)
    expect(result).toMatchObject({ ok: false, code })
    expect(result.ok ? null : (result.path ?? '')).toContain(path)
  })

  test('what is no JSON, and nesting without end, are refused', () => {
    expect(refusal(() => parseContractDocument(bytesOf('{'), 'application/json'))).toBe('NOT_WELL_FORMED')
    expect(refusal(() => parseContractDocument(bytesOf('['.repeat(1_000_000)), 'application/json'))).toBe(
      'NOT_WELL_FORMED',
    )
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`
    expect(refusal(() => parseContractDocument(bytesOf(deep), 'application/json'))).toBe('INVALID_FIELD')
  })
})
