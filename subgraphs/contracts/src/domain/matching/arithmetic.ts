import { hasValidGs1Digit } from '@torihiki/shared/check-digits.ts'
import { fromMinor } from './currencies.ts'
import { pointer } from './discrepancy.ts'
import {
  add,
  decimal,
  divide,
  type Fraction,
  magnitude,
  multiply,
  order,
  show,
  subtract,
  sum,
  ZERO,
} from './fraction.ts'
import { lineName, sortLines } from './line-matching.ts'
import type { AllowanceCharge, ContractLine, ContractTerms, Identifier } from './terms.ts'
import { foldText, normaliseIdentifier } from './text.ts'
import { measure } from './units.ts'

/** Something odd within what one side states, or about an answer. Tells people; never decides (A5, rule 8). */
export type MatchingWarning = {
  rule: string
  side: 'BUYER' | 'SELLER'
  path: string
  message: string
  stated: string | null
  computed: string | null
}

/** Lines against totals, check digits of GLNs and GTINs: all that does not add up in one document. */
export function warningsOf(side: MatchingWarning['side'], terms: ContractTerms): MatchingWarning[] {
  return [
    ...sortLines(terms.lines).flatMap((line) => lineArithmetic(side, terms.currency, line)),
    ...totalArithmetic(side, terms),
    ...checkDigits(side, '/buyer/identifiers', terms.buyer.identifiers),
    ...checkDigits(side, '/seller/identifiers', terms.seller.identifiers),
    ...sortLines(terms.lines).flatMap((line) => checkDigits(side, `${linePath(line)}/item`, line.itemIds)),
  ]
}

/** Parties are known by their identifiers; different names for the same party are only worth a remark. */
export function nameWarnings(buyer: ContractTerms, seller: ContractTerms): MatchingWarning[] {
  return (['buyer', 'seller'] as const).flatMap((party) => {
    const [left, right] = [buyer[party].name, seller[party].name]
    if (left === null || right === null || foldText(left) === foldText(right)) return []
    const message = `The sides name the ${party} differently: ${left}, ${right}. Its identifiers decide.`
    return [{ rule: 'party.name', side: 'SELLER', path: `/${party}/name`, message, stated: right, computed: left }]
  })
}

function lineArithmetic(side: MatchingWarning['side'], currency: string | null, line: ContractLine): MatchingWarning[] {
  const computed = lineAmount(line)
  if (computed === null || line.amount === null) return []
  return unlessClose(
    { rule: 'arithmetic.lineAmount', side, path: `${linePath(line)}/amount` },
    'Quantity times price, with the allowances and charges of the line, gives another amount.',
    decimal(line.amount),
    computed,
    fromMinor(1n, currency),
  )
}

/** Quantity × price − allowances + charges; `null` when a part is missing or the units cannot be brought together. */
function lineAmount(line: ContractLine): Fraction | null {
  if (line.quantity === null || line.price === null) return null
  const [quantity, base] = [measure(line.quantity, [], []), measure(line.price.base, [], [])]
  if (quantity.unit !== base.unit || base.value.n === 0n) return null
  const priced = divide(multiply(quantity.value, decimal(line.price.amount)), base.value)
  return add(priced, balance(line.allowances))
}

function totalArithmetic(side: MatchingWarning['side'], terms: ContractTerms): MatchingWarning[] {
  const tolerance = fromMinor(BigInt(terms.lines.length), terms.currency)
  const amounts = terms.lines.map((line) => line.amount).filter((amount) => amount !== null)
  const complete = terms.lines.length > 0 && amounts.length === terms.lines.length
  const { totals } = terms
  const checks: MatchingWarning[] = []
  if (complete && totals.lines !== null) {
    const computed = sum(amounts.map(decimal))
    const at = { rule: 'arithmetic.lines', side, path: '/totals/lines' }
    checks.push(...unlessClose(at, 'The lines add up to another amount.', decimal(totals.lines), computed, tolerance))
  }
  const due = amountDue(terms)
  if (due !== null && totals.payable !== null) {
    const at = { rule: 'arithmetic.payable', side, path: '/totals/payable' }
    const message = 'Lines, allowances, charges, tax, prepayment and rounding add up to another payable amount.'
    checks.push(...unlessClose(at, message, decimal(totals.payable), due, tolerance))
  }
  return checks
}

/** Lines − allowances + charges + tax − prepaid + rounding, as far as stated. */
function amountDue(terms: ContractTerms): Fraction | null {
  const { totals } = terms
  if (totals.lines === null) return null
  const value = (amount: string | null): Fraction => (amount === null ? ZERO : decimal(amount))
  const stated = totals.allowances !== null || totals.charges !== null
  const balanced = stated ? subtract(value(totals.charges), value(totals.allowances)) : balance(terms.allowances)
  const taxed = add(add(decimal(totals.lines), balanced), value(totals.tax))
  const inclusive = totals.taxInclusive === null ? taxed : decimal(totals.taxInclusive)
  return add(subtract(inclusive, value(totals.prepaid)), value(totals.rounding))
}

function balance(list: readonly AllowanceCharge[]): Fraction {
  return sum(list.map(({ charge, amount }) => (charge ? decimal(amount) : subtract(ZERO, decimal(amount)))))
}

function checkDigits(side: MatchingWarning['side'], path: string, ids: readonly Identifier[]): MatchingWarning[] {
  const wrong = ids.filter((id) => /(^|:)(GLN|GTIN)$/.test(id.scheme) && !hasValidGs1Digit(normaliseIdentifier(id)))
  return wrong.map((id) => ({
    rule: 'identifier.checkDigit',
    side,
    path,
    message: `${id.scheme} ${id.value} has a wrong check digit. It is compared as it stands.`,
    stated: id.value,
    computed: null,
  }))
}

function unlessClose(
  at: Pick<MatchingWarning, 'rule' | 'side' | 'path'>,
  message: string,
  stated: Fraction,
  computed: Fraction,
  tolerance: Fraction,
): MatchingWarning[] {
  if (order(magnitude(subtract(stated, computed)), tolerance) <= 0) return []
  return [{ ...at, message, stated: show(stated), computed: show(computed) }]
}

function linePath(line: ContractLine): string {
  return `/lines/${pointer(lineName(line))}`
}
