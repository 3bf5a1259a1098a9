import type { ContractComparison } from './compare.ts'
import { normaliseTerms } from './agreed-terms.ts'
import type { ContractTerms } from './terms.ts'

/** JSON without numbers: every figure is a string, so that no reader can round it (RFC 8785 keeps IEEE 754 doubles). */
export type ExactJson = string | boolean | null | readonly ExactJson[] | { readonly [name: string]: ExactJson }

/** The terms, normalised, as a JSON value for JCS (RFC 8785). What is not stated is left out. Never fails on parsed terms. */
export function contractTermsToJson(terms: ContractTerms): ExactJson {
  return exact(normaliseTerms(terms))
}

/** The part of a comparison that is notarized beside the terms: rule set, tolerance profile, verdict and report (A5, rule 10). */
export function comparisonToJson(comparison: ContractComparison): ExactJson {
  const { verdict, ruleSet, toleranceProfile, discrepancies, warnings, payable } = comparison
  return exact({ verdict, ruleSet, toleranceProfile, discrepancies, warnings, payable })
}

/** Strings for bigints, nothing for null, and the rest as it is. Throws on a number, which the terms must not hold. */
function exact(value: unknown): ExactJson {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(exact)
  if (typeof value !== 'object' || value === null) throw new TypeError(`No exact JSON for ${typeof value}`)
  const stated = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(stated.map(([name, member]) => [name, exact(member)]))
}
