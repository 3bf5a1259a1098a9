import type { EventPayload, PublishedEvent } from '@torihiki/schema'
import { newId } from '@torihiki/shared/ids.ts'
import { moneyOf, spell } from '@torihiki/shared/money.ts'
import { onceEach, onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { LetterContent } from '../domain/letter.ts'
import {
  eventOfFact,
  eventOfLateness,
  isMessageKind,
  letterOfFact,
  messageOfAbort,
  messageOfBill,
  messageOfReferral,
  messageOfShopOrder,
  messageOfStep,
  usualChannels,
  type MessageChannel,
  type MessageKind,
} from '../domain/message-kinds.ts'
import type { MembersServices } from '../services.ts'
import { newestTaken, noteTaken, oweMessages, type NewMessage } from '../store/messages.ts'
import { recipientsOf, type Recipient } from '../store/recipients.ts'
import { notePurchases } from './guest-purchases.ts'

/** What is on record of a message that was never tried, because its webhook is disabled. */
export const disabledFault = 'The webhook was disabled.'

/** What is told to one recipient: the letter, if there is one for it, and what its webhooks get. */
type News = {
  kind: string
  event: string
  letter: { kind: MessageKind; content: LetterContent } | null
  body: object
  threadId: string | null
  place: number
}

/**
 * Takes facts of threads, each as if it were alone: owes the two ends of each a message on each channel that they want (A3 to A5, A10, A11, A13). What was taken before
 * owes them nothing more.
 */
export async function takeFacts(
  services: MembersServices,
  events: readonly PublishedEvent<'CaseProgressed'>[],
): Promise<void> {
  await services.store.transaction(async (tx) => {
    const taken = await onceEach(
      tx,
      'members',
      events.map(({ id }) => id),
    )
    const facts = events.filter(({ id }) => taken.has(id))
    if (facts.length === 0) return
    await noteTaken(
      tx.sql,
      facts.map(({ payload }) => payload),
    )
    await notePurchases(tx, services, facts)
    const parties = facts.flatMap(({ payload }) => [payload.sourceId, payload.partnerId])
    const recipients = new Map((await recipientsOf(tx.sql, parties)).map((each) => [each.id, each]))
    const now = services.now()
    await oweMessages(
      tx.sql,
      facts.flatMap(({ payload, at }) =>
        [payload.sourceId, payload.partnerId].toSorted().flatMap((id) => {
          const recipient = recipients.get(id)
          return recipient ? messagesTo(recipient, newsOfFact(payload, at, recipient), now) : []
        }),
      ),
    )
  })
}

/** Takes a warning that something is late (A12): owes a message to those who are to be warned. Taken twice it owes them nothing more. */
export async function takeLateness(services: MembersServices, event: PublishedEvent<'LatenessWarned'>): Promise<void> {
  const { payload, at } = event
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', event.id, async () => {
      const place = await newestTaken(tx.sql, payload.threadId)
      const recipients = await recipientsOf(tx.sql, payload.warnedIds)
      const { kind, event: type } = eventOfLateness(payload.kind)
      const { latenessId, contractId, contractCode, threadId, level, dueOn } = payload
      const facts = { latenessId, contractId, contractCode, threadId, level, dueOn }
      await oweAll(tx, services.now(), recipients, () => ({
        kind,
        event: type,
        letter: { kind, content: { contractCode, dueOn, level } },
        body: bodyOf(type, at, facts),
        threadId,
        place,
      }))
    }),
  )
}

/** Takes that a bill of a member was made, paid or is overdue (B21): owes it a message. Taken twice it owes nothing more. */
export async function takeBill(services: MembersServices, event: PublishedEvent<'CreditBillChanged'>): Promise<void> {
  const { memberId, change, ...facts } = event.payload
  const { billNumber, amountMinor, currency, dueOn } = facts
  const { kind, event: type } = messageOfBill(change)
  const content = { billNumber, dueOn, amount: spell(moneyOf(amountMinor, currency)) }
  const news = {
    kind,
    event: type,
    letter: { kind, content },
    body: bodyOf(type, event.at, facts),
    threadId: null,
    place: 0,
  }
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', event.id, async () =>
      oweAll(tx, services.now(), await recipientsOf(tx.sql, [memberId]), () => news),
    ),
  )
}

/** Takes what became of an order at a shop (C7): owes its customer a message. Taken twice it owes nothing more. */
export async function takeShopOrderNews(
  services: MembersServices,
  event: PublishedEvent<'ShopOrderConcluded' | 'ShopOrderUnpaid' | 'ShopOrderEnded'>,
): Promise<void> {
  const { orderCode, orderId, threadId, buyerId, sellerId, shopId, amountMinor, currency } = event.payload
  const news =
    event.type === 'ShopOrderEnded' ? event.payload.how : event.type === 'ShopOrderUnpaid' ? 'UNPAID' : 'CONCLUDED'
  const content = { orderCode, counterpartId: sellerId, amount: spell(moneyOf(amountMinor, currency)) }
  const until = event.type === 'ShopOrderUnpaid' ? { until: event.payload.until } : {}
  const facts = { orderCode, orderId, threadId, shopId, amountMinor, currency, ...until }
  await takeStep(services, event, messageOfShopOrder(news), [buyerId], content, facts)
}

/** Takes a step of a gift on its way (B11): owes whom it concerns a message. Taken twice it owes nothing more. */
export async function takeGiftStep(services: MembersServices, event: PublishedEvent<'GiftProgressed'>): Promise<void> {
  const { toldId, kind, byId, contractCode, giftId } = event.payload
  const content = { counterpartId: byId, ...(contractCode === null ? {} : { contractCode }) }
  await takeStep(services, event, messageOfStep(`GIFT_${kind}`), [toldId], content, { giftId, contractCode, byId })
}

/** Takes a step in the life of a guarantee (B10): owes those whom it concerns a message. Taken twice it owes nothing more. */
export async function takeGuaranteeStep(
  services: MembersServices,
  event: PublishedEvent<'GuaranteeProgressed'>,
): Promise<void> {
  const { toldIds, kind, byId, transactionNumber, amountMinor, currency, dueOn, ...facts } = event.payload
  const content = {
    ...(byId === null ? {} : { counterpartId: byId }),
    ...(transactionNumber === null ? {} : { transactionNumber }),
    amount: spell(moneyOf(amountMinor, currency)),
    dueOn,
  }
  const told = { ...facts, transactionNumber, byId, amountMinor, currency, dueOn }
  await takeStep(services, event, messageOfStep(`GUARANTEE_${kind}`), toldIds, content, told)
}

/**
 * Takes a step of a referral by a card company (C7): the customer is owed the letter that asks for its consent, the shop that the company does not know its code.
 * Taken twice it owes nothing more. Of the others their thread's facts tell.
 */
export async function takeReferral(
  services: MembersServices,
  event: PublishedEvent<'ReferralProgressed'>,
): Promise<void> {
  const { referralId, reservationId, threadId, payerId, payeeId, step, transactionNumber, actBy } = event.payload
  if (step === 'CONSENTED') return
  const { amountMinor, currency } = event.payload
  const amount = spell(moneyOf(amountMinor, currency))
  const facts = { referralId, reservationId, threadId, transactionNumber, amountMinor, currency, actBy }
  const told = step === 'ASKED' ? payerId : payeeId
  const content = {
    transactionNumber,
    amount,
    dueOn: actBy.slice(0, 10),
    counterpartId: step === 'ASKED' ? payeeId : payerId,
    ...(step === 'ASKED' ? { referralId, actBy } : {}),
  }
  await takeStep(services, event, messageOfReferral[step], [told], content, facts)
}

/** Takes that a settlement window was aborted (A9): owes those who had positions in it a message. Taken twice it owes nothing more. */
export async function takeWindowAbort(
  services: MembersServices,
  event: PublishedEvent<'SettlementWindowAborted'>,
): Promise<void> {
  const { windowId, agentId, toldIds } = event.payload
  const content = { windowId, counterpartId: agentId }
  await takeStep(services, event, messageOfAbort, toldIds, content, { windowId, agentId })
}

async function takeStep(
  services: MembersServices,
  event: PublishedEvent,
  { kind, event: type }: { kind: MessageKind; event: string },
  toldIds: readonly string[],
  content: LetterContent,
  facts: object,
): Promise<void> {
  const body = bodyOf(type, event.at, facts)
  const news = { kind, event: type, letter: { kind, content }, body, threadId: null, place: 0 }
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', event.id, async () =>
      oweAll(tx, services.now(), await recipientsOf(tx.sql, toldIds), () => news),
    ),
  )
}

function newsOfFact(payload: EventPayload<'CaseProgressed'>, at: string, { id: memberId, choices }: Recipient): News {
  const { threadId, caseId, caseCode, sourceId, partnerId, version, kind, bySide, statusBefore, status, differs } =
    payload
  const isSource = memberId === sourceId
  const letterKind = letterOfFact(payload, isSource ? 'SOURCE' : 'PARTNER', choices[kind] !== undefined)
  const counterpartId = isSource ? partnerId : sourceId
  const type = eventOfFact(kind)
  return {
    kind,
    event: type,
    letter: letterKind && { kind: letterKind, content: { caseCode, status, counterpartId } },
    body: bodyOf(type, at, {
      threadId,
      caseId,
      caseCode,
      sourceId,
      partnerId,
      version,
      fact: kind,
      bySide,
      statusBefore,
      status,
      ...(differs === undefined ? {} : { differs }),
    }),
    threadId,
    place: version,
  }
}

/** The body of a webhook's message, as Standard Webhooks has it: ids, codes and standings. What is personal is read by the API. */
export function bodyOf(type: string, timestamp: string, facts: object): object {
  return { type, timestamp, data: facts }
}

async function oweAll(
  tx: Tx,
  now: Date,
  recipients: readonly Recipient[],
  newsFor: (recipient: Recipient) => News,
): Promise<void> {
  await oweMessages(
    tx.sql,
    recipients.flatMap((recipient) => messagesTo(recipient, newsFor(recipient), now)),
  )
}

function messagesTo(recipient: Recipient, news: News, at: Date): NewMessage[] {
  const { threadId, place } = news
  const common = (): Pick<NewMessage, 'id' | 'memberId' | 'threadId' | 'place' | 'at'> => ({
    id: newId(at.getTime()),
    memberId: recipient.id,
    threadId,
    place,
    at,
  })
  const { letter } = news
  const mail: NewMessage[] =
    letter && channelsOf(recipient, letter.kind).includes('MAIL')
      ? [{ ...common(), channel: 'MAIL', kind: letter.kind, language: recipient.language, content: letter.content }]
      : []
  const wantsWebhooks = channelsOf(recipient, news.kind).includes('WEBHOOK')
  const webhooks = recipient.webhooks
    .filter(({ eventTypes }) => wantsWebhooks && (eventTypes.length === 0 || eventTypes.includes(news.event)))
    .map(({ id: webhookId, disabled }): NewMessage => ({
      ...common(),
      channel: 'WEBHOOK',
      kind: news.event,
      webhookId,
      content: news.body,
      dead: disabled ? disabledFault : null,
    }))
  return [...mail, ...webhooks]
}

function channelsOf({ choices }: Recipient, kind: string): readonly MessageChannel[] {
  return choices[kind] ?? (isMessageKind(kind) ? usualChannels(kind) : ['WEBHOOK'])
}
