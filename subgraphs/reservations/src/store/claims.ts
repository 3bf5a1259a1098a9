import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** The hub's terms in a currency as they are now. Bigints are text. */
export type ClaimTermsRow = {
  readonly institution_id: string
  readonly currency: string
  readonly version: number
  readonly discount_ppm: number
  readonly limit_minor: string
  /** Null: no recourse. */
  readonly recourse_after_days: number | null
  readonly agent_id: string
  readonly set_at: string
}

/** A purchase, and what was given back of it, if anything was. */
export type ClaimPurchaseRow = {
  readonly id: string
  readonly guarantee_id: string
  readonly purchaser_id: string
  readonly seller_id: string
  readonly payer_id: string
  readonly minor: string
  readonly discount_minor: string
  readonly currency: string
  readonly discount_ppm: number
  readonly recourse_after_days: number | null
  readonly agent_id: string
  readonly posting_id: string
  readonly purchased_at: string
  readonly returned_minor: string | null
  readonly returned_discount_minor: string | null
  readonly return_reason: string | null
  readonly returned_at: string | null
}

export const claimTermsSelect = `select t.* from claim_line l
  join claim_terms t on t.institution_id = l.institution_id and t.currency = l.currency and t.version = l.version`
export const claimPurchaseSelect = `select c.id, c.guarantee_id, c.purchaser_id, c.seller_id, c.payer_id, c.minor, c.discount_minor, c.currency, c.discount_ppm,
  c.recourse_after_days, c.agent_id, c.posting_id, c.purchased_at, r.minor as returned_minor, r.discount_minor as returned_discount_minor,
  r.reason as return_reason, r.returned_at
  from credit_claim_purchase c left join credit_claim_return r on r.purchase_id = c.id`

/** An institution's terms in a currency, locked: purchases under them come one after the other. Null when it has stated none. After guarantees and pools. */
export async function lockClaimTerms(tx: Tx, institutionId: string, currency: string): Promise<ClaimTermsRow | null> {
  const [row] = await tx.sql<ClaimTermsRow>(
    `${claimTermsSelect} where l.institution_id = $1 and l.currency = $2 for no key update of l`,
    [institutionId, currency],
  )
  return row ?? null
}

/**
 * What is outstanding of an institution's purchases in a currency: those that were not given back and that stand on no bill yet, or on one that is not
 * paid. Minor units.
 */
export async function outstandingClaims(sql: Sql, institutionId: string, currency: string): Promise<bigint> {
  const [row] = await sql<{ sum: string }>(
    `select coalesce(sum(c.minor), 0) as sum from credit_claim_purchase c
     where c.purchaser_id = $1 and c.currency = $2 and not exists (select 1 from credit_claim_return r where r.purchase_id = c.id)
       and not exists (select 1 from credit_bill_line l join credit_bill b on b.id = l.bill_id where l.posting_id = c.posting_id and b.status = 'PAID')`,
    [institutionId, currency],
  )
  return BigInt(row?.sum ?? 0)
}

/** Of the bill on which a purchase stands: its state, and what of it is unpaid in minor units. Null while it stands on none. */
export async function billOfPurchase(tx: Tx, postingId: string): Promise<{ status: string; unpaid: bigint } | null> {
  const [row] = await tx.sql<{ status: string; unpaid: string }>(
    `select b.status, greatest(b.amount_minor, 0) - b.paid_minor as unpaid from credit_bill_line l join credit_bill b on b.id = l.bill_id
     where l.posting_id = $1`,
    [postingId],
  )
  return row ? { status: row.status, unpaid: BigInt(row.unpaid) } : null
}

/** A purchase by its id, not locked: it is never changed. */
export async function claimPurchase(sql: Sql, id: string): Promise<ClaimPurchaseRow | null> {
  const [row] = await sql<ClaimPurchaseRow>(`${claimPurchaseSelect} where c.id = $1`, [id])
  return row ?? null
}
