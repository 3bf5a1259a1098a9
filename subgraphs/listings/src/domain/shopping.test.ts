import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeCarts, mostCartLines, mostOfOneItem } from './cart.ts'
import {
  heldChanges,
  heldTogether,
  holdingStates,
  quoteAfter,
  quoteTransitions,
  totalOf,
  type QuoteState,
} from './quote.ts'

describe('two carts as one', () => {
  it('add up, and what does not fit is told of', () => {
    expect(
      mergeCarts(
        [{ itemId: 'a', quantity: 2 }],
        [
          { itemId: 'a', quantity: 3 },
          { itemId: 'b', quantity: 1 },
        ],
      ),
    ).toEqual({
      lines: [
        { itemId: 'a', quantity: 5 },
        { itemId: 'b', quantity: 1 },
      ],
      capped: [],
    })
    expect(mergeCarts([{ itemId: 'a', quantity: mostOfOneItem }], [{ itemId: 'a', quantity: 1 }])).toEqual({
      lines: [{ itemId: 'a', quantity: mostOfOneItem }],
      capped: [{ itemId: 'a', asked: mostOfOneItem + 1, kept: mostOfOneItem }],
    })
    const full = Array.from({ length: mostCartLines }, (_, n) => ({ itemId: `i${n}`, quantity: 1 }))
    expect(mergeCarts(full, [{ itemId: 'more', quantity: 4 }]).capped).toEqual([{ itemId: 'more', asked: 4, kept: 0 }])
  })

  const cart = fc.uniqueArray(
    fc.record({
      itemId: fc.integer({ min: 0, max: 80 }).map(String),
      quantity: fc.integer({ min: 1, max: mostOfOneItem }),
    }),
    {
      selector: ({ itemId }) => itemId,
      maxLength: mostCartLines,
    },
  )
  it('lose nothing that is not told of, and stay within the limits, whatever they hold', () => {
    fc.assert(
      fc.property(cart, cart, (own, other) => {
        const { lines, capped } = mergeCarts(own, other)
        expect(lines.length).toBeLessThanOrEqual(mostCartLines)
        const kept = new Map(lines.map(({ itemId, quantity }) => [itemId, quantity]))
        const told = new Map(capped.map((each) => [each.itemId, each]))
        for (const itemId of new Set([...own, ...other].map((each) => each.itemId))) {
          const asked = [...own, ...other]
            .filter((each) => each.itemId === itemId)
            .reduce((sum, { quantity }) => sum + quantity, 0)
          expect(told.get(itemId) ?? { itemId, asked, kept: asked }).toEqual({
            itemId,
            asked,
            kept: kept.get(itemId) ?? 0,
          })
          expect(kept.get(itemId) ?? 0).toBeLessThanOrEqual(mostOfOneItem)
        }
      }),
    )
  })
})

describe('the life of a quote', () => {
  it('is in the README as the table has it', () => {
    const lines = Object.entries(quoteTransitions).flatMap(([from, ways]) => {
      const arrows = Object.entries(ways).map(
        ([event, to]) => `  ${from === 'NONE' ? '[*]' : from} --> ${to}: ${event}`,
      )
      return arrows.length > 0 ? arrows : [`  ${from} --> [*]`]
    })
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
    expect(readme).toContain(['stateDiagram-v2', ...lines].join('\n'))
  })

  it('ends once: what was closed is never used, what was used is never closed, and both give back once', () => {
    for (const state of ['CLOSED', 'RETURNED'] as const)
      for (const event of ['Replaced', 'Lapsed', 'Used', 'Closed', 'Returned'] as const)
        expect(quoteAfter(state, event)).toBeNull()
    expect(quoteAfter('USED', 'Closed')).toBeNull()
    for (const state of holdingStates)
      expect(['Used', 'Closed'].map((event) => quoteAfter(state, event as 'Used'))).toEqual(['USED', 'CLOSED'])
    expect(holdingStates.every((state: QuoteState) => quoteAfter(state, 'Returned') === null)).toBe(true)
  })

  it('holds of each item as many as the quote of its series that wants most', () => {
    const [first, second] = [
      new Map([
        ['a', 5n],
        ['b', 1n],
      ]),
      new Map([
        ['a', 3n],
        ['c', 2n],
      ]),
    ]
    const together = heldTogether([first, second])
    expect(Object.fromEntries(together)).toEqual({ a: 5n, b: 1n, c: 2n })
    expect(heldChanges(together, second)).toEqual([
      { itemId: 'a', change: -2n },
      { itemId: 'b', change: -1n },
    ])
    expect(heldChanges(new Map(), first)).toEqual([
      { itemId: 'a', change: 5n },
      { itemId: 'b', change: 1n },
    ])
  })
})

describe('a total', () => {
  const charge = { currency: 'JPY', minor: '500', freeFromMinor: '3000' }
  it.each([
    [[{ quantity: 2, unitPriceMinor: 1200n, goods: true }], charge, [2400n], 500n, 2900n],
    [[{ quantity: 3, unitPriceMinor: 1000n, goods: true }], charge, [3000n], 0n, 3000n],
    [[{ quantity: 1, unitPriceMinor: 1000n, goods: false }], charge, [1000n], 0n, 1000n],
    [[{ quantity: 1, unitPriceMinor: 1n, goods: true }], { ...charge, freeFromMinor: null }, [1n], 500n, 501n],
    [[{ quantity: 1, unitPriceMinor: 1n, goods: true }], { ...charge, freeFromMinor: '0' }, [1n], 0n, 1n],
    [[{ quantity: 999, unitPriceMinor: 10n ** 12n, goods: true }], null, [999n * 10n ** 12n], 0n, 999n * 10n ** 12n],
  ])('of %j with %j', (lines, delivery, amounts, deliveryMinor, totalMinor) =>
    expect(totalOf(lines, delivery)).toEqual({ amounts, deliveryMinor, totalMinor }),
  )
})
