/** The one door to the rules that tell when two contract documents are substantially equal (A5). */
export { normaliseTerms } from './agreed-terms.ts'
export { type MatchingWarning } from './arithmetic.ts'
export { endOf } from './calendar.ts'
export {
  compareContracts,
  compareSubmissions,
  type ContractComparison,
  RULE_SET,
  type RoledDocument,
} from './compare.ts'
export { type Contradiction, contradicts, findContradiction, type OverallStance, overallStance } from './conflict.ts'
export { minorDigits } from './currencies.ts'
export { type Discrepancy, type Verdict, type Weight } from './discrepancy.ts'
export { comparisonToJson, contractTermsToJson, type ExactJson } from './terms-json.ts'
export * from './reports.ts'
export {
  type AllowanceCharge,
  type AnswerCodes,
  type AnswerLineCode,
  type ContractLine,
  type ContractTerms,
  type DeliverySlot,
  type DeliveryTerms,
  type GoverningTerms,
  type Identifier,
  type ItemProperty,
  NO_LINE,
  NO_TERMS,
  type ParsedAnswer,
  type ParsedContract,
  type ParsedOffer,
  type Party,
  type PaymentConditions,
  type Place,
  type Price,
  type Quantity,
  type Totals,
} from './terms.ts'
export {
  agreementToJson,
  hashOfAgreement,
  profileOf,
  type ToleranceAgreement,
  type ToleranceRules,
  toleranceRulesForm,
} from './agreed-profile.ts'
export { explain, remedyOf } from './explain.ts'
export { type RuleCode, RULES } from './rules.ts'
export { type AgreedFactor, STANDARD_TOLERANCE, type ToleranceProfile } from './tolerance.ts'
