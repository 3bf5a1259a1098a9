import { writeFileSync } from 'node:fs'
import { plot } from './plot.ts'
import { parts, playScenario, scenarioSeed } from './scenario.ts'

/**
 * `npm run simulate`: plays the rule ADAPTIVE against a simulated card company, prints what happened in each part, and draws it
 * into the documentation.
 */
const seconds = playScenario()
let from = 0
process.stdout.write(
  `Seed ${scenarioSeed}.\n\n| part | s | came | answered | too many | waiting at its end | pace at its end, a minute |\n| --- | --- | --- | --- | --- | --- | --- |\n`,
)
for (const { name, until } of parts) {
  const part = seconds.slice(from, until)
  const sum = (of: 'came' | 'answered' | 'tooMany'): number => part.reduce((all, second) => all + second[of], 0)
  const last = part.at(-1)
  process.stdout.write(
    `| ${name} | ${from}–${until} | ${sum('came')} | ${sum('answered')} | ${sum('tooMany')} | ${last?.waiting} | ${last?.pacePerMinute} |\n`,
  )
  from = until
}
writeFileSync(new URL('../../../docs/adaptive-pace.svg', import.meta.url), plot(seconds))
process.stdout.write('\nDrawn: docs/adaptive-pace.svg\n')
