import { join, resolve } from 'node:path'
import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { ensurePostgres } from '@torihiki/shared/process/postgres.ts'
import { endWithASentence } from '@torihiki/shared/process/subgraph-process.ts'
import { readSettings, StartRefused, type Settings } from '@torihiki/shared/settings.ts'
import { ensureDatabase } from '@torihiki/shared/store/ensure-database.ts'
import { openStore } from '@torihiki/shared/store/store.ts'
import { sentenceOf } from './domain/audit.ts'
import { auditReport, storeDefinition, type BookReport } from './index.ts'

const help = `Recomputes every balance from its postings, in the payment institution's book and in those of guarantors and of other institutions, in one snapshot, beside live traffic.

  npm run audit -- book

Takes DATABASE_URL and HUB_SECRET, or the hub's own database in DATA_DIR, and changes nothing.
Ends with 0 when all fits, 1 when something does not (each said in a sentence), 2 when it was called wrongly.`

/** What a run of the program gives: its exit code, and the lines for standard output and standard error. */
export type AuditRun = { exitCode: 0 | 1 | 2; out: string[]; err: string[] }

/** Runs the program with arguments as typed; `audit` reads the book (step 20 of the money model, as far as it is in this book). */
export async function runAudit(args: readonly string[], audit: () => Promise<BookReport>): Promise<AuditRun> {
  const [name, ...more] = args
  if (name === '--help' || name === '-h') return { exitCode: 0, out: [help], err: [] }
  if (name !== 'book' || more.length > 0)
    return { exitCode: 2, out: [], err: ['Say what to audit: npm run audit -- book', '', help] }
  const { findings, figures } = await audit()
  const looked = `${figures.accounts} accounts, ${figures.postings} postings, ${figures.holds} holds (${figures.openHolds} open), ${figures.guarantees} guarantees, in ${figures.books} books`
  if (findings.length === 0)
    return {
      exitCode: 0,
      out: [
        'THE BOOK FITS',
        `- ${looked} were looked at, in one snapshot`,
        '- every balance is the replay of its postings, and every currency of every book sums to zero',
        '- what is held is what open holds freeze, within every limit',
        '- captures, guarantees, reservations and what is due to payees tell the same story',
        '- of each pool is used what its guarantees use',
      ],
      err: [],
    }
  return {
    exitCode: 1,
    out: [],
    err: [
      `THE BOOK DOES NOT FIT: ${findings.length} ${findings.length === 1 ? 'fault' : 'faults'} (${looked} were looked at)`,
      ...findings.map((finding) => `- ${sentenceOf(finding)}`),
    ],
  }
}

/** Audits the database of the settings, or the hub's own, which is left as it was found. */
async function auditOf(settings: Settings): Promise<BookReport> {
  const dataDirectory = resolve(settings.DATA_DIR)
  const { hubSecret } = await hubSecrets(settings, dataDirectory)
  const own = settings.DATABASE_URL
    ? null
    : await ensurePostgres({ dataDirectory: join(dataDirectory, 'postgres'), log: () => undefined })
  try {
    const databaseUrl = settings.DATABASE_URL ?? (await ensureDatabase(own?.url ?? '', 'torihiki'))
    const store = await openStore(storeDefinition, { databaseUrl, hubSecret, poolSize: 1 })
    try {
      return await auditReport({ store })
    } catch (error) {
      throw new StartRefused(
        `The book cannot be read: ${error instanceof Error ? error.message : String(error)}. Start the hub of this version once, and give DATABASE_URL and HUB_SECRET of the hub that you mean.`,
      )
    } finally {
      await store.close()
    }
  } finally {
    await own?.stop()
  }
}

if (import.meta.main) {
  await endWithASentence(async () => {
    const { exitCode, out, err } = await runAudit(process.argv.slice(2), () => auditOf(readSettings(process.env)))
    if (out.length > 0) process.stdout.write(`${out.join('\n')}\n`)
    if (err.length > 0) process.stderr.write(`${err.join('\n')}\n`)
    process.exitCode = exitCode
  })
}
