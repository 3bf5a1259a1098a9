import { describe, expect, test } from '@jest/globals'
import {
  compareContracts,
  compareSubmissions,
  type ContractLine,
  type ContractTerms,
  STANDARD_TOLERANCE,
} from './index.ts'
import { offer, sampleLine, sampleTerms } from './sample-contract.ts'

type Case = [sentence: string, changes: Partial<ContractTerms>, verdict: string, rules: string[]]

const lines = (first: Partial<ContractLine>): ContractLine[] => [
  sampleLine('1', first),
  sampleLine('2'),
  sampleLine('3'),
]
const totals = sampleTerms().totals
const slot = (start: string | null, end: string | null): ContractTerms['deliveries'] => [
  { start, end, quantity: null, place: { identifiers: [], address: null } },
]
const place = (address: string): ContractTerms['deliveries'] => [
  { start: '2026-04-10', end: '2026-04-20', quantity: null, place: { identifiers: [], address } },
]

const CASES: Case[] = [
  ['the same terms are equal', {}, 'EQUAL', []],
  ['the order of lines does not matter', { lines: lines({}).toReversed() }, 'EQUAL', []],
  ['trailing zeros do not matter', { totals: { ...totals, payable: '150' } }, 'EQUAL', []],
  ['another order number differs', { orderReference: 'PO-2' }, 'DIFFERENT', ['orderReference']],
  ['a missing order number differs', { orderReference: null }, 'DIFFERENT', ['orderReference']],
  ['another currency differs', { currency: 'USD' }, 'DIFFERENT', ['currency']],
  [
    'another Incoterm differs',
    { deliveryTerms: { incoterm: 'EXW', place: 'Oslo', special: null } },
    'DIFFERENT',
    ['deliveryTerms.incoterm'],
  ],
  [
    'another due date differs',
    { payment: { dueDate: '2026-06-01', conditions: null } },
    'DIFFERENT',
    ['payment.dueDate'],
  ],
  ['a missing due date differs', { payment: { dueDate: null, conditions: null } }, 'DIFFERENT', ['payment.dueDate']],
  [
    'other governing terms differ',
    { governingTerms: { sha256: 'ab', framework: null, conditions: null } },
    'DIFFERENT',
    ['governingTerms.sha256'],
  ],
  [
    'a party id in conflict differs',
    { buyer: { identifiers: [{ scheme: 'GLN', value: '5798000000124' }], name: 'Buyer' } },
    'DIFFERENT',
    ['party.identifiers'],
  ],
  [
    'no common scheme differs',
    { buyer: { identifiers: [{ scheme: 'DUNS', value: '1' }], name: 'Buyer' } },
    'DIFFERENT',
    ['party.noCommonIdentifier', 'party.supplement', 'party.supplement'],
  ],
  ['a missing line differs', { lines: lines({}).slice(1) }, 'DIFFERENT', ['line.unmatched']],
  ['an added line differs', { lines: [...lines({}), sampleLine('4')] }, 'DIFFERENT', ['line.unmatched']],
  [
    'one piece more differs',
    { lines: lines({ quantity: { value: '11', unit: 'C62' } }) },
    'DIFFERENT',
    ['line.quantity'],
  ],
  ['pieces are no boxes', { lines: lines({ quantity: { value: '10', unit: 'XBX' } }) }, 'DIFFERENT', ['line.quantity']],
  ['a missing price differs', { lines: lines({ price: null }) }, 'DIFFERENT', ['line.price']],
  ['a missing quantity differs', { lines: lines({ quantity: null }) }, 'DIFFERENT', ['line.quantity']],
  ['a line amount left out is a supplement', { lines: lines({ amount: null }) }, 'EQUAL', ['line.amount']],
  [
    'a price by the hundred is the same price',
    { lines: lines({ price: { amount: '500', base: { value: '100', unit: 'C62' } } }) },
    'EQUAL',
    [],
  ],
  [
    'a price a third of a cent off differs',
    { lines: lines({ price: { amount: '14.99', base: { value: '3', unit: 'C62' } } }) },
    'DIFFERENT',
    ['line.price'],
  ],
  [
    'an allowance on one side differs',
    { allowances: [{ charge: false, reason: null, amount: '1' }] },
    'DIFFERENT',
    ['allowances'],
  ],
  [
    'another item differs',
    { lines: lines({ itemIds: [{ scheme: 'GTIN', value: '4006381333931' }] }) },
    'DIFFERENT',
    ['line.item', 'line.itemSupplement', 'line.itemSupplement'],
  ],
  [
    'an id that one side leaves out is a supplement',
    { lines: lines({ itemIds: [{ scheme: 'SELLER', value: 'S-1' }] }) },
    'EQUAL',
    ['line.itemSupplement', 'line.itemSupplement'],
  ],
  [
    'one minor unit on a line is rounding',
    { lines: lines({ amount: '50.01' }) },
    'EQUAL_WITHIN_TOLERANCE',
    ['line.amount'],
  ],
  ['two minor units on a line differ', { lines: lines({ amount: '49.98' }) }, 'DIFFERENT', ['line.amount']],
  ['a hair over one minor unit differs', { lines: lines({ amount: '50.010000000001' }) }, 'DIFFERENT', ['line.amount']],
  [
    'three minor units on a total of three lines are rounding',
    { totals: { ...totals, payable: '150.03' } },
    'EQUAL_WITHIN_TOLERANCE',
    ['totals.payable'],
  ],
  [
    'four minor units on a total of three lines differ',
    { totals: { ...totals, payable: '149.96' } },
    'DIFFERENT',
    ['totals.payable'],
  ],
  ['a missing payable total differs', { totals: { ...totals, payable: null } }, 'DIFFERENT', ['totals.payable']],
  [
    'a fraction of a minor unit cannot be paid',
    { totals: { ...totals, payable: '150.005' } },
    'DIFFERENT',
    ['totals.notPayable', 'totals.payable'],
  ],
  [
    'a window inside is on record',
    { deliveries: slot('2026-04-11', '2026-04-20') },
    'EQUAL_WITHIN_TOLERANCE',
    ['delivery.window'],
  ],
  [
    'a moment inside is on record',
    { deliveries: slot('2026-04-20T09:00:00Z', '2026-04-20T10:00:00Z') },
    'EQUAL_WITHIN_TOLERANCE',
    ['delivery.window'],
  ],
  [
    'a window one day early differs',
    { deliveries: slot('2026-04-09', '2026-04-20') },
    'DIFFERENT',
    ['delivery.window'],
  ],
  [
    'a window one second late differs',
    { deliveries: slot('2026-04-10', '2026-04-21T00:00:00Z') },
    'DIFFERENT',
    ['delivery.window'],
  ],
  ['an open window differs', { deliveries: slot('2026-04-10', null) }, 'DIFFERENT', ['delivery.window']],
  ['no window at all differs', { deliveries: [] }, 'DIFFERENT', ['delivery']],
  ['a place that only one side states differs', { deliveries: place('Oslo') }, 'DIFFERENT', ['delivery.place']],
]

describe('comparing two offers', () => {
  test.each(CASES)('%s', (_sentence, changes, verdict, rules) => {
    const comparison = compareContracts(offer(), offer(changes))
    expect(comparison.discrepancies.map((entry) => entry.rule).toSorted()).toEqual(rules)
    expect(comparison.verdict).toBe(verdict)
    expect(comparison.agreedTerms === null).toBe(!verdict.startsWith('EQUAL'))
  })

  test('grams and kilograms are the same quantity and the same price', () => {
    const kilograms = sampleLine('1', {
      quantity: { value: '0.5', unit: 'KGM' },
      price: { amount: '100', base: { value: '1', unit: 'KGM' } },
    })
    const grams = sampleLine('1', {
      quantity: { value: '500', unit: 'GRM' },
      price: { amount: '0.10', base: { value: '1', unit: 'GRM' } },
    })
    expect(compareContracts(offer({ lines: [kilograms] }), offer({ lines: [grams] })).verdict).toBe('EQUAL')
  })

  test('a quantity that differs is told as stated and as compared', () => {
    const comparison = compareContracts(
      offer({ lines: lines({ quantity: { value: '1.50', unit: 'KGM' } }) }),
      offer({ lines: lines({ quantity: { value: '1400', unit: 'GRM' } }) }),
    )
    expect(comparison.discrepancies[0]).toEqual({
      rule: 'line.quantity',
      path: '/lines/1/quantity',
      buyerValue: '1.50 KGM',
      sellerValue: '1400 GRM',
      buyerNormalised: '1.5 KGM',
      sellerNormalised: '1.4 KGM',
      tolerance: '0 KGM',
      weight: 'BLOCKING',
    })
  })

  test('boxes are pieces where both members agreed how many', () => {
    const factor = { unit: 'XBX', contains: '5', of: 'C62', item: { scheme: 'SELLER', value: 'S-1' } }
    const profile = { ...STANDARD_TOLERANCE, id: 'agreed/1', factors: [factor] }
    const boxes = offer({ lines: lines({ quantity: { value: '2', unit: 'XBX' } }) })
    const comparison = compareContracts(offer(), boxes, profile)
    expect([comparison.verdict, comparison.toleranceProfile]).toEqual([
      'EQUAL',
      expect.objectContaining({ id: 'agreed/1' }),
    ])
    const otherItem = { ...profile, factors: [{ ...factor, item: { scheme: 'SELLER', value: 'S-2' } }] }
    expect(compareContracts(offer(), boxes, otherItem).verdict).toBe('DIFFERENT')
  })

  test('a wider tolerance lets just as much pass as it says', () => {
    const profile = { ...STANDARD_TOLERANCE, id: 'agreed/2', quantityPpm: 100_000n }
    const verdict = (value: string): string =>
      compareContracts(offer(), offer({ lines: lines({ quantity: { value, unit: 'C62' } }) }), profile).verdict
    expect([verdict('9'), verdict('8.999')]).toEqual(['EQUAL_WITHIN_TOLERANCE', 'DIFFERENT'])
  })

  test('a currency without minor units rounds by one whole unit', () => {
    const yen = (amount: string): Partial<ContractTerms> => ({ currency: 'JPY', lines: lines({ amount }) })
    expect(compareContracts(offer(yen('50')), offer(yen('51'))).verdict).toBe('EQUAL_WITHIN_TOLERANCE')
    expect(compareContracts(offer(yen('50')), offer(yen('51.01'))).verdict).toBe('DIFFERENT')
  })

  test.each(['buyer', 'seller'])(
    'the lower of the two totals is payable, and its side gives the figures: %s',
    (side) => {
      const lower = offer({ totals: { ...totals, payable: '149.99' } })
      const comparison = side === 'buyer' ? compareContracts(lower, offer()) : compareContracts(offer(), lower)
      expect(comparison.verdict).toBe('EQUAL_WITHIN_TOLERANCE')
      expect(comparison.payable).toEqual({ amountMinor: 14999n, currency: 'EUR' })
      expect(comparison.agreedTerms?.totals.payable).toBe('149.99')
    },
  )

  test('what is agreed holds the ids of both sides and the window of the seller', () => {
    const seller = offer({
      lines: lines({
        itemIds: [
          { scheme: 'SELLER', value: 'S-1' },
          { scheme: 'MAKER', value: 'M' },
        ],
      }),
      deliveries: slot('2026-04-12', '2026-04-13'),
    })
    const { agreedTerms } = compareContracts(offer(), seller)
    expect(agreedTerms?.lines[0]?.itemIds.map((id) => id.scheme)).toEqual(['BUYER', 'GTIN', 'MAKER', 'SELLER'])
    expect(agreedTerms?.deliveries).toEqual(slot('2026-04-12', '2026-04-13'))
  })

  test('a line without deliveries of its own is delivered with the contract', () => {
    const early = offer({ lines: lines({ deliveries: slot('2026-04-01', '2026-04-02') }) })
    expect(compareContracts(offer(), early).discrepancies.map((entry) => entry.path)).toEqual([
      '/lines/1/delivery/window',
    ])
    const inside = offer({ lines: lines({ deliveries: slot('2026-04-11', '2026-04-12') }) })
    expect(compareContracts(offer(), inside).agreedTerms?.lines[0]?.deliveries).toEqual(
      slot('2026-04-11', '2026-04-12'),
    )
    expect(compareContracts(inside, offer()).verdict).toBe('DIFFERENT')
  })

  test('whichever side came first, the comparison is the same', () => {
    const one = { role: 'BUYER', document: offer() } as const
    const other = { role: 'SELLER', document: offer({ deliveries: slot('2026-04-11', '2026-04-12') }) } as const
    expect(compareSubmissions(other, one)).toEqual(compareSubmissions(one, other))
    expect(() => compareSubmissions(one, one)).toThrow('Two documents of the BUYER')
  })

  test('lines that do not add up, wrong check digits and other names only warn', () => {
    const odd = {
      seller: {
        identifiers: [
          { scheme: 'GLN', value: '5790000435951' },
          { scheme: 'ENDPOINT:GLN', value: '7302347231111' },
        ],
        name: 'Seller Ltd',
      },
      lines: lines({ amount: '5.00' }),
    }
    const comparison = compareContracts(offer(odd), offer({ ...odd, seller: { ...odd.seller, name: 'Seller' } }))
    expect(comparison.verdict).toBe('EQUAL')
    expect(comparison.warnings.map((entry) => entry.rule)).toEqual(
      expect.arrayContaining(['arithmetic.lineAmount', 'arithmetic.lines', 'identifier.checkDigit', 'party.name']),
    )
  })
})

describe('matching lines', () => {
  const bare = (reference: string | null, scheme: string, quantity: string): ContractLine =>
    sampleLine('1', {
      reference,
      itemIds: [{ scheme, value: `X-${quantity}` }],
      name: null,
      quantity: { value: quantity, unit: 'C62' },
    })

  test.each(['GTIN', 'SELLER', 'BUYER'])('finds a renumbered line by its id of scheme %s', (scheme) => {
    const buyer = [bare('1', scheme, '1'), bare('2', scheme, '2')]
    const seller = [bare('1', scheme, '2'), bare('2', scheme, '1')]
    expect(compareContracts(offer({ lines: buyer }), offer({ lines: seller })).verdict).toBe('EQUAL')
  })

  test('takes the number of the line before any id', () => {
    const buyer = [
      sampleLine('1', { itemIds: [] }),
      sampleLine('2', { itemIds: [], quantity: { value: '7', unit: 'C62' } }),
    ]
    expect(compareContracts(offer({ lines: buyer }), offer({ lines: buyer.toReversed() })).verdict).toBe('EQUAL')
  })

  test('never compares a GTIN with a number of the seller', () => {
    const buyer = [bare(null, 'GTIN', '1')]
    const seller = [bare(null, 'SELLER', '1')]
    const comparison = compareContracts(offer({ lines: buyer }), offer({ lines: seller }))
    expect(comparison.discrepancies.filter((entry) => entry.rule === 'line.unmatched')).toHaveLength(2)
  })

  test('takes GTINs of 13 and 14 digits for the same', () => {
    const gtin = (value: string): ContractLine[] => [
      sampleLine('1', { reference: null, itemIds: [{ scheme: 'GTIN', value }] }),
    ]
    expect(
      compareContracts(offer({ lines: gtin('4006381333931') }), offer({ lines: gtin('04006381333931') })).verdict,
    ).toBe('EQUAL')
  })

  test('stays quick when thousands of lines bear the same number', () => {
    const many = (prefix: string): ContractLine[] =>
      Array.from({ length: 5000 }, (_, index) =>
        sampleLine('1', { itemIds: [{ scheme: 'GTIN', value: `${prefix}${index}` }] }),
      )
    const started = performance.now()
    expect(compareContracts(offer({ lines: many('a') }), offer({ lines: many('b') })).verdict).toBe('DIFFERENT')
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
