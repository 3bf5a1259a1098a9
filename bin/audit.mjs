/** `npm run audit -- book`: recomputes the book of the hub that this directory's settings name, beside live traffic. */
import { runProgram } from './run-program.mjs'

await runProgram(['subgraphs/reservations/src/audit.ts', ...process.argv.slice(2)])
