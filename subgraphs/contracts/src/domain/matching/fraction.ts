/** An exact number `n / d`, reduced, `d` positive. Money and quantities are reckoned with these, never in floating point. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

/** Longest decimal accepted from a document, in characters: bounds the work that one number can cause. */
export const MAX_DECIMAL_LENGTH = 40

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/

/** The fraction `n / d`. Throws on `d = 0`, which no parsed document can cause. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero')
  const sign = d < 0n ? -1n : 1n
  const divisor = gcd(n < 0n ? -n : n, d * sign)
  return { n: (n * sign) / divisor, d: (d * sign) / divisor }
}

/** Zero. */
export const ZERO: Fraction = { n: 0n, d: 1n }

/** Reads an xs:decimal (no exponent, at most {@link MAX_DECIMAL_LENGTH} characters); `null` when it is none. */
export function parseDecimal(text: string): Fraction | null {
  return text.length > MAX_DECIMAL_LENGTH ? null : readDecimal(text)
}

/** Reads a decimal that a parser has vetted before. Throws on anything else. */
export function decimal(text: string): Fraction {
  const value = readDecimal(text)
  if (value === null) throw new TypeError(`Not a decimal: ${text}`)
  return value
}

function readDecimal(text: string): Fraction | null {
  const match = DECIMAL.exec(text)
  if (match === null) return null
  const whole = match[2] ?? ''
  const decimals = match[3] ?? ''
  if (whole === '' && decimals === '') return null
  const value = BigInt(whole + decimals)
  return fraction(match[1] === '-' ? -value : value, 10n ** BigInt(decimals.length))
}

/** a + b */
export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

/** a - b */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d)
}

/** a × b */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d)
}

/** a ÷ b; throws when b is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n)
}

/** The distance of a from zero. */
export function magnitude(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function order(a: Fraction, b: Fraction): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** Are the two the same number? */
export function same(a: Fraction, b: Fraction): boolean {
  return a.n === b.n && a.d === b.d
}

/** The sum of all. */
export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, ZERO)
}

/** Shortest exact text: a decimal without trailing zeros when there is one, otherwise `n/d`. */
export function show(value: Fraction): string {
  const scale = decimalScale(value.d)
  if (scale === null) return `${value.n}/${value.d}`
  const digits = ((value.n < 0n ? -value.n : value.n) * 10n ** BigInt(scale)) / value.d
  const text = digits.toString().padStart(scale + 1, '0')
  const sign = value.n < 0n ? '-' : ''
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** Fewest decimals that show 1/d exactly, or `null` when no number of them does. */
function decimalScale(d: bigint): number | null {
  let rest = d
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) {
    rest /= 2n
    twos += 1
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives += 1
  }
  return rest === 1n ? Math.max(twos, fives) : null
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
