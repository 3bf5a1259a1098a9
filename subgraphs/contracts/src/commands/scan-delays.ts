import { newId } from '@torihiki/shared/ids.ts'
import { escalationDays, latenessLevel } from '../domain/cases/lateness.ts'
import type { ContractsServices } from '../services.ts'
import { appendFacts, lockThread } from '../store/threads.ts'

/** How many late contracts one scan takes per kind; the next scan goes on. */
export const scanBatch = 500

type LateContract = {
  id: string
  thread_id: string
  buyer_id: string
  seller_id: string
  due_on: string
}

const lateQueries = {
  DELIVERY: `c.deliver_by < $1::date and c.delivered_at is null and c.settled_at is null and c.cancelled_at is null`,
  SETTLEMENT: `c.pay_by < $1::date and c.settled_at is null and c.cancelled_at is null`,
} as const
const dueColumn = { DELIVERY: 'deliver_by', SETTLEMENT: 'pay_by' } as const

/**
 * Finds contracts whose delivery or settlement is late and warns both members (A12): a record, and an event in both views'
 * feeds. Once per lateness, and again as it escalates; two scans at once find it once (a unique key decides).
 * @param batch how many contracts it takes per kind, those due first before others
 * @returns how many latenesses were found
 */
export async function scanDelays(services: ContractsServices, batch: number = scanBatch): Promise<number> {
  const today = services.now().toISOString().slice(0, 10)
  let found = 0
  for (const kind of ['DELIVERY', 'SETTLEMENT'] as const) {
    for (const late of await findLate(services, kind, today, batch)) {
      if (await recordLateness(services, kind, late, latenessLevel(late.due_on, today))) found++
    }
  }
  return found
}

/** Only those whose level is not on record yet: what was found before takes no place in the batch. */
async function findLate(
  services: ContractsServices,
  kind: 'DELIVERY' | 'SETTLEMENT',
  today: string,
  batch: number,
): Promise<LateContract[]> {
  const due = dueColumn[kind]
  return services.store.query<LateContract>(
    `select c.id, c.thread_id, c.buyer_id, c.seller_id, c.${due}::text as due_on
     from contract c left join lateness l on l.contract_id = c.id and l.kind = $2
     where ${lateQueries[kind]} group by c.id
     having coalesce(max(l.level), 0) < (select count(*) from unnest($4::int[]) as days where $1::date - c.${due} >= days)
     order by c.${due}, c.id limit $3`,
    [today, kind, batch, escalationDays],
  )
}

async function recordLateness(
  services: ContractsServices,
  kind: 'DELIVERY' | 'SETTLEMENT',
  late: LateContract,
  level: number,
): Promise<boolean> {
  return services.store.transaction(async (tx) => {
    const thread = await lockThread(tx, late.thread_id)
    if (!thread) throw new Error(`Thread ${late.thread_id} of contract ${late.id} is not there.`)
    const now = services.now()
    const saved = await tx.sql(
      `insert into lateness (id, contract_id, thread_id, buyer_id, seller_id, kind, level, due_on, found_at)
       select $1, c.id, $3, $4, $5, $6, $7, $8, $9 from contract c where c.id = $2 and ${kind === 'DELIVERY' ? 'c.delivered_at is null and' : ''} c.settled_at is null
       on conflict (contract_id, kind, level) do nothing returning id`,
      [newId(), late.id, late.thread_id, late.buyer_id, late.seller_id, kind, level, late.due_on, now],
    )
    if (saved.length === 0) return false
    await appendFacts(tx, thread, [
      {
        fact: { kind: 'LATENESS_FOUND', subject: late.id, late: kind },
        factId: `late ${kind} ${late.id} ${level}`,
        actorId: null,
        bySide: null,
        at: now,
      },
    ])
    return true
  })
}
