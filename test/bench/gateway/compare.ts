import { contestants, type ContestantName } from './contestants.ts'
import type { LoadName } from './loads.ts'
import { measure, medians, type Figures } from './measure.ts'
import type { Options } from './options.ts'
import { pinning } from './processes.ts'
import { tableOf, targetsOf, type Results } from './report.ts'
import type { Running, Stage } from './stage.ts'

/** Before the first measurement of a gateway under a load: until V8 has compiled what is hot. */
const firstWarmUpSeconds = 4
/** Before each further one: until connections are there and caches are filled again. */
const nextWarmUpSeconds = 1

/** Measures all, one at a time and in turns, and prints tables and targets. */
export async function compare(stage: Stage, options: Options, say: (line: string) => void): Promise<void> {
  const running: Running[] = []
  for (const name of options.only) {
    running.push(await stage.start(name))
    say(`${contestants[name].title}: up, answers as expected`)
  }
  const all = new Map<string, Figures[]>()
  for (let round = 0; round < options.rounds; round++)
    for (const load of options.loads)
      // Everybody is first and last in some round, as far as there are rounds.
      for (const gateway of rotated(running, round)) {
        const warmUpSeconds = round === 0 ? firstWarmUpSeconds : nextWarmUpSeconds
        const figures = await measure(gateway, load, { warmUpSeconds, seconds: options.seconds })
        const key = keyOf(load, gateway.name)
        all.set(key, [...(all.get(key) ?? []), figures])
        const rates = `${figures.perSecond.toFixed(0)}/s, ${figures.perCpuSecond.toFixed(0)} per CPU-second`
        say(`round ${round + 1} of ${options.rounds}, ${load}, ${gateway.name}: ${rates}`)
      }
  const results = resultsOf(options, all)
  const tables = options.loads.map((load) => tableOf(load, results))
  const setting = `Node ${process.version}, ${pinning}; ${options.rounds} rounds of ${options.seconds} s`
  process.stdout.write(`\n${setting}\n\n${tables.join('\n')}\n${targetsOf(results)}\n`)
}

const keyOf = (load: LoadName, name: ContestantName): string => `${load} ${name}`

function rotated<T>(all: readonly T[], by: number): T[] {
  const at = all.length === 0 ? 0 : by % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}

function resultsOf({ loads, only }: Options, all: ReadonlyMap<string, Figures[]>): Results {
  return Object.fromEntries(
    loads.map((load) => [
      load,
      Object.fromEntries(only.map((name) => [name, medians(all.get(keyOf(load, name)) ?? [])])),
    ]),
  )
}
