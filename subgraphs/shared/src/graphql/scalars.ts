import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

/** Longest text that a scalar of ours may have. */
const longestScalar = 1_000

type Check = (text: string) => boolean

function textScalar(name: string, check: Check, form: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || value.length > longestScalar || !check(value)) {
      throw new GraphQLError(`${name} must be ${form}.`, { extensions: { code: 'BAD_USER_INPUT' } })
    }
    return value
  }
  return new GraphQLScalarType({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : parse(String(value))),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  })
}

/** Whether a text is a day that there is (RFC 3339 full-date). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** The scalars of the common SDL, for every subgraph's resolvers. */
export const scalars = {
  DateTime: textScalar(
    'DateTime',
    (t) => instantForm.test(t) && !Number.isNaN(Date.parse(t)) && isDay(t.slice(0, 10)),
    'an instant of RFC 3339 such as "2026-11-21T06:30:00Z"',
  ),
  Date: textScalar('Date', isDay, 'a day such as "2026-11-21"'),
  Decimal: textScalar(
    'Decimal',
    (t) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(t),
    'a decimal number in a string, such as "12.50"',
  ),
  Currency: textScalar('Currency', (t) => /^[A-Z]{3}$/.test(t), 'a currency code of ISO 4217 such as "EUR"'),
  Cursor: textScalar('Cursor', (t) => t.length > 0, 'a cursor that you got from us'),
}
