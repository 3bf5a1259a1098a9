import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { newId } from '@torihiki/shared/ids.ts'
import { runAudit } from '../audit.ts'
import { auditBook, auditReport } from '../index.ts'
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
      'a part that is not on record with its reservation',
      `update payment_reservation set captured_minor = null where status = 'RESERVED' and captured_minor is not null`,
      ['STATUS_FITS_HOLD'],
    ],
    [
      'a slot of an account without a limit that was changed',
      `update account_slot set balance_minor = balance_minor - 1`,
      ['BALANCE_IS_REPLAY_OF_POSTINGS', 'SUM_IS_ZERO'],
    ],
    [
      'a resolution that does not add up',
      `insert into hold_resolution (hold_id, how, captured_minor, released_minor, resolved_at)
       select h.id, 'VOIDED', 0, 1, now() from hold h where not exists (select 1 from hold_resolution r where r.hold_id = h.id)`,
      ['CAPTURED_AND_RELEASED_IS_HOLD', 'CAPTURES_WITHIN_HOLD', 'HELD_IS_OPEN_HOLDS', 'STATUS_FITS_HOLD'],
    ],
  ])('is clean at first, and finds %s', async (_name, damage, rules) => {
    await desk.reserved()
    const paid = await desk.reserved()
    succeeded(await desk.inspect(paid.buyer, paid.threadId))
    const inParts = await desk.reserved()
    succeeded(await desk.inspect(inParts.buyer, inParts.threadId, '300', { final: false }))
    expect(await rulesBroken()).toEqual([])
    await desk.services.store.query(damage)
    expect(await rulesBroken()).toEqual(rules)
  })

  it('finds a reversal that takes back another amount, and says everything in words with the program’s exit code', async () => {
    await desk.reserved()
    const run = (...args: string[]) => runAudit(args, () => auditReport(desk.services))
    const fits = await run('book')
    expect(fits).toMatchObject({ exitCode: 0, err: [] })
    expect(fits.out.join('\n')).toContain('THE BOOK FITS\n- 2 accounts, 1 postings, 1 holds (1 open)')
    expect(await run()).toMatchObject({ exitCode: 2 })
    expect(await run('--help')).toMatchObject({ exitCode: 0 })
    const [row] = await desk.services.store.query<{ id: string; a: string; b: string }>(
      `select p.id, min(l.account_id::text) as a, max(l.account_id::text) as b from posting p join posting_leg l on l.posting_id = p.id group by 1`,
    )
    const reversal = newId()
    await desk.services.store.query(
      `insert into posting (id, institution_id, kind, fact, actor_id, posted_at, reverses) values ($1, $1, 'REVERSAL', 'forged', $1, now(), $2)`,
      [reversal, row?.id],
    )
    await desk.services.store.query(legs, [reversal, row?.a, row?.b])
    const { exitCode, err } = await run('book')
    expect(exitCode).toBe(1)
    expect(err[0]).toMatch(/^THE BOOK DOES NOT FIT: \d+ faults/)
    expect(err.join('\n')).toContain(`Posting ${reversal} does not take back what it reverses`)
    expect(err.join('\n')).toContain('but its postings make')
  })

  it('as a program reads the database of its settings, and ends with 0, or with 1 and sentences', async () => {
    await desk.reserved()
    const { databaseUrl: DATABASE_URL, hubSecret: HUB_SECRET } = desk.database
    const run = async (...args: string[]) => {
      const program = [join(import.meta.dirname, '../audit.ts'), ...args]
      // Jest's flags of Node are not the program's.
      const env = { ...process.env, DATABASE_URL, HUB_SECRET, NODE_OPTIONS: '' }
      const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
      const [out, err] = [text(child.stdout), text(child.stderr)]
      const [exitCode] = await once(child, 'exit')
      return { exitCode, out: await out, err: await err }
    }
    expect(await run('book')).toMatchObject({ exitCode: 0, out: expect.stringContaining('THE BOOK FITS'), err: '' })
    expect(await run('books')).toMatchObject({ exitCode: 2 })
    await desk.services.store.query(`update ledger_account set held_minor = held_minor - 1 where kind = 'DEPOSIT'`)
    expect(await run('book')).toMatchObject({
      exitCode: 1,
      out: '',
      err: expect.stringMatching(/says that 999 is held, but its open holds freeze 1000\.\n$/),
    })
  })

  it('beside live traffic sees one moment, and nothing is wrong with it', async () => {
    const threads = await Promise.all(Array.from({ length: 12 }, () => desk.reserved()))
    let busy = true
    const traffic = Promise.all(
      threads.map(async (it) => {
        for (let i = 0; i < 9; i++) succeeded(await desk.inspect(it.buyer, it.threadId, '100', { final: false }))
        succeeded(await desk.void(it.buyer, it.reservationId))
      }),
    ).finally(() => (busy = false))
    let audits = 0
    for (; busy || audits === 0; audits++) expect(await auditBook(desk.services)).toEqual([])
    await traffic
    expect(audits).toBeGreaterThan(1)
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
    expect(await rulesBroken()).toEqual([
      'BALANCE_IS_REPLAY_OF_POSTINGS',
      'DUE_OUT_IS_CAPTURES',
      'DUE_OUT_IS_UNSETTLED',
      'POSTING_BALANCES',
    ])
  })
})
