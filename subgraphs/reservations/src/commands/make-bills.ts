import { newCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { billAfter, dueOf, nextClosing, unpaidOf } from '../domain/billing.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import {
  accountsToBill,
  billingOf,
  billsById,
  billsPastDue,
  closePeriod,
  insertBill,
  saveTotals,
  unpaidBeside,
  unpaidBills,
  type Billing,
} from '../store/bills.ts'
import { applyCredit, tellOfBills } from './apply-to-bills.ts'

/** How many accounts and bills one sweep takes at most; the next goes on. */
export const billingBatch = 200
/** How many periods of one account are closed in a transaction at most, should sweeps have stood still. */
const periodsAtOnce = 24

type CreditAccount = { readonly id: string; readonly owner: string; readonly currency: string }

/**
 * Bills what members drew on credit (B21): makes a bill for each account whose period has ended and in which something was posted, and
 * notes which bills are overdue. Each account in a transaction of its own under its row lock: sweeps at once, or after one that died, make
 * each bill once. One that fails does not keep the others back.
 * @returns how many bills were made
 * @throws AggregateError, at the end, of what could not be done
 */
export async function billCredits(services: ReservationsServices): Promise<number> {
  const { store, now } = services
  let made = 0
  const failures: unknown[] = []
  const each = async <T>(all: readonly T[], work: (one: T) => Promise<number>): Promise<void> => {
    for (const one of all)
      await work(one).then(
        (count) => (made += count),
        (error: unknown) => failures.push(error),
      )
  }
  await each(await accountsToBill((text, p) => store.query(text, p), now(), billingBatch), (account) =>
    billAccount(services, account),
  )
  await each(await billsPastDue((text, p) => store.query(text, p), now(), billingBatch), (bill) =>
    noteOverdue(services, bill),
  )
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} credit accounts could not be billed.`)
  return made
}

async function billAccount(services: ReservationsServices, account: CreditAccount): Promise<number> {
  return services.store.transaction(async (tx) => {
    await lockAccounts(tx, services.institutionId, [{ kind: 'CREDIT', ...account }])
    let made = 0
    for (let period = 0; period < periodsAtOnce; period++) {
      const billing = await billingOf(tx.sql, account.id)
      if (!billing || billing.next.at > services.now()) break
      if (await makeBill(tx, services, account, billing)) made++
      await closePeriod(tx, account.id, billing.next.at, nextClosing(billing.next.at, billing.terms))
    }
    return made
  })
}

/** The bill of a period that has ended, unless nothing was posted in it. What was paid in beforehand is applied to it at once. */
async function makeBill(
  tx: Tx,
  services: ReservationsServices,
  account: CreditAccount,
  { terms, closedUntil, next }: Billing,
): Promise<boolean> {
  const id = newId()
  const bill = await insertBill(tx, {
    id,
    number: newCode('BILL'),
    accountId: account.id,
    memberId: account.owner,
    currency: account.currency,
    from: closedUntil,
    closing: next,
    due: dueOf(next.day, terms),
    at: services.now(),
  })
  if (!bill) return false
  const paid = await applyCredit(tx, account.id, null, services.now())
  const left = await unpaidBills(tx, account.id)
  const carried = unpaidBeside(left, id)
  const own = left.find((each) => each.id === id)
  await saveTotals(tx, id, carried, carried + (own ? unpaidOf(own) : 0n))
  await tellOfBills(tx, [id], 'MADE')
  await tellOfBills(tx, paid, 'PAID')
  return true
}

async function noteOverdue(services: ReservationsServices, bill: CreditAccount): Promise<number> {
  return services.store.transaction(async (tx) => {
    const { owner, currency } = bill
    await lockAccounts(tx, services.institutionId, [{ kind: 'CREDIT', owner, currency }])
    const [row] = await billsById(tx.sql, [bill.id])
    if (row?.status !== 'OPEN' && row?.status !== 'PART_PAID') return 0
    await tx.sql('update credit_bill set status = $2 where id = $1', [bill.id, billAfter(row.status, 'DuePassed')])
    await tellOfBills(tx, [bill.id], 'OVERDUE')
    return 0
  })
}
