import { form } from '@torihiki/shared/parse-input.ts'
import { refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { anchorsOfCriteria, criteriaFaults, type Criteria } from '../domain/interest.ts'
import { anchorsOf, longestSearch, searchQueryOf, textSearchOf } from '../domain/search.ts'
import type { SavedCriteria } from '../store/interests.ts'
import { understand } from '../store/vocabulary.ts'
import { languageForm, statedForms } from './stated-input.ts'

/** The form of an interest's name. */
export const interestName = form.text(100)

/** The form of what an interest asks for. */
export const criteriaForm = z.object({
  text: form.optional(form.text(longestSearch)),
  category: form.optional(statedForms.category),
  region: form.optional(statedForms.region),
  publisherId: form.optional(form.id),
  currency: form.optional(z.string()),
  language: form.optional(languageForm),
  budgetAtLeast: form.optional(form.money),
  budgetAtMost: form.optional(form.money),
})

/** Criteria as they are kept: with the query of their text, and what they are found by. Refuses those that would meet everything. */
export async function prepareCriteria(tx: Tx, memberId: string, criteria: Criteria): Promise<SavedCriteria | Refusal> {
  const faults = criteriaFaults(criteria).map(({ path, message }) => fault(path, message))
  if (faults.length > 0) return refuseInput(faults)
  const search = criteria.text === null ? null : textSearchOf(criteria.text)
  if (criteria.text !== null && search === null)
    return refuseInput([fault('text', 'There is no word in it to search for.')])
  const known = search
    ? await understand((text, p) => tx.sql(text, p), { opportunitiesOf: memberId }, search)
    : new Map()
  const anchors = anchorsOfCriteria(criteria, search && anchorsOf(search, known))
  if (anchors === null)
    return refuseInput([fault('text', 'One character alone is too wide: give a word, or another criterion.')])
  return { criteria, query: search && searchQueryOf(search, known).exact, anchors }
}

const fault = (path: string, message: string): { path: string; message: string } => ({
  path: path === '' ? 'criteria' : `criteria.${path}`,
  message,
})
