import {
  type ContractLine,
  type ContractTerms,
  NO_LINE,
  NO_TERMS,
  type ParsedAnswer,
  type ParsedOffer,
} from './terms.ts'

/** A line for tests: 10 pieces at 5.00 EUR, known by number, GTIN, seller's and buyer's item id. */
export function sampleLine(reference: string, changes: Partial<ContractLine> = {}): ContractLine {
  return {
    ...NO_LINE,
    reference,
    itemIds: [
      { scheme: 'GTIN', value: `400000000000${reference}` },
      { scheme: 'SELLER', value: `S-${reference}` },
      { scheme: 'BUYER', value: `B-${reference}` },
    ],
    name: `Item ${reference}`,
    quantity: { value: '10', unit: 'C62' },
    price: { amount: '5.00', base: { value: '1', unit: 'C62' } },
    amount: '50.00',
    ...changes,
  }
}

/** Terms for tests: three lines of {@link sampleLine}, 150.00 EUR, delivered from 10 to 20 April 2026. */
export function sampleTerms(changes: Partial<ContractTerms> = {}): ContractTerms {
  return {
    ...NO_TERMS,
    orderReference: 'PO-1',
    buyer: { identifiers: [{ scheme: 'GLN', value: '7300070011115' }], name: 'Buyer' },
    seller: { identifiers: [{ scheme: 'GLN', value: '5790000435951' }], name: 'Seller' },
    currency: 'EUR',
    lines: [sampleLine('1'), sampleLine('2'), sampleLine('3')],
    deliveries: [{ start: '2026-04-10', end: '2026-04-20', quantity: null, place: { identifiers: [], address: null } }],
    deliveryTerms: { incoterm: 'DAP', place: 'Oslo', special: null },
    payment: { dueDate: '2026-05-31', conditions: null },
    totals: { ...NO_TERMS.totals, lines: '150.00', payable: '150.00' },
    ...changes,
  }
}

/** An offer for tests. */
export function offer(changes: Partial<ContractTerms> = {}): ParsedOffer {
  return { kind: 'TORIHIKI_JSON', documentId: 'D-1', terms: sampleTerms(changes), answer: null }
}

/** An answer for tests to PO-1: header code, line codes in order, and what it states beyond them. */
export function answer(
  code: string | null,
  lines: readonly { line: ContractLine; code: string | null }[] = [],
  changes: Partial<ContractTerms> = {},
): ParsedAnswer {
  return {
    kind: 'ORDER_RESPONSE',
    documentId: 'R-1',
    terms: { ...NO_TERMS, orderReference: 'PO-1', lines: lines.map((entry) => entry.line), ...changes },
    answer: {
      accepted: null,
      code,
      lines: lines.map((entry, index) => ({ index, reference: entry.line.reference, code: entry.code })),
    },
  }
}
