import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { errorCode } from './error-code.ts'

/** 192 bits, as letters that need no escaping in a URL, a configuration file or SQL. */
const SECRET_BYTES = 24
const OWNER_ONLY = 0o600

/** The file's text, or undefined when there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    if (errorCode(error) !== 'EACCES') throw error
    throw new Error(`${path} belongs to another user: start as that user, or hand the folder over with chown -R.`)
  }
}

/** Writes a file that its owner alone can read, whole or not at all. */
export async function writePrivately(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: OWNER_ONLY })
  await rename(`${path}.new`, path)
}

/** The secret kept in the file; when there is none yet, a new one is drawn and kept. */
export async function keptSecret(path: string): Promise<string> {
  const kept = (await readIfThere(path))?.trim()
  if (kept !== undefined && kept !== '') return kept
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  await writePrivately(path, `${secret}\n`)
  return secret
}
