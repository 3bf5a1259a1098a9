#!/usr/bin/env node
/**
 * `npx torihiki-gateway --supergraph supergraph.graphql`: the gateway for any supergraph. Plain JavaScript that any Node from 18 on can
 * run: it finds a Node that is new enough, and becomes it.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, SetUpFailure } from '../../bin/ensure-installed.mjs'

const program = fileURLToPath(new URL('../src/standalone/main.ts', import.meta.url))

try {
  const node = await ensureInstalled()
  if (node === process.execPath) await import(program)
  else process.exitCode = await runWith(node)
} catch (error) {
  if (!(error instanceof SetUpFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** Signals are passed on: the program decides how it ends. Gives its exit code, or what a shell reports for a signal. */
function runWith(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${node} did not start (${error.message}): remove node_modules and try again.\n`)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}
