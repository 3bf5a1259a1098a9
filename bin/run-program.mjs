/** Runs one of the project's programs under Node 24 as if it had been started itself: same terminal, signals, exit code. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { SetUpFailure, ensureInstalled, repositoryRoot } from './ensure-installed.mjs'

/** How often to look whether npm still lives: a shell between npm and us takes a SIGTERM without passing it on. */
const PARENT_LOOK_EVERY_MS = 500
/** Signals by which people and services end a program: those need no explanation. */
const EXPECTED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Installs what is missing, runs `node <args>` in the repository's root and ends as it ends.
 * Signals are passed on, and never end this process before the program has drained.
 */
export async function runProgram(args, environment = {}) {
  try {
    const node = await ensureInstalled()
    const path = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter)
    const child = spawn(node, args, {
      cwd: repositoryRoot,
      env: { ...process.env, ...environment, PATH: path },
      stdio: 'inherit',
    })
    passSignalsOn(child)
    process.exitCode = await endOf(child)
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** A second Ctrl-C is passed on like the first: how to end is the program's decision, ours is to wait for it. */
function passSignalsOn(child) {
  const running = () => child.exitCode === null && child.signalCode === null
  for (const signal of EXPECTED_SIGNALS) process.on(signal, () => running() && child.kill(signal))
  if (process.env.npm_lifecycle_event === undefined || process.ppid === 1) return
  const npm = process.ppid
  const look = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(look)
    if (running()) child.kill('SIGTERM')
  }, PARENT_LOOK_EVERY_MS)
  look.unref()
}

/** The exit code, or what a shell reports for a signal (128 + its number). */
function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${child.spawnfile} did not start (${error.message}): remove node_modules and try again.`)
      resolve(1)
    })
    child.once('exit', (code, signal) => {
      if (signal && !EXPECTED_SIGNALS.includes(signal))
        console.error(
          `${child.spawnargs[1]} was ended by ${signal}, as the system does when memory runs out. Run the same command again.`,
        )
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
