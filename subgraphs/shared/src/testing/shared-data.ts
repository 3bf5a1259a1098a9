import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of data that others wrote: `SHARED_DATA`, or `shared/data` beside the repository. */
export const sharedDataRoot: string =
  process.env['SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data')

/**
 * The path of a folder of that data, for tests only. Where it is not there: null, and a printed line saying that the
 * tests which need it are skipped; in CI (`CI` set) it throws instead.
 */
export function sharedData(folder: string): string | null {
  const path = join(sharedDataRoot, folder)
  if (existsSync(path)) return path
  if (process.env['CI']) throw new Error(`${path} is not there; in CI the tests that read it may not be skipped.`)
  process.stdout.write(`Skipped: the tests that read ${path}, which is not there (set SHARED_DATA).\n`)
  return null
}
