import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Operations that were looked at beforehand, by the SHA-256 of their text in hexadecimal digits. */
export type Manifest = {
  readonly version: 1
  readonly operations: Readonly<Record<string, { readonly name: string; readonly body: string }>>
}

const form = z.object({
  version: z.literal(1, 'It must be 1'),
  operations: z.record(
    z.string().regex(/^[0-9a-f]{64}$/, 'It must be a SHA-256 in hexadecimal digits'),
    z.object({ name: z.string(), body: z.string() }),
  ),
})

/** The SHA-256 of a document's text, as clients and manifests name it. */
export function documentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads a manifest. Gives a sentence when it cannot be used: every text must be the one that its hash names. */
export function parseManifest(text: string): Manifest | { readonly fault: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { fault: 'it is not JSON' }
  }
  const result = form.safeParse(json)
  if (!result.success)
    return { fault: result.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ') }
  const wrong = Object.entries(result.data.operations).find(([hash, { body }]) => documentHash(body) !== hash)
  if (wrong) return { fault: `the text of ${wrong[1].name} is not the one that its hash names` }
  return result.data
}
