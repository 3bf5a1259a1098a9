import { describe, expect, it } from '@jest/globals'
import { PersistedQueries, persistedQueryLimits } from './persisted-queries.ts'

describe('persisted queries', () => {
  it('are kept up to a number, the least recently used going first', () => {
    const kept = new PersistedQueries()
    for (let i = 0; i < persistedQueryLimits.documents; i++) kept.set(`h${i}`, `{ f${i} }`)
    expect(kept.get('h0')).toBe('{ f0 }')
    kept.set('another', '{ another }')
    expect(kept.get('h0')).toBe('{ f0 }')
    expect(kept.get('h1')).toBeUndefined()
    expect(kept.get('another')).toBe('{ another }')
  })

  it('are kept up to a number of characters, however few they are', () => {
    const kept = new PersistedQueries()
    const size = 100_000
    for (let i = 0; i < 200; i++) kept.set(`h${i}`, String(i).padEnd(size))
    const left = Array.from({ length: 200 }, (_, i) => kept.get(`h${i}`)).filter((text) => text !== undefined)
    expect(left.length * size).toBeLessThanOrEqual(persistedQueryLimits.characters)
    expect(left.length * size).toBeGreaterThan(persistedQueryLimits.characters - 2 * size)
    expect(kept.get('h199')).toBeDefined()
  })

  it('do not change once they are kept', () => {
    const kept = new PersistedQueries()
    kept.set('h', '{ mine }')
    kept.set('h', '{ theirs }')
    expect(kept.get('h')).toBe('{ mine }')
  })
})
