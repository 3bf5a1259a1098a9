import { expect, it } from '@jest/globals'
import { caseQuery, caseWords } from './case-words.ts'

it('a case is found by words of its title, its description and its code', () => {
  expect(caseWords({ title: 'Tea, green tea', description: '鋼管', caseCode: 'CAS-7K3M-Q2X9-T' })).toEqual([
    'tea',
    'green',
    '鋼管',
    '管',
    'cas',
    '7k3m',
    'q2x9',
    't',
  ])
})

it.each([
  ['Grün tea', `'me/grun':* & 'me/tea':*`],
  ['tea tea', `'me/tea':*`],
  ['鋼管', `'me/鋼管':*`],
  ['管', `'me/管':*`],
  [`o'neill \\`, `'me/o':* & 'me/neill':*`],
])('a search for %s asks for each word once, as a beginning', (text, query) => {
  expect(caseQuery('me', text)).toBe(query)
})

it.each(['', '  ', '!?', '&|:*'])('a text without a word asks for nothing: “%s”', (text) => {
  expect(caseQuery('me', text)).toBeNull()
})
