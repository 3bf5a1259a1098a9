import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { deriveBytes } from '@torihiki/shared/identity/derive.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'

/** The keys of the consoles' forms. One makes a form act once, and proves that its page was made for who sends it. */
export type FormKeys = {
  make(actor: Actor): string
  /** Whether a key was made for the session of who sends it. */
  isOf(key: unknown, actor: Actor): boolean
}

/**
 * Makes keys that only this hub can make: a random part and its HMAC with the session, under a key of their own. A page of another site can
 * read neither our pages nor our cookie, so that it has none for its victim (OWASP, signed double submit, with the session bound in).
 */
export function createFormKeys(hubSecrets: readonly [string, ...string[]]): FormKeys {
  const secrets = hubSecrets.map((each) => deriveBytes(each, 'console-forms'))
  const newest = deriveBytes(hubSecrets[0], 'console-forms')
  const proofOf = (secret: Buffer, random: string, { sessionId }: Actor): Buffer =>
    createHmac('sha256', secret).update(`${random} ${sessionId}`).digest()
  return {
    make(actor) {
      const random = randomUUID()
      return `${random}.${proofOf(newest, random, actor).toString('base64url')}`
    },
    isOf(key, actor) {
      const [random = '', proof = ''] = typeof key === 'string' ? key.split('.') : []
      const given = Buffer.from(proof, 'base64url')
      return secrets.some((secret) => {
        const wanted = proofOf(secret, random, actor)
        return given.length === wanted.length && timingSafeEqual(given, wanted)
      })
    },
  }
}
