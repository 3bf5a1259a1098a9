import { contestants, type ContestantName } from './contestants.ts'
import { loads, type LoadName } from './loads.ts'
import type { Figures } from './measure.ts'

/** What was measured of each gateway under each load; what was left out is not in it. */
export type Results = Partial<Record<LoadName, Partial<Record<ContestantName, Figures>>>>

const head = [
  'gateway',
  'requests/s',
  'per CPU-second',
  '× stock Apollo',
  'p50',
  'p99',
  '÷ Hive’s p99',
  'core busy',
  'peak MiB',
]

/** A table of one load, in Markdown. */
export function tableOf(load: LoadName, results: Results): string {
  const measured = Object.entries(results[load] ?? {}) as [ContestantName, Figures][]
  const apollo = results[load]?.apollo?.perCpuSecond
  const hive = fastestHive(results, load)?.p99
  const rows = measured.map(([name, figures]) => [
    contestants[name].title,
    whole(figures.perSecond),
    whole(figures.perCpuSecond),
    ratio(figures.perCpuSecond, apollo),
    `${figures.p50.toFixed(1)} ms`,
    `${figures.p99.toFixed(1)} ms`,
    ratio(figures.p99, hive),
    `${whole(figures.busy * 100)} %`,
    whole(figures.peakMiB),
  ])
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `**${loads[load].title}**\n\n${lines.join('\n')}\n`
}

const whole = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 })
const ratio = (value: number, by: number | undefined): string => (by === undefined ? '' : (value / by).toFixed(2))

/** Hive in whichever of its ways does most per CPU-second. */
function fastestHive(results: Results, load: LoadName): Figures | undefined {
  const ways = [results[load]?.['hive-rust'], results[load]?.['hive-jit']].filter((way) => way !== undefined)
  return ways.toSorted((a, b) => b.perCpuSecond - a.perCpuSecond)[0]
}

type Target = {
  readonly title: string
  /** Null when a gateway that it needs was left out. */
  readonly value: number | null
  readonly wanted: number
  readonly better: 'more' | 'less'
}

/** What is to be reached, and whether it was: requests per CPU-second of ours by those of another, unless it says otherwise. */
export function targetsOf(results: Results): string {
  const lines = targets(results).map(({ title, value, wanted, better }) => {
    const sign = better === 'more' ? 'at least' : 'at most'
    if (value === null) return `- not measured: ${title}, ${sign} ${wanted}`
    const reached = better === 'more' ? value >= wanted : value <= wanted
    const shown = value.toFixed(wanted < 100 ? 2 : 0)
    return `- ${reached ? 'reached' : 'NOT REACHED'}: ${title} ${shown}, ${sign} ${wanted}`
  })
  return lines.join('\n')
}

function targets(results: Results): Target[] {
  const by = (a: number | undefined, b: number | undefined): number | null =>
    a === undefined || b === undefined ? null : a / b
  const rate = (load: LoadName, name: ContestantName): number | undefined => results[load]?.[name]?.perCpuSecond
  const hive = (load: LoadName): number | undefined => fastestHive(results, load)?.perCpuSecond
  const peak = (name: ContestantName): number | null => {
    const peaks = Object.values(results).flatMap((of) => of[name]?.peakMiB ?? [])
    return peaks.length === 0 ? null : Math.max(...peaks)
  }
  const more = (title: string, value: number | null, wanted: number): Target => ({
    title,
    value,
    wanted,
    better: 'more',
  })
  const less = (title: string, value: number | null, wanted: number): Target => ({
    title,
    value,
    wanted,
    better: 'less',
  })
  const ours = rate('varied', 'ours')
  return [
    more('varied, by Hive’s fastest', by(ours, hive('varied')), 2),
    less('varied, p99 by Hive’s fastest', by(results.varied?.ours?.p99, fastestHive(results, 'varied')?.p99), 0.6),
    more('varied, by Mercurius', by(ours, rate('varied', 'mercurius')), 3),
    more('varied, by stock Apollo', by(ours, rate('varied', 'apollo')), 6),
    more('small, by Mercurius', by(rate('small', 'ours'), rate('small', 'mercurius')), 1),
    more('small, by Hive’s fastest', by(rate('small', 'ours'), hive('small')), 1.7),
    more('varied, in process by the limit', by(rate('varied', 'ours-in-process'), rate('varied', 'limit')), 0.5),
    less('peak memory over HTTP, MiB', peak('ours'), 450),
    less('peak memory in process, MiB', peak('ours-in-process'), 450),
  ]
}
