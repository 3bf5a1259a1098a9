import { setTimeout as sleep } from 'node:timers/promises'
import { errorMessage } from './error-code.ts'

/** One Ctrl-C arrives up to three times (from the terminal, from npm, from the starter): these count as one. */
const SAME_KEY_PRESS_MS = 1_000
/** After a broken promise of our own nothing is certain: save what can be saved quickly, then end. */
const FATAL_DRAIN_LIMIT_MS = 10_000

/** Something to close at the end, with the time it may take. */
export interface Closing {
  readonly name: string
  readonly timeoutMs: number
  close(): Promise<void>
}

/** What runs, what to close in which order, and where lines go. */
export interface Lifecycle {
  readonly name: string
  /** Read when the signal comes: push what you start *before* awaiting its start, or a signal in between misses it. */
  readonly stop: readonly Closing[]
  readonly log: (line: string) => void
  /** What SIGHUP does instead of ending a process that no terminal started: services are told so to read their files again. */
  readonly reload?: () => void
}

/**
 * Keeps the process until SIGINT, SIGTERM or SIGHUP (the terminal was closed), then closes everything in order, each within
 * its time, and exits 0. Later signals change nothing. An uncaught error is logged as fatal, the drain is bounded to
 * 10 s, and the exit code is 1. The promise never resolves: the process ends.
 */
export function runUntilSignal({ name, stop, log, reload }: Lifecycle): Promise<never> {
  let drainingSince: number | undefined
  const say = withoutFailing(log)
  const end = async (exitCode: number, limitMs?: number): Promise<void> => {
    drainingSince = performance.now()
    const drained = closeInOrder(stop, say)
    await (limitMs === undefined ? drained : Promise.race([drained, sleep(limitMs)]))
    say(`${name} has stopped.`)
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal === 'SIGHUP' && reload && drainingSince === undefined && !process.stdin.isTTY) return reload()
      if (drainingSince === undefined) {
        say(`${name} is stopping (${signal}) …`)
        void end(0)
      } else if (performance.now() - drainingSince > SAME_KEY_PRESS_MS) {
        say(`${name} is already stopping: ${signal} changes nothing, please wait.`)
      }
    })
  }
  const fail = (error: unknown): void => {
    say(`fatal: ${stackOf(error)}`)
    if (drainingSince === undefined) void end(1, FATAL_DRAIN_LIMIT_MS)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  // A closed terminal must not break off the drain.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return new Promise<never>(() => {
    setInterval(() => undefined, 2 ** 30)
  })
}

async function closeInOrder(stop: readonly Closing[], say: (line: string) => void): Promise<void> {
  for (const closing of stop) {
    const fault = await closeWithin(closing)
    if (fault !== undefined) say(`${closing.name} did not close: ${fault}`)
  }
}

async function closeWithin(closing: Closing): Promise<string | undefined> {
  const limit = new AbortController()
  const tooLate = sleep(closing.timeoutMs, `it took longer than ${closing.timeoutMs} ms`, { signal: limit.signal })
  try {
    return await Promise.race([closing.close().then(() => undefined), tooLate])
  } catch (error) {
    return errorMessage(error)
  } finally {
    limit.abort()
    tooLate.catch(() => undefined)
  }
}

function withoutFailing(log: (line: string) => void): (line: string) => void {
  return (line) => {
    try {
      log(line)
    } catch {
      // A log that fails must not keep the rest from being closed.
    }
  }
}

function stackOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'stack' in error) return String(error.stack)
  return errorMessage(error)
}
