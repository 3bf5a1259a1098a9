import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { canonicalBytes, isJsonValue, maxJsonDepth, type JsonValue } from './jcs.ts'

const folder = sharedData('jcs')
const describeWithFolder = folder ? describe : describe.skip

function parsed(text: string): JsonValue {
  const value: unknown = JSON.parse(text)
  if (!isJsonValue(value)) throw new Error('The test data are not JSON.')
  return value
}

describeWithFolder('the test data of RFC 8785', () => {
  const read = (...path: string[]) => readFileSync(join(folder ?? '', ...path))

  test('each of the six inputs gives its output, and the bytes written in hexadecimal', () => {
    const names = folder ? readdirSync(join(folder, 'input')) : []
    expect(names).toHaveLength(6)
    for (const name of names) {
      const bytes = Buffer.from(canonicalBytes(parsed(read('input', name).toString('utf8'))))
      expect([name, bytes.toString('utf8')]).toEqual([name, read('output', name).toString('utf8')])
      const outhex = read('outhex', name.replace('.json', '.txt')).toString('utf8').replaceAll(/\s/g, '')
      expect([name, bytes.toString('hex')]).toEqual([name, outhex])
    }
  })
})

describe('canonical bytes', () => {
  test('the order of names does not matter', () => {
    expect(canonicalBytes({ a: 1, b: [true, null] })).toEqual(canonicalBytes({ b: [true, null], a: 1 }))
  })

  test('they are read back as the same value, and canonical bytes of that are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }), (value) => {
        const json = parsed(JSON.stringify(value))
        const bytes = canonicalBytes(json)
        expect(canonicalBytes(parsed(new TextDecoder().decode(bytes)))).toEqual(bytes)
      }),
    )
  })

  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  const refusals: [string, unknown][] = [
    ['undefined', undefined],
    ['undefined within an object', { a: undefined }],
    ['undefined within an array', [undefined]],
    ['a hole in an array', Array(2)],
    ['NaN', Number.NaN],
    ['an infinity', [Number.NEGATIVE_INFINITY]],
    ['a bigint', { a: 1n }],
    ['a function', { toJSON: () => 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a lone surrogate', 'a\ud800'],
    ['a lone surrogate in a name', { '\udfff': 1 }],
    ['a circle', circular],
  ]
  test.each(refusals)('%s is refused', (_, value) => {
    expect(isJsonValue(value)).toBe(false)
    expect(() => canonicalBytes(value as JsonValue)).toThrow('Not a JSON value')
  })

  test(`more than ${maxJsonDepth} levels are refused`, () => {
    expect(isJsonValue(parsedDeep(maxJsonDepth))).toBe(true)
    expect(isJsonValue(parsedDeep(maxJsonDepth + 1))).toBe(false)
  })
})

function parsedDeep(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels))
}
