import type { EventPayload, EventType, LevelLimits, PublishedEvent } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { testStore } from '../../../../test/support/test-database.ts'
import { confirmInspection } from '../commands/confirm-inspection.ts'
import { depositFunds } from '../commands/deposit-funds.ts'
import { registerPaymentMethod } from '../commands/register-payment-method.ts'
import { reservePayment } from '../commands/reserve-payment.ts'
import { setCreditLine } from '../commands/set-credit-line.ts'
import { voidReservation } from '../commands/void-reservation.ts'
import type { CreditTerms } from '../domain/account.ts'
import { createServices, storeDefinition, takeEvent, type ReservationsServices } from '../index.ts'

/** A level that allows everything in JPY and EUR. */
export const wideLevel: LevelLimits = {
  code: 'WIDE',
  version: 1,
  operations: ['RESERVE_PAYMENT'],
  maxPerTransaction: { JPY: '1000000000', EUR: '1000000000' },
  maxPerDay: { JPY: '1000000000', EUR: '1000000000' },
}

type Minor = { amountMinor?: string; currency?: string }
export type TestThread = { threadId: string; buyer: Actor; seller: Actor }

/** The subgraph over a database of its own, and short ways to what tests need. Amounts are in JPY unless said. */
export class Desk {
  readonly services: ReservationsServices
  readonly operator: Actor = {
    memberId: hubMemberId,
    roles: ['ADMIN', 'OPERATOR', 'PAYMENT_INSTITUTION'],
    sessionId: 's',
  }
  /** For another process, or for its owner, who may end others' connections. */
  readonly database: { readonly databaseUrl: string; readonly hubSecret: string }
  readonly #close: () => Promise<void>

  constructor(services: ReservationsServices, close: () => Promise<void>, database: Desk['database']) {
    this.services = services
    this.#close = close
    this.database = database
  }

  static async open(
    options: { cardCompanies?: ReadonlyMap<string, string>; cardCompanyTimeoutMs?: number; now?: () => Date } = {},
  ): Promise<Desk> {
    const { store, close, databaseUrl, hubSecret } = await testStore(storeDefinition)
    const hints = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }
    const services = createServices({ store, hints, hubSecret, log: createLog('test', 'silent'), ...options })
    const desk = new Desk(
      services,
      async () => {
        await services.watch.close()
        await close()
      },
      { databaseUrl, hubSecret },
    )
    await desk.member(wideLevel, hubMemberId)
    return desk
  }

  close(): Promise<void> {
    return this.#close()
  }

  /** Takes an event as its consumer would; gives it back, to be taken again. */
  async take<T extends EventType>(type: T, payload: EventPayload<T>): Promise<PublishedEvent> {
    const event = { id: newId(), type, origin: 'test', at: new Date().toISOString(), payload } as PublishedEvent
    await takeEvent(this.services, event)
    return event
  }

  async member(
    level: LevelLimits | null = wideLevel,
    memberId = newId(),
    status: EventPayload<'MemberRecorded'>['status'] = 'ACTIVE',
  ): Promise<Actor> {
    await this.take('MemberRecorded', {
      memberId,
      version: Date.now() % 1e9,
      status,
      roles: ['BUYER'],
      level,
      settlementAgentId: null,
      groupName: null,
    })
    return { memberId, roles: ['BUYER', 'SELLER'], sessionId: 's' }
  }

  async thread(buyer?: Actor, seller?: Actor): Promise<TestThread> {
    const parties = { buyer: buyer ?? (await this.member()), seller: seller ?? (await this.member()) }
    const threadId = newId()
    await this.take('ThreadOpened', {
      threadId,
      caseId: newId(),
      sourceId: parties.buyer.memberId,
      partnerId: parties.seller.memberId,
    })
    return { threadId, ...parties }
  }

  async contract(
    { threadId, buyer, seller }: TestThread,
    further: Minor & { payment?: 'RESERVED' | 'ON_ACCOUNT' } = {},
  ): Promise<string> {
    const contractId = newId()
    await this.take('ContractNotarized', {
      contractId,
      contractCode: `CTR-${contractId}`,
      threadId,
      buyerId: buyer.memberId,
      sellerId: seller.memberId,
      amountMinor: '1000',
      currency: 'JPY',
      payment: 'RESERVED',
      settlement: 'NET',
      settlementAgentId: hubMemberId,
      deliverBy: null,
      payBy: null,
      ...further,
    })
    return contractId
  }

  order(
    { threadId, buyer, seller }: TestThread,
    paymentMethodId: string | null,
    amountMinor = '1000',
    { orderId = newId(), replacesOrderId = null }: { orderId?: string; replacesOrderId?: string | null } = {},
  ): Promise<PublishedEvent> {
    const parties = { payerId: buyer.memberId, payeeId: seller.memberId }
    return this.take('OrderSent', {
      orderId,
      threadId,
      ...parties,
      amountMinor,
      currency: 'JPY',
      paymentMethodId,
      replacesOrderId,
    })
  }

  /** Pays in and registers the deposit; gives the method's id. */
  async deposit(member: Actor, amount: string, currency = 'JPY'): Promise<string> {
    const input = {
      idempotencyKey: newId(),
      memberId: member.memberId,
      amount: { amount, currency },
      reference: newId(),
    }
    succeeded(await depositFunds(this.services, this.operator, input))
    return this.method(member, 'DEPOSIT', currency)
  }

  async credit(member: Actor, line: string, terms?: CreditTerms): Promise<string> {
    succeeded(
      await setCreditLine(this.services, this.operator, {
        idempotencyKey: newId(),
        memberId: member.memberId,
        line: { amount: line, currency: 'JPY' },
        terms,
      }),
    )
    return this.method(member, 'CREDIT')
  }

  card(member: Actor, token: string, company = 'acme'): Promise<string> {
    return this.method(member, 'CARD', 'JPY', { token, brand: 'visa', lastFour: '4242', expiry: '2099-12', company })
  }

  async method(
    member: Actor,
    kind: string,
    currency = 'JPY',
    card: object | null = null,
    further: object = {},
  ): Promise<string> {
    return succeeded(
      await registerPaymentMethod(this.services, member, {
        idempotencyKey: newId(),
        kind,
        name: kind,
        currency,
        card,
        ...further,
      }),
    ).methodId
  }

  /** As the buyer of a thread; `amount` is in JPY. */
  reserve(
    { threadId, buyer }: TestThread,
    paymentMethodId: string,
    amount?: string,
    further: object = {},
  ): Promise<{ reservationId: string } | Refusal> {
    const plannedAmount = amount ? { amount, currency: 'JPY' } : null
    return reservePayment(this.services, buyer, {
      idempotencyKey: newId(),
      threadId,
      paymentMethodId,
      plannedAmount,
      ...further,
    })
  }

  void(actor: Actor, reservationId: string, idempotencyKey: string = newId()) {
    return voidReservation(this.services, actor, { idempotencyKey, reservationId })
  }

  inspect(actor: Actor, threadId: string, amount?: string, further: object = {}) {
    const input = { idempotencyKey: newId(), threadId, amount: amount ? { amount, currency: 'JPY' } : null, ...further }
    return confirmInspection(this.services, actor, input)
  }

  /** A contract of 1,000 JPY, reserved from a fresh deposit of 5,000. */
  async reserved(): Promise<TestThread & { reservationId: string; methodId: string; contractId: string }> {
    const thread = await this.thread()
    const contractId = await this.contract(thread)
    const methodId = await this.deposit(thread.buyer, '5000')
    const { reservationId } = succeeded(await this.reserve(thread, methodId))
    return { ...thread, reservationId, methodId, contractId }
  }

  /** An account as it stands, in minor units. */
  async account(kind: string, owner: string): Promise<{ balance: number; held: number }> {
    const [row] = await this.services.store.query<{ balance: string; held: string }>(
      'select balance_minor as balance, held_minor as held from account_state where kind = $1 and owner = $2',
      [kind, owner],
    )
    return { balance: Number(row?.balance ?? 0), held: Number(row?.held ?? 0) }
  }

  async status(reservationId: string): Promise<string | undefined> {
    const [row] = await this.services.store.query<{ status: string }>(
      'select status from payment_reservation where id = $1',
      [reservationId],
    )
    return row?.status
  }

  /** The thread's reservations, oldest first. */
  reservations(
    threadId: string,
  ): Promise<{ id: string; status: string; refusal_code: string | null; refusal: string | null }[]> {
    return this.services.store.query(
      'select id, status, refusal_code, refusal from payment_reservation where thread_id = $1 order by id',
      [threadId],
    )
  }

  /** What was published about a thread or anything else named in a payload, in order. */
  async published(subject: string): Promise<string[]> {
    const rows = await this.services.store.query<{ type: string }>(
      `select type from outbox where payload::text like '%' || $1 || '%' order by id`,
      [subject],
    )
    return rows.map((row) => row.type)
  }

  /** An event that was published, to be taken by its consumer. */
  async event(type: EventType, subject: string): Promise<PublishedEvent[]> {
    const rows = await this.services.store.query<{ id: string; payload: unknown }>(
      `select id, payload from outbox where type = $1 and payload::text like '%' || $2 || '%' order by id`,
      [type, subject],
    )
    return rows.map(
      (row) =>
        ({
          id: row.id,
          type,
          origin: 'reservations',
          at: new Date().toISOString(),
          payload: row.payload,
        }) as PublishedEvent,
    )
  }
}

/** The answer of a command that must not be refused. */
export function succeeded<A extends object>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.code}: ${answer.message}`)
  return answer
}

/** The code of a refusal, or null when it is none. */
export function codeOf(answer: unknown): string | null {
  return isRefusal(answer) ? answer.code : null
}
