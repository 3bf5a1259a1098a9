import { createHash } from 'node:crypto'
import { currencyNumber } from './currency-numbers.ts'

/** Fields of a message by their numbers in ISO 8583:1987. */
export type Fields = Readonly<Record<string, string>>

/** Processing codes (field 3): goods and services, and returns. */
export const [purchase, returned] = ['000000', '200000'] as const
/** The terminal by which the hub asks (field 41): eight characters. */
export const terminal = 'TORIHIKI'

/** The largest amount that field 4 can say: twelve digits of minor units. */
export const largestMinor = 999_999_999_999n

/** Minor units as field 4 says them, or null when they do not fit. */
export function amountField(minor: bigint): string | null {
  return minor > 0n && minor <= largestMinor ? String(minor).padStart(12, '0') : null
}

/** A moment as field 7 says it, in UTC: MMDDhhmmss. */
export function timeField(now: Date): string {
  return now.toISOString().replaceAll(/[-:T]/g, '').slice(4, 14)
}

/** An expiry `YYYY-MM` as field 14 says it: YYMM. */
export function expiryField(expiry: string): string {
  return `${expiry.slice(2, 4)}${expiry.slice(5, 7)}`
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'.slice(0, 32)

/** So many letters and digits that stand for a key of ours: the same key has the same, whoever asks and however often. */
function standsFor(key: string, length: number): string {
  const bytes = createHash('sha256').update(key).digest()
  return Array.from({ length }, (_, nth) => letters[(bytes[nth] ?? 0) % letters.length]).join('')
}

/** The retrieval reference of a key (field 37): twelve characters. */
export function referenceField(key: string): string {
  return standsFor(`reference ${key}`, 12)
}

/** The trace number of a key (field 11): six digits. Two keys may share one: whoever must know a request knows it by its key. */
export function traceField(key: string): string {
  const number = createHash('sha256').update(`trace ${key}`).digest().readUInt32BE(0) % 1_000_000
  return String(number).padStart(6, '0')
}

/** The merchant (field 42): fifteen characters that stand for the payee. */
export function merchantField(merchant: string): string {
  return standsFor(`merchant ${merchant}`, 15)
}

/** The fields that every message about a key has: time, trace number, acquirer, reference, terminal. */
export function commonFields(key: string, acquirer: string, now: Date): Fields {
  return {
    '7': timeField(now),
    '11': traceField(key),
    '32': acquirer,
    '37': referenceField(key),
    '41': terminal,
  }
}

/** Amount and currency (fields 4 and 49), or null when the message cannot say them. */
export function moneyFields(amountMinor: string, currency: string): Fields | null {
  const [amount, number] = [amountField(BigInt(amountMinor)), currencyNumber(currency)]
  return amount === null || number === null ? null : { '4': amount, '49': number }
}
