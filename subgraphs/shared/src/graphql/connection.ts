import { GraphQLError } from 'graphql'
import { isId } from '../ids.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

/** The most that one page may hold. */
export const largestPage = 100

/** How many entries are asked for, and after which cursor. */
export type PageRequest = { first: number; after?: string | null | undefined }
/** A page of a list, as Relay cursor connections have it. */
export type Page<N> = {
  edges: { cursor: string; node: N }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

/** An error that the client can act on; it is shown as it is. */
export function badRequest(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } })
}

/**
 * What a page asks for: how many, and the key of the row after which it starts (as many parts as the order has).
 * Refuses a page size outside 1 to 100 (BAD_PAGE) and a cursor that is not of this list (BAD_CURSOR).
 */
export function pageOf(request: PageRequest, keyLength: number): { limit: number; after: (string | number)[] | null } {
  if (request.first < 1 || request.first > largestPage) {
    throw badRequest('BAD_PAGE', `first is ${request.first}; it must be 1 to ${largestPage}.`)
  }
  if (!request.after) return { limit: request.first, after: null }
  const after = decodeCursor(request.after, keyLength)
  if (!after) throw badCursor()
  return { limit: request.first, after }
}

/** The error of a cursor that is not of the list it is used with. */
export function badCursor(): GraphQLError {
  return badRequest(
    'BAD_CURSOR',
    'The cursor is not one of this list. Take endCursor of the page before, or leave it out.',
  )
}

/**
 * What a page of a list in the order of (instant, id) asks for: `at` and `id` are the key of the row after which it starts,
 * both null for the first page. Refuses as `pageOf` does, and a cursor whose parts are no instant and no id (BAD_CURSOR).
 */
export function pageByInstant(request: PageRequest): { limit: number; at: string | null; id: string | null } {
  const { limit, after } = pageOf(request, 2)
  if (!after) return { limit, at: null, id: null }
  const [at, id] = after
  if (typeof at !== 'string' || typeof id !== 'string' || !isKeyInstant(at) || !isId(id)) throw badCursor()
  return { limit, at, id }
}

/**
 * What a page of a list numbered from 1 asks for: `after` is the number after which it starts, 0 for the first page.
 * Refuses as `pageOf` does, and a cursor that is no such number (BAD_CURSOR).
 */
export function pageByNumber(request: PageRequest): { limit: number; after: number } {
  const { limit, after } = pageOf(request, 1)
  if (!after) return { limit, after: 0 }
  const [number] = after
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > largestNumber) throw badCursor()
  return { limit, after: number }
}

/** The largest number that an `int` column of PostgreSQL holds. */
const largestNumber = 2 ** 31 - 1

/** Whether it is an instant as `Date.toISOString` writes it, of the years 1 to 9999, which PostgreSQL reads too. */
export function isKeyInstant(text: string): boolean {
  const ms = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

/** Makes a page of rows that were read one more than asked, to know whether there is a next. */
export function pageFrom<R, N>(
  rows: readonly R[],
  limit: number,
  hadAfter: boolean,
  keyOf: (row: R) => (string | number)[],
  nodeOf: (row: R) => N,
): Page<N> {
  const edges = rows.slice(0, limit).map((row) => ({ cursor: encodeCursor(keyOf(row)), node: nodeOf(row) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > limit,
      hasPreviousPage: hadAfter,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
