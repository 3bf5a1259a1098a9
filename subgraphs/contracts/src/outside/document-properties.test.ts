import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareContracts,
  type ContractLine,
  type ContractTerms,
  type Discrepancy,
  NO_LINE,
  NO_TERMS,
  type ParsedContract,
} from '../domain/matching/index.ts'
import { parseContractDocument } from './parse-contract.ts'
import { type DocumentForm, writeDocument } from './testing/write-documents.ts'

const cents = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
const plusCents = (amount: string | null, by: number): string => cents(Math.round(Number(amount ?? '0') * 100) + by)

const aLine = fc.record({
  quantity: fc.integer({ min: 1, max: 9_999 }),
  price: fc.integer({ min: 1, max: 99_999 }),
  unit: fc.constantFrom('C62', 'KGM', 'MTR'),
  tax: fc.integer({ min: 0, max: 9_999 }),
})

/** Terms that every form can say, with every term stated. */
const someTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    lines: fc.array(aLine, { minLength: 1, maxLength: 5 }),
    allowance: fc.integer({ min: 1, max: 9_999 }),
    charge: fc.integer({ min: 1, max: 9_999 }),
    tax: fc.integer({ min: 0, max: 99_999 }),
    payable: fc.integer({ min: 1, max: 99_999_999 }),
  })
  .map(({ lines, allowance, charge, tax, payable }) => ({
    ...NO_TERMS,
    orderReference: 'PO-1',
    quotationReference: 'Q-1',
    buyer: { identifiers: [{ scheme: 'GLN', value: '7300070011115' }], name: 'Buyer & Sons' },
    seller: { identifiers: [{ scheme: 'GLN', value: '5790000435951' }], name: 'Seller <Ltd>' },
    currency: 'EUR',
    lines: lines.map((line, i): ContractLine => {
      const reference = String(i + 1)
      return {
        ...NO_LINE,
        reference,
        itemIds: ['GTIN', 'SELLER', 'BUYER'].map((scheme) => ({
          scheme,
          value: `400000000${scheme.length}00${reference}`,
        })),
        name: `Item ${reference}`,
        properties: [{ name: 'Colour', value: 'red' }],
        quantity: { value: String(line.quantity), unit: line.unit },
        price: { amount: cents(line.price), base: { value: '1', unit: line.unit } },
        amount: cents(line.quantity * line.price),
        tax: cents(line.tax),
        allowances: [{ charge: false, reason: null, amount: '1.00' }],
      }
    }),
    deliveries: [
      { start: '2026-04-10', end: '2026-04-20', quantity: null, place: { identifiers: [], address: 'Kai 1' } },
    ],
    deliveryTerms: { incoterm: 'DAP', place: 'Oslo', special: 'By lorry' },
    payment: { dueDate: '2026-05-31', conditions: '30 days' },
    governingTerms: { sha256: 'ab'.repeat(32), framework: 'F-1', conditions: 'Ours' },
    allowances: [
      { charge: false, reason: null, amount: cents(allowance) },
      { charge: true, reason: null, amount: cents(charge) },
    ],
    totals: { ...NO_TERMS.totals, tax: cents(tax), payable: cents(payable) },
  }))

type Change = (terms: ContractTerms, by: number) => ContractTerms

const onLine =
  (change: (line: ContractLine, by: number) => ContractLine): Change =>
  (terms, by) => ({
    ...terms,
    lines: terms.lines.map((line, i) => (i === by % terms.lines.length ? change(line, by) : line)),
  })

/** Each changes one term by more than rounding allows; `by` is at least one more cent than there are lines. */
const MUTATIONS: Readonly<Record<string, Change>> = {
  quantity: onLine((line, by) => ({
    ...line,
    quantity: { value: String(Number(line.quantity?.value) + by), unit: line.quantity?.unit ?? null },
  })),
  'a quantity by a millionth': onLine((line) => ({
    ...line,
    quantity: { value: `${line.quantity?.value}.000001`, unit: line.quantity?.unit ?? null },
  })),
  'the unit of the quantity': onLine((line) => ({
    ...line,
    quantity: {
      value: line.quantity?.value ?? '1',
      unit: line.quantity?.unit === 'KGM' ? 'TNE' : 'XBX',
    },
  })),
  price: onLine((line, by) => ({
    ...line,
    price: line.price && { ...line.price, amount: plusCents(line.price.amount, by) },
  })),
  'the base of the price': onLine((line) => ({
    ...line,
    price: line.price && { ...line.price, base: { ...line.price.base, value: '2' } },
  })),
  'the amount of a line': onLine((line, by) => ({ ...line, amount: plusCents(line.amount, by) })),
  'the tax of a line': onLine((line, by) => ({ ...line, tax: plusCents(line.tax, by) })),
  'an allowance of a line': onLine((line, by) => ({
    ...line,
    allowances: line.allowances.map((entry) => ({ ...entry, amount: plusCents(entry.amount, by) })),
  })),
  'an allowance that turns into a charge': onLine((line) => ({
    ...line,
    allowances: line.allowances.map((entry) => ({ ...entry, charge: true })),
  })),
  'an item': onLine((line) => ({
    ...line,
    itemIds: line.itemIds.map((id) => (id.scheme === 'GTIN' ? { ...id, value: '4999999999999' } : id)),
  })),
  'a property': onLine((line) => ({ ...line, properties: [{ name: 'Colour', value: 'blue' }] })),
  'a line more': (terms) => ({
    ...terms,
    lines: [
      ...terms.lines,
      { ...NO_LINE, reference: '99', name: 'Gift', quantity: { value: '1', unit: 'C62' }, amount: '0.00' },
    ],
  }),
  'an allowance': (terms, by) => ({
    ...terms,
    allowances: terms.allowances.map((entry) =>
      entry.charge ? entry : { ...entry, amount: plusCents(entry.amount, by) },
    ),
  }),
  'a charge': (terms, by) => ({
    ...terms,
    allowances: terms.allowances.map((entry) =>
      entry.charge ? { ...entry, amount: plusCents(entry.amount, by) } : entry,
    ),
  }),
  'the payable total': (terms, by) => ({
    ...terms,
    totals: { ...terms.totals, payable: plusCents(terms.totals.payable, by) },
  }),
  'the tax': (terms, by) => ({ ...terms, totals: { ...terms.totals, tax: plusCents(terms.totals.tax, by) } }),
  'the order': (terms) => ({ ...terms, orderReference: 'PO-2' }),
  'the quotation': (terms) => ({ ...terms, quotationReference: 'Q-2' }),
  'the buyer': (terms) => ({ ...terms, buyer: { ...terms.buyer, identifiers: [{ scheme: 'GLN', value: '1' }] } }),
  'the seller’s scheme': (terms) => ({
    ...terms,
    seller: { ...terms.seller, identifiers: [{ scheme: 'DUNS', value: '1' }] },
  }),
  'the currency': (terms) => ({ ...terms, currency: 'USD' }),
  'the incoterm': (terms) => ({ ...terms, deliveryTerms: { ...terms.deliveryTerms, incoterm: 'EXW' } }),
  'the place of the incoterm': (terms) => ({ ...terms, deliveryTerms: { ...terms.deliveryTerms, place: 'Bergen' } }),
  'special terms': (terms) => ({ ...terms, deliveryTerms: { ...terms.deliveryTerms, special: 'By sea' } }),
  'the due date': (terms) => ({ ...terms, payment: { ...terms.payment, dueDate: '2026-06-01' } }),
  'the terms of payment': (terms) => ({ ...terms, payment: { ...terms.payment, conditions: '31 days' } }),
  'the governing terms': (terms) => ({
    ...terms,
    governingTerms: { ...terms.governingTerms, sha256: 'cd'.repeat(32) },
  }),
  'the framework': (terms) => ({ ...terms, governingTerms: { ...terms.governingTerms, framework: 'F-2' } }),
  'conditions in words': (terms) => ({ ...terms, governingTerms: { ...terms.governingTerms, conditions: 'Theirs' } }),
  'where to': (terms) => ({
    ...terms,
    deliveries: terms.deliveries.map((slot) => ({ ...slot, place: { identifiers: [], address: 'Kai 2' } })),
  }),
}

/** Differences that hold only one way round: the seller's window must lie inside the buyer's. */
const SELLERS_MUTATIONS: Readonly<Record<string, Change>> = {
  'a later end': (terms) => ({
    ...terms,
    deliveries: terms.deliveries.map((slot) => ({ ...slot, end: '2026-04-21' })),
  }),
  'an earlier start': (terms) => ({
    ...terms,
    deliveries: terms.deliveries.map((slot) => ({ ...slot, start: '2026-04-09' })),
  }),
}

/** A mandatory term that one independent document leaves out. In an answer it would be taken over. */
const SILENCES: Readonly<Record<string, Change>> = {
  'no price': onLine((line) => ({ ...line, price: null })),
  'a line less': (terms) => ({ ...terms, lines: terms.lines.slice(1) }),
  'no incoterm': (terms) => ({ ...terms, deliveryTerms: { ...terms.deliveryTerms, incoterm: null } }),
  'no due date': (terms) => ({ ...terms, payment: { ...terms.payment, dueDate: null } }),
  'no governing terms': (terms) => ({ ...terms, governingTerms: { ...terms.governingTerms, sha256: null } }),
  'no tax': (terms) => ({ ...terms, totals: { ...terms.totals, tax: null } }),
  'no allowances': (terms) => ({ ...terms, allowances: [] }),
}

/** Says the same otherwise. */
const RESTATEMENTS: Readonly<Record<string, Change>> = {
  'lines in another order': (terms) => ({ ...terms, lines: terms.lines.toReversed() }),
  'grams for kilograms': (terms) => ({
    ...terms,
    lines: terms.lines.map((line) =>
      line.quantity?.unit === 'KGM'
        ? { ...line, quantity: { value: String(Number(line.quantity.value) * 1_000), unit: 'GRM' } }
        : line,
    ),
  }),
  'a price for a hundred': (terms) => ({
    ...terms,
    lines: terms.lines.map((line) => ({
      ...line,
      price: line.price && {
        amount: String(Math.round(Number(line.price.amount) * 100)),
        base: { ...line.price.base, value: '100' },
      },
    })),
  }),
  'trailing zeros': (terms) => ({
    ...terms,
    totals: { ...terms.totals, payable: `${terms.totals.payable}000` },
    lines: terms.lines.map((line) => ({
      ...line,
      quantity: { value: `0${line.quantity?.value}.0`, unit: line.quantity?.unit ?? null },
    })),
  }),
  'a further id of the seller': (terms) => ({
    ...terms,
    seller: { ...terms.seller, identifiers: [...terms.seller.identifiers, { scheme: 'DUNS', value: '1' }] },
  }),
  'one id of an item less': (terms) => ({
    ...terms,
    lines: terms.lines.map((line) => ({ ...line, itemIds: line.itemIds.slice(0, 2) })),
  }),
  'other letters and spaces': (terms) => ({
    ...terms,
    deliveryTerms: { ...terms.deliveryTerms, special: '  by   LORRY ' },
    deliveries: terms.deliveries.map((slot) => ({ ...slot, place: { identifiers: [], address: 'KAI  1' } })),
  }),
}

const OFFERS: readonly DocumentForm[] = ['JSON', 'Order', 'OrderChange', 'Quotation']
const EVERY: readonly DocumentForm[] = [...OFFERS, 'OrderResponse']
const agreed = ['EQUAL', 'EQUAL_WITHIN_TOLERANCE']

function read(form: DocumentForm, terms: ContractTerms): ParsedContract {
  const { bytes, mediaType } = writeDocument(form, terms)
  const parsed = parseContractDocument(bytes, mediaType)
  if (!parsed.ok) throw new Error(`${form}: ${parsed.message} ${parsed.path ?? ''}`)
  return parsed.document
}

const verdict = (buyer: [DocumentForm, ContractTerms], seller: [DocumentForm, ContractTerms]): string =>
  compareContracts(read(...buyer), read(...seller)).verdict

/** A quotation knows no order number; an order's own number is its reference, and one that answers another order says nothing of this one. */
const canSay = (name: string, form: DocumentForm): boolean => !(form === 'Quotation' && name === 'the order')

describe('whatever two documents of any form say', () => {
  const forms = fc.record({ buyer: fc.constantFrom(...OFFERS), seller: fc.constantFrom(...EVERY) })
  const by = fc.integer({ min: 10, max: 5_000 })

  test('the same terms are equal, and however they are stated', () => {
    const restated = fc.constantFrom(...Object.keys(RESTATEMENTS))
    fc.assert(
      fc.property(someTerms, forms, fc.array(restated, { maxLength: 3 }), (terms, { buyer, seller }, names) => {
        const said = [...new Set(names)].reduce((changed, name) => RESTATEMENTS[name]?.(changed, 0) ?? changed, terms)
        expect(verdict([buyer, terms], [seller, said])).toBe('EQUAL')
        if (seller !== 'OrderResponse') expect(verdict([seller, said], [buyer, terms])).toBe('EQUAL')
      }),
      { numRuns: 150 },
    )
  })

  test.each(Object.entries(MUTATIONS))('a difference is never called equal: %s', (name, change) => {
    fc.assert(
      fc.property(someTerms, forms, by, (terms, { buyer, seller }, amount) => {
        fc.pre(canSay(name, buyer) && canSay(name, seller))
        expect(agreed).not.toContain(verdict([buyer, terms], [seller, change(terms, amount)]))
        expect(agreed).not.toContain(verdict([buyer, change(terms, amount)], [seller, terms]))
      }),
      { numRuns: 25 },
    )
  })

  test.each(Object.entries(SELLERS_MUTATIONS))(
    'the seller’s delivery must lie inside the buyer’s: %s',
    (_name, change) => {
      fc.assert(
        fc.property(someTerms, forms, (terms, { buyer, seller }) => {
          expect(agreed).not.toContain(verdict([buyer, terms], [seller, change(terms, 0)]))
          expect(verdict([buyer, change(terms, 0)], [seller, terms])).toBe('EQUAL_WITHIN_TOLERANCE')
        }),
        { numRuns: 25 },
      )
    },
  )

  test.each(Object.entries(SILENCES))(
    'what an independent document leaves out is not taken over: %s',
    (_name, change) => {
      const offers = fc.record({ buyer: fc.constantFrom(...OFFERS), seller: fc.constantFrom(...OFFERS) })
      fc.assert(
        fc.property(someTerms, offers, (terms, { buyer, seller }) => {
          fc.pre(terms.lines.length > 1)
          expect(verdict([buyer, terms], [seller, change(terms, 0)])).toBe('DIFFERENT')
          expect(verdict([buyer, change(terms, 0)], [seller, terms])).toBe('DIFFERENT')
        }),
        { numRuns: 25 },
      )
    },
  )

  test('swapping two independent documents with their roles swaps only the labels', () => {
    const swap = (entry: Discrepancy): Discrepancy => ({
      ...entry,
      buyerValue: entry.sellerValue,
      sellerValue: entry.buyerValue,
      buyerNormalised: entry.sellerNormalised,
      sellerNormalised: entry.buyerNormalised,
    })
    const sorted = (list: readonly Discrepancy[]): string[] => list.map((entry) => JSON.stringify(entry)).toSorted()
    const names = fc.uniqueArray(fc.constantFrom(...Object.keys(MUTATIONS)), { minLength: 1, maxLength: 4 })
    const offers = fc.record({ one: fc.constantFrom(...OFFERS), other: fc.constantFrom(...OFFERS) })
    fc.assert(
      fc.property(someTerms, names, offers, by, (terms, changes, { one, other }, amount) => {
        const changed = changes.reduce((said, name) => MUTATIONS[name]?.(said, amount) ?? said, terms)
        const there = compareContracts(read(one, terms), read(other, changed))
        const back = compareContracts(read(other, changed), read(one, terms))
        expect(back.verdict).toBe(there.verdict)
        expect(sorted(back.discrepancies)).toEqual(sorted(there.discrepancies.map(swap)))
      }),
      { numRuns: 150 },
    )
  })
})
