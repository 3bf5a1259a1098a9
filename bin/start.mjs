/** `npm start`: everything in one go, from a fresh clone too. Ctrl-C drains. */
import { runProgram } from './run-program.mjs'

await runProgram(['gateway/src/hub.ts', ...process.argv.slice(2)])
