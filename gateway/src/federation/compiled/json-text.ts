/** Longer strings are left to JSON.stringify, whose one call then costs less than looking through them here. */
const shortString = 48
// Quotation marks, backslashes, control characters and lone surrogates need an escape (RFC 8259, section 7).
// eslint-disable-next-line no-control-regex
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/

/** A string as JSON text. */
export function quote(text: string): string {
  return text.length <= shortString && !needsEscape.test(text) ? `"${text}"` : JSON.stringify(text)
}
