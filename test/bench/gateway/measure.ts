import { join } from 'node:path'
import type { LoadName } from './loads.ts'
import { messageOf, startChild, usageOf } from './processes.ts'
import type { LoadNote, LoadOrder } from './programs/load.ts'
import { graphqlPath, type Running } from './stage.ts'

/** One gateway under one load: times in milliseconds. */
export type Figures = {
  readonly perSecond: number
  /** Requests for each second that the gateway computed, on whatever cores: what it does with a core of its own. */
  readonly perCpuSecond: number
  readonly p50: number
  readonly p99: number
  /** CPU seconds of the gateway for each second: below 0.9 something else was the bottleneck. */
  readonly busy: number
  /** Largest resident memory since its start. */
  readonly peakMiB: number
}

/** As in the public benchmark of gateways. */
const connections = 50
/** Beyond the warm-up and the measured time, in milliseconds, before a load counts as stuck. */
const graceMs = 30_000

/** Puts a gateway under a load, warms it up, and measures. Throws when an answer is an error. `onBegin` is called when it is warm. */
export async function measure(
  { port, child }: Running,
  load: LoadName,
  time: { warmUpSeconds: number; seconds: number },
  onBegin?: () => void,
): Promise<Figures> {
  const order: LoadOrder = { load, port, path: graphqlPath, connections, ...time }
  const args = [join(import.meta.dirname, 'programs/load.ts'), JSON.stringify(order)]
  const loader = startChild(`The load ${load} on ${child.title}`, { args }, 'rest')
  const { pid = 0 } = child.process
  try {
    await messageOf<LoadNote>(loader, time.warmUpSeconds * 1_000 + graceMs)
    onBegin?.()
    const before = usageOf(pid)
    const note = await messageOf<LoadNote>(loader, time.seconds * 1_000 + graceMs)
    const after = usageOf(pid)
    if (note.kind !== 'over') throw new Error(`${loader.title} began twice`)
    const cpuSeconds = after.cpuSeconds - before.cpuSeconds
    return {
      perSecond: note.answered / note.seconds,
      perCpuSecond: note.answered / cpuSeconds,
      p50: note.p50,
      p99: note.p99,
      busy: cpuSeconds / note.seconds,
      peakMiB: after.peakMiB,
    }
  } finally {
    await loader.stop()
  }
}

/** Each figure the median of its rounds; the memory the largest. */
export function medians(rounds: readonly Figures[]): Figures {
  const median = (of: (figures: Figures) => number): number =>
    rounds.map(of).toSorted((a, b) => a - b)[Math.floor((rounds.length - 1) / 2)] ?? Number.NaN
  return {
    perSecond: median((figures) => figures.perSecond),
    perCpuSecond: median((figures) => figures.perCpuSecond),
    p50: median((figures) => figures.p50),
    p99: median((figures) => figures.p99),
    busy: median((figures) => figures.busy),
    peakMiB: Math.max(...rounds.map((figures) => figures.peakMiB)),
  }
}
