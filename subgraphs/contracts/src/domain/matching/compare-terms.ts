import { normaliseDate } from './calendar.ts'
import { compareAllowances, compareLines } from './compare-lines.ts'
import { compareDeliveries, compareDeliveryTerms } from './compare-delivery.ts'
import { compareParties } from './compare-parties.ts'
import { compareAmounts, compareTexts, type Scope, statedText } from './compare-values.ts'
import { toMinor } from './currencies.ts'
import { type Discrepancy, discrepancy } from './discrepancy.ts'
import { decimal } from './fraction.ts'
import type { ContractTerms, Totals } from './terms.ts'
import { foldText, normaliseText } from './text.ts'
import type { ToleranceProfile } from './tolerance.ts'

/**
 * Every difference between what two sides state (A5, rules 2 to 7). With `silence: null` a term that one side leaves out is
 * no difference: so two answers are held against each other.
 */
export function compareTerms(
  buyer: ContractTerms,
  seller: ContractTerms,
  profile: ToleranceProfile,
  silence: Scope['silence'],
): Discrepancy[] {
  const scope = scopeOf(buyer, seller, profile, silence)
  return [
    ...compareReferences(scope, buyer, seller),
    ...compareParties(scope, buyer, seller),
    ...compareCurrency(scope, buyer, seller),
    ...compareLines(scope, buyer, seller),
    ...compareDeliveries(scope, '/delivery', buyer.deliveries, seller.deliveries),
    ...compareDeliveryTerms(scope, buyer, seller),
    ...comparePayment(scope, buyer, seller),
    ...compareGoverningTerms(scope, buyer, seller),
    ...compareAllowances(scope, '', '', buyer.allowances, seller.allowances, totalTolerance(scope)),
    ...compareTotals(scope, buyer, seller),
  ]
}

/** The number of the order must be the same. A quotation comes before the order: there the quotation's number takes its place. */
export function compareReferences(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const [left, right] = [buyer.quotationReference, seller.quotationReference]
  const bothQuote = left !== null && right !== null
  const quotation = bothQuote
    ? compareTexts(scope, 'quotationReference', '/quotationReference', left, right, normaliseText)
    : []
  if (isQuotation(buyer) || isQuotation(seller)) return quotation
  const [order, other] = [buyer.orderReference, seller.orderReference]
  const absent =
    order === null && other === null && scope.silence !== null
      ? [discrepancy('orderReference', '/orderReference', 'BLOCKING', null, null)]
      : []
  const compared = compareTexts(scope, 'orderReference', '/orderReference', order, other, normaliseText)
  return [...quotation, ...absent, ...compared]
}

/** Terms that name a quotation and no order are a quotation's own. */
function isQuotation(terms: ContractTerms): boolean {
  return terms.orderReference === null && terms.quotationReference !== null
}

/** The scope that the rules share: no rounding when the currencies differ; as many lines as the shorter side has. */
export function scopeOf(
  buyer: ContractTerms,
  seller: ContractTerms,
  profile: ToleranceProfile,
  silence: Scope['silence'],
): Scope {
  const lines = Math.min(buyer.lines.length, seller.lines.length)
  const currency = buyer.currency === seller.currency ? buyer.currency : null
  return { profile, currency, lineCount: BigInt(lines), silence }
}

function compareCurrency(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  if (scope.silence !== null && buyer.currency === null && seller.currency === null) {
    return [discrepancy('currency', '/currency', 'BLOCKING', null, null)]
  }
  return compareTexts(scope, 'currency', '/currency', buyer.currency, seller.currency, normaliseText)
}

function comparePayment(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const [left, right] = [buyer.payment, seller.payment]
  return [
    ...compareTexts(scope, 'payment.dueDate', '/payment/dueDate', left.dueDate, right.dueDate, normaliseDate),
    ...compareTexts(scope, 'payment.conditions', '/payment/conditions', left.conditions, right.conditions, foldText),
  ]
}

function compareGoverningTerms(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const [left, right] = [buyer.governingTerms, seller.governingTerms]
  const compare = (name: 'sha256' | 'framework' | 'conditions'): Discrepancy[] =>
    compareTexts(scope, `governingTerms.${name}`, `/governingTerms/${name}`, left[name], right[name], foldText)
  return [...compare('sha256'), ...compare('framework'), ...compare('conditions')]
}

const SUBTOTALS: readonly (keyof Totals)[] = ['lines', 'allowances', 'charges', 'taxExclusive', 'taxInclusive']
const OWN_TOTALS: readonly (keyof Totals)[] = ['tax', 'prepaid', 'rounding', 'payable']

function compareTotals(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const minor = totalTolerance(scope)
  const compare = (name: keyof Totals, silent: 'SUPPLEMENT' | 'BLOCKING'): Discrepancy[] => {
    const [left, right] = [buyer.totals[name], seller.totals[name]]
    return compareAmounts(scope, `totals.${name}`, `/totals/${name}`, left, right, minor, silent)
  }
  return [
    ...SUBTOTALS.flatMap((name) => compare(name, 'SUPPLEMENT')),
    ...OWN_TOTALS.flatMap((name) => compare(name, 'BLOCKING')),
    ...comparePayability(scope, buyer, seller),
  ]
}

/** What cannot be paid cannot be notarized: less than nothing, or a fraction of a minor unit. */
function comparePayability(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const { currency } = scope
  const payable = (amount: string | null): boolean => {
    if (amount === null || currency === null) return true
    const minor = toMinor(decimal(amount), currency)
    return minor !== null && minor >= 0n
  }
  const [left, right] = [buyer.totals.payable, seller.totals.payable]
  if (payable(left) && payable(right)) return []
  const rule = 'totals.notPayable'
  const [a, b] = [statedText(left, normaliseText), statedText(right, normaliseText)]
  return [discrepancy(rule, '/totals/payable', 'BLOCKING', a, b)]
}

function totalTolerance(scope: Scope): bigint {
  return scope.profile.totalMinorPerLine * scope.lineCount
}
