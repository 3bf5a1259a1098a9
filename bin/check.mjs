/** `npm run check`: types, lint, format and the house rules, from a fresh clone too. What has not changed is not checked again. */
import { runProgram } from './run-program.mjs'

const tasks = ['types', 'lint', 'format:check', 'tidy']

await runProgram(
  ['node_modules/turbo/bin/turbo', 'run', ...tasks, '--continue', '--output-logs=new-only', ...process.argv.slice(2)],
  {
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  },
)
