import { isRefusal } from '@torihiki/shared/refusals.ts'
import { reportDelivery } from '../commands/report-delivery.ts'
import { scanBatch, scanDelays } from '../commands/scan-delays.ts'
import type { ContractsRoom, StandingContract } from './contracts-room.ts'

/** Noon of a day in UTC. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00.000Z`)

type Warned = { kind: string; level: number; warnedIds: string[] }

/** What tests of the delay scan look at in a room. */
export type LateContracts = {
  /** Scans at noon of a day. Gives how many warnings that gave. */
  scanOn(day: string, batch?: number): Promise<number>
  latenesses(contract: StandingContract): Promise<unknown[]>
  factsFound(contract: StandingContract): Promise<unknown[]>
  /** What the scan published, and for whom. */
  warned(contract: StandingContract): Promise<Warned[]>
  isDelayed(contract: StandingContract): Promise<boolean | undefined>
  deliver(contract: StandingContract, deliveredOn: string, partial?: boolean): Promise<void>
  /** Nothing of one test may be late for the next. */
  closeAll(): Promise<void>
}

/** Looks at latenesses of the contracts of a room. */
export function lateContracts(room: ContractsRoom): LateContracts {
  return {
    async scanOn(day, batch = scanBatch) {
      room.setNow(noonOf(day))
      return (await scanDelays(room.services, { batch })).warned
    },
    latenesses: ({ contractId }) =>
      room.store.query(
        'select kind, level, due_on::text, found_at from lateness where contract_id = $1 order by kind, level',
        [contractId],
      ),
    factsFound: ({ threadId }) =>
      room.store.query(
        `select fact ->> 'late' as late, delayed, by_side from thread_event where thread_id = $1 and kind = 'LATENESS_FOUND' order by version`,
        [threadId],
      ),
    async warned({ contractId }) {
      const rows = await room.store.query<{ payload: Warned }>(
        `select payload from outbox where type = 'LatenessWarned' and payload ->> 'contractId' = $1 order by id`,
        [contractId],
      )
      return rows.map(({ payload: { kind, level, warnedIds } }) => ({ kind, level, warnedIds }))
    },
    async isDelayed({ threadId }) {
      const [row] = await room.store.query<{ delayed: boolean }>('select delayed from case_thread where id = $1', [
        threadId,
      ])
      return row?.delayed
    },
    async deliver(contract, deliveredOn, partial = false) {
      const actor = { memberId: contract.partnerId, roles: ['SELLER'], sessionId: 'session' }
      const idempotencyKey = `deliver ${deliveredOn} ${partial}`
      const input = { idempotencyKey, threadId: contract.threadId, deliveredOn, partial }
      const answer = await reportDelivery(room.services, actor, input)
      if (isRefusal(answer)) throw new Error(answer.message)
    },
    async closeAll() {
      await room.store.query('update contract_due set fulfilled_at = now(), next_check_at = null')
    },
  }
}
