/** Characters with which a spreadsheet takes a cell for a formula, whoever wrote it. */
const formulaStart = /^[=+\-@\t\r]/

/** A cell of CSV (RFC 4180): quoted where it must be; what a spreadsheet would run as a formula stands behind an apostrophe. */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A record of CSV, with its line end. */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
