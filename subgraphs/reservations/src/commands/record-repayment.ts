import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { changesOf, repaymentPosting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts, readAccounts } from '../store/accounts.ts'
import { post } from '../store/postings.ts'
import { applyCredit, tellOfBills } from './apply-to-bills.ts'
import { refuseUnlessOperator } from './operator.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberId: form.id,
  amount: form.money,
  reference: form.text(100),
})

/**
 * Records that a member paid back what it drew on credit (B21, step 11 of the money model): cash / credit. The line is free again at once; the
 * oldest bill is paid first. What is more than all bills stays as the member's credit balance: it can be drawn besides the line, and
 * pays the next bill. For operators of the institution. Refuses a member without a credit in the currency, and a reference that is on
 * record: the same incoming payment is booked once, whatever key it comes with.
 */
export async function recordRepayment(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ accountId: string; paidBillIds: readonly string[] } | Refusal> {
  const input = parseInput(inputForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (isRefusal(input)) return input
  if (refusal) return refusal
  const { minor, currency } = input.amount
  const { institutionId } = services
  const posting = repaymentPosting(input.memberId, currency, minor, input.reference)
  return runCommand(
    services.store,
    { actor, operation: 'recordRepayment', idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      const credit = { kind: 'CREDIT', owner: input.memberId, currency } as const
      if ((await readAccounts(tx.sql, institutionId, [credit])).size === 0)
        return refuse('NOT_FOUND', `There is no member with this id that has a credit in ${currency}.`)
      const accounts = await lockAccounts(
        tx,
        institutionId,
        posting.legs.map((leg) => leg.key),
      )
      const at = services.now()
      const postingId = await post(tx, accounts, posting, changesOf(posting), {
        institutionId,
        actorId: actor.memberId,
        at,
      })
      if (!postingId)
        return refuseInput([{ path: 'reference', message: 'The repayment with this reference is on record already.' }])
      const accountId = accounts.get(credit).id
      const paidBillIds = await applyCredit(tx, accountId, postingId, at)
      await tellOfBills(tx, paidBillIds, 'PAID')
      return { accountId, paidBillIds }
    },
  )
}
