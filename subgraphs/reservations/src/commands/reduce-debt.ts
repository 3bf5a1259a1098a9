import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { debtReducedPosting } from '../domain/guarantee-posting.ts'
import { owedUnder } from '../domain/guarantee.ts'
import { changesOf } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { lockGuarantee, promisedOf, type GuaranteeRow } from '../store/guarantees.ts'
import { post } from '../store/postings.ts'
import { recordStep } from './change-guarantee.ts'
import { postDueIn } from './settle-capture.ts'

/** A refund's part that lowers what a payer owes its guarantor: in minor units, under an id of its own, by which settlements knows it. */
export type Reduction = { readonly id: string; readonly guarantee: GuaranteeRow; readonly minor: bigint }

/** How much of a refund lowers the payer's debt to its guarantor (B10, B15): as much as there is of it, once that one was called upon. The reservation is locked; locks the guarantee. */
export async function reductionBy(tx: Tx, guaranteeId: string | null, minor: bigint): Promise<Reduction | null> {
  const guarantee = guaranteeId === null ? null : await lockGuarantee(tx, guaranteeId)
  if (guarantee?.status !== 'INVOKED') return null
  const owed = owedUnder(promisedOf(guarantee))
  return { id: newId(), guarantee, minor: minor < owed ? minor : owed }
}

/**
 * Posts it in the guarantor's book, once a refund: what is to come in from the seller / what the payer owed. What the payer owes under the number is lower
 * by that; when nothing is left, the guarantee is REPAID. Payer and guarantor are told.
 */
export async function reduceDebt(
  tx: Tx,
  services: ReservationsServices,
  { id, guarantee, minor }: Reduction,
  refund: { readonly id: string; readonly debtor_id: string },
): Promise<void> {
  const { guarantor_id: institutionId, payer_id: payerId, currency } = guarantee
  const posting = debtReducedPosting(refund.id, payerId, refund.debtor_id, currency, minor)
  const keys = posting.legs.map(({ key }) => key)
  const accounts = await lockAccounts(tx, institutionId, keys)
  const at = services.now()
  const context = { institutionId, actorId: refund.debtor_id, at }
  const postingId = await post(tx, accounts, posting, changesOf(posting), context)
  if (postingId === null) throw new Error(`Refund ${refund.id} has lowered a debt already.`)
  await tx.sql(
    `insert into debt_reduction (id, refund_id, guarantee_id, institution_id, debtor_id, minor, currency, posting_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, refund.id, guarantee.id, institutionId, refund.debtor_id, minor, currency, postingId, at],
  )
  const event = minor === owedUnder(promisedOf(guarantee)) ? 'Cleared' : 'Reduced'
  await recordStep(tx, services, guarantee, event, null, { cleared: BigInt(guarantee.cleared_minor) + minor })
}

/** Takes that the seller has paid the guarantor what it owed it for a refund: cash / what was to come in there. False when the id names no such. */
export async function takeReductionSettled(tx: Tx, services: ReservationsServices, id: string): Promise<boolean> {
  const [row] = await tx.sql<{ institution_id: string; debtor_id: string; currency: string; minor: string }>(
    'select institution_id, debtor_id, currency, minor from debt_reduction where id = $1',
    [id],
  )
  if (!row) return false
  await postDueIn(tx, services, { ...row, owner: row.debtor_id }, id)
  return true
}
