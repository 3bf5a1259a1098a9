import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** A program to run: Node with these words. */
export type Command = {
  readonly args: readonly string[]
  readonly env?: Record<string, string>
  readonly cwd?: string
}

/** One core for the gateway that is measured, the others for load and subgraphs. */
export type Core = 'gateway' | 'rest'

/** A child of the benchmark. */
export type Child = {
  readonly title: string
  readonly process: ChildProcess
  /** The end of what it wrote, for when it fails. */
  said(): string
  stop(): Promise<void>
}

/** How long a child may take to end by itself, in milliseconds, before it is killed. */
const stopTimeoutMs = 3_000
/** Characters of a child's output that are kept. */
const keptOutput = 2_000

const children = new Set<Child>()
process.on('exit', () => children.forEach((child) => child.process.kill('SIGKILL')))

const coreList = coresOf(availableParallelism())

/** The words before a command that bind it to cores; none where there is one core only or no `taskset`. */
function coresOf(count: number): Record<Core, string> | null {
  const pins = count > 1 && spawnSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' }).status === 0
  return pins ? { gateway: '0', rest: count === 2 ? '1' : `1-${count - 1}` } : null
}

/** In words, for the head of the table. */
export const pinning = coreList
  ? `gateway on core ${coreList.gateway}, subgraphs and load on ${coreList.rest}`
  : 'cores not bound: no taskset, or one core only'

/** Settings that all children share: production, and nothing reported to anybody. */
const sharedEnv = {
  NODE_ENV: 'production',
  NODE_OPTIONS: '',
  APOLLO_TELEMETRY_DISABLED: 'true',
  DO_NOT_TRACK: '1',
  LOG_LEVEL: 'warn',
}

/** Starts a child on its core. It ends with this process at the latest. */
export function startChild(title: string, command: Command, core: Core): Child {
  const pinned = coreList ? ['taskset', '-c', coreList[core]] : []
  const [program = '', ...words] = [...pinned, process.execPath, ...command.args]
  const started = spawn(program, words, {
    cwd: command.cwd,
    env: { ...process.env, ...sharedEnv, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [started.stdout, started.stderr])
    stream?.on('data', (part) => (output = (output + String(part)).slice(-keptOutput)))
  started.on('error', (error) => (output += error.message))
  const child: Child = {
    title,
    process: started,
    said: () => output.trim(),
    stop: () => stopChild(child),
  }
  children.add(child)
  return child
}

async function stopChild(child: Child): Promise<void> {
  const { process: running } = child
  children.delete(child)
  if (running.exitCode !== null || running.signalCode !== null || running.pid === undefined) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  const late = setTimeout(() => running.kill('SIGKILL'), stopTimeoutMs)
  running.kill('SIGTERM')
  await ended
  clearTimeout(late)
}

/** Ends all children that are left, each by its own id. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...children].map((child) => child.stop()))
}

/** The next message of a child. Rejects when it ends instead, or says nothing in time. */
export async function messageOf<T>(child: Child, timeoutMs: number): Promise<T> {
  const { process: running } = child
  const aborted = new AbortController()
  try {
    return await new Promise<T>((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`${child.title} ${why}.\n${child.said()}`))
      const late = setTimeout(() => fail(`said nothing for ${timeoutMs / 1_000} s`), timeoutMs)
      const onMessage = (message: unknown): void => resolve(message as T)
      const onExit = (): void => fail('has ended')
      // With all that it wrote read: not yet at `exit`.
      running.once('message', onMessage).once('close', onExit)
      aborted.signal.addEventListener('abort', () => {
        clearTimeout(late)
        running.off('message', onMessage).off('close', onExit)
      })
      if (running.exitCode !== null || running.signalCode !== null) onExit()
    })
  } finally {
    aborted.abort()
  }
}

/** CPU time used so far and the largest resident memory, of a process with all that it started. */
export type Usage = { readonly cpuSeconds: number; readonly peakMiB: number }

/** Linux counts CPU time in ticks of a hundredth of a second. */
const ticksPerSecond = 100

/** Throws where there is no `/proc`: figures per core need it. */
export function usageOf(pid: number): Usage {
  const own = statOf(pid)
  if (!own) throw new Error('Figures per core need Linux: there is no /proc/<pid>/stat of the gateway.')
  const started = processTree(pid)
  return {
    cpuSeconds: started.reduce((sum, id) => sum + (statOf(id)?.cpuSeconds ?? 0), 0),
    peakMiB: started.reduce((sum, id) => sum + peakMiBOf(id), 0),
  }
}

function processTree(root: number): number[] {
  const parents = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    const id = Number(entry)
    const parent = Number.isInteger(id) ? statOf(id)?.parent : undefined
    if (parent !== undefined) parents.set(parent, [...(parents.get(parent) ?? []), id])
  }
  const found = [root]
  for (const id of found) found.push(...(parents.get(id) ?? []))
  return found
}

function statOf(pid: number): { parent: number; cpuSeconds: number } | null {
  const text = readProc(`/proc/${pid}/stat`)
  // The name of the program, in parentheses, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  if (fields.length < 13) return null
  return { parent: Number(fields[1]), cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond }
}

function peakMiBOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024
}

/** Empty when the process has ended meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
