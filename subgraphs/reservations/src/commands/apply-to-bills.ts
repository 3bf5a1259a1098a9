import type { EventPayload } from '@torihiki/schema'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { applyToBills, unpaidOf } from '../domain/billing.ts'
import { billOf, billsById, notApplied, savePayments, unpaidBills } from '../store/bills.ts'

/**
 * Applies what is on no bill yet, a repayment that was just posted included, to an account's unpaid bills, the oldest first (B21). The
 * account's row is locked.
 * @returns the ids of the bills that are paid by it
 */
export async function applyCredit(tx: Tx, accountId: string, postingId: string | null, at: Date): Promise<string[]> {
  const { payments } = applyToBills(await notApplied(tx.sql, accountId), await unpaidBills(tx, accountId))
  if (payments.length > 0) await savePayments(tx, payments, postingId, at)
  return payments.flatMap(({ bill, status }) => (status === 'PAID' ? [bill.id] : []))
}

/** Tells the members whose bills they are: made, paid or overdue. */
export async function tellOfBills(
  tx: Tx,
  billIds: readonly string[],
  change: EventPayload<'CreditBillChanged'>['change'],
): Promise<void> {
  if (billIds.length === 0) return
  const rows = await billsById(tx.sql, billIds)
  await tx.publishAll(
    'CreditBillChanged',
    rows.map((row) => ({
      billId: row.id,
      billNumber: row.bill_number,
      memberId: row.member_id,
      change,
      // When it is made: with what is carried over. When it is overdue: what is still unpaid of it.
      amountMinor:
        change === 'MADE' ? row.total_minor : change === 'PAID' ? row.paid_minor : unpaidOf(billOf(row)).toString(),
      currency: row.currency,
      dueOn: row.due_on,
    })),
  )
}
