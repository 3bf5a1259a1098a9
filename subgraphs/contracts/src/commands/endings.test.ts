import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { openRoom, type ContractsRoom } from '../testing/contracts-room.ts'
import { cancelContract } from './cancel-contract.ts'
import { expireCases } from './expire-cases.ts'

let room: ContractsRoom

beforeAll(async () => {
  room = await openRoom()
})
afterAll(() => room.close())

const statusOf = async (threadId: string): Promise<unknown> =>
  (await room.store.query<{ status: string }>('select status from case_thread where id = $1', [threadId]))[0]?.status

const published = (type: string, threadId: string): Promise<unknown[]> =>
  room.store.query(`select 1 from outbox where type = $1 and payload ->> 'threadId' = $2`, [type, threadId])

it('both sides may cancel at the same moment: it is cancelled once', async () => {
  const { threadId, sourceId, partnerId, contractId } = await room.contract({})
  const answers = await Promise.all(
    [sourceId, partnerId].map((memberId) =>
      cancelContract(
        room.services,
        { memberId, roles: [], sessionId: 'session' },
        { idempotencyKey: newId(), threadId, reason: 'No need any more' },
      ),
    ),
  )
  expect(answers.some(isRefusal)).toBe(false)
  expect(await statusOf(threadId)).toBe('CANCELLED')
  expect(await published('ThreadEnded', threadId)).toHaveLength(1)
  const entries = await room.store.query(
    `select 1 from log_entry where contract_id = $1 and kind = 'CONTRACT_CANCELLED'`,
    [contractId],
  )
  expect(entries).toHaveLength(1)
})

it('several turns at once end a thread once, and none before its time', async () => {
  const now = new Date('2026-11-21T06:30:00Z')
  room.setNow(now)
  const [due, later] = [
    await room.openThread(await room.member(), await room.member()),
    await room.openThread(await room.member(), await room.member()),
  ]
  for (const { threadId } of [due, later])
    await room.append(threadId, [
      { fact: { kind: 'CASE_REGISTERED' }, factId: 'registered', actorId: null, bySide: 'SOURCE', at: now },
    ])
  const set = (threadId: string, at: Date): Promise<unknown> =>
    room.store.query('update case_thread set expires_at = $2 where id = $1', [threadId, at])
  await set(due.threadId, now)
  await set(later.threadId, new Date(now.getTime() + 1))
  const ended = await Promise.all([1, 2, 3, 4].map(() => expireCases(room.services)))
  expect(ended.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect([await statusOf(due.threadId), await statusOf(later.threadId)]).toEqual(['EXPIRED', 'REGISTERED'])
  expect(await published('ThreadEnded', due.threadId)).toHaveLength(1)
})
