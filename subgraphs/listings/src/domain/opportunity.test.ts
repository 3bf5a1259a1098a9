import { describe, expect, test } from '@jest/globals'
import { textSearchOf } from './search.ts'
import { statusAt } from './status.ts'

const at = (text: string): Date => new Date(`2026-11-21T${text}Z`)

describe('the status of an opportunity', () => {
  test.each([
    ['OPEN', null, null],
    ['OPEN', null, at('10:00:00')],
    ['OPEN', null, at('10:00:01')],
    ['EXPIRED', null, at('09:59:59')],
    ['WITHDRAWN', at('08:00:00'), null],
    ['WITHDRAWN', at('08:00:00'), at('09:00:00')],
  ])('at ten is %s when withdrawn at %s and valid until %s', (status, withdrawnAt, validUntil) => {
    expect(statusAt({ withdrawnAt, validUntil }, at('10:00:00'))).toBe(status)
  })
})

describe('what is typed into the search', () => {
  test.each([
    ['  ', null],
    ['steel pipes', { by: 'words', text: 'steel pipes' }],
    ['ｓｔｅｅｌ', { by: 'words', text: 'steel' }],
    ['鋼管 50%', { by: 'substrings', patterns: ['%鋼管%', '%50\\%%'] }],
    ['チタン_', { by: 'substrings', patterns: ['%チタン\\_%'] }],
  ])('%j is searched for as %j', (typed, search) => {
    expect(textSearchOf(typed)).toEqual(search)
  })
})
