import { parseCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { moneyOf, spell, type Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { repaymentPosting, takenPaymentPosting } from '../domain/guarantee-posting.ts'
import { changesOf, type Posting } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { guaranteeByNumber, insertGuaranteePayment, type GuaranteeRow } from '../store/guarantees.ts'
import { post } from '../store/postings.ts'
import { recordStep } from './change-guarantee.ts'
import { recordChange } from './change-reservation.ts'
import { publishGuaranteedCapture } from './invoke-guarantee.ts'
import { lockDueGuarantee, type DueGuarantee } from './lock-due-guarantee.ts'

/** Where payments by transaction number are taken. */
export const paymentPlaces = ['BANK', 'POST_OFFICE', 'CONVENIENCE_STORE', 'COUNTER', 'CARRIER'] as const

export type PaymentPlace = (typeof paymentPlaces)[number]

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  transactionNumber: form.text(80),
  amount: form.money,
  reference: form.text(100),
  takenBy: z.enum(paymentPlaces),
})

type Taken = { readonly reference: string; readonly takenBy: string; readonly actor: Actor }

/**
 * Takes an institution's report that a payer paid, quoting a number (B10; step 14 of the money model): cash / due to the merchant in that
 * institution's own book, and the event by which it owes the merchant. When the guarantor was called upon before, it is due to the guarantor,
 * and clears what the payer owed that one (step 15). Each guarantee is paid once, each reference taken once. Refuses, with nothing booked,
 * a number that is mistyped, unknown, not to be paid yet or any more, and an amount other than the one to be paid.
 */
export async function reportGuaranteedPayment(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ paymentId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const number = parseCode('TRANSACTION', input.transactionNumber)
  if (!number.ok) return refuseInput([{ path: 'transactionNumber', message: number.message }])
  const request = {
    actor,
    operation: 'reportGuaranteedPayment',
    idempotencyKey: input.idempotencyKey,
    input: raw,
  }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const found = await guaranteeByNumber((text, p) => tx.sql(text, p), number.code)
    if (!found) return refuse('NOT_FOUND', 'Nothing was guaranteed under this number. Take no money for it.')
    const due = await lockDueGuarantee(tx, found)
    const unpayable = refusalOf(due.row)
    if (unpayable || !('reservation' in due)) return unpayable ?? notAccepted()
    const wrong = amountFault(input.amount, moneyOf(due.minor, due.row.currency))
    if (wrong) return refuseInput([{ path: 'amount', message: wrong }])
    const taken = { reference: input.reference, takenBy: input.takenBy, actor }
    return due.row.status === 'PAYABLE' ? payPayee(tx, services, due, taken) : payGuarantor(tx, services, due, taken)
  })
}

const notAccepted = (): Refusal =>
  refuse('WRONG_STATE', 'The goods have not been accepted yet: there is nothing to pay under this number so far.', {
    state: 'GRANTED',
  })

function refusalOf({ status, overdue }: GuaranteeRow): Refusal | null {
  switch (status) {
    case 'PAYABLE':
    case 'INVOKED':
      return null
    case 'GRANTED':
      return overdue
        ? refuse('WRONG_STATE', 'The guarantee has expired: nothing is to be paid under this number.', {
            state: 'EXPIRED',
          })
        : notAccepted()
    case 'PAID':
    case 'REPAID':
      return refuse('WRONG_STATE', 'This number is paid already. Give the payer its money back.', { state: status })
    case 'SOLD':
      return refuse(
        'WRONG_STATE',
        'What was owed under this number was sold to the hub: the payer pays the bill that it has from there. Give it its money back.',
        { state: status },
      )
    default:
      return refuse('WRONG_STATE', `The guarantee is ${status}: nothing is to be paid under this number.`, {
        state: status,
      })
  }
}

function amountFault(given: Money, due: Money): string | null {
  if (given.currency === due.currency && given.minor === due.minor) return null
  return `Under this number ${spell(due)} is to be paid, in one sum. Nothing was booked.`
}

/** Who is paid is the merchant: its reservation is CAPTURED, and the institution owes it. */
async function payPayee(
  tx: Tx,
  services: ReservationsServices,
  due: DueGuarantee,
  taken: Taken,
): Promise<{ paymentId: string } | Refusal> {
  const { row, reservation } = due
  const paymentId = await book(tx, services, due, row.payee_id, 'PAYMENT', taken)
  if (paymentId === null) return takenBefore()
  await publishGuaranteedCapture(tx, due, paymentId, taken.actor.memberId)
  await recordStep(tx, services, row, 'Paid', taken.actor)
  await recordChange(tx, services, reservation, { type: 'Captured', amount: due.minor })
  return { paymentId }
}

/** Who is paid is the guarantor, which has stood in for the payer: what that one owed it is cleared. */
async function payGuarantor(
  tx: Tx,
  services: ReservationsServices,
  due: DueGuarantee,
  taken: Taken,
): Promise<{ paymentId: string } | Refusal> {
  const { row, reservation, contract, minor } = due
  const { memberId: institutionId } = taken.actor
  const paymentId = await book(tx, services, due, row.guarantor_id, 'REPAYMENT', taken)
  if (paymentId === null) return takenBefore()
  const cleared = repaymentPosting(row.id, row.payer_id, institutionId, row.currency, minor)
  if (!(await postIn(tx, services, row.guarantor_id, cleared, institutionId)))
    throw new Error(`Guarantee ${row.id} is INVOKED, but its repayment is posted.`)
  await tx.publish('GuaranteeRepaid', {
    paymentId,
    threadId: reservation.thread_id,
    contractId: contract.contractId,
    institutionId,
    guarantorId: row.guarantor_id,
    amountMinor: minor.toString(),
    currency: row.currency,
    settlement: contract.settlement,
    settlementAgentId: contract.settlementAgentId,
    transactionNumber: row.transaction_number ?? '',
  })
  await recordStep(tx, services, row, 'Repaid', taken.actor)
  return { paymentId }
}

const takenBefore = (): Refusal =>
  refuseInput([{ path: 'reference', message: 'You have reported a payment with this reference already.' }])

/** Books in the institution's own book what it took; null when it has booked that reference before. */
async function book(
  tx: Tx,
  services: ReservationsServices,
  { row, minor }: DueGuarantee,
  creditorId: string,
  kind: 'PAYMENT' | 'REPAYMENT',
  { reference, takenBy, actor }: Taken,
): Promise<string | null> {
  const { memberId: institutionId } = actor
  const posting = takenPaymentPosting(creditorId, row.currency, minor, reference)
  const postingId = await postIn(tx, services, institutionId, posting, institutionId)
  if (postingId === null) return null
  const id = newId()
  await insertGuaranteePayment(tx, {
    id,
    guaranteeId: row.id,
    kind,
    institutionId,
    creditorId,
    minor,
    currency: row.currency,
    reference,
    takenBy,
    postingId,
    at: services.now(),
  })
  return id
}

/** Posts in a book; null when the same fact is in it already. */
async function postIn(
  tx: Tx,
  services: ReservationsServices,
  institutionId: string,
  posting: Posting,
  actorId: string,
): Promise<string | null> {
  const keys = posting.legs.map(({ key }) => key)
  const accounts = await lockAccounts(tx, institutionId, keys)
  return post(tx, accounts, posting, changesOf(posting), { institutionId, actorId, at: services.now() })
}
