import type { Money } from '@torihiki/shared/money.ts'

/** How many interests a member may have: more than that is everything. */
export const mostInterests = 50

/** What an opportunity must meet (A2): all that is not null. */
export type Criteria = {
  readonly text: string | null
  readonly category: string | null
  readonly region: string | null
  readonly publisherId: string | null
  readonly currency: string | null
  readonly language: string | null
  readonly budgetAtLeast: Money | null
  readonly budgetAtMost: Money | null
}

/** A fault of criteria, with its path within them. */
export type CriteriaFault = { readonly path: string; readonly message: string }

/** What is wrong with criteria taken together. */
export function criteriaFaults(criteria: Criteria): CriteriaFault[] {
  const { budgetAtLeast: least, budgetAtMost: most, currency } = criteria
  if (Object.values(criteria).every((each) => each === null))
    return [{ path: '', message: 'Give one criterion at least.' }]
  const faults: CriteriaFault[] = []
  if (least && most && least.currency !== most.currency)
    faults.push({ path: 'budgetAtMost', message: 'It must be in the currency of budgetAtLeast.' })
  else if (least && most && least.minor > most.minor)
    faults.push({ path: 'budgetAtMost', message: 'It must not be below budgetAtLeast.' })
  const budgetCurrency = least?.currency ?? most?.currency
  if (currency && budgetCurrency && currency !== budgetCurrency)
    faults.push({ path: 'currency', message: 'It must be the currency of the budget.' })
  return faults
}

/**
 * What an opportunity must have one of for criteria to be met: lexemes of the text where there is one, else the criterion that
 * singles out most. Each has a letter for its kind; `tokensOf` of the opportunity has the same. Null when nothing stands for them.
 */
export function anchorsOfCriteria(criteria: Criteria, lexemes: readonly string[] | null): string[] | null {
  if (lexemes !== null && lexemes.length > 0) return lexemes.map((lexeme) => `w:${lexeme}`)
  const { publisherId, category, region, currency, budgetAtLeast, budgetAtMost, language } = criteria
  if (publisherId) return [`p:${publisherId}`]
  if (category) return [`c:${category}`]
  if (region) return [`r:${region}`]
  if (language) return [`l:${language}`]
  const of = currency ?? budgetAtLeast?.currency ?? budgetAtMost?.currency
  return of ? [`m:${of}`] : null
}
