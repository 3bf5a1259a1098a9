/**
 * `npm test`: one private PostgreSQL and one private Redis for the run, then Jest over them, then how many tests passed.
 * Arguments are Jest's (`npm test -- test/e2e -t "name"`); `--spread` runs the e2e suite with every subgraph in a process of
 * its own. Runs beside a hub and beside other runs: nothing that it uses is shared with them.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { join } from 'node:path'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { settingForms } from '@torihiki/shared/settings.ts'
import { z } from 'zod'
import { startTestServers, type TestServers } from './support/test-servers.ts'

/** Each worker may run whole hubs; more than two of them starve each other on the machines that run this. */
const MAX_WORKERS = 2
/** Arguments by which the caller chooses the workers: Jest refuses to be told twice. */
const CHOOSES_WORKERS = /^(--runInBand|-i|--maxWorkers|-w)(=|$)/

const root = join(import.meta.dirname, '..')

/** How the run ended, and the counts when Jest came as far as counting. */
type Outcome = { exitCode: number; counts?: string }

const jestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

let jest: ChildProcess | null = null
let interruptedBy: NodeJS.Signals | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interruptedBy ??= signal
    if (jest) signalGroup(jest, signal)
  })
}

const { exitCode, counts } = await testRun(process.argv.slice(2))
if (counts !== undefined) process.stdout.write(`${counts}\n`)
process.exitCode = exitCode

async function testRun(given: readonly string[]): Promise<Outcome> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  let servers: TestServers
  try {
    servers = await startTestServers(say)
  } catch (error) {
    const reasons: unknown[] = error instanceof AggregateError ? error.errors : [error]
    for (const reason of reasons) say(errorMessage(reason))
    return { exitCode: 1 }
  }
  try {
    return await runJest(servers, given)
  } finally {
    await servers.stop()
  }
}

async function runJest(servers: TestServers, given: readonly string[]): Promise<Outcome> {
  const spread = given.includes('--spread')
  const passedOn = given.filter((argument) => argument !== '--spread')
  const outputFile = join(servers.temporary, 'jest.json')
  const jestCode = await endOfJest(
    [
      ...passedOn,
      ...(passedOn.some((argument) => CHOOSES_WORKERS.test(argument)) ? [] : [`--maxWorkers=${MAX_WORKERS}`]),
      ...(spread ? ['--testMatch=**/test/e2e/**/*.test.ts'] : []),
      '--json',
      // A test that failed may leave sockets behind; the run must end all the same.
      '--forceExit',
      `--outputFile=${outputFile}`,
    ],
    {
      ...environmentWithoutSettings(),
      TEST_DATABASE_URL: servers.databaseUrl,
      TEST_REDIS_URL: servers.redisUrl,
      TMPDIR: servers.temporary,
      ...(spread ? { TORIHIKI_TOPOLOGY: 'spread' } : {}),
    },
  )
  const text = await readFile(outputFile, 'utf8').catch(() => null)
  if (text === null) return { exitCode: jestCode }
  const result = jestResult.parse(JSON.parse(text))
  const passed = result.numPassedTests
  // A file that failed without one of its tests (it could not be loaded, or not be closed) counts as one failure.
  const ofNoTest = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = result.numFailedTests + ofNoTest.length
  const skipped = result.numPendingTests + result.numTodoTests
  const nothingRan = passed + failed === 0
  return {
    exitCode: jestCode || (failed > 0 || nothingRan ? 1 : 0),
    counts: `${passed} passed, ${failed} failed, ${skipped} skipped`,
  }
}

/** Jest's exit code, or 128 and the signal's number when it or this run was interrupted. */
async function endOfJest(args: readonly string[], env: Record<string, string>): Promise<number> {
  if (interruptedBy) return 128 + constants.signals[interruptedBy]
  const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own: Jest leaves its workers and what they started behind when it is interrupted.
    detached: true,
  })
  jest = child
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL')
      const by = signal ?? interruptedBy
      resolve(by ? 128 + constants.signals[by] : (code ?? 1))
    })
  })
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody is left in the group.
  }
}

/** What this shell says about a hub must not reach the hubs under test. */
function environmentWithoutSettings(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !(name in settingForms))
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']))
}
