import { playBook } from '../../subgraphs/reservations/src/testing/play-book.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * `npm run model -- book [--runs 5000] [--seed 1]`: random histories of the book against a plain model of it, on a PostgreSQL of its own.
 * Ends with 1, the seed and the smallest history when the two differ.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const models: Record<string, typeof playBook> = { book: playBook }
const [name = ''] = process.argv.slice(2)
const play = models[name]

if (!play) {
  process.stderr.write(`Say which: npm run model -- <name>\n\n  ${Object.keys(models).join('\n  ')}\n`)
  process.exit(2)
}
const [runs, seed] = [option('runs', 5_000), option('seed', Date.now() % 2 ** 31)]
const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
try {
  say(`${runs} histories of ${name}, seed ${seed}`)
  await play({ runs, seed, say })
  say(`The ${name} stood as its model in all of them, and every audit found nothing.`)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await servers.stop()
}
process.exit()
