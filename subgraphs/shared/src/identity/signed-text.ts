import { createPublicKey } from 'node:crypto'
import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import { deriveSigningKey } from './derive.ts'

/** Signs a text for one use: a JWS in its compact form (RFC 7515) by EdDSA (RFC 8037). The same text gets the same signature. */
export type TextSigner = (text: string) => Promise<string>
/** The text of a JWS that was signed for this use; null for what is not, or was changed. */
export type SignedTextReader = (signed: string) => Promise<string | null>

/** A signer by a key that is derived from the hub's secret for one use. */
export function createTextSigner(hubSecret: string, use: string): TextSigner {
  const { privateKey, keyId } = deriveSigningKey(hubSecret, use)
  return (text) => new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA', kid: keyId }).sign(privateKey)
}

/** A reader of what was signed for one use under the present secret of the hub or an earlier one. */
export function createSignedTextReader(hubSecrets: readonly string[], use: string): SignedTextReader {
  const keys = new Map(
    hubSecrets.map((secret) => {
      const { privateKey, keyId } = deriveSigningKey(secret, use)
      return [keyId, createPublicKey(privateKey)]
    }),
  )
  return async (signed) => {
    try {
      const key = keys.get(decodeProtectedHeader(signed).kid ?? '')
      if (!key) return null
      const { payload } = await compactVerify(signed, key, { algorithms: ['EdDSA'] })
      return Buffer.from(payload).toString('utf8')
    } catch {
      return null
    }
  }
}
