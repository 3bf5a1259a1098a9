import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'

/**
 * Everything secret that the hub needs for itself is derived from one secret, `HUB_SECRET`, by HKDF-SHA-256 (RFC 5869)
 * with a label per use: one thing to keep safe, and no two uses share a key.
 */
export function deriveBytes(hubSecret: string, label: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', hubSecret, 'torihiki/1', label, length))
}

/** A password derived for a label, such as that of a database role. */
export function derivePassword(hubSecret: string, label: string): string {
  return deriveBytes(hubSecret, `password/${label}`).toString('base64url')
}

/** PKCS#8 DER in front of an Ed25519 seed (RFC 8410, section 7). */
const ed25519Pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** An Ed25519 key pair (RFC 8032) derived for a label, with a short key id made from the public key. */
export function deriveSigningKey(
  hubSecret: string,
  label: string,
): { privateKey: KeyObject; publicKey: KeyObject; keyId: string } {
  const der = Buffer.concat([ed25519Pkcs8Prefix, deriveBytes(hubSecret, `ed25519/${label}`)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return { privateKey, publicKey, keyId: x.slice(0, 12) }
}
