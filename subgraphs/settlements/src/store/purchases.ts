import type { Tx } from '@torihiki/shared/store/store.ts'

/** A purchaser's terms as they are now, with what is outstanding under them. Bigints are text. */
export type TermsRow = {
  purchaser_id: string
  currency: string
  version: number
  discount_ppm: number
  limit_minor: string
  outstanding_minor: string
  recourse_after_days: number
  agent_id: string
  set_at: string
}

export type PurchaseRow = {
  id: string
  claim_id: string
  collection_id: string
  purchaser_id: string
  seller_id: string
  debtor_id: string
  amount_minor: string
  discount_minor: string
  currency: string
  terms_version: number
  discount_ppm: number
  recourse_after_days: number
  purchased_at: string
  returned_at: string | null
  return_reason: string | null
}

export const termsSelect = `select t.*, l.outstanding_minor from purchase_line l
  join purchase_terms t on t.purchaser_id = l.purchaser_id and t.currency = l.currency and t.version = l.version`
export const purchaseSelect = `select p.*, r.returned_at, r.reason as return_reason from receivable_purchase p
  left join receivable_return r on r.purchase_id = p.id`

/** A purchaser's line with its present terms, locked: purchases under it come one after the other. Null when it states none. */
export async function lockLine(tx: Tx, purchaserId: string, currency: string): Promise<TermsRow | null> {
  const [row] = await tx.sql<TermsRow>(
    `${termsSelect} where l.purchaser_id = $1 and l.currency = $2 for no key update of l`,
    [purchaserId, currency],
  )
  return row ?? null
}

/** What is outstanding under a locked line, more or less by this. */
export async function changeOutstanding(tx: Tx, purchaserId: string, currency: string, by: bigint): Promise<void> {
  await tx.sql(
    'update purchase_line set outstanding_minor = outstanding_minor + $3 where purchaser_id = $1 and currency = $2',
    [purchaserId, currency, by],
  )
}

/** The purchase that an obligation collects; null when it collects none. */
export async function purchaseOfCollection(tx: Tx, collectionId: string): Promise<PurchaseRow | null> {
  const [row] = await tx.sql<PurchaseRow>(`${purchaseSelect} where p.collection_id = $1`, [collectionId])
  return row ?? null
}
