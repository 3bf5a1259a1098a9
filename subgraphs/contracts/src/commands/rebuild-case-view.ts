import type { EventPayload } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ThreadSide } from '../domain/cases/actions.ts'
import type { ContractsServices } from '../services.ts'
import { rebuildMember } from '../views/rebuild.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  view: z.enum(['SOURCE', 'PARTNER']),
  memberId: form.optional(form.id),
})

/** How many members one look takes, and after how many its progress is told. */
export const rebuildBatch = 50
/** How long one delivery of the event works: then the next goes on, so that the queue is not held up. */
const turnMs = 5_000

/** The feed that tells of a rebuild's progress. */
export const rebuildFeed = (rebuildId: string): string => `case-view-rebuild/${rebuildId}`

/**
 * Has a side's view built anew from the record of events (A16), of one member or of all who have cases, beside live traffic: a worker does it,
 * and its progress can be followed. Running it twice does no harm.
 */
export async function rebuildCaseView(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ rebuildId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'rebuildCaseView', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const rebuildId = newId()
    await tx.sql(
      `insert into case_view_rebuild (id, side, member_id, asked_by, state, members, started_at)
       select $1, $2, $3, $4, 'RUNNING', case when $3::uuid is null then (select count(distinct ${ownColumn(input.view)}) from case_thread) else 1 end, $5`,
      [rebuildId, input.view, input.memberId, actor.memberId, services.now()],
    )
    await tx.publish('CaseViewRebuildRequested', { rebuildId })
    return { rebuildId }
  })
}

const ownColumn = (side: ThreadSide): string => (side === 'SOURCE' ? 'source_id' : 'partner_id')

type Rebuild = { id: string; side: ThreadSide; member_id: string | null; last_member: string | null; state: string }

/**
 * Goes on with a rebuild from the last member that is done, for a while, and hands the rest to the next delivery. Taken twice, or after a crash,
 * it repeats at most the member that was under way.
 */
export async function continueRebuild(
  services: ContractsServices,
  { rebuildId }: EventPayload<'CaseViewRebuildRequested'>,
): Promise<void> {
  const { store } = services
  const until = Date.now() + turnMs
  for (;;) {
    const [rebuild] = await store.query<Rebuild>(
      'select id, side, member_id, last_member, state from case_view_rebuild where id = $1',
      [rebuildId],
    )
    if (rebuild?.state !== 'RUNNING') return
    const members = await nextMembers(services, rebuild)
    if (members.length === 0) return void (await store.transaction((tx) => finish(tx, services, rebuild)))
    try {
      for (const memberId of members)
        await rebuildMember(store, rebuild.side, memberId, (tx, threads) => step(tx, rebuild, memberId, threads))
    } catch (error) {
      await store.query('update case_view_rebuild set fault = $2 where id = $1', [rebuildId, errorMessage(error)])
      throw error
    }
    await store.transaction((tx) => tell(tx, services, rebuildId))
    if (Date.now() > until) {
      await store.transaction((tx) => tx.publish('CaseViewRebuildRequested', { rebuildId }))
      return
    }
  }
}

async function nextMembers(services: ContractsServices, rebuild: Rebuild): Promise<string[]> {
  if (rebuild.member_id) return rebuild.last_member ? [] : [rebuild.member_id]
  const own = ownColumn(rebuild.side)
  const rows = await services.store.query<{ id: string }>(
    `select distinct ${own} as id from case_thread where $1::uuid is null or ${own} > $1 order by 1 limit $2`,
    [rebuild.last_member, rebuildBatch],
  )
  return rows.map(({ id }) => id)
}

/** A member counts once, whoever comes to it second. */
async function step(tx: Tx, { id }: Rebuild, memberId: string, threads: number): Promise<void> {
  await tx.sql(
    `update case_view_rebuild set members_done = members_done + 1, threads = threads + $3, last_member = $2, fault = null
     where id = $1 and (last_member is null or last_member < $2)`,
    [id, memberId, threads],
  )
}

async function finish(tx: Tx, services: ContractsServices, { id }: Rebuild): Promise<void> {
  await tx.sql(`update case_view_rebuild set state = 'DONE', ended_at = $2 where id = $1 and state = 'RUNNING'`, [
    id,
    services.now(),
  ])
  await tell(tx, services, id)
}

async function tell(tx: Tx, services: ContractsServices, rebuildId: string): Promise<void> {
  const [row] = await tx.sql<{ state: string; members_done: number; members: number }>(
    'select state, members_done, members from case_view_rebuild where id = $1',
    [rebuildId],
  )
  if (!row) return
  const feed = rebuildFeed(rebuildId)
  const body = { done: row.members_done, of: row.members }
  tx.append(feed, [{ at: services.now(), kind: row.state, subject: rebuildId, body }])
  tx.afterCommit(() => services.hints.publish([feed]))
}
