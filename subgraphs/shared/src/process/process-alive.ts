import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** `ps` answers in milliseconds; only where there is no /proc is it asked at all. */
const PS_LIMIT_MS = 5_000
const hasProc = existsSync('/proc/self/stat')

/**
 * Whether the process lives and its command line holds the fragment. Ask before signalling a pid that was read from a
 * file: the number may belong to somebody else by now. A process that has ended and waits for its parent is not alive.
 * Arguments are joined by one space, and one follows the last, so that `-D /data ` does not match `-D /data2`.
 */
export function processAlive(pid: number, expectedCommandFragment: string): boolean {
  return commandLine(pid)?.includes(expectedCommandFragment) ?? false
}

/** The command line of a living process, or undefined. */
export function commandLine(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  const line = hasProc ? readProc(pid, 'cmdline')?.replaceAll('\0', ' ') : askPs(pid, 'command=')
  return line === undefined || line === '' ? undefined : line.endsWith(' ') ? line : `${line} `
}

/**
 * When the process began, as a word that no later process with the same number shares; undefined when it is gone.
 * The word is only to be compared, and fits a file name.
 */
export function processBirth(pid: number): string | undefined {
  if (!hasProc) return askPs(pid, 'lstart=')?.replaceAll(/\W+/g, '-')
  // The name in parentheses may hold spaces: count from its end. There state comes first, the start time is the 20th.
  const fields = readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ')
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19]
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid: number, column: string): string | undefined {
  try {
    const answer = execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      timeout: PS_LIMIT_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return answer.trim() || undefined
  } catch {
    return undefined
  }
}
