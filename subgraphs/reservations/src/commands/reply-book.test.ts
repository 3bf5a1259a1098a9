import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { auditBook } from '../index.ts'
import { lockThread } from '../store/threads.ts'
import { Desk, succeeded } from '../testing/desk.ts'
import { reservationFeed } from './change-reservation.ts'
import { claimOf } from './lane-turns.ts'
import type { Reply } from './record-reply.ts'
import { setAuthorizationSchedule } from './set-authorization-schedule.ts'

let desk: Desk
let seller: Actor
let now = new Date()

beforeAll(async () => {
  // Nobody is asked: the test says what was answered.
  desk = await Desk.open({ cardCompanies: new Map([['acme', 'http://127.0.0.1:9']]), now: () => now })
  seller = await desk.member()
  const schedule = { idempotencyKey: newId(), company: 'acme', mode: 'AT_ONCE', mostInFlight: 100 }
  succeeded(await setAuthorizationSchedule(desk.services, desk.operator, schedule))
})
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

type Asked = { buyer: Actor; threadId: string; reservationId: string; requestId: string }

/** So many reservations by card for one seller, whose requests were taken and not answered yet. */
async function asked(count: number): Promise<Asked[]> {
  const all: Omit<Asked, 'requestId'>[] = []
  for (let i = 0; i < count; i++) {
    const thread = await desk.thread(undefined, seller)
    await desk.contract(thread)
    const { reservationId } = succeeded(await desk.reserve(thread, await desk.card(thread.buyer, 'tok_approved_1')))
    all.push({ ...thread, reservationId })
  }
  await claimOf(desk.services, 'acme', count)
  const rows = await desk.services.store.query<{ id: string; reservation_id: string }>(
    'select id, reservation_id from authorization_request where reservation_id = any($1)',
    [all.map(({ reservationId }) => reservationId)],
  )
  const requestOf = new Map(rows.map((row) => [row.reservation_id, row.id]))
  return all.map((each) => ({ ...each, requestId: requestOf.get(each.reservationId) ?? '' }))
}

const approved = (code: string): Reply => ({
  kind: 'ANSWER',
  result: 'APPROVED',
  responseCode: '00',
  authorizationId: code,
})
const declined: Reply = { kind: 'ANSWER', result: 'DECLINED', responseCode: '51', authorizationId: null }

const record = (answers: readonly (readonly [Asked, Reply])[]): Promise<void[]> =>
  Promise.all(answers.map(([{ requestId }, reply]) => desk.services.replies.record(requestId, reply)))

const statusesOf = (all: readonly Asked[]): Promise<(string | undefined)[]> =>
  Promise.all(all.map(({ reservationId }) => desk.status(reservationId)))

async function feedOf(member: string): Promise<{ seq: string; subject: string }[]> {
  return desk.services.store.query('select seq, subject from feed_entry where feed = $1 order by seq', [
    reservationFeed(member),
  ])
}

it('answers that crowd in are recorded as one by one: each reservation, request, event and feed entry, once', async () => {
  const all = await asked(40)
  const before = (await feedOf(seller.memberId)).length
  await record(all.map((each, nth) => [each, nth % 8 === 7 ? declined : approved(`A${nth}`)]))
  expect(await statusesOf(all)).toEqual(all.map((_, nth) => (nth % 8 === 7 ? 'REFUSED' : 'RESERVED')))
  const rows = await desk.services.store.query<{ result: string; authorization_id: string | null; status: string }>(
    `select status, result, authorization_id from authorization_request where id = any($1) order by array_position($1, id)`,
    [all.map(({ requestId }) => requestId)],
  )
  expect(rows).toEqual(
    all.map((_, nth) =>
      nth % 8 === 7
        ? { status: 'ANSWERED', result: 'DECLINED', authorization_id: null }
        : { status: 'ANSWERED', result: 'APPROVED', authorization_id: `A${nth}` },
    ),
  )
  for (const [nth, { reservationId }] of all.entries())
    expect((await desk.published(reservationId)).filter((type) => type !== 'PaymentReservationRequested')).toEqual([
      nth % 8 === 7 ? 'PaymentReservationRefused' : 'PaymentReserved',
    ])
  const fed = (await feedOf(seller.memberId)).slice(before)
  expect(fed.map(({ subject }) => subject).toSorted()).toEqual(all.map(({ reservationId }) => reservationId).toSorted())
  expect(fed.map(({ seq }) => Number(seq))).toEqual(fed.map((_, nth) => before + nth + 1))
  await record(all.map((each) => [each, declined]))
  expect(await statusesOf(all)).toEqual(all.map((_, nth) => (nth % 8 === 7 ? 'REFUSED' : 'RESERVED')))
  expect(await feedOf(seller.memberId)).toHaveLength(before + fed.length)
})

it('approvals among them of what was given up or has expired meanwhile are reversed, the others stand', async () => {
  now = new Date('2020-01-01T00:00:00Z')
  const [expired] = await asked(1)
  now = new Date()
  const [givenUp, ...others] = await asked(11)
  if (!givenUp || !expired) throw new Error('There are twelve.')
  const all = [givenUp, expired, ...others]
  succeeded(await desk.void(givenUp.buyer, givenUp.reservationId))
  await record(all.map((each, nth) => [each, approved(`B${nth}`)]))
  expect(await statusesOf(all)).toEqual(['VOIDED', 'EXPIRED', ...others.map(() => 'RESERVED')])
  for (const { requestId } of [givenUp, expired])
    expect(await desk.event('AuthorizationReversalRequested', requestId)).not.toEqual([])
  for (const { requestId } of others) expect(await desk.event('AuthorizationReversalRequested', requestId)).toEqual([])
})

it('an answer that cannot be recorded fails for whoever brought it, and for nobody else', async () => {
  const all = await asked(6)
  const nowhere = { ...all[0], requestId: '01990000-0000-7000-8000-000000000000' } as Asked
  const answers = [nowhere, ...all].map((each, nth) =>
    desk.services.replies.record(each.requestId, approved(`C${nth}`)),
  )
  const outcomes = await Promise.allSettled(answers)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...all.map(() => 'fulfilled')])
  expect(await statusesOf(all)).toEqual(all.map(() => 'RESERVED'))
})

it('waits for who holds one of them, without keeping the answers of others that come later', async () => {
  const all = await asked(3)
  const [blocked, ...free] = all
  if (!blocked) throw new Error('There are three.')
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const holding = desk.services.store.transaction(async (tx) => {
    await lockThread(tx, blocked.threadId)
    await held
  })
  const first = desk.services.replies.record(blocked.requestId, approved('D0'))
  await record(free.map((each, nth) => [each, approved(`D${nth + 1}`)]))
  expect(await desk.status(blocked.reservationId)).toBe('AUTHORIZING')
  release()
  await Promise.all([holding, first])
  expect(await statusesOf(all)).toEqual(all.map(() => 'RESERVED'))
})
