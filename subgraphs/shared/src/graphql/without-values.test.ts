import { expect, it } from '@jest/globals'
import { buildSchema, parse, validate } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { withoutValues } from './without-values.ts'

const secret = 'hunter2; Expected value of type "Int", found it: "'
const schema = buildSchema(
  'type Query { a(i: Int, s: String, f: Float, b: Boolean, id: ID, e: Color, in: In, l: [Int!]): Int } enum Color { RED } input In { i: Int! e: Color }',
)

it.each([
  ['i: Int', { i: secret }],
  ['s: String', { s: { password: secret } }],
  ['f: Float', { f: secret }],
  ['b: Boolean', { b: secret }],
  ['id: ID', { id: [secret] }],
  ['e: Color', { e: secret }],
  ['e: Color', { e: { secret } }],
  ['in: In', { in: secret }],
  ['in: In', { in: { i: secret, e: 'RED' } }],
  ['in: In', { in: { e: secret } }],
  ['l: [Int!]', { l: [1, secret] }],
])('an error about a variable does not tell its value: %s', (definition, variables) => {
  const [name = ''] = definition.split(':')
  const document = parse(`query ($${definition}) { a(${name}: $${name}) }`)
  const [operation] = document.definitions
  const definitions = operation && 'variableDefinitions' in operation ? (operation.variableDefinitions ?? []) : []
  const { errors = [] } = getVariableValues(schema, definitions as never, variables)
  expect(errors.length).toBeGreaterThan(0)
  for (const { message } of errors) {
    expect(withoutValues(message)).not.toContain('hunter2')
    expect(withoutValues(message)).toContain(`Variable "$${name}"`)
  }
})

it.each([
  'i: "hunter2"',
  's: 1234567',
  'f: "hunter2"',
  'e: "hunter2"',
  'e: hunter2',
  'in: {i: "hunter2"}',
  'l: ["hunter2"]',
])('an error about a value in the document does not tell it: %s', (given) => {
  const errors = validate(schema, parse(`{ a(${given}) }`))
  expect(errors.length).toBeGreaterThan(0)
  for (const { message } of errors) expect(withoutValues(message)).not.toMatch(/hunter2|1234567/)
})

it.each(['{ a(i: $"hunter2") }', '{ "hunter2" }', '{ a(i: 1) 1234567 }'])(
  'an error about the syntax does not tell the text of a string or a number: %s',
  (document) => {
    expect(() => parse(document)).toThrow()
    try {
      parse(document)
    } catch (error) {
      expect(withoutValues((error as Error).message)).toMatch(/^Syntax Error: .*(String|Int)\.$/)
    }
  },
)

it('what tells no value stays as it is', () => {
  const message = 'Cannot query field "b" on type "Query". Did you mean "a"?'
  expect(withoutValues(message)).toBe(message)
})
