import { spanOf } from '../../domain/matching/calendar.ts'
import { parseDecimal } from '../../domain/matching/fraction.ts'
import { minorDigits } from '../../domain/matching/index.ts'
import { DocumentFault } from './fault.ts'
import { MAX_ENTRIES } from './limits.ts'
import type { XmlElement } from './xml.ts'

/** Namespace of UBL 2.x basic components. */
export const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

/** Namespace of UBL 2.x aggregate components. */
export const CAC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'

/** All aggregates of that name; refuses more than `max`. */
export function aggregates(parent: XmlElement | null, name: string, max = MAX_ENTRIES): readonly XmlElement[] {
  const found = parent === null ? [] : parent.children.filter((child) => child.space === CAC && child.name === name)
  const excess = found[max]
  if (excess !== undefined) throw new DocumentFault('TOO_LARGE', `At most ${max} of ${name} are taken.`, excess.path)
  return found
}

/** The one aggregate at the end of the path, or `null`. Refuses two: which of them would be the term? */
export function aggregate(parent: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce<XmlElement | null>((element, name) => single(aggregates(element, name)), parent)
}

/** The one basic component of that name, or `null`. Refuses two. */
export function basic(parent: XmlElement | null, name: string): XmlElement | null {
  return parent === null ? null : single(parent.children.filter((child) => child.space === CBC && child.name === name))
}

/** All basic components of that name. */
export function basics(parent: XmlElement | null, name: string): readonly XmlElement[] {
  return parent === null ? [] : parent.children.filter((child) => child.space === CBC && child.name === name)
}

/** Trimmed text of a basic component; `null` when it is missing or empty. */
export function textOf(parent: XmlElement | null, name: string): string | null {
  return valueOf(basic(parent, name))
}

/** Trimmed text of an element, `null` when there is none. */
export function valueOf(element: XmlElement | null): string | null {
  const text = element?.text.trim() ?? ''
  return text === '' ? null : text
}

/** As {@link textOf}; refuses a document without it. */
export function requiredText(parent: XmlElement, name: string): string {
  const text = textOf(parent, name)
  if (text === null) throw invalid(`${parent.path}/${name}`, `${name} is missing. State it.`)
  return text
}

/** A decimal without exponent; refuses anything else. */
export function decimalOf(element: XmlElement | null): string | null {
  const text = valueOf(element)
  if (element === null || text === null) return null
  if (parseDecimal(text) === null)
    throw invalid(element.path, `${text.slice(0, 50)} is no decimal. Write it like 1234.50.`)
  return text
}

/** A decimal that is not below zero. */
export function positiveDecimalOf(element: XmlElement | null): string | null {
  const text = decimalOf(element)
  const value = text === null ? null : parseDecimal(text)
  if (element !== null && value !== null && value.n < 0n)
    throw invalid(element.path, `${text} is below zero. State a quantity.`)
  return text
}

/** An amount in the currency of the document; refuses one in another currency. */
export function amountOf(element: XmlElement | null, currency: string | null): string | null {
  const stated = element?.attributes.get('currencyID') ?? null
  if (element !== null && stated !== null && stated !== currency) {
    throw invalid(
      element.path,
      `The amount is in ${stated}, the document in ${currency}. State all terms in one currency.`,
    )
  }
  return decimalOf(element)
}

/** An xs:date with an xs:time beside it as one moment; refuses days and times that do not exist. */
export function momentOf(parent: XmlElement | null, dateName: string, timeName: string | null = null): string | null {
  const [date, time] = [textOf(parent, dateName), timeName === null ? null : textOf(parent, timeName)]
  if (parent === null || date === null) return null
  const day = time === null ? date : date.slice(0, 10)
  const zone = time === null || /(Z|[+-]\d{2}:\d{2})$/.test(time) ? '' : date.slice(10)
  const moment = time === null ? day : `${day}T${time}${zone}`
  if (spanOf(moment) === null) {
    throw invalid(
      `${parent.path}/${dateName}`,
      `${moment.slice(0, 50)} is no date. Write it like 2026-04-01, a time like 09:30:00Z.`,
    )
  }
  return moment
}

/** `true` or `false` (xs:boolean), `null` when missing. */
export function booleanOf(parent: XmlElement | null, name: string): boolean | null {
  const text = textOf(parent, name)
  if (text === null) return null
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw invalid(`${parent?.path}/${name}`, `${text.slice(0, 50)} is neither true nor false.`)
}

/** A currency with minor units (ISO 4217); refuses anything else. */
export function currencyCode(code: string, path: string): string {
  if (minorDigits(code) === null) throw invalid(path, `${code.slice(0, 50)} is no currency in use (ISO 4217).`)
  return code
}

/** The fault for a field that cannot be taken. */
export function invalid(path: string, message: string): DocumentFault {
  return new DocumentFault('INVALID_FIELD', message, path)
}

function single(elements: readonly XmlElement[]): XmlElement | null {
  const [first, second] = elements
  if (second !== undefined) throw invalid(second.path, `${second.name} is stated more than once. State it once.`)
  return first ?? null
}
