import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { invocationPosting } from '../domain/guarantee-posting.ts'
import { changesOf } from '../domain/posting.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts, type LockedAccounts } from '../store/accounts.ts'
import { guaranteeById, insertGuaranteePayment } from '../store/guarantees.ts'
import { post } from '../store/postings.ts'
import { recordStep } from './change-guarantee.ts'
import { recordChange } from './change-reservation.ts'
import { lockDueGuarantee, type DueGuarantee } from './lock-due-guarantee.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, guaranteeId: form.id })

/**
 * Calls upon the guarantor when the goods were accepted and the payer has not paid by the day (B10; step 15 of the money model): the guarantor
 * owes the merchant, and the payer owes the guarantor, in the guarantor's own book. For the merchant. Under the same row locks as the payment:
 * of both at once exactly one happens. Refuses before the day is over, by the database's clock, and what is not PAYABLE.
 */
export async function invokeGuarantee(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ guaranteeId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'invokeGuarantee', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const found = await guaranteeById((text, p) => tx.sql(text, p), input.guaranteeId)
    const parties = found && [found.payer_id, found.guarantor_id, found.approver_id]
    if (!found || (found.payee_id !== actor.memberId && !parties?.includes(actor.memberId)) || hiddenFrom(actor, found))
      return refuse('NOT_FOUND', 'There is no guarantee with this id that you may rely on.')
    if (found.payee_id !== actor.memberId)
      return refuse('NOT_ALLOWED', 'Only the merchant who is to be paid calls upon the guarantor.')
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const due = await lockDueGuarantee(tx, found)
    const { status } = due.row
    if (status !== 'PAYABLE' || !('reservation' in due))
      return notPayable(status === 'REPAID' || status === 'SOLD' ? 'INVOKED' : status)
    if (!due.row.late)
      return refuse('WRONG_STATE', `The payer has until the end of ${due.row.due_on} (UTC) to pay.`, { state: status })
    await invoke(tx, services, due, actor)
    return { guaranteeId: input.guaranteeId }
  })
}

/** The merchant hears of a guarantee when it is granted. */
function hiddenFrom(
  { memberId }: Actor,
  found: { payee_id: string; payer_id: string; transaction_number: string | null },
): boolean {
  return found.payee_id === memberId && found.transaction_number === null
}

function notPayable(state: string): Refusal {
  return refuse(
    'WRONG_STATE',
    state === 'GRANTED'
      ? 'The goods have not been accepted yet: nothing is due under this guarantee.'
      : `The guarantee is ${state}.`,
    { state },
  )
}

async function invoke(tx: Tx, services: ReservationsServices, due: DueGuarantee, actor: Actor): Promise<void> {
  const { row, reservation, minor } = due
  const { guarantor_id: institutionId, currency } = row
  const posting = invocationPosting(row.id, row.payer_id, row.payee_id, currency, minor)
  const keys = posting.legs.map(({ key }) => key)
  const accounts = await lockAccounts(tx, institutionId, keys)
  await grantByApproval(tx, services, accounts, row.payer_id, currency, institutionId)
  const at = services.now()
  const postingId = await post(tx, accounts, posting, changesOf(posting), {
    institutionId,
    actorId: actor.memberId,
    at,
  })
  if (!postingId) throw new Error(`Guarantee ${row.id} is PAYABLE, but its invocation is posted.`)
  const id = newId()
  await insertGuaranteePayment(tx, {
    id,
    guaranteeId: row.id,
    kind: 'INVOCATION',
    institutionId,
    creditorId: row.payee_id,
    minor,
    currency,
    reference: null,
    takenBy: null,
    postingId,
    at,
  })
  await publishGuaranteedCapture(tx, due, id, institutionId)
  await recordStep(tx, services, row, 'Invoked', actor)
  await recordChange(tx, services, reservation, { type: 'Captured', amount: minor })
}

/** The payer's credit with its guarantor has no line: each guarantee was approved by itself. It is on record as such when first used. */
async function grantByApproval(
  tx: Tx,
  services: ReservationsServices,
  accounts: LockedAccounts,
  payerId: string,
  currency: string,
  guarantorId: string,
): Promise<void> {
  const { id, line, terms } = accounts.get({ kind: 'CREDIT', owner: payerId, currency })
  if (line > 0n || terms !== 'LINE') return
  await tx.sql(`update ledger_account set terms = 'APPROVAL' where id = $1`, [id])
  await tx.sql(
    `insert into credit_line (id, account_id, line_minor, set_by, set_at, terms) values ($1, $2, 0, $3, $4, 'APPROVAL')`,
    [newId(), id, guarantorId, services.now()],
  )
}

/** Tells settlements that the payee has been paid by whom: that one owes it from now on (step 5), quoting the number. */
export async function publishGuaranteedCapture(
  tx: Tx,
  { row, reservation, contract, minor }: DueGuarantee,
  captureId: string,
  institutionId: string,
): Promise<void> {
  await tx.publish('PaymentCaptured', {
    captureId,
    reservationId: reservation.id,
    threadId: reservation.thread_id,
    contractId: contract.contractId,
    institutionId,
    payeeId: row.payee_id,
    amountMinor: minor.toString(),
    currency: row.currency,
    settlement: contract.settlement,
    settlementAgentId: contract.settlementAgentId,
    transactionNumber: row.transaction_number,
  })
}
