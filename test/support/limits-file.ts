import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes limits as CLIENT_LIMITS wants them, and gives the file's path. */
export function limitsFile(limits: object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'torihiki-limits-')), 'limits.json')
  writeFileSync(path, JSON.stringify(limits))
  return path
}

/** For tests that send hundreds of different operations from one address. */
export const manyNewOperations = {
  everybody: { newOperationsPerMinute: 100_000 },
  notSignedIn: { newOperationsPerMinute: 100_000 },
}
