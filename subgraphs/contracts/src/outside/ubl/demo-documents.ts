import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const FOLDER = resolve(import.meta.dirname, '../../../../../test/demo')

/** The bytes of one of the project's own demonstration documents, such as `order.xml`; for tests only. */
export function demoBytes(name: string): Uint8Array {
  return readFileSync(resolve(FOLDER, name))
}
