import { currencyDigits } from '@torihiki/shared/currencies.ts'
import { type Fraction, fraction, ZERO } from './fraction.ts'

/** Minor-unit digits of a currency that the hub knows (JPY 0, EUR 2, TND 3), else `null`: in others nobody pays. */
export function minorDigits(currency: string): number | null {
  return currencyDigits(currency)
}

/** The major amount in minor units, exactly; `null` when it has a fraction of a minor unit or the currency is unknown. */
export function toMinor(amount: Fraction, currency: string): bigint | null {
  const digits = minorDigits(currency)
  if (digits === null) return null
  const scaled = amount.n * 10n ** BigInt(digits)
  return scaled % amount.d === 0n ? scaled / amount.d : null
}

/** So many minor units as an exact major amount; an unknown currency has no minor unit, so nothing may be rounded in it. */
export function fromMinor(minor: bigint, currency: string | null): Fraction {
  const digits = currency === null ? null : minorDigits(currency)
  return digits === null ? ZERO : fraction(minor, 10n ** BigInt(digits))
}
