import { hasValidLuhnDigit } from './check-digits.ts'

/** Card numbers have this many digits (ISO/IEC 7812-1). */
const fewestDigits = 13
const mostDigits = 19

/**
 * Whether a text holds what looks like a card number: a run of 13 to 19 digits whose last checks by Luhn, spaces and
 * hyphens between them or not, in any script's digits that read as 0–9. Such a text is never stored (reliability, cards).
 */
export function holdsCardNumber(text: string): boolean {
  const bare = text.normalize('NFKC').replaceAll(/[\s\p{Pd}._/\u2212]/gu, '')
  return (bare.match(/\d{13,}/g) ?? []).some(runHolds)
}

/** A run as a whole; within one that is too long for a card number, any part. */
function runHolds(run: string): boolean {
  if (run.length <= mostDigits) return hasValidLuhnDigit(run)
  for (let start = 0; start + fewestDigits <= run.length; start++) {
    for (let length = fewestDigits; length <= mostDigits && start + length <= run.length; length++) {
      if (hasValidLuhnDigit(run.slice(start, start + length))) return true
    }
  }
  return false
}
