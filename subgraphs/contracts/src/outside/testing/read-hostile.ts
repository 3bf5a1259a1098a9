import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { z } from 'zod'
import { parseContractDocument } from '../parse-contract.ts'
import { GROWING, REFUSED_AT_SIGHT } from './hostile-documents.ts'

const coverageForm = z.object({
  result: z.array(
    z.object({ url: z.string(), functions: z.array(z.object({ ranges: z.array(z.object({ count: z.number() })) })) }),
  ),
})

/** What the reading of one document took. */
export type Reading = { outcome: string; bytes: number; steps: number; peakGrowth: number }

/**
 * Reads one hostile document of each size in this process and prints what that took: `steps` are the blocks of JavaScript that ran (V8 counts them:
 * the same each time, on every machine), `peakGrowth` the bytes by which the process grew at most, from before it was read.
 */
function read(name: string, size: number): Reading {
  const document = { ...REFUSED_AT_SIGHT, ...GROWING }[name]
  if (document === undefined) throw new Error(`There is no hostile document named ${name}.`)
  const built = document.build(size)
  const before = process.memoryUsage().rss
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const result = parseContractDocument(built, document.mediaType)
  let steps = 0
  session.post('Profiler.takePreciseCoverage', (_error, coverage) => {
    for (const script of coverageForm.parse(coverage).result)
      for (const each of script.functions) for (const range of each.ranges) steps += range.count
  })
  const peak = peakBytes()
  session.disconnect()
  const outcome = result.ok ? 'taken' : result.code
  return { outcome, bytes: built.byteLength, steps, peakGrowth: Math.max(0, peak - before) }
}

/**
 * The most memory that this program had at any time. Not `maxRSS` where Linux can say it better: that counts what the process was before it began
 * to run this program, a copy of whoever started it.
 */
function peakBytes(): number {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kib !== undefined) return Number(kib) * 1024
  } catch {
    // Another system.
  }
  return process.resourceUsage().maxRSS * 1024
}

const [name = '', ...sizes] = process.argv.slice(2)
process.stdout.write(`${JSON.stringify(sizes.map((size) => read(name, Number(size))))}\n`)
