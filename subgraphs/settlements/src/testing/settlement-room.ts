import { expect } from '@jest/globals'
import type { EventPayload, EventType, PublishedEvent } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { createMemoryHints } from '@torihiki/shared/testing/memory-hints.ts'
import { execute, parse, type ExecutionResult } from 'graphql'
import { testStore } from '../../../../test/support/test-database.ts'
import { abortSettlementWindow } from '../commands/abort-settlement-window.ts'
import { closeSettlementWindow } from '../commands/close-settlement-window.ts'
import { reportSettlement } from '../commands/report-settlement.ts'
import {
  auditSettlements,
  createServices,
  createSubgraph,
  storeDefinition,
  takeEvent,
  type SettlementsServices,
} from '../index.ts'

/** Someone who acts in a test. */
export const actorOf = (memberId: string, ...roles: string[]): Actor => ({ memberId, roles, sessionId: newId() })

/** The administrator of every test. */
export const admin = actorOf(newId(), 'ADMIN')

/** An event as it arrives; each with an id of its own. */
export function eventOf<T extends EventType>(type: T, payload: EventPayload<T>): PublishedEvent {
  return { id: newId(), type, origin: 'contracts', at: new Date().toISOString(), payload } as PublishedEvent
}

export type Owed = {
  debtorId: string
  creditorId: string
  amountMinor: string
  currency?: string
  settlement?: 'GROSS' | 'NET'
  agentId: string
}

/** The confirmed inspection of a contract on account: its buyer owes its seller. */
export function inspectionOf(owed: Owed): PublishedEvent {
  return eventOf('InspectionConfirmed', {
    inspectionId: newId(),
    threadId: newId(),
    contractId: newId(),
    confirmedById: owed.debtorId,
    onBehalfOfId: null,
    amountMinor: owed.amountMinor,
    currency: owed.currency ?? 'JPY',
    payment: 'ON_ACCOUNT',
    partial: false,
    buyerId: owed.debtorId,
    sellerId: owed.creditorId,
    settlement: owed.settlement ?? 'NET',
    settlementAgentId: owed.agentId,
  })
}

/** A captured payment: its institution owes the payee. */
export function captureOf(owed: Owed): PublishedEvent {
  return eventOf('PaymentCaptured', {
    captureId: newId(),
    reservationId: newId(),
    threadId: newId(),
    contractId: newId(),
    institutionId: owed.debtorId,
    payeeId: owed.creditorId,
    amountMinor: owed.amountMinor,
    currency: owed.currency ?? 'JPY',
    settlement: owed.settlement ?? 'NET',
    settlementAgentId: owed.agentId,
  })
}

/** The answer that is no refusal; a refusal fails the test with its sentence. */
export function taken<A extends object>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.message}`)
  return answer
}

/** The code of the refusal that is expected. */
export function codeOf(answer: object): string {
  return isRefusal(answer) ? answer.code : 'TAKEN'
}

export type Instruction = {
  id: string
  kind: string
  payer_id: string
  payee_id: string
  amount_minor: string
  currency: string
  status: string
  window_id: string | null
}

export type SettlementRoom = Awaited<ReturnType<typeof openRoom>>

/** The subgraph over a database of its own, with the acts that tests are made of. `clock.now` is moved by hand. */
export async function openRoom(options: { settlementAgents?: ReadonlyMap<string, string> } = {}) {
  const { store, hubSecret, close } = await testStore(storeDefinition)
  const clock = { now: new Date('2026-11-21T06:30:00.000Z') }
  const services: SettlementsServices = createServices({
    store,
    hubSecret,
    hints: createMemoryHints(),
    log: createLog('test', 'silent'),
    now: () => clock.now,
    settlementAgents: options.settlementAgents ?? new Map(),
  })
  const subgraph = createSubgraph(services)
  const query = <T = Record<string, string>>(text: string, parameters: unknown[] = []): Promise<T[]> =>
    store.query<T>(text, parameters)
  const take = (event: PublishedEvent): Promise<void> => takeEvent(services, event)
  return {
    services,
    subgraph,
    clock,
    hubSecret,
    query,
    take,
    /** A member that is known and ACTIVE. */
    async member(roles: string[] = ['BUYER', 'SELLER'], groupName: string | null = null): Promise<string> {
      const memberId = newId()
      await take(
        eventOf('MemberRecorded', {
          memberId,
          version: 1,
          status: 'ACTIVE',
          roles,
          level: null,
          settlementAgentId: null,
          groupName,
        }),
      )
      return memberId
    },
    async owe(owed: Owed): Promise<void> {
      await take(inspectionOf(owed))
    },
    closeWindow: (agentId: string, idempotencyKey = newId()) =>
      closeSettlementWindow(services, admin, { idempotencyKey, agentId }),
    report: (
      instructionId: string,
      agentId: string,
      outcome: 'SETTLED' | 'FAILED' = 'SETTLED',
      reference = 'REF',
      idempotencyKey = newId(),
    ) =>
      reportSettlement(services, actorOf(agentId, 'SETTLEMENT_AGENT'), {
        idempotencyKey,
        instructionId,
        outcome,
        reference,
      }),
    abort: (windowId: string, actor: Actor = admin, idempotencyKey = newId()) =>
      abortSettlementWindow(services, actor, { idempotencyKey, windowId, reason: 'A member is insolvent.' }),
    instructions: () => query<Instruction>('select * from settlement_instruction order by issued_at, id'),
    published: async <T extends EventType>(type: T): Promise<EventPayload<T>[]> =>
      (await query<{ payload: EventPayload<T> }>('select payload from outbox where type = $1 order by id', [type])).map(
        ({ payload }) => payload,
      ),
    balances: () =>
      query<{ kind: string; member_id: string; currency: string; balance: string }>(
        'select kind, member_id, currency, balance from ledger_account where balance <> 0',
      ),
    async ask(
      actor: Actor | null,
      text: string,
      variableValues: Record<string, unknown> = {},
    ): Promise<ExecutionResult> {
      const contextValue = subgraph.context({ actor, requestId: 'test' })
      return execute({ schema: subgraph.schema, document: parse(text), variableValues, contextValue })
    },
    /** What every test ends with: nothing in the books that must not be. */
    async expectSound(): Promise<void> {
      expect(await auditSettlements(services)).toEqual([])
    },
    async close(): Promise<void> {
      await services.watch.close()
      await close()
    },
  }
}
