import { currencyDigits } from './currencies.ts'

/** An amount in minor units (yen, cents) of a currency of ISO 4217. Never a float, never negative zero. */
export type Money = { readonly minor: bigint; readonly currency: string }

/** What GraphQL shows: a decimal string with exactly the currency's digits. */
export type MoneyText = { amount: string; currency: string }

/** The largest amount that is taken in: 10^15 minor units, far inside PostgreSQL's bigint even when summed. */
export const maxMinorUnits = 10n ** 15n

const decimalForm = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/

/**
 * Reads a decimal string as money. Refuses (by the sentence it returns) an unknown currency, what is not a decimal,
 * more decimals than the currency has unless they are zeros, and more than `maxMinorUnits`. Never rounds.
 */
export function parseMoney(amount: string, currency: string): Money | { fault: string } {
  const digits = currencyDigits(currency)
  if (digits === null)
    return { fault: `${JSON.stringify(currency)} is not a currency code of ISO 4217 that the hub knows.` }
  const match = decimalForm.exec(amount)
  if (!match) return { fault: `${JSON.stringify(amount)} is not a decimal number such as "12.50".` }
  const [, sign = '', whole = '', fraction = ''] = match
  const kept = fraction.slice(0, digits)
  if (/[1-9]/.test(fraction.slice(digits))) return { fault: `${currency} has ${digits} decimals; ${amount} has more.` }
  const minor = BigInt(whole + kept.padEnd(digits, '0'))
  if (minor > maxMinorUnits) return { fault: `${amount} ${currency} is more than the hub takes.` }
  return { minor: sign ? -minor : minor, currency }
}

/** The decimal string of minor units, with exactly the currency's digits: `minorText(1050n, 'EUR')` is `10.50`. */
export function minorText(minor: bigint, currency: string): string {
  const digits = currencyDigits(currency)
  if (digits === null) throw new Error(`Unknown currency ${currency}.`)
  const sign = minor < 0n ? '-' : ''
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Money as GraphQL shows it. */
export function moneyText(money: Money): MoneyText {
  return { amount: minorText(money.minor, money.currency), currency: money.currency }
}

/** Money as people read it in a sentence: `10.50 EUR`. */
export function spell(money: Money): string {
  return `${minorText(money.minor, money.currency)} ${money.currency}`
}

/** Money from a table's or event's columns; minor units come as bigint or as text. */
export function moneyOf(minor: bigint | string, currency: string): Money {
  return { minor: BigInt(minor), currency }
}

/** `quantity × unitPrice` of decimal strings, rounded half away from zero to the currency's digits. */
export function lineAmount(quantity: string, unitPrice: string, currency: string): Money | { fault: string } {
  const digits = currencyDigits(currency)
  if (digits === null)
    return { fault: `${JSON.stringify(currency)} is not a currency code of ISO 4217 that the hub knows.` }
  const q = decimalForm.exec(quantity)
  const p = decimalForm.exec(unitPrice)
  if (!q || q[1] || !p || p[1])
    return { fault: 'Quantity and unit price are decimal numbers such as "12.5", not negative.' }
  if (quantity.length > 30 || unitPrice.length > 30)
    return { fault: 'Quantity and unit price have at most 30 characters.' }
  const product = BigInt((q[2] ?? '') + (q[3] ?? '')) * BigInt((p[2] ?? '') + (p[3] ?? ''))
  const scale = (q[3]?.length ?? 0) + (p[3]?.length ?? 0) - digits
  const minor = scale <= 0 ? product * 10n ** BigInt(-scale) : roundHalfUp(product, 10n ** BigInt(scale))
  if (minor > maxMinorUnits) return { fault: `The line's amount is more than the hub takes.` }
  return { minor, currency }
}

function roundHalfUp(value: bigint, divisor: bigint): bigint {
  return (value * 2n + divisor) / (divisor * 2n)
}
