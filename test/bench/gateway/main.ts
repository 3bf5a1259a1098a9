import { compare } from './compare.ts'
import { readOptions } from './options.ts'
import { stopChildren } from './processes.ts'
import { profile } from './profile.ts'
import { setStage, type Stage } from './stage.ts'

/**
 * `npm run bench -- gateway`: our gateway against others and against the limit, in front of the same four subgraphs, each alone under
 * load and all in turns in one run, after their answers were found equal. What the figures mean is in docs/benchmarks.md.
 */
const say = (line: string): void => void process.stderr.write(`${line}\n`)

let stage: Stage | null = null
let ending = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130))
try {
  const options = readOptions(process.argv.slice(3))
  stage = await setStage(options.only, say)
  await (options.profile ? profile : compare)(stage, options, say)
  await end(0)
} catch (error) {
  // What fails since its children are being stopped needs no words.
  if (!ending) say(error instanceof Error ? error.message : String(error))
  await end(1)
}

/** Leaves no child and no file behind. */
async function end(exitCode: number): Promise<void> {
  if (ending) return
  ending = true
  await Promise.allSettled([stopChildren(), stage?.close()])
  process.exit(exitCode)
}
