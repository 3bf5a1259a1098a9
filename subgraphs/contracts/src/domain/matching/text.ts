import type { Identifier } from './terms.ts'

/** Unicode NFC, white space trimmed and collapsed: the text as it is shown and notarized (A5, rule 1). */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** As {@link normaliseText}, and without regard to case: for names, addresses and conditions in words. */
export function foldText(text: string): string {
  return normaliseText(text).toLowerCase()
}

/** The value of an identifier for comparison: white space out; a GTIN of any length as GTIN-14 (GS1 General Specifications). */
export function normaliseIdentifier(id: Identifier): string {
  const value = id.value.normalize('NFC').replace(/\s+/gu, '')
  return id.scheme === 'GTIN' && /^\d{8,14}$/.test(value) ? value.padStart(14, '0') : value
}

/** Orders texts by code point: the same on every machine, whatever its language. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** One identifier for a reader: `GLN 7300070011115`. */
export function showIdentifier(id: Identifier): string {
  return `${id.scheme} ${normaliseText(id.value)}`
}
