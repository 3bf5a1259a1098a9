import { verifyCertificate, type CertificateVerdict } from './certificate.ts'
import type { TrustedKey } from './key-chain.ts'
import type { PublicJwk } from './public-key.ts'

import { readUnambiguousJson } from './unambiguous-json.ts'

/**
 * Verifies a certificate as it stands in a file: as `verifyCertificate`, and only when the text can be read in one
 * way. Any byte that is changed therefore changes what is verified, white space and the spelling of escapes in strings
 * excepted.
 */
export function verifyCertificateFile(
  file: Uint8Array,
  trusted?: PublicJwk | readonly TrustedKey[],
): CertificateVerdict {
  const read = readUnambiguousJson(file)
  if (!read.ok) return { ok: false, failed: 'FORMAT', reason: read.reason }
  return verifyCertificate(read.value, trusted)
}
