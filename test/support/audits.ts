import { expect } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { auditBook, storeDefinition as reservations } from '@torihiki/reservations'
import { auditSettlements, storeDefinition as settlements } from '@torihiki/settlements'
import { openStore } from '@torihiki/shared/store/store.ts'
import type { TestHub } from './test-hub.ts'

const program = join(import.meta.dirname, '../../subgraphs/reservations/src/audit.ts')

/** Audits every book and settlements' of a hub under test: all must be sound. */
export async function expectSoundBooks({
  databaseUrl,
  environment,
}: Pick<TestHub, 'databaseUrl' | 'environment'>): Promise<void> {
  const options = { databaseUrl, hubSecret: environment['HUB_SECRET'] ?? '', poolSize: 1 }
  const [book, owed] = [await openStore(reservations, options), await openStore(settlements, options)]
  try {
    expect([await auditBook({ store: book }), await auditSettlements({ store: owed })]).toEqual([[], []])
  } finally {
    await Promise.all([book.close(), owed.close()])
  }
}

/** The same by the program that operators run. */
export async function expectBooksToFit(hub: Pick<TestHub, 'databaseUrl' | 'environment'>): Promise<void> {
  const child = spawn(process.execPath, [program, 'book'], { env: hub.environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err] = [text(child.stdout), text(child.stderr)]
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  expect({ exitCode, err: await err, out: await out }).toMatchObject({
    exitCode: 0,
    err: '',
    out: expect.stringContaining('THE BOOK FITS'),
  })
  await expectSoundBooks(hub)
}
