import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { forgetOldAddressees } from '../index.ts'
import { openAddressee } from '../store/gifts.ts'
import { codeOf, Desk, succeeded, wideLevel, type TestThread } from '../testing/desk.ts'
import { addressGift } from './gifts.ts'

let desk: Desk
beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())

const name = 'Setsuko Giftee'

async function addressed({ threadId, buyer }: TestThread, idempotencyKey = newId()): Promise<string> {
  const input = { idempotencyKey, threadId, name, address: 'Uzumasa 17' }
  return succeeded(await addressGift(desk.services, buyer, input)).giftId
}
const kept = (id: string): Promise<{ id: string; sealed: string | null; forget_at: Date | null }[]> =>
  desk.services.store.query('select id, sealed, forget_at from gift where id = $1', [id])
async function nameOf(id: string): Promise<string | null> {
  const [row] = await kept(id)
  if (!row) throw new Error('There is no such gift.')
  const { store, personalKeys } = desk.services
  return (await openAddressee((text, p) => store.query(text, p), personalKeys, row))?.name ?? null
}

it('of a payer that is erased the recipients’ names and addresses are destroyed too (B2, B11)', async () => {
  const [thread, other] = [await desk.thread(), await desk.thread()]
  const [own, another] = [await addressed(thread), await addressed(other)]
  expect([await nameOf(own), await nameOf(another)]).toEqual([name, name])
  await desk.member(wideLevel, thread.buyer.memberId, 'ERASED')
  expect([await nameOf(own), await nameOf(another)]).toEqual([null, name])
  const keys = await desk.services.store.query('select 1 from personal_key where member_id = $1', [own])
  expect(keys).toEqual([])
})

it('when a thread ends they are destroyed 30 days later, and not before', async () => {
  const thread = await desk.thread()
  const id = await addressed(thread)
  await desk.take('ThreadEnded', { threadId: thread.threadId, status: 'CANCELLED' })
  const [row] = await kept(id)
  const days = (new Date(row?.forget_at ?? 0).getTime() - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(30)
  expect(await forgetOldAddressees(desk.services)).toBe(0)
  await desk.services.store.query('update gift set forget_at = now() where id = $1', [id])
  const [one, other] = await Promise.all([forgetOldAddressees(desk.services), forgetOldAddressees(desk.services)])
  expect(one + other).toBe(1)
  expect(await nameOf(id)).toBeNull()
  expect(
    codeOf(
      await addressGift(desk.services, thread.buyer, {
        idempotencyKey: newId(),
        threadId: thread.threadId,
        name,
        address: 'x',
      }),
    ),
  ).toBe('WRONG_STATE')
})

it('the same key with another address is another request, though only marks of both are kept', async () => {
  const thread = await desk.thread()
  const key = newId()
  const id = await addressed(thread, key)
  expect(await addressed(thread, key)).toBe(id)
  const input = { idempotencyKey: key, threadId: thread.threadId, name, address: 'Saga 3' }
  expect(codeOf(await addressGift(desk.services, thread.buyer, input))).toBe('IDEMPOTENCY_KEY_REUSED')
})
