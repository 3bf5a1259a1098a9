import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { dayAfter } from '../domain/dates.ts'
import {
  addresseeKeptDays,
  giftHandlings,
  handlerRoles,
  inspectedStates,
  longestGiftDays,
  maySay,
  type GiftHandling,
  type GiftStatus,
} from '../domain/gift.ts'
import type { ReservationsServices } from '../services.ts'
import {
  insertGiftStep,
  lockGift,
  lockGiftOfThread,
  saveGift,
  sealAddressee,
  threadOfGift,
  updateGift,
  type GiftChange,
  type GiftRow,
} from '../store/gifts.ts'
import { hasParties, lockThread, type Thread } from '../store/threads.ts'
import { inspectThread } from './confirm-inspection.ts'

const addressForm = z.object({
  idempotencyKey: form.idempotencyKey,
  threadId: form.id,
  recipientId: form.optional(form.id),
  name: form.optional(form.text(200)),
  address: form.optional(form.text(500)),
  telephone: form.optional(form.text(40)),
  receiptIsInspection: z.boolean().default(true),
})
const entrustForm = z.object({
  idempotencyKey: form.idempotencyKey,
  giftId: form.id,
  handlerId: form.id,
  handedOverBy: z.enum(giftHandlings),
})
const receiptForm = z.object({ idempotencyKey: form.idempotencyKey, giftId: form.id, receivedOn: form.day })
const forwardForm = z.object({ idempotencyKey: form.idempotencyKey, giftId: form.id })

type Answer = { giftId: string }
const dayMs = 86_400_000

/**
 * Says who is to get the goods of a thread instead of the payer (B11): a member, or a name and an address, which are sealed under a key of the
 * gift's own (decision 010) and appear in no event, log or idempotency key. For the payer, until the merchant has entrusted the goods to somebody.
 * Refuses strangers, the merchant, a recipient who is not there, and neither member nor name and address.
 */
export async function addressGift(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(addressForm, raw)
  if (isRefusal(input)) return input
  const { name, address, telephone, ...plain } = input
  const { recipientId, threadId } = plain
  if (recipientId === null && (name === null || address === null))
    return refuseInput([{ path: 'name', message: 'Name the member who gets it, or give name and address.' }])
  if (recipientId === actor.memberId) return refuseInput([{ path: 'recipientId', message: 'That is no gift.' }])
  // What is personal is in no record but under its key: the idempotency key's has its mark.
  const marked = { ...plain, addressee: services.markOf(JSON.stringify([name, address, telephone])) }
  const request = { actor, operation: 'addressGift', idempotencyKey: input.idempotencyKey, input: marked }
  return runCommand(services.store, request, async (tx) => {
    const thread = await lockThread(tx, threadId)
    const parties = payerOf(thread, actor)
    if (isRefusal(parties)) return parties
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    if (recipientId !== null && (recipientId === parties.merchantId || !(await isActive(tx, recipientId))))
      return refuse('NOT_FOUND', 'There is no member with this id who could get it.')
    const before = await lockGiftOfThread(tx, threadId)
    if (!maySay(before?.status ?? 'NONE', 'ADDRESSED')) return tooLate(before?.status ?? 'ADDRESSED')
    const id = before?.id ?? newId()
    const named = name !== null || address !== null || telephone !== null
    const sealed = named ? await sealAddressee(tx, services.personalKeys, id, { name, address, telephone }) : null
    const forgetAt = new Date(services.now().getTime() + longestGiftDays * dayMs)
    const { receiptIsInspection } = plain
    await saveGift(tx, { id, threadId, ...parties, recipientId, sealed, receiptIsInspection, forgetAt })
    await noteStep(tx, services, id, 'ADDRESSED', actor)
    return { giftId: id }
  })
}

function payerOf(thread: Thread | null, { memberId }: Actor): { payerId: string; merchantId: string } | Refusal {
  if (!hasParties(thread) || (thread.sourceId !== memberId && thread.partnerId !== memberId))
    return refuse('NOT_FOUND', 'There is no thread with this id that you are a party to.')
  if (thread.sourceId !== memberId) return refuse('NOT_ALLOWED', 'Only the payer says to whom the goods go.')
  if (thread.endedAs)
    return refuse('WRONG_STATE', `The thread is ${thread.endedAs}: nothing is delivered for it any more.`, {
      state: thread.endedAs,
    })
  return { payerId: thread.sourceId, merchantId: thread.partnerId }
}

const tooLate = (state: GiftStatus): Refusal =>
  refuse('WRONG_STATE', `The gift is ${state}: this cannot be said of it any more, or not yet.`, { state })

async function isActive(tx: Tx, memberId: string): Promise<boolean> {
  return (await knownMembers(tx, [memberId])).get(memberId)?.status === 'ACTIVE'
}

/** Says who hands a gift over (B11). For the merchant, until it is received. Refuses who has not the role for it. */
export async function entrustGift(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(entrustForm, raw)
  if (isRefusal(input)) return input
  const { handlerId, handedOverBy: handling } = input
  return step(services, actor, 'entrustGift', { ...input, raw }, 'ENTRUSTED', async (tx, gift) => {
    const unfit = await handlerFault(tx, gift, handlerId, handling)
    if (unfit) return unfit
    return { change: { handlerId, handling }, toldId: handlerId }
  })
}

async function handlerFault(tx: Tx, gift: GiftRow, handlerId: string, handling: GiftHandling): Promise<Refusal | null> {
  const handler = (await knownMembers(tx, [handlerId])).get(handlerId)
  if (handler?.status !== 'ACTIVE') return refuse('NOT_FOUND', 'There is no carrier or store with this id.')
  const fits = handler.roles.some((role) => handlerRoles[handling].includes(role))
  if (fits && handlerId !== gift.payer_id && handlerId !== gift.recipient_id) return null
  return refuseInput([{ path: 'handlerId', message: `This member hands nothing over as a ${handling.toLowerCase()}.` }])
}

/** Reports to the merchant that the recipient has the gift (B11). For the carrier or the store that it was entrusted to. */
export async function reportReceipt(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(receiptForm, raw)
  if (isRefusal(input)) return input
  const { receivedOn } = input
  if (receivedOn > dayAfter(services.now(), 1))
    return refuseInput([{ path: 'receivedOn', message: 'The day is in the future.' }])
  return step(services, actor, 'reportReceipt', { ...input, raw }, 'RECEIVED', async (_tx, gift) => ({
    change: { receivedOn },
    toldId: gift.merchant_id,
  }))
}

/**
 * Reports the receipt to the payer (B11). For the merchant. When the payer has said so the receipt is the inspection of all that is left of the
 * contract, confirmed by who reported it on the payer's behalf: a hold is paid, what a guarantee stands for is to be paid quoting its number. What
 * the payer has inspected itself meanwhile is not inspected again. Refuses, with nothing done, when there is nothing to inspect yet.
 */
export async function forwardReceipt(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<Answer | Refusal> {
  const input = parseInput(forwardForm, raw)
  if (isRefusal(input)) return input
  return step(services, actor, 'forwardReceipt', { ...input, raw }, 'REPORTED', async (tx, gift) => {
    const forgetAt = new Date(services.now().getTime() + addresseeKeptDays * dayMs)
    const told = { change: { forgetAt }, toldId: gift.payer_id }
    if (!gift.receipt_is_inspection) return told
    const confirmed = {
      by: gift.handler_id ?? gift.merchant_id,
      onBehalfOf: gift.payer_id,
      as: 'RECIPIENT' as const,
      ofReceipt: true,
    }
    const inspected = await inspectThread(tx, services, gift.thread_id, confirmed, { asked: null, final: true })
    if (!isRefusal(inspected) || inspectedStates.includes(String(inspected['state']))) return told
    return inspected
  })
}

/** Whose word each step is. */
const sayerOf: Record<Exclude<GiftStatus, 'ADDRESSED'>, 'merchant_id' | 'handler_id'> = {
  ENTRUSTED: 'merchant_id',
  RECEIVED: 'handler_id',
  REPORTED: 'merchant_id',
}

type Told = { readonly change: GiftChange; readonly toldId: string }

async function step(
  services: ReservationsServices,
  actor: Actor,
  operation: string,
  { idempotencyKey, giftId, raw }: { idempotencyKey: string; giftId: string; raw: unknown },
  next: Exclude<GiftStatus, 'ADDRESSED'>,
  work: (tx: Tx, gift: GiftRow) => Promise<Told | Refusal>,
): Promise<Answer | Refusal> {
  return runCommand(services.store, { actor, operation, idempotencyKey, input: raw }, async (tx) => {
    const threadId = await threadOfGift(tx, giftId)
    if (threadId !== null) await lockThread(tx, threadId)
    const gift = await lockGift(tx, giftId)
    const parties = gift && [gift.payer_id, gift.merchant_id, gift.recipient_id, gift.handler_id]
    if (!gift || !parties?.includes(actor.memberId))
      return refuse('NOT_FOUND', 'There is no gift with this id that you are a party to.')
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    if (gift[sayerOf[next]] !== null && gift[sayerOf[next]] !== actor.memberId)
      return refuse(
        'NOT_ALLOWED',
        'The merchant says who hands it over and tells the payer; who hands it over reports.',
      )
    if (!maySay(gift.status, next)) return tooLate(gift.status)
    const told = await work(tx, gift)
    if (isRefusal(told)) return told
    await updateGift(tx, giftId, next, told.change)
    await noteStep(tx, services, giftId, next, actor)
    await tellOf(tx, gift, next, actor, told.toldId)
    return { giftId }
  })
}

function noteStep(
  tx: Tx,
  services: ReservationsServices,
  giftId: string,
  kind: GiftStatus,
  { memberId, operator }: Actor,
): Promise<void> {
  return insertGiftStep(tx, giftId, {
    kind,
    byId: memberId,
    operatorId: operator?.memberId ?? null,
    at: services.now(),
  })
}

/** Whom the step concerns is to be told outside too. No name, no address, no amount. */
async function tellOf(
  tx: Tx,
  gift: GiftRow,
  kind: Exclude<GiftStatus, 'ADDRESSED'>,
  { memberId: byId }: Actor,
  toldId: string,
): Promise<void> {
  const [contract] = await tx.sql<{ contract_code: string }>(
    'select contract_code from contract_terms where thread_id = $1',
    [gift.thread_id],
  )
  // The contract's code is between payer and merchant.
  const contractCode = kind === 'ENTRUSTED' ? null : (contract?.contract_code ?? null)
  await tx.publish('GiftProgressed', { giftId: gift.id, kind, byId, toldId, contractCode })
}
