import { describe, expect, test } from '@jest/globals'
import {
  compareContracts,
  type ContractLine,
  contradicts,
  findContradiction,
  NO_LINE,
  type ParsedAnswer,
} from './index.ts'
import { answer, offer, sampleLine } from './sample-contract.ts'

type Line = { line: ContractLine; code: string | null }

const line = (reference: string, code: string | null, states: Partial<ContractLine> = {}): Line => ({
  line: { ...NO_LINE, reference, ...states },
  code,
})
const all = (code: string | null): Line[] => ['1', '2', '3'].map((reference) => line(reference, code))
const withFirst = (first: Line): Line[] => [first, line('2', '5'), line('3', '5')]
const fewer = { quantity: { value: '9', unit: 'C62' } }

const CASES: [sentence: string, document: ParsedAnswer, verdict: string, rule: string | null][] = [
  ['AP takes the order over', answer('AP'), 'EQUAL', null],
  ['AP does not decide against its own lines', answer('AP', [line('2', '7')]), 'DIFFERENT', 'answer.lineRefused'],
  ['AP with another quantity is different', answer('AP', [line('2', null, fewer)]), 'DIFFERENT', 'line.quantity'],
  ['AP with another currency is different', answer('AP', [], { currency: 'USD' }), 'DIFFERENT', 'currency'],
  ['AP to another order is different', answer('AP', [], { orderReference: 'PO-2' }), 'DIFFERENT', 'orderReference'],
  ['RE refuses', answer('RE', all('5')), 'REFUSED', 'answer.refused'],
  [
    'RE to another order does not refuse this one',
    answer('RE', [], { orderReference: 'PO-2' }),
    'DIFFERENT',
    'orderReference',
  ],
  ['AB says only that it came', answer('AB', all('5')), 'UNDECIDED', 'answer.receivedOnly'],
  ['an unknown header code decides nothing', answer('XX', all('5')), 'UNDECIDED', 'answer.unknownCode'],
  ['no code and no lines decide nothing', answer(null), 'UNDECIDED', 'answer.empty'],
  ['CA with every line accepted is equal', answer('CA', all('5')), 'EQUAL', null],
  ['CA with a line unanswered is undecided', answer('CA', all('5').slice(1)), 'UNDECIDED', 'answer.lineUnanswered'],
  [
    'CA with a line without a code is undecided',
    answer('CA', withFirst(line('1', null))),
    'UNDECIDED',
    'answer.lineUnanswered',
  ],
  [
    'a line changed without saying how is undecided',
    answer('CA', withFirst(line('1', '3'))),
    'UNDECIDED',
    'answer.changeNotStated',
  ],
  [
    'a line changed to fewer pieces is different',
    answer('CA', withFirst(line('1', '3', fewer))),
    'DIFFERENT',
    'line.quantity',
  ],
  [
    'a line changed to the same in dozens is different',
    answer('CA', withFirst(line('1', '3', { quantity: { value: '1', unit: 'DZN' } }))),
    'DIFFERENT',
    'line.quantity',
  ],
  [
    'a line restated as it was is equal',
    answer('CA', withFirst(line('1', '3', { quantity: { value: '10.0', unit: 'H87' } }))),
    'EQUAL',
    null,
  ],
  [
    'a line accepted with another quantity is different',
    answer('CA', withFirst(line('1', '5', fewer))),
    'DIFFERENT',
    'line.quantity',
  ],
  ['a line removed is different', answer('CA', withFirst(line('1', '7'))), 'DIFFERENT', 'answer.lineRefused'],
  ['a line added is different', answer('CA', [...all('5'), line('4', '1', fewer)]), 'DIFFERENT', 'answer.lineAdded'],
  ['a line nobody ordered is different', answer('AP', [line('4', '5')]), 'DIFFERENT', 'line.unmatched'],
  [
    'a substitute is different',
    answer('CA', withFirst(line('1', '5', { substitute: true }))),
    'DIFFERENT',
    'line.substitute',
  ],
  [
    'an item of another name is different',
    answer('AP', [line('1', '5', { name: 'Something else' })]),
    'DIFFERENT',
    'line.item',
  ],
  ['without a header the lines speak', answer(null, all('5')), 'EQUAL', null],
  ['NoStatus is no verdict', answer(null, withFirst(line('1', 'NoStatus'))), 'UNDECIDED', 'answer.lineNoStatus'],
  [
    'a dispute outweighs an open line',
    answer(null, [line('1', 'NoStatus'), line('2', 'Disputed'), line('3', '5')]),
    'DIFFERENT',
    'answer.lineDisputed',
  ],
  ['a line code nobody knows is undecided', answer('AP', [line('1', '42')]), 'UNDECIDED', 'answer.lineUnknownCode'],
]

describe('reading an answer', () => {
  test.each(CASES)('%s', (_sentence, document, verdict, rule) => {
    const comparison = compareContracts(offer(), document)
    expect(comparison.verdict).toBe(verdict)
    const rules = comparison.discrepancies.map((entry) => entry.rule)
    expect(rules).toEqual(rule === null ? [] : expect.arrayContaining([rule]))
  })

  test('an answer in the place of the buyer states nothing to compare with', () => {
    expect(compareContracts(answer('AP'), offer()).verdict).toBe('UNDECIDED')
  })

  test('an independent document without a term is different where an answer takes it over', () => {
    const silent = { payment: { dueDate: null, conditions: null } }
    expect(compareContracts(offer(), offer(silent)).verdict).toBe('DIFFERENT')
    expect(compareContracts(offer(), answer('AP', [], silent)).verdict).toBe('EQUAL')
  })

  test('an answer that contradicts itself is told so', () => {
    const rules = (document: ParsedAnswer): string[] =>
      compareContracts(offer(), document).warnings.map((entry) => entry.rule)
    expect(rules(answer('AP', [line('1', '7')]))).toContain('answer.contradictsItself')
    expect(rules(answer('CA', all('5')))).toContain('answer.noCondition')
  })
})

describe('two answers to one order', () => {
  const eight = answer('CA', withFirst(line('1', '3', { quantity: { value: '8', unit: 'C62' } })))
  const nine = answer('CA', withFirst(line('1', '3', fewer)))
  const conflicts: [string, ParsedAnswer, ParsedAnswer, boolean][] = [
    ['acceptance and refusal', answer('AP'), answer('RE'), true],
    ['acceptance and a disputed line', answer('AP'), answer(null, [line('2', 'Disputed')]), true],
    ['two different changes', eight, nine, true],
    [
      'objections to different lines',
      answer('CA', [line('1', '7'), line('2', '5')]),
      answer('CA', [line('1', '5'), line('2', '7')]),
      true,
    ],
    [
      'acceptance with two due dates',
      answer('AP', [], { payment: { dueDate: '2026-05-01', conditions: null } }),
      answer('AP', [], { payment: { dueDate: '2026-06-01', conditions: null } }),
      true,
    ],
    ['the same answer twice', nine, nine, false],
    ['a receipt and an acceptance', answer('AB'), answer('AP'), false],
    ['acceptance as a whole and line by line', answer('AP'), answer(null, all('5')), false],
    ['answers to two orders', answer('AP'), answer('RE', [], { orderReference: 'PO-2' }), false],
  ]

  test.each(conflicts)('%s', (_sentence, a, b, expected) => {
    expect([contradicts(a, b), contradicts(b, a)]).toEqual([expected, expected])
  })

  test('offers are resubmitted and contradict nothing', () => {
    expect(contradicts(offer(), offer({ lines: [sampleLine('9')] }))).toBe(false)
  })

  test('the contradiction says in what', () => {
    expect(findContradiction(eight, nine)).toMatchObject({
      reason: 'DIFFERENT_TERMS',
      discrepancies: [{ rule: 'line.quantity' }],
    })
  })
})
