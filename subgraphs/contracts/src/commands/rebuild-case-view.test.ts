import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { openRoom, type ContractsRoom } from '../testing/contracts-room.ts'
import { recount, viewOf } from '../testing/recount.ts'
import { projectMember } from '../views/project.ts'
import { continueRebuild, rebuildBatch, rebuildCaseView } from './rebuild-case-view.ts'

let room: ContractsRoom

beforeAll(async () => {
  room = await openRoom()
})
afterAll(() => room.close())

const admin = { memberId: newId(), roles: ['ADMIN'], sessionId: 'session' }

async function start(memberId?: string): Promise<string> {
  const answer = await rebuildCaseView(room.services, admin, { idempotencyKey: newId(), view: 'SOURCE', memberId })
  if (isRefusal(answer)) throw new Error(answer.message)
  return answer.rebuildId
}

const stateOf = async (id: string): Promise<unknown> =>
  (
    await room.store.query(
      'select state, members, members_done, threads::int, fault from case_view_rebuild where id = $1',
      [id],
    )
  )[0]

/** More members than one look takes, whose views are lost. */
async function lostViews(): Promise<string[]> {
  const members = Array.from({ length: rebuildBatch + 5 }, () => newId())
  for (const memberId of members) {
    const { threadId } = await room.openThread(memberId, newId())
    await room.append(threadId, [
      {
        fact: { kind: 'CASE_REGISTERED' },
        factId: 'registered',
        actorId: null,
        bySide: 'SOURCE',
        at: new Date('2026-11-21T06:30:00Z'),
      },
    ])
    await projectMember(room.store, room.services.hints, 'SOURCE', memberId)
  }
  await room.store.query('delete from source_view_thread')
  return members
}

it('is one however many workers take it at once, each member counted once, and every view is whole again', async () => {
  const members = await lostViews()
  const rebuildId = await start()
  await Promise.all([1, 2, 3].map(() => continueRebuild(room.services, { rebuildId })))
  expect(await stateOf(rebuildId)).toEqual({
    state: 'DONE',
    members: members.length,
    members_done: members.length,
    threads: members.length,
    fault: null,
  })
  for (const memberId of members)
    expect(await viewOf(room.store, 'SOURCE', memberId)).toEqual(await recount(room.store, 'SOURCE', memberId))
})

it('that breaks off says why, and goes on from the last member that was done', async () => {
  const rebuildId = await start()
  await room.store.query(
    'update case_view_rebuild set last_member = (select source_id from case_thread order by 1 limit 1), members_done = 1, threads = 1 where id = $1',
    [rebuildId],
  )
  const spoilt = { ...room.services, store: failingAfter(3) }
  await expect(continueRebuild(spoilt, { rebuildId })).rejects.toThrow('no more')
  expect(await stateOf(rebuildId)).toMatchObject({ state: 'RUNNING', members_done: 4, fault: 'no more' })
  await continueRebuild(room.services, { rebuildId })
  expect(await stateOf(rebuildId)).toMatchObject({ state: 'DONE', members_done: rebuildBatch + 5, fault: null })
})

it('of one member does that one', async () => {
  const { sourceId } = await room.openThread(newId(), newId())
  const rebuildId = await start(sourceId)
  await continueRebuild(room.services, { rebuildId })
  expect(await stateOf(rebuildId)).toMatchObject({ state: 'DONE', members: 1, members_done: 1 })
})

/** The store, whose transactions end after so many. */
function failingAfter(count: number): ContractsRoom['store'] {
  let left = count
  return {
    ...room.store,
    transaction: (work) => (left-- > 0 ? room.store.transaction(work) : Promise.reject(new Error('no more'))),
  }
}
