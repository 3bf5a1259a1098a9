/** How many decimals a quantity of stock has: it is counted in millionths of its unit, as whole numbers. */
export const quantityDecimals = 6
/** The most of an item that an outlet may have: a million million units, which a column of 64 bits holds in millionths. */
export const mostOnHand = 1_000_000_000_000n * 1_000_000n

const decimalForm = /^(\d{1,30})(?:\.(\d{1,30}))?$/

/** A decimal text in millionths, rounded up: what is needed is never less than was ordered. Null when it is no such text. */
export function millionthsOf(text: string): bigint | null {
  const match = decimalForm.exec(text)
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  const kept = BigInt(whole + fraction.slice(0, quantityDecimals).padEnd(quantityDecimals, '0'))
  return /[1-9]/.test(fraction.slice(quantityDecimals)) ? kept + 1n : kept
}

/** Whether a decimal text has no more decimals than stock is counted in. */
export function isExact(text: string): boolean {
  return !/[1-9]/.test((text.split('.')[1] ?? '').slice(quantityDecimals))
}

/** Millionths as a decimal text, without needless zeros. */
export function quantityText(millionths: bigint): string {
  const digits = millionths.toString().padStart(quantityDecimals + 1, '0')
  const fraction = digits.slice(-quantityDecimals).replace(/0+$/, '')
  return digits.slice(0, -quantityDecimals) + (fraction === '' ? '' : `.${fraction}`)
}
