import { hasValidLuhnDigit } from '../check-digits.ts'

/** A brand of cards: which numbers are its, by how they begin, and how many digits they have. */
type Brand = {
  readonly name: string
  readonly ranges: readonly (readonly [from: string, to: string])[]
  readonly digits: readonly number[]
}

/** Ranges of issuer identification numbers (ISO/IEC 7812-1) as the networks publish them. What is first counts: ranges of one network lie within another's. */
const brands: readonly Brand[] = [
  {
    name: 'amex',
    ranges: [
      ['34', '34'],
      ['37', '37'],
    ],
    digits: [15],
  },
  { name: 'jcb', ranges: [['3528', '3589']], digits: [16, 17, 18, 19] },
  {
    name: 'diners',
    ranges: [
      ['300', '305'],
      ['3095', '3095'],
      ['36', '36'],
      ['38', '39'],
    ],
    digits: [14, 15, 16, 17, 18, 19],
  },
  {
    name: 'discover',
    ranges: [
      ['6011', '6011'],
      ['644', '649'],
      ['65', '65'],
    ],
    digits: [16, 17, 18, 19],
  },
  {
    name: 'mastercard',
    ranges: [
      ['51', '55'],
      ['2221', '2720'],
    ],
    digits: [16],
  },
  { name: 'unionpay', ranges: [['62', '62']], digits: [16, 17, 18, 19] },
  { name: 'visa', ranges: [['4', '4']], digits: [13, 16, 19] },
]

/** The brand of a card number by its first digits and its length, or null when it is of none that is known. */
export function brandOf(number: string): string | null {
  const found = brands.find(
    ({ ranges, digits }) =>
      digits.includes(number.length) &&
      ranges.some(([from, to]) => number.slice(0, from.length) >= from && number.slice(0, to.length) <= to),
  )
  return found?.name ?? null
}

/** How many first digits of a number say which issuer it is of; with the last four that is all that may be shown of it (PCI DSS 3.4.1). */
export const iinDigits = 6

/** A card as somebody types it: `expiry` is `YYYY-MM`. The CVC is for the vault's check alone. */
export type TypedCard = {
  readonly number: string
  readonly holder: string
  readonly expiry: string
  readonly cvc: string | null
}

/** What is wrong with a card, in words that do not repeat it. */
export type CardFault = { readonly path: 'number' | 'holder' | 'expiry' | 'cvc'; readonly message: string }

/** The longest name of a cardholder (ISO/IEC 7813 has room for 26; names are typed in other ways too). */
const longestHolder = 100
/** For how many years ahead a card can expire: more is a slip. */
const longestYears = 30

/**
 * Looks at a card before anybody is asked (C3): digits, length and brand, Luhn's check digit, that the month of its expiry is not over (UTC), that it has a holder. All faults at once.
 * `number` may have spaces and hyphens between its digits.
 */
export function cardFaults({ number, holder, expiry, cvc }: TypedCard, now: Date): CardFault[] {
  const faults: CardFault[] = []
  const digits = bareNumber(number)
  if (!/^\d{12,19}$/.test(digits)) faults.push({ path: 'number', message: 'It must be 12 to 19 digits.' })
  else if (!hasValidLuhnDigit(digits)) faults.push({ path: 'number', message: 'A digit is wrong.' })
  else if (brandOf(digits) === null) faults.push({ path: 'number', message: 'Cards of this brand are not taken.' })
  if (!/\p{L}/u.test(holder) || holder.length > longestHolder || /\d{4}/.test(holder))
    faults.push({ path: 'holder', message: `It must be the name on the card, at most ${longestHolder} characters.` })
  const month = now.toISOString().slice(0, 7)
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(expiry))
    faults.push({ path: 'expiry', message: 'It must be a month such as 2027-04.' })
  else if (expiry < month) faults.push({ path: 'expiry', message: 'The card has expired.' })
  else if (Number(expiry.slice(0, 4)) > now.getUTCFullYear() + longestYears)
    faults.push({ path: 'expiry', message: 'No card is valid for so long.' })
  if (cvc !== null && !/^\d{3,4}$/.test(cvc)) faults.push({ path: 'cvc', message: 'It must be three or four digits.' })
  return faults
}

/** A number without the spaces and hyphens that people type. */
export function bareNumber(number: string): string {
  return number.replaceAll(/[ -]/g, '')
}

/** What the vault says of a card: the token that stands for it, and what people recognise it by. */
export type KeptCard = {
  readonly token: string
  readonly brand: string
  readonly lastFour: string
  readonly expiry: string
}
