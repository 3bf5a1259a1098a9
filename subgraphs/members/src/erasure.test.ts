import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { registerGuest } from './commands/register-guest.ts'
import { runErasures } from './index.ts'
import { done, keyed, newThread, openMessagesRoom, type MessagesRoom, type Thread } from './testing/messages-room.ts'

const dayMs = 86_400_000

let room: MessagesRoom
beforeEach(async () => {
  room = await openMessagesRoom()
  // The level of guests is there once the hub was set up.
  await room.database.store.query(
    `insert into authentication_level (code, name, version, operations, max_per_transaction, max_per_day) values ('GUEST', 'G', 1, '{}', '{}', '{}')`,
  )
})
afterEach(() => room.close())

const guest = async (): Promise<string> =>
  done(
    await registerGuest(
      room.services,
      keyed({
        name: 'Hanako',
        kind: 'PERSON',
        roles: ['BUYER'],
        mail: 'h@example.org',
        password: 'a password for once',
      }),
    ),
  ).memberId

async function thread(guestId: string): Promise<Thread> {
  return newThread(guestId, await room.member())
}
const statusOf = async (id: string): Promise<string | undefined> =>
  (await room.database.store.query<{ status: string }>('select status from member where id = $1', [id]))[0]?.status
const keys = async (id: string): Promise<number> =>
  (await room.database.store.query('select 1 from personal_key where member_id = $1', [id])).length

test('a guest is erased when the cooling-off period after the settlement is over, and not before', async () => {
  const id = await guest()
  const bought = await thread(id)
  await room.fact(bought, 'SETTLEMENT_REPORTED', { status: 'SETTLED' })
  room.pass(14 * dayMs - 1)
  await runErasures(room.services)
  expect([await statusOf(id), await keys(id)]).toEqual(['ACTIVE', 1])
  room.pass(1)
  await runErasures(room.services)
  expect([await statusOf(id), await keys(id)]).toEqual(['ERASED', 0])
})

test('a purchase that goes on again, as by a refund, puts the erasure off until it has ended anew', async () => {
  const id = await guest()
  const bought = await thread(id)
  await room.fact(bought, 'SETTLEMENT_REPORTED', { status: 'SETTLED' })
  room.pass(10 * dayMs)
  await room.fact(bought, 'DELIVERY_REPORTED', { status: 'DELIVERED' })
  room.pass(30 * dayMs)
  await runErasures(room.services)
  expect(await statusOf(id)).toBe('ACTIVE')
  await room.fact(bought, 'SETTLEMENT_REPORTED', { status: 'SETTLED' })
  room.pass(14 * dayMs)
  await runErasures(room.services)
  expect(await statusOf(id)).toBe('ERASED')
})

test('facts that come late or twice do not end a purchase that goes on', async () => {
  const id = await guest()
  const bought = await thread(id)
  const settled = room.event('CaseProgressed', {
    ...bought,
    version: 1,
    kind: 'SETTLEMENT_REPORTED',
    bySide: null,
    statusBefore: null,
    status: 'SETTLED',
  })
  await room.fact({ ...bought, version: 1 }, 'DELIVERY_REPORTED', { status: 'DELIVERED' })
  for (let i = 0; i < 2; i++) await room.take(settled)
  room.pass(60 * dayMs)
  await runErasures(room.services)
  expect(await statusOf(id)).toBe('ACTIVE')
})

test('a guest that buys nothing is erased after a week', async () => {
  const id = await guest()
  room.pass(7 * dayMs)
  await runErasures(room.services)
  const [erasure] = await room.database.store.query<{ reason: string }>(
    'select reason from erasure where member_id = $1',
    [id],
  )
  expect([await statusOf(id), erasure?.reason]).toEqual(['ERASED', 'IDLE'])
})

test('workers at once erase once; a mail on its way is waited for, for it would be kept after the mail was forgotten', async () => {
  const id = await guest()
  await room.database.store.query(
    `insert into outbound_message (id, member_id, channel, kind, language, content, queued_at, status, next_attempt_at, leased_until)
     values ($1, $2, 'MAIL', 'ORDER_SENT', 'en', '{}', $3, 'QUEUED', $4, $4)`,
    [newId(), id, room.now(), new Date(room.now().getTime() + 8 * dayMs)],
  )
  room.pass(7 * dayMs)
  await Promise.all([1, 2, 3].map(() => runErasures(room.services)))
  expect([await statusOf(id), await keys(id)]).toEqual(['SUSPENDED', 1])
  room.pass(dayMs)
  await Promise.all([1, 2, 3].map(() => runErasures(room.services)))
  expect([await statusOf(id), await keys(id)]).toEqual(['ERASED', 0])
  const told = await room.database.store.query(
    `select 1 from outbox where type = 'MemberRecorded' and payload ->> 'memberId' = $1 and payload ->> 'status' = 'ERASED'`,
    [id],
  )
  expect(told).toHaveLength(1)
})

test('a mail system that fails leaves the key in place, and the next turn goes on', async () => {
  const id = await guest()
  room.pass(7 * dayMs)
  const { mail } = room.services
  room.services = { ...room.services, mail: { ...mail, forget: () => Promise.reject(new Error('away')) } }
  await expect(runErasures(room.services)).rejects.toThrow('away')
  expect([await statusOf(id), await keys(id)]).toEqual(['SUSPENDED', 1])
  room.services = { ...room.services, mail }
  await runErasures(room.services)
  expect(await statusOf(id)).toBe('ERASED')
})
