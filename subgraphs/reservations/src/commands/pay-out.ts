import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { moneyOf, moneyText, spell } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { availableOf } from '../domain/account.ts'
import { changesOf, payOutPosting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts, readAccounts } from '../store/accounts.ts'
import { post } from '../store/postings.ts'
import { refuseUnlessOperator } from './operator.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberId: form.id,
  amount: form.money,
  reference: form.text(100),
})

/**
 * Records that money went out to a member from its deposit (B9): deposit / cash. For operators of the institution. Refuses a member without a
 * deposit in the currency, INSUFFICIENT_FUNDS beyond what is available (what holds freeze stays), and a reference that is on record: the
 * same outgoing payment is booked once, whatever key it comes with.
 */
export async function payOut(
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
  const posting = payOutPosting(input.memberId, currency, minor, input.reference)
  const request = { actor, operation: 'payOut', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const deposit = { kind: 'DEPOSIT', owner: input.memberId, currency } as const
    if ((await readAccounts(tx.sql, institutionId, [deposit])).size === 0)
      return refuse('NOT_FOUND', `There is no member with this id that has a deposit in ${currency}.`)
    const keys = posting.legs.map((leg) => leg.key)
    const accounts = await lockAccounts(tx, institutionId, keys)
    // A payment that is on record may be why there is not enough: that is looked at first.
    const known = await tx.sql('select 1 from posting where institution_id = $1 and fact = $2', [
      institutionId,
      posting.fact,
    ])
    if (known.length > 0) return onRecord()
    const available = availableOf(accounts.get(deposit)) ?? 0n
    if (available < minor) return beyond(input.amount.minor, available, currency)
    const at = services.now()
    const posted = await post(tx, accounts, posting, changesOf(posting), { institutionId, actorId: actor.memberId, at })
    return posted ? { accountId: accounts.get(deposit).id } : onRecord()
  })
}

const onRecord = (): Refusal =>
  refuseInput([{ path: 'reference', message: 'The outgoing payment with this reference is on record already.' }])

function beyond(requested: bigint, available: bigint, currency: string): Refusal {
  const [asked, fits, lacks] = [
    moneyOf(requested, currency),
    moneyOf(available, currency),
    moneyOf(requested - available, currency),
  ]
  return refuse(
    'INSUFFICIENT_FUNDS',
    `${spell(asked)} cannot be paid out: ${spell(fits)} is available, ${spell(lacks)} is lacking. Nothing was posted.`,
    { requested: moneyText(asked), available: moneyText(fits), shortfall: moneyText(lacks) },
  )
}
