import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { auditBook } from '../index.ts'
import { Desk, succeeded } from '../testing/desk.ts'

let desk: Desk

beforeEach(async () => void (desk = await Desk.open()))
afterEach(() => desk.close())

const rulesBroken = async (): Promise<string[]> =>
  [...new Set((await auditBook(desk.services)).map(({ rule }) => rule))].toSorted()

/** Legs that balance by themselves, between accounts by kind. */
const legs = `insert into posting_leg (posting_id, leg, account_id, currency, side, minor, posted_at) values ($1, 1, $2, 'JPY', 'DEBIT', 7, now()), ($1, 2, $3, 'JPY', 'CREDIT', 7, now())`
const posting = `insert into posting (id, institution_id, kind, fact, actor_id, posted_at) values ($1, $1, 'CAPTURE', 'forged', $1, now())`

describe('auditBook', () => {
  it.each([
    [
      'a balance that was changed',
      `update ledger_account set balance_minor = balance_minor + 1 where kind = 'CASH'`,
      ['BALANCE_IS_REPLAY_OF_POSTINGS', 'SUM_IS_ZERO'],
    ],
    ['a hold that was forgotten', `update ledger_account set held_minor = 0`, ['HELD_IS_OPEN_HOLDS']],
    [
      'a reservation that ended without its hold',
      `update payment_reservation set status = 'VOIDED' where status = 'RESERVED'`,
      ['STATUS_FITS_HOLD'],
    ],
    [
      'a capture of another amount',
      `update payment_reservation set captured_minor = 1 where status = 'CAPTURED'`,
      ['STATUS_FITS_HOLD'],
    ],
    [
      'an open reservation without a hold',
      `update payment_reservation set status = 'AUTHORIZING' where status = 'CAPTURED'`,
      ['STATUS_FITS_HOLD'],
    ],
    [
      'a resolution that does not add up',
      `insert into hold_resolution (hold_id, how, captured_minor, released_minor, resolved_at)
       select h.id, 'VOIDED', 0, 1, now() from hold h where not exists (select 1 from hold_resolution r where r.hold_id = h.id)`,
      ['CAPTURED_AND_RELEASED_IS_HOLD', 'HELD_IS_OPEN_HOLDS', 'STATUS_FITS_HOLD'],
    ],
  ])('is clean at first, and finds %s', async (_name, damage, rules) => {
    await desk.reserved()
    const paid = await desk.reserved()
    succeeded(await desk.inspect(paid.buyer, paid.threadId))
    expect(await rulesBroken()).toEqual([])
    await desk.services.store.query(damage)
    expect(await rulesBroken()).toEqual(rules)
  })

  it('finds postings without legs, legs without accounts, and money due that nobody captured', async () => {
    const paid = await desk.reserved()
    succeeded(await desk.inspect(paid.buyer, paid.threadId))
    const forged = newId()
    await desk.services.store.query(posting, [forged])
    expect(await rulesBroken()).toEqual(['POSTING_BALANCES'])
    const [due] = await desk.services.store.query<{ id: string }>(
      `select id from ledger_account where kind = 'DUE_OUT'`,
    )
    await desk.services.store.query(legs, [forged, newId(), due?.id])
    expect(await rulesBroken()).toEqual(['BALANCE_IS_REPLAY_OF_POSTINGS', 'DUE_OUT_IS_CAPTURES', 'POSTING_BALANCES'])
  })
})
