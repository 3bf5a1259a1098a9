import { test } from '@jest/globals'
import { playBook } from '../testing/play-book.ts'

test('whatever happens in whatever order, the book stands as a plain model of it (the short form of npm run model -- book)', async () => {
  await playBook({ runs: 25, seed: Date.now() })
}, 120_000)
