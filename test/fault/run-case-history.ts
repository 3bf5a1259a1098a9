import { testDatabaseUrl } from '../support/test-database.ts'
import { startTestServers } from '../support/test-servers.ts'
import { playHistory } from './case-history.ts'

/** `npm run history -- --steps 100000`: the random history of cases with crashes, in full. Ends with 1 when a view is not what it should be. */
const at = process.argv.indexOf('--steps')
const steps = at < 0 ? 100_000 : Number(process.argv[at + 1])
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
const database = await testDatabaseUrl()
try {
  const { databaseUrl } = database
  const figures = await playHistory({ steps, databaseUrl, redisUrl: servers.redisUrl, say })
  say(`Both views of every member equal a recount, before and after a rebuild: ${JSON.stringify(figures)}`)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await database.close()
  await servers.stop()
}
process.exit()
