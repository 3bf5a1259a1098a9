import { expect } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { bookFaults, differencesOfBooks, type Audited } from './book-faults.ts'
import { patienceMs } from './hub-client.ts'
import { asOwner } from './test-database.ts'
import type { TestHub } from './test-hub.ts'

const program = join(import.meta.dirname, '../../subgraphs/reservations/src/audit.ts')

/** Audits every book and settlements' of a hub under test: all must be sound. */
export async function expectSoundBooks(hub: Audited): Promise<void> {
  expect(await bookFaults(hub)).toEqual([])
}

/**
 * What each book owes onwards is what settlements shows owed by it, once every event is taken (step 20 of the money model): two books that know
 * nothing of each other's tables.
 */
export async function expectBooksToAgree(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    await waitFor(async () => (await differencesOfBooks(owner)).length === 0, {
      timeoutMs: patienceMs,
      everyMs: 50,
      what: 'the books to agree',
    }).catch(async () => expect(await differencesOfBooks(owner)).toEqual([]))
  })
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
