import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { changesOf, depositPosting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { post } from '../store/postings.ts'
import { refuseUnlessOperator } from './operator.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberId: form.id,
  amount: form.money,
  reference: form.text(100),
})

/**
 * Records that money came in for a member's deposit (B14): cash / deposit. For operators of the institution. Refuses a member that
 * is not known, and a reference that is on record: the same incoming payment is booked once, whatever key it comes with.
 */
export async function depositFunds(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ accountId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (isRefusal(input)) return input
  if (refusal) return refusal
  const { minor, currency } = input.amount
  const { institutionId } = services
  const posting = depositPosting(input.memberId, currency, minor, input.reference)
  return runCommand(
    services.store,
    { actor, operation: 'depositFunds', idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      if (!(await knownMembers(tx, [input.memberId])).has(input.memberId))
        return refuse('NOT_FOUND', 'There is no member with this id.')
      const accounts = await lockAccounts(
        tx,
        institutionId,
        posting.legs.map((leg) => leg.key),
      )
      const posted = await post(tx, accounts, posting, changesOf(posting), {
        institutionId,
        actorId: actor.memberId,
        at: services.now(),
      })
      if (!posted)
        return refuseInput([
          { path: 'reference', message: 'The incoming payment with this reference is on record already.' },
        ])
      return { accountId: accounts.get({ kind: 'DEPOSIT', owner: input.memberId, currency }).id }
    },
  )
}
