import { createHash } from 'node:crypto'
import { canonicalBytes } from '../log/jcs.ts'

/** What a commitment hides: an amount in minor units as decimal text, its currency, and 32 random bytes in hexadecimal. */
export type Opening = { readonly amountMinor: string; readonly currency: string; readonly salt: string }

/** What a salt looks like: 32 bytes in lower-case hexadecimal. */
export const saltPattern = /^[0-9a-f]{64}$/
/** What a commitment looks like: SHA-256 in lower-case hexadecimal. */
export const commitmentPattern = /^[0-9a-f]{64}$/

/**
 * The commitment to a hidden amount (B16): SHA-256 over the canonical JSON (RFC 8785) of the opening and what it is for. Who has the opening
 * proves by it what was committed; who has only the commitment cannot find the amount by trying, for the salt is random. Throws for
 * a salt of another form.
 */
export function commitmentOf({ amountMinor, currency, salt }: Opening): string {
  if (!saltPattern.test(salt)) throw new Error('A salt is 32 bytes in lower-case hexadecimal.')
  const content = { purpose: 'torihiki hidden purchase v1', amountMinor, currency, salt }
  return createHash('sha256').update(canonicalBytes(content)).digest('hex')
}

/** How far a hidden purchase has come at its institution, as that reports it. */
export const hiddenSteps = ['RESERVED', 'ENDED', 'INSPECTED', 'PAID'] as const
export type HiddenStep = (typeof hiddenSteps)[number]

/** What an institution reports of a hidden purchase: no amount. */
export type HiddenReport = {
  readonly purchaseId: string
  readonly reportId: string
  readonly step: HiddenStep
  /** RFC 3339, in UTC. */
  readonly at: string
  readonly commitment: string
}

/** The message that an institution signs, in UTF-8, each line ended by a line feed. The manual shows it. */
export function reportMessage({ purchaseId, reportId, step, at, commitment }: HiddenReport): string {
  return `torihiki hidden purchase report v1\n${purchaseId}\n${reportId}\n${step}\n${at}\n${commitment}\n`
}
