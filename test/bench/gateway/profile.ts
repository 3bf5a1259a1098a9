import { contestants } from './contestants.ts'
import { profileOf, type CallFrame, type CpuProfile } from './inspector.ts'
import { loads, type LoadName } from './loads.ts'
import { measure } from './measure.ts'
import type { Options } from './options.ts'
import { freePort, type Stage } from './stage.ts'

/** Before the profile: until V8 has compiled what is hot. */
const warmUpSeconds = 5
/** How many functions are named below the groups. */
const namedFunctions = 25
/** What has less than this under every load stands together in the last row. */
const smallestShare = 0.005
/** The load outlasts the profile by this, so that no idle time is in it. */
const overlapSeconds = 1

/** Prints where the CPU time of the gateways goes under each load: the share of self time by group, and the functions with most of it. */
export async function profile(stage: Stage, options: Options, say: (line: string) => void): Promise<void> {
  for (const name of options.only) {
    const inspectPort = await freePort()
    const gateway = await stage.start(name, (command) => ({
      ...command,
      args: [`--inspect=127.0.0.1:${inspectPort}`, ...command.args],
    }))
    const profiles: [LoadName, CpuProfile][] = []
    for (const load of options.loads) {
      say(`${name}, ${load}: ${warmUpSeconds} s to warm up, ${options.seconds} s of profile`)
      const time = { warmUpSeconds, seconds: options.seconds + overlapSeconds }
      const taken: Promise<CpuProfile>[] = []
      await measure(gateway, load, time, () => taken.push(profileOf(inspectPort, options.seconds)))
      for (const measured of await Promise.all(taken)) profiles.push([load, measured])
    }
    await gateway.child.stop()
    process.stdout.write(`\n**${contestants[name].title}: share of CPU time**\n\n${tableOf(profiles)}`)
    for (const [load, measured] of profiles)
      process.stdout.write(`\n${loads[load].title}, functions with most self time:\n\n${functionsOf(measured)}\n`)
  }
}

function tableOf(profiles: readonly [LoadName, CpuProfile][]): string {
  const shares = profiles.map(([, measured]) => sharesBy(measured, groupOf))
  const most = (group: string): number => Math.max(...shares.map((of) => of.get(group) ?? 0))
  const groups = [...new Set(shares.flatMap((of) => [...of.keys()]))].toSorted((a, b) => most(b) - most(a))
  const [named, left] = [
    groups.filter((group) => most(group) >= smallestShare),
    groups.filter((group) => most(group) < smallestShare),
  ]
  const sum = (of: ReadonlyMap<string, number>, some: readonly string[]): number =>
    some.reduce((total, group) => total + (of.get(group) ?? 0), 0)
  const rows = [
    ...named.map((group) => [group, ...shares.map((of) => percent(sum(of, [group])))]),
    ['the rest', ...shares.map((of) => percent(sum(of, left)))],
  ]
  const head = ['where', ...profiles.map(([load]) => loads[load].title)]
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function functionsOf(measured: CpuProfile): string {
  const shares = sharesBy(measured, (frame) => `${frame.functionName || '(anonymous)'} in ${placeOf(frame.url)}`)
  return [...shares]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, namedFunctions)
    .map(([name, share]) => `- ${percent(share)} ${name}`)
    .join('\n')
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The part of the busy time that each key has. */
function sharesBy(measured: CpuProfile, keyOf: (frame: CallFrame) => string): Map<string, number> {
  const frames = new Map(measured.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map<string, number>()
  let all = 0
  measured.samples.forEach((id, i) => {
    const frame = frames.get(id)
    // A sample stands for the time until the next one.
    const time = measured.timeDeltas[i + 1] ?? 0
    if (!frame || frame.functionName === '(idle)') return
    all += time
    const key = keyOf(frame)
    times.set(key, (times.get(key) ?? 0) + time)
  })
  return new Map([...times].map(([key, time]) => [key, time / all]))
}

/**
 * A group of code, told by where it is from: a package, a file of ours, a part of Node. V8 counts JSON.parse and most other built-ins to
 * the function that calls them.
 */
function groupOf({ functionName, url }: CallFrame): string {
  if (functionName === '(garbage collector)') return 'garbage'
  if (functionName === '(program)') return 'native: sockets, system calls, V8 itself'
  if (url === '') return nativeGroup(functionName)
  // The only WebAssembly is undici's HTTP parser.
  if (url.startsWith('node:internal/deps/undici') || url.startsWith('wasm:')) return 'undici'
  if (url.startsWith('node:')) return `node: ${nodeGroup(url)}`
  return placeOf(url)
}

function nativeGroup(functionName: string): string {
  if (functionName === 'parse' || functionName === 'stringify') return 'JSON'
  return /^(write|read|shutdown|consume|execute|close)/.test(functionName)
    ? 'node: http, net, streams'
    : 'built-ins and compiled code'
}

function nodeGroup(url: string): string {
  if (/http|net|stream|_tls|url|dns/.test(url)) return 'http, net, streams'
  return /process|async|timers|promise|task_queues/.test(url) ? 'promises, ticks, timers' : 'other'
}

/** A package, or a file of the repository. */
function placeOf(url: string): string {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? []
  if (name !== undefined) return name
  const [, file] = /\/((?:gateway\/src|subgraphs|schema|test)\/.+)$/.exec(url) ?? []
  return file ?? (url === '' ? 'native or compiled code' : url)
}
