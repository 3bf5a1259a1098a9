import { expect } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { auditSettlements, storeDefinition } from '@torihiki/settlements'
import { openStore } from '@torihiki/shared/store/store.ts'
import type { TestHub } from './test-hub.ts'

const program = join(import.meta.dirname, '../../subgraphs/reservations/src/audit.ts')

/** Audits what a hub under test has booked: every book by the program that operators run, and what is owed between members. */
export async function expectBooksToFit({ environment }: Pick<TestHub, 'environment'>): Promise<void> {
  const child = spawn(process.execPath, [program, 'book'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err] = [text(child.stdout), text(child.stderr)]
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  expect({ exitCode, err: await err, out: await out }).toMatchObject({
    exitCode: 0,
    err: '',
    out: expect.stringContaining('THE BOOK FITS'),
  })
  const { DATABASE_URL: databaseUrl = '', HUB_SECRET: hubSecret = '' } = environment
  const store = await openStore(storeDefinition, { databaseUrl, hubSecret, poolSize: 1 })
  try {
    expect(await auditSettlements({ store })).toEqual([])
  } finally {
    await store.close()
  }
}
