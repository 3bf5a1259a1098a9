import type { Actor, ContactChannel } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText, spell, type Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { openAmount } from '../domain/hold.ts'
import { acceptedBy, capacityOf, type Accepted, type InspectionParty } from '../domain/inspection.ts'
import type { PaymentReservationModel } from '../graphql/models.ts'
import type { ReservationsServices } from '../services.ts'
import { lockGuarantee } from '../store/guarantees.ts'
import { coolingOffOfThread } from '../store/cooling-off.ts'
import type { OpenHold } from '../store/holds.ts'
import { inspectionAgreementOf, lockOpenReservation, newestStatus } from '../store/reservations.ts'
import {
  contractOf,
  hasParties,
  inspectedSoFar,
  lockThread,
  type ContractTerms,
  type Thread,
} from '../store/threads.ts'
import { captureHold } from './capture-hold.ts'
import { recordStep } from './change-guarantee.ts'
import { knownHold, recordChange } from './change-reservation.ts'
import { isOperator } from './operator.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  amount: form.optional(form.money),
  final: form.optional(z.boolean()),
  onBehalfOfId: form.optional(form.id),
})

/** The id is null for what is paid on account: nothing was held, nothing is captured. */
export type InspectionAnswer = { inspectionId: string; reservationId: string | null }

/** Who confirmed, as what, on whose behalf, and how that one asked for it. `ofReceipt`: not as an operator, but as who handed the goods over (B11). */
export type Confirmed = {
  readonly by: string
  readonly onBehalfOf: string | null
  readonly as: InspectionParty
  readonly channel?: ContactChannel
  readonly ofReceipt?: boolean
}
type Act = {
  readonly threadId: string
  readonly contract: ContractTerms
  readonly confirmed: Confirmed
  readonly asked: Money | null
  readonly final: boolean
  readonly inspected: bigint
}

/**
 * Takes the confirmation of inspection (B7), of the recipient or of whom the payer agreed to besides, and pays the frozen amount, in full, in part or in several parts, each
 * exactly once (B8). The rest is released, unless `final` is false and something is left of both hold and contract. On account it makes the amount payable. Who confirmed, for whom and
 * as what is on record. Refuses whom nobody agreed to, an amount by the carrier, who knows none, a thread without a contract or inspected in full, more than is held, more than is left of the contract.
 */
export async function confirmInspection(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<InspectionAnswer | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  return runCommand(
    services.store,
    { actor, operation: 'confirmInspection', idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      const thread = await lockThread(tx, input.threadId)
      const confirmed = await confirmerOf(tx, thread, actor, input.onBehalfOfId)
      if (isRefusal(confirmed)) return confirmed
      if (confirmed.as === 'CARRIER' && input.amount)
        return refuseInput([{ path: 'amount', message: 'A carrier confirms all that is left: leave it out.' }])
      const member = await activeMember(tx, actor.memberId)
      if (isRefusal(member)) return member
      return inspectThread(tx, services, input.threadId, confirmed, {
        asked: input.amount,
        final: input.final ?? true,
        endedAs: thread?.endedAs ?? null,
      })
    },
  )
}

/** Takes an inspection of a locked thread whose confirmer is known and may confirm, as `confirmInspection` does; also of a receipt that is one (B11). */
export async function inspectThread(
  tx: Tx,
  services: ReservationsServices,
  threadId: string,
  confirmed: Confirmed,
  { asked, final, endedAs }: { asked: Money | null; final: boolean; endedAs?: string | null },
): Promise<InspectionAnswer | Refusal> {
  const contract = await contractOf(tx, threadId)
  if (!contract)
    return refuse('WRONG_STATE', 'There is no notarized contract to inspect by.', { state: endedAs ?? 'NO_CONTRACT' })
  if (contract.payment === 'ON_ACCOUNT' && confirmed.as !== 'RECIPIENT')
    return refuse('NOT_ALLOWED', 'The contract is on account: the recipient confirms its inspection.')
  if (asked && asked.currency !== contract.total.currency)
    return refuseInput([{ path: 'amount.currency', message: `The contract is in ${contract.total.currency}.` }])
  const inspected = await inspectedSoFar(tx, threadId)
  const act = { threadId, contract, confirmed, asked, final, inspected }
  return contract.payment === 'RESERVED' ? inspectReserved(tx, services, act) : inspectOnAccount(tx, services, act)
}

/** Who confirms for whom, and as what. An operator names for whom; to others than those who may the thread is not there. */
async function confirmerOf(
  tx: Tx,
  thread: Thread | null,
  actor: Actor,
  onBehalfOfId: string | null,
): Promise<Confirmed | Refusal> {
  const missing = refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
  if (!hasParties(thread)) return missing
  const agreement = await inspectionAgreementOf(tx, thread.id)
  const agreed = { buyerId: thread.sourceId, sellerId: thread.partnerId, ...agreement }
  const own = capacityOf(actor.memberId, agreed)
  if (own === 'NOT_AGREED' || (own && !actor.operator && onBehalfOfId !== null && onBehalfOfId !== actor.memberId))
    return refuse(
      'NOT_ALLOWED',
      'The recipient of the goods or services confirms the inspection, and whom the payer agreed to when it reserved.',
    )
  // An operator who acts for a member (B14) is who confirmed.
  if (own && actor.operator)
    return { by: actor.operator.memberId, onBehalfOf: actor.memberId, as: own, channel: actor.operator.channel }
  if (own) return { by: actor.memberId, onBehalfOf: null, as: own }
  if (!isOperator(actor)) return missing
  const as = onBehalfOfId === null ? null : capacityOf(onBehalfOfId, agreed)
  if (as === null || as === 'NOT_AGREED' || onBehalfOfId === null)
    return refuseInput([
      {
        path: 'onBehalfOfId',
        message: 'Name the buyer of this thread, or whom it agreed to besides, on whose behalf you confirm.',
      },
    ])
  return { by: actor.memberId, onBehalfOf: onBehalfOfId, as }
}

async function inspectOnAccount(tx: Tx, services: ReservationsServices, act: Act): Promise<InspectionAnswer | Refusal> {
  const accepted = refusalOf(
    act,
    acceptedBy({ contract: act.contract.total.minor, inspected: act.inspected }, act.asked?.minor ?? null, null),
  )
  if (isRefusal(accepted)) return accepted
  const inspectionId = await record(tx, services, act, accepted, null)
  return { inspectionId, reservationId: null }
}

async function inspectReserved(tx: Tx, services: ReservationsServices, act: Act): Promise<InspectionAnswer | Refusal> {
  const standing = { contract: act.contract.total.minor, inspected: act.inspected }
  if (standing.inspected >= standing.contract) return allInspected()
  const row = await reservedFor(tx, act)
  if (isRefusal(row)) return row
  if (row.guarantee_id !== null) return inspectGuaranteed(tx, services, act, row, row.guarantee_id)
  const held = await heldFor(tx, row)
  if (isRefusal(held)) return held
  const accepted = refusalOf(act, acceptedBy(standing, act.asked?.minor ?? null, openAmount(held.hold)))
  if (isRefusal(accepted)) return accepted
  const captureId = newId()
  // What was inspected in full needs no further hold, and a hold that is used up is over.
  const final = act.final || !accepted.partial || accepted.amount === openAmount(held.hold)
  const inspectionId = await record(tx, services, act, accepted, { reservationId: held.row.id, captureId, final })
  await captureHold(tx, services, {
    ...held,
    contract: act.contract,
    captureId,
    minor: accepted.amount,
    final,
    actorId: act.confirmed.by,
  })
  return { inspectionId, reservationId: held.row.id }
}

/** What is accepted is to be paid under the guarantee's number, in one sum (B10): nothing is posted until it is, or the guarantor is called upon. */
async function inspectGuaranteed(
  tx: Tx,
  services: ReservationsServices,
  act: Act,
  row: PaymentReservationModel,
  guaranteeId: string,
): Promise<InspectionAnswer | Refusal> {
  const guarantee = await lockGuarantee(tx, guaranteeId)
  if (!guarantee || guarantee.overdue)
    return refuse('WRONG_STATE', 'The guarantee has expired. Have the payment guaranteed anew.', { state: 'EXPIRED' })
  const planned = BigInt(row.planned_minor)
  const standing = { contract: act.contract.total.minor, inspected: act.inspected }
  const accepted = refusalOf(act, acceptedBy(standing, act.asked?.minor ?? null, planned))
  if (isRefusal(accepted)) return accepted
  if (!act.final && accepted.partial && accepted.amount < planned)
    return refuseInput([
      {
        path: 'final',
        message: 'What a guarantee stands for is paid in one sum: inspect all that you accept at once.',
      },
    ])
  const { by, onBehalfOf, ofReceipt } = act.confirmed
  const said =
    onBehalfOf === null || ofReceipt ? { memberId: by } : { memberId: onBehalfOf, operator: { memberId: by } }
  const inspectionId = await record(tx, services, act, accepted, {
    reservationId: row.id,
    captureId: null,
    final: true,
  })
  await recordStep(tx, services, guarantee, 'Accepted', said, { payable: accepted.amount })
  await recordChange(tx, services, row, { type: 'CaptureStarted', amount: accepted.amount })
  return { inspectionId, reservationId: row.id }
}

/** The reservation of the thread that is RESERVED, in the contract's currency. */
async function reservedFor(tx: Tx, { threadId, contract }: Act): Promise<PaymentReservationModel | Refusal> {
  const row = await lockOpenReservation(tx, threadId)
  if (row?.status !== 'RESERVED') {
    const state = row?.status ?? (await newestStatus(tx, threadId)) ?? 'NO_RESERVATION'
    return refuse('WRONG_STATE', `Nothing is reserved for this thread (${state}). Reserve the payment first.`, {
      state,
    })
  }
  if (row.currency !== contract.total.currency) {
    return refuse(
      'WRONG_STATE',
      `The reservation is in ${row.currency}, the contract in ${contract.total.currency}. Void it and reserve anew.`,
      { state: row.status },
    )
  }
  return row
}

/** A reservation with its hold, unless its time is over. */
async function heldFor(
  tx: Tx,
  row: PaymentReservationModel,
): Promise<{ row: PaymentReservationModel; hold: OpenHold } | Refusal> {
  const hold = await knownHold(tx, row.id)
  return hold.overdue
    ? refuse('WRONG_STATE', 'The reservation has expired. Reserve the payment anew.', { state: 'EXPIRED' })
    : { row, hold }
}

const allInspected = (): Refusal => refuse('WRONG_STATE', 'The contract is inspected in full.', { state: 'INSPECTED' })

type Taken = Extract<Accepted, { kind: 'ACCEPTED' }>

function refusalOf({ contract }: Act, accepted: Accepted): Taken | Refusal {
  const { currency } = contract.total
  switch (accepted.kind) {
    case 'ACCEPTED':
      return accepted
    case 'ALL_INSPECTED':
      return allInspected()
    case 'ABOVE_CONTRACT':
      return refuseInput([
        { path: 'amount', message: `At most ${spell(moneyOf(accepted.left, currency))} is left of the contract.` },
      ])
    case 'EXCEEDS_HOLD': {
      const [held, excess] = [moneyOf(accepted.held, currency), moneyOf(accepted.excess, currency)]
      return refuse(
        'AMOUNT_EXCEEDS_HOLD',
        `${spell(held)} is held; that is ${spell(excess)} less than you accept. Nothing was paid.`,
        {
          held: moneyText(held),
          excess: moneyText(excess),
        },
      )
    }
  }
}

async function record(
  tx: Tx,
  services: ReservationsServices,
  { threadId, contract, confirmed }: Act,
  { amount, partial }: Taken,
  paid: { reservationId: string; captureId: string | null; final: boolean } | null,
): Promise<string> {
  const inspectionId = newId()
  const { currency } = contract.total
  await tx.sql(
    `insert into inspection (id, thread_id, contract_id, confirmed_by, on_behalf_of, confirmed_at, amount_minor, currency, partial, reservation_id, capture_id, final, confirmed_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      inspectionId,
      threadId,
      contract.contractId,
      confirmed.by,
      confirmed.onBehalfOf,
      services.now(),
      amount,
      currency,
      partial,
      paid?.reservationId ?? null,
      paid?.captureId ?? null,
      paid?.final ?? null,
      confirmed.as,
    ],
  )
  await tx.publish('InspectionConfirmed', {
    inspectionId,
    threadId,
    contractId: contract.contractId,
    confirmedById: confirmed.by,
    onBehalfOfId: confirmed.onBehalfOf,
    channel: confirmed.channel ?? null,
    amountMinor: amount.toString(),
    currency,
    payment: contract.payment,
    partial,
    buyerId: contract.buyerId,
    sellerId: contract.sellerId,
    settlement: contract.settlement,
    settlementAgentId: contract.settlementAgentId,
  })
  await tellCoolingOff(tx, services, threadId, contract.buyerId)
  return inspectionId
}

/** With the inspection of all, a consumer's time to give back begins: whoever keeps its data waits until it is over (B2, B15). */
async function tellCoolingOff(
  tx: Tx,
  services: ReservationsServices,
  threadId: string,
  memberId: string,
): Promise<void> {
  const end = await coolingOffOfThread(tx.sql, threadId, services.now())
  if (end === null || end === 'RUNS_ON') return
  await tx.publish('CoolingOffBegan', { threadId, memberId, until: end.until.toISOString() })
}
