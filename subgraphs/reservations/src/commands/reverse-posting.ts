import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { moneyOf, moneyText, spell } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { availableOf } from '../domain/account.ts'
import { changesOf, reversalPosting, type Leg, type PostingKind } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts, type LockedAccounts } from '../store/accounts.ts'
import { post, postingOf } from '../store/postings.ts'
import { refuseUnlessOperator } from './operator.ts'

/** What may be taken back: money that came in or went out. */
const reversible: readonly PostingKind[] = ['DEPOSIT', 'PAYOUT', 'REPAYMENT']

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  postingId: form.id,
  reference: form.text(100),
  reason: form.text(500),
})

/**
 * Takes back a posting by one that mirrors it, which is the only correction that there is: nothing posted is ever changed. Each posting
 * is reversed at most once, on record with who did it, its reference and the reason. For operators of the institution. Refuses
 * WRONG_STATE a capture, which a refund takes back so that the payee's side hears of it, a reversal, and what was reversed;
 * INSUFFICIENT_FUNDS when an account would go below what is held on it or beyond its line. A repayment that is taken back stays on the
 * bills that it paid; it is a line of the next one (B21).
 */
export async function reversePosting(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ postingId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (isRefusal(input)) return input
  if (refusal) return refusal
  const { idempotencyKey } = input
  const { institutionId } = services
  return runCommand(
    services.store,
    { actor, operation: 'reversePosting', idempotencyKey, input: raw },
    async (tx: Tx) => {
      const original = await postingOf(tx, institutionId, input.postingId)
      if (!original) return refuse('NOT_FOUND', 'There is no posting with this id.')
      if (!reversible.includes(original.kind)) return notReversible(original.kind)
      const posting = reversalPosting(original.id, original.legs)
      const accounts = await lockAccounts(
        tx,
        institutionId,
        posting.legs.map((leg) => leg.key),
      )
      // An account that cannot bear it may be why it was not reversed, but not when it was: that is looked at first.
      const done = await tx.sql('select 1 as done from posting where reverses = $1', [original.id])
      if (done.length > 0) return reversedAlready()
      const tooMuch = beyondLimit(accounts, posting.legs)
      if (tooMuch) return tooMuch
      const { reference, reason } = input
      const postingId = await post(tx, accounts, posting, changesOf(posting), {
        institutionId,
        actorId: actor.memberId,
        at: services.now(),
        correction: { reverses: original.id, reference, reason },
      })
      if (!postingId) return reversedAlready()
      return { postingId }
    },
  )
}

const reversedAlready = (): Refusal => refuse('WRONG_STATE', 'The posting is reversed already.', { state: 'REVERSED' })

function notReversible(kind: PostingKind): Refusal {
  const isPayment = kind === 'CAPTURE' || kind.startsWith('GUARANTEE_')
  return refuse(
    'WRONG_STATE',
    isPayment
      ? 'A payment is taken back by a refund, so that what is owed to the payee is taken back with it.'
      : `A posting of kind ${kind} is not reversed. Post what is true anew.`,
    { state: kind },
  )
}

/** By how much a debit does not fit into what an account with a limit has available. */
function beyondLimit(accounts: LockedAccounts, legs: readonly Leg[]): Refusal | null {
  for (const { key, side, minor } of legs) {
    const available = side === 'DEBIT' ? availableOf(accounts.get(key)) : null
    if (available === null || available >= minor) continue
    const [requested, fits, lacks] = [minor, available, minor - available].map((each) => moneyOf(each, key.currency))
    if (!requested || !fits || !lacks) continue
    return refuse(
      'INSUFFICIENT_FUNDS',
      `${spell(requested)} cannot be taken back: ${spell(fits)} is available, ${spell(lacks)} is lacking. Nothing was posted.`,
      { requested: moneyText(requested), available: moneyText(fits), shortfall: moneyText(lacks) },
    )
  }
  return null
}
