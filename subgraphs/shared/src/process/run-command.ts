import { spawn } from 'node:child_process'
import { errorMessage } from './error-code.ts'

/** A few pages are enough to tell what went wrong. */
const OUTPUT_KEPT_CHARACTERS = 20_000

/** How a command ended. `code` is 0 for success and -1 when it did not start or took too long. */
export interface CommandEnd {
  readonly code: number
  readonly output: string
}

/** What a command may use. It sees no variable but these: secrets in our environment are none of its business. */
export interface CommandSurroundings {
  readonly timeoutMs: number
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** The variables that a program from elsewhere needs to run at all, its messages in English. */
export function plainEnvironment(): Record<string, string> {
  const kept: Record<string, string> = { LC_ALL: 'C' }
  for (const name of ['PATH', 'HOME', 'TMPDIR']) {
    const value = process.env[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

/**
 * Runs a short command to its end and never throws. In a process group of its own: Ctrl-C does not break it off halfway.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  surroundings: CommandSurroundings,
): Promise<CommandEnd> {
  const { timeoutMs, cwd, env = plainEnvironment() } = surroundings
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      detached: true,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    })
    let output = ''
    const keep = (chunk: unknown): void => {
      output = (output + String(chunk)).slice(-OUTPUT_KEPT_CHARACTERS)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const limit = setTimeout(() => killGroup(child.pid), timeoutMs)
    const end = (code: number, more = ''): void => {
      clearTimeout(limit)
      resolve({ code, output: output + more })
    }
    child.once('error', (error) => end(-1, errorMessage(error)))
    child.once('close', (code, signal) => end(code ?? -1, signal === null ? '' : `ended by ${signal}`))
  })
}

/** The command and what it started: it leads the group. */
function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // It ended in the same moment.
  }
}

/** The last line of an output that says something: most programs tell their fault there. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? ''
}
