import type { Money } from '@torihiki/shared/money.ts'

/** What a publisher states of an opportunity (A1). `visibleTo` null: open to everybody. */
export type Stated = {
  readonly title: string
  readonly description: string
  readonly category: string | null
  readonly region: string | null
  /** How much, with its unit, as text. */
  readonly quantity: string | null
  readonly budget: Money | null
  readonly validUntil: Date | null
  /** The primary language subtag of BCP 47 in which title and description are written. */
  readonly language: string | null
  readonly visibleTo: readonly string[] | null
}

/** The names of what differs between two states, in the order in which they are stated. */
export function changedBetween(before: Stated, after: Stated): (keyof Stated)[] {
  return (Object.keys(plain(before)) as (keyof Stated)[]).filter((name) => plain(before)[name] !== plain(after)[name])
}

function plain(stated: Stated): Readonly<Record<keyof Stated, string | null>> {
  const { title, description, category, region, quantity, budget, validUntil, language, visibleTo } = stated
  return {
    title,
    description,
    category,
    region,
    quantity,
    budget: budget && `${budget.minor} ${budget.currency}`,
    validUntil: validUntil && validUntil.toISOString(),
    language,
    visibleTo: visibleTo && [...new Set(visibleTo)].toSorted().join(' '),
  }
}
