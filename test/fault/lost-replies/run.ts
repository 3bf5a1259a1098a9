import { startTestServers } from '../../support/test-servers.ts'
import { playLostReplies, type LostRepliesOutcome } from './play.ts'
import { plantedBugs } from './planted-bugs.ts'

/**
 * `npm run lost-replies [-- --operations 20000] [--seed 1]`: money moves while commits lose their replies and the hub is killed; ends with 1 when
 * something is lost or done twice. With `--planted`: the same against hubs with a bug each; ends with 1 when one is not found.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const planted = process.argv.includes('--planted')
const operations = option('operations', planted ? 400 : 20_000)
const seed = option('seed', Date.now() % 2 ** 31)
/** Findings that are shown, at most. */
const shown = 10

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
try {
  say(`${operations} acts at least, seed ${seed}`)
  const common = { operations, seed, redisUrl: servers.redisUrl, say }
  if (planted) {
    for (const bug of plantedBugs) {
      const outcome = await playLostReplies({ ...common, bug })
      tell(`With a bug (${bug.name})`, outcome)
      if (outcome.findings.length === 0) throw new Error(`The bug was not found: ${bug.name}.`)
    }
  } else {
    const outcome = await playLostReplies(common)
    tell('All acts', outcome)
    if (outcome.findings.length > 0) process.exitCode = 1
  }
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await servers.stop()
}
process.exit()

function tell(what: string, { findings, ...figures }: LostRepliesOutcome): void {
  say(`${what}: ${JSON.stringify(figures)}`)
  say(findings.length === 0 ? 'Nothing was lost, nothing was done twice.' : `${findings.length} findings:`)
  for (const finding of findings.slice(0, shown)) say(`  ${finding}`)
}
