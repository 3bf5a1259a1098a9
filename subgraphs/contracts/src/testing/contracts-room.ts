import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import { newCode } from '@torihiki/shared/codes.ts'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { createLog } from '@torihiki/shared/log.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { testStore } from '../../../../test/support/test-database.ts'
import { allDays } from '../domain/cases/business-calendar.ts'
import { standardSteps, type EscalationStep } from '../domain/cases/lateness.ts'
import type { Fact } from '../domain/cases/status.ts'
import { createServices, storeDefinition } from '../index.ts'
import type { ContractsServices } from '../services.ts'
import { calendarOfContract } from '../store/calendars.ts'
import { insertDues } from '../store/dues.ts'
import { appendFacts, insertThread, lockThread, type NewFact } from '../store/threads.ts'

/** A thread of a case that a test opened. */
export type OpenedThread = { readonly threadId: string; readonly sourceId: string; readonly partnerId: string }

/** A contract that stands in a thread. */
export type StandingContract = OpenedThread & {
  readonly contractId: string
  readonly contractCode: string
  readonly agentId: string
}

/** What is due of a contract. */
export type DueOfContract = {
  deliverBy?: string
  /** The days of several deliveries. */
  deliveries?: readonly string[]
  payBy?: string
  timeZone?: string
  calendar?: string
  steps?: readonly EscalationStep[]
}

/** A subgraph `contracts` over a database of its own, for tests of its commands and views. */
export type ContractsRoom = {
  readonly services: ContractsServices
  readonly store: Store
  readonly databaseUrl: string
  readonly hubSecret: string
  /** Moves the clock that commands read. */
  setNow(at: Date): void
  /** Makes an active member known that may do everything. */
  member(): Promise<string>
  /** Opens a thread of a new case, with no fact yet. */
  openThread(sourceId: string, partnerId: string): Promise<OpenedThread>
  /** Appends facts to a thread, in one transaction under its lock. */
  append(threadId: string, facts: readonly NewFact[]): Promise<void>
  /** Opens a thread with a contract that is to be delivered and paid by these days; by the hub's first steps unless it has its own. */
  contract(due: DueOfContract): Promise<StandingContract>
  close(): Promise<void>
}

/** Hints that reach nobody: whoever reads finds what is new by looking. */
const noHints: HintBus = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }

/** Opens it. Close it at the end. */
export async function openRoom(): Promise<ContractsRoom> {
  const { store, hubSecret, databaseUrl, close } = await testStore(storeDefinition)
  let now = new Date('2026-11-21T06:30:00.000Z')
  const log = createLog('test', 'silent')
  const services = createServices({ store, hubSecret, log, hints: noHints, now: () => now })
  const member = async (): Promise<string> => {
    const memberId = newId()
    const further = { level: null, settlementAgentId: null, groupName: null }
    await store.transaction((tx) =>
      rememberMember(tx, { memberId, version: 1, status: 'ACTIVE', roles: ['BUYER', 'SELLER'], ...further }),
    )
    return memberId
  }
  const append = (threadId: string, facts: readonly NewFact[]): Promise<void> =>
    store.transaction(async (tx) => {
      const thread = await lockThread(tx, threadId)
      if (!thread) throw new Error(`Thread ${threadId} is not there.`)
      await appendFacts(tx, thread, facts)
    })
  const openThread = async (sourceId: string, partnerId: string): Promise<OpenedThread> => {
    const [caseId, threadId] = [newId(), newId()]
    await store.transaction(async (tx) => {
      await tx.sql(
        `insert into business_case (id, case_code, source_id, title, description, registered_at) values ($1, $2, $3, 'Tea', 'Tea', $4)`,
        [caseId, newCode('CASE'), sourceId, now],
      )
      await insertThread(tx, {
        id: threadId,
        caseId,
        sourceId,
        partnerId,
        version: 0,
        status: 'REGISTERED',
        expiresAt: null,
        changedAt: now,
      })
    })
    return { threadId, sourceId, partnerId }
  }
  return {
    services,
    store,
    databaseUrl,
    hubSecret,
    setNow: (at) => void (now = at),
    member,
    append,
    openThread,
    contract: async ({ deliverBy, deliveries = deliverBy ? [deliverBy] : [], payBy = null, ...counted }) => {
      const { timeZone = 'UTC', calendar: code = allDays.code, steps = standardSteps } = counted
      const thread = await openThread(await member(), await member())
      const [contractId, contractCode, agentId] = [newId(), newCode('CONTRACT'), newId()]
      const { threadId } = thread
      await store.query(
        `insert into contract (id, contract_code, thread_id, buyer_id, seller_id, total_minor, currency, payment, settlement,
           settlement_agent_id, deliver_by, pay_by, notarized_at, time_zone, calendar, escalation)
         values ($1, $2, $3, $4, $5, 1000, 'EUR', 'ON_ACCOUNT', 'NET', $6, $7, $8, $9, $10, $11, $12)`,
        [
          contractId,
          contractCode,
          threadId,
          thread.sourceId,
          thread.partnerId,
          agentId,
          deliveries.at(-1) ?? null,
          payBy,
          now,
          timeZone,
          code,
          JSON.stringify(steps),
        ],
      )
      await store.transaction(async (tx) => {
        const calendar = await calendarOfContract((text, p) => tx.sql(text, p), code)
        await insertDues(tx, { contractId, threadId, timeZone, calendar, steps, deliveries, payBy }, now)
      })
      await append(threadId, [hubFact({ kind: 'CONTRACT_NOTARIZED', subject: contractId }, now)])
      return { ...thread, contractId, contractCode, agentId }
    },
    close: async () => {
      await services.watch.close()
      await close()
    },
  }
}

function hubFact(fact: Fact, at: Date): NewFact {
  return { fact, factId: `${fact.kind} ${fact.subject}`, actorId: null, bySide: null, at }
}
