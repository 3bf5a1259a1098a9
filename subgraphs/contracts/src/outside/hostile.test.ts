import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { GROWING, REFUSED_AT_SIGHT } from './testing/hostile-documents.ts'
import type { Reading } from './testing/read-hostile.ts'

/** What one document may make the process grow by, whatever it holds; the largest that is read at all has 1 MiB. */
const mostGrowth = 160 * 1024 * 1024
/** Blocks of code that may run for one byte of a document that is read. */
const mostStepsPerByte = 60
/** What reading takes before the first byte. */
const stepsAtLeast = 60_000
/** Twice the document, at most so many times the work: linear, with room for what happens once. */
const mostRatio = 2.4
/** Kills a reading that does not end; nothing is asserted of how long one takes. */
const watchdogMs = 120_000

/** Reads a document of each size in a process of its own, whose heap cannot hold more than a few times the largest document. */
function read(name: string, ...sizes: readonly number[]): Reading[] {
  const program = join(import.meta.dirname, 'testing/read-hostile.ts')
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=96', program, name, ...sizes.map(String)],
    { encoding: 'utf8', timeout: watchdogMs, killSignal: 'SIGKILL', env: { ...process.env, NODE_OPTIONS: '' } },
  )
  if (status !== 0) throw new Error(`${name} ended the process (${signal ?? status}): ${stderr.slice(-2_000)}`)
  return JSON.parse(stdout) as Reading[]
}

describe('hostile documents are refused within bounded memory and work', () => {
  test.each(Object.keys(REFUSED_AT_SIGHT))('%s', (name) => {
    const [reading] = read(name, 0)
    if (!reading) throw new Error('Nothing was read.')
    expect(REFUSED_AT_SIGHT[name]?.outcomes).toContain(reading.outcome)
    expect(reading.peakGrowth).toBeLessThan(mostGrowth)
    const counted = Math.min(reading.bytes, 1_048_576)
    expect(reading.steps).toBeLessThan(stepsAtLeast + mostStepsPerByte * counted)
  })

  test.each(Object.keys(GROWING))('%s: the work grows no faster than the document', (name) => {
    const [half, whole] = read(name, 100_000, 200_000)
    if (!half || !whole) throw new Error('Two sizes were to be read.')
    for (const reading of [half, whole]) {
      expect(GROWING[name]?.outcomes).toContain(reading.outcome)
      expect(reading.peakGrowth).toBeLessThan(mostGrowth)
    }
    expect(whole.steps).toBeLessThan(stepsAtLeast + mostStepsPerByte * whole.bytes)
    expect(whole.steps).toBeLessThan(stepsAtLeast + mostRatio * half.steps)
  })
})
