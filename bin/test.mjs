/** `npm test`: the whole suite, from a fresh clone too. */
import { runProgram } from './run-program.mjs'

/** Jest runs ES modules in a VM, which Node 24 still calls experimental. */
const JEST_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning'

await runProgram(['test/run.ts', ...process.argv.slice(2)], { NODE_OPTIONS: JEST_OPTIONS })
