import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { auditBook } from '../index.ts'
import { Desk, codeOf, succeeded } from '../testing/desk.ts'
import { reversePosting } from './reverse-posting.ts'

let desk: Desk

beforeAll(async () => void (desk = await Desk.open()))
afterAll(() => desk.close())
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))

const reverse = (postingId: string, further: object = {}, actor = desk.operator) =>
  reversePosting(desk.services, actor, {
    idempotencyKey: newId(),
    postingId,
    reference: 'ticket 7',
    reason: 'Booked twice',
    ...further,
  })
const postingsOf = async (owner: string, kind: string): Promise<string[]> => {
  const rows = await desk.services.store.query<{ id: string }>(
    `select distinct p.id from posting p join posting_leg l on l.posting_id = p.id join ledger_account a on a.id = l.account_id
     where a.owner = $1 and p.kind = $2 order by p.id`,
    [owner, kind],
  )
  return rows.map(({ id }) => id)
}

describe('reversePosting', () => {
  it('takes back a deposit by a posting of its own, and leaves the first as it was', async () => {
    const member = await desk.member()
    await desk.deposit(member, '700')
    const [deposit = ''] = await postingsOf(member.memberId, 'DEPOSIT')
    const { postingId } = succeeded(await reverse(deposit))
    expect(await desk.account('DEPOSIT', member.memberId)).toEqual({ balance: 0, held: 0 })
    const [row] = await desk.services.store.query(
      'select kind, reverses, reference, reason from posting where id = $1',
      [postingId],
    )
    expect(row).toEqual({ kind: 'REVERSAL', reverses: deposit, reference: 'ticket 7', reason: 'Booked twice' })
    expect(await postingsOf(member.memberId, 'DEPOSIT')).toEqual([deposit])
  })

  it('happens at most once, however many ask at once', async () => {
    const member = await desk.member()
    await desk.deposit(member, '700')
    await desk.deposit(member, '900')
    const [deposit = ''] = await postingsOf(member.memberId, 'DEPOSIT')
    const answers = await Promise.all(Array.from({ length: 10 }, () => reverse(deposit)))
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'WRONG_STATE')).toHaveLength(9)
  })

  it('is refused with the figures when the account would go below what is held on it, and then posts nothing', async () => {
    const it = await desk.reserved()
    const [deposit = ''] = await postingsOf(it.buyer.memberId, 'DEPOSIT')
    expect(await reverse(deposit)).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      requested: { amount: '5000' },
      available: { amount: '4000' },
      shortfall: { amount: '1000' },
    })
    expect(await desk.account('DEPOSIT', it.buyer.memberId)).toEqual({ balance: 5000, held: 1000 })
    succeeded(await desk.void(it.buyer, it.reservationId))
    succeeded(await reverse(deposit))
  })

  it('is not for captures nor for reversals, nor for others than operators', async () => {
    const it = await desk.reserved()
    succeeded(await desk.inspect(it.buyer, it.threadId))
    const [capture = ''] = await postingsOf(it.buyer.memberId, 'CAPTURE')
    expect(await reverse(capture)).toMatchObject({ code: 'WRONG_STATE', state: 'CAPTURE' })
    const member = await desk.member()
    await desk.deposit(member, '1')
    const [deposit = ''] = await postingsOf(member.memberId, 'DEPOSIT')
    expect(codeOf(await reverse(deposit, {}, member))).toBe('NOT_ALLOWED')
    const { postingId } = succeeded(await reverse(deposit))
    expect(await reverse(postingId)).toMatchObject({ code: 'WRONG_STATE', state: 'REVERSAL' })
    expect(codeOf(await reverse(newId()))).toBe('NOT_FOUND')
    expect(codeOf(await reverse(deposit, { reason: '' }))).toBe('INVALID_INPUT')
  })
})
