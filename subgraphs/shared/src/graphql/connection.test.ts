import { describe, expect, it } from '@jest/globals'
import { GraphQLError } from 'graphql'
import { largestPage, pageByInstant, pageByNumber, pageFrom, pageOf } from './connection.ts'
import { encodeCursor } from './cursor.ts'

const instant = '2026-11-21T06:30:00.123Z'
const id = '019a0000-0000-7000-8000-000000000001'

function codeOf(ask: () => unknown): unknown {
  try {
    ask()
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions['code']
    throw error
  }
  return 'taken'
}

describe('a page', () => {
  it.each([0, -1, largestPage + 1])('of %s entries is refused', (first) => {
    expect(codeOf(() => pageOf({ first }, 1))).toBe('BAD_PAGE')
  })

  it('starts after the last entry of the page before', () => {
    const rows = [1, 2, 3].map((n) => ({ at: `2026-11-21T06:30:00.00${n}Z`, id }))
    const page = pageFrom(
      rows,
      2,
      false,
      (row) => [row.at, row.id],
      (row) => row,
    )
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(page.edges.map(({ node }) => node)).toEqual(rows.slice(0, 2))
    expect(pageByInstant({ first: 2, after: page.pageInfo.endCursor })).toEqual({ limit: 2, ...rows[1] })
  })
})

describe('a cursor of a list by instant', () => {
  it('is left out for the first page', () => {
    expect(pageByInstant({ first: 10 })).toEqual({ limit: 10, at: null, id: null })
  })

  it.each([
    ['no base64 of JSON', 'nonsense'],
    ['one part', encodeCursor([instant])],
    ['three parts', encodeCursor([instant, id, id])],
    ['a number for the instant', encodeCursor([1, id])],
    ['a number for the id', encodeCursor([instant, 1])],
    ['a word for the instant', encodeCursor(['infinity', id])],
    ['a bare number in text, which JavaScript reads as a day', encodeCursor(['1', id])],
    ['a day without a time', encodeCursor(['2026-11-21', id])],
    ['a day that there is not', encodeCursor(['2026-02-30T00:00:00.000Z', id])],
    ['the year 0, which PostgreSQL does not know', encodeCursor(['0000-01-01T00:00:00.000Z', id])],
    ['what is no id', encodeCursor([instant, 'x'])],
    ['an id with more behind it', encodeCursor([instant, `${id}'`])],
  ])('is refused when it has %s', (_, after) => {
    expect(codeOf(() => pageByInstant({ first: 10, after }))).toBe('BAD_CURSOR')
  })
})

describe('a cursor of a list by number', () => {
  it('is left out for the first page, and else the number of the last entry', () => {
    expect(pageByNumber({ first: 10 })).toEqual({ limit: 10, after: 0 })
    expect(pageByNumber({ first: 10, after: encodeCursor([7]) })).toEqual({ limit: 10, after: 7 })
  })

  it.each([
    ['text', encodeCursor(['7'])],
    ['a fraction', encodeCursor([1.5])],
    ['a negative number', encodeCursor([-1])],
    ['a number beyond the column', encodeCursor([2 ** 31])],
    ['a number beyond all', Buffer.from('[1e999]').toString('base64url')],
    ['two parts', encodeCursor([1, 2])],
  ])('is refused when it is %s', (_, after) => {
    expect(codeOf(() => pageByNumber({ first: 10, after }))).toBe('BAD_CURSOR')
  })
})
