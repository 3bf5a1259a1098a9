/**
 * How many decimals each currency has: ISO 4217 minor units. Codes that nobody pays in (precious metals, units of
 * account and of funds, test codes, `XXX`) are left out, so they cannot be used.
 */
const twoDigits =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK ' +
  'DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD ' +
  'KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP ' +
  'PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD ' +
  'UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'
const zeroDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
const threeDigits = 'BHD IQD JOD KWD LYD OMR TND'

const digitsOf: ReadonlyMap<string, number> = new Map([
  ...zeroDigits.split(' ').map((code) => [code, 0] as const),
  ...twoDigits.split(' ').map((code) => [code, 2] as const),
  ...threeDigits.split(' ').map((code) => [code, 3] as const),
])

/** The decimals of a currency (ISO 4217 minor unit), or null when the hub does not know it. */
export function currencyDigits(code: string): number | null {
  return digitsOf.get(code) ?? null
}

/** All currencies that may be used, in alphabetical order. */
export const currencies: readonly string[] = [...digitsOf.keys()].toSorted()
