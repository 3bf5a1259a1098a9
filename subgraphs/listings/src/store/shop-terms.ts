import type { QuoteTerms } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { DeliveryCharge } from '../domain/quote.ts'

type Sql = Tx['sql']

/** By what a shop sells (C1, C4): what the hub computes totals by, and by what it acts for the shop. */
export type ShopTerms = Omit<QuoteTerms, 'version' | 'onAccount'> & {
  readonly deliveryCharges: readonly DeliveryCharge[]
  /** Members who may pay on account. */
  readonly onAccountIds: readonly string[]
}

/** A version of a shop's terms. */
export type ShopTermsRow = { shop_id: string; version: number; at: string; terms: ShopTerms }

/** The newest terms of a shop; null when it has stated none. */
export async function newestTerms(sql: Sql, shopId: string): Promise<ShopTermsRow | null> {
  const [row] = await sql<ShopTermsRow>('select * from shop_terms where shop_id = $1 order by version desc limit 1', [
    shopId,
  ])
  return row ?? null
}

/** Puts a version of a shop's terms on record. The shop's row is locked. */
export async function insertTerms(
  tx: Tx,
  { shopId, version, terms }: { shopId: string; version: number; terms: ShopTerms },
  at: Date,
): Promise<void> {
  await tx.sql('insert into shop_terms (shop_id, version, at, terms) values ($1, $2, $3, $4)', [
    shopId,
    version,
    at,
    JSON.stringify(terms),
  ])
}
