import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveBytes } from './derive.ts'

/** Keeps small secrets that have to be read again, such as keys that are shared with a receiver. */
export type Sealer = {
  /** @param about what the secret belongs to: it opens for nothing else */
  seal(secret: Buffer, about: string): Buffer
  /** @throws when it was sealed under another key, for something else, or was changed */
  open(sealed: Buffer, about: string): Buffer
}

const bytes = { nonce: 12, tag: 16 } as const

/**
 * Seals with AES-256-GCM under a key derived from the hub's secret for one use. What was sealed under an earlier secret of the hub is
 * opened still; it is sealed under the newest.
 */
export function createSealer(hubSecrets: readonly [string, ...string[]], use: string): Sealer {
  const keys = hubSecrets.map((secret) => deriveBytes(secret, `seal/${use}`))
  const [newest = Buffer.alloc(0)] = keys
  return {
    seal: (secret, about) => sealWith(newest, secret, about),
    open(sealed, about) {
      for (const key of keys) {
        const opened = openWith(key, sealed, about)
        if (opened) return opened
      }
      throw new Error(
        `What is sealed for ${use} cannot be opened. Name the secret of the hub that it was sealed under in HUB_SECRETS_BEFORE.`,
      )
    },
  }
}

/** A new key of 32 random bytes, for `sealWith`: what it seals is gone for ever once the key is destroyed. */
export function newSealingKey(): Buffer {
  return randomBytes(32)
}

/** Seals under a given key of 32 bytes with AES-256-GCM. @param about what it belongs to: it opens for nothing else */
export function sealWith(key: Buffer, secret: Buffer, about: string): Buffer {
  const nonce = randomBytes(bytes.nonce)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `sealWith` sealed; null when the key is another one, it belongs to something else, or was changed. */
export function openWith(key: Buffer, sealed: Buffer, about: string): Buffer | null {
  if (sealed.length < bytes.nonce + bytes.tag) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, bytes.nonce), { authTagLength: bytes.tag })
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-bytes.tag))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(bytes.nonce, -bytes.tag)), decipher.final()])
  } catch {
    return null
  }
}
