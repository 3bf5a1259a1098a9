import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { migrateStore, openStore } from '@torihiki/shared/store/store.ts'
import { asOwner, testDatabaseUrl, type TestDatabase } from '../../../../test/support/test-database.ts'
import { auditBook, storeDefinition } from '../index.ts'

const hubSecret = 'a secret for this test that is long enough'
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabaseUrl()
})
afterAll(() => database.close())

it('a book from before keeps its balances and history: captures get their records, postings their time, balances their rows', async () => {
  const { databaseUrl } = database
  const at = storeDefinition.migrations.findIndex(({ name }) => name === '003-captures-in-parts')
  const before = { ...storeDefinition, appendOnly: [], migrations: storeDefinition.migrations.slice(0, at) }
  await migrateStore(before, { databaseUrl, hubSecret })
  const ids = { cash: newId(), deposit: newId(), due: newId(), paidIn: newId(), captured: newId() }
  const [member, payee, hold, captureId, reservation] = [newId(), newId(), newId(), newId(), newId()]
  await asOwner(databaseUrl, async (owner) => {
    await owner.query('set search_path = reservations')
    const account = (id: string, kind: string, whose: string, balance: number) =>
      owner.query(
        `insert into ledger_account (id, institution_id, kind, owner, currency, balance_minor) values ($1, $2, $3, $4, 'JPY', $5)`,
        [id, member, kind, whose, balance],
      )
    await account(ids.cash, 'CASH', '', -1000)
    await account(ids.deposit, 'DEPOSIT', member, 400)
    await account(ids.due, 'DUE_OUT', payee, 600)
    const posting = async (id: string, fact: string, debit: string, credit: string, minor: number) => {
      await owner.query(
        `insert into posting (id, institution_id, kind, fact, actor_id, posted_at) values ($1, $2, $3, $4, $2, '2026-10-01T00:00:00Z')`,
        [id, member, fact === 'deposit a' ? 'DEPOSIT' : 'CAPTURE', fact],
      )
      await owner.query(
        `insert into posting_leg (posting_id, leg, account_id, currency, side, minor)
         values ($1, 1, $2, 'JPY', 'DEBIT', $4), ($1, 2, $3, 'JPY', 'CREDIT', $4)`,
        [id, debit, credit, minor],
      )
    }
    await posting(ids.paidIn, 'deposit a', ids.cash, ids.deposit, 1000)
    await posting(ids.captured, `capture ${captureId}`, ids.deposit, ids.due, 600)
    await owner.query(
      `insert into payment_reservation (id, transaction_number, institution_id, thread_id, payer_id, payee_id, status, planned_minor, captured_minor,
         currency, due_on, reserved_at, expires_at) values ($1, 'T', $2, $1, $2, $3, 'CAPTURED', 700, 600, 'JPY', '2026-10-02', now(), now())`,
      [reservation, member, payee],
    )
    await owner.query(`insert into hold values ($1, $2, $3, 'JPY', 700, now(), now())`, [
      hold,
      reservation,
      ids.deposit,
    ])
    await owner.query(`insert into hold_resolution values ($1, 'CAPTURED', 600, 100, $2, $3, '2026-10-01T00:00:00Z')`, [
      hold,
      captureId,
      ids.captured,
    ])
  })
  await migrateStore(storeDefinition, { databaseUrl, hubSecret })
  const store = await openStore(storeDefinition, { databaseUrl, hubSecret })
  try {
    expect(await auditBook({ store })).toEqual([])
    expect(await store.query('select capture_id, hold_id, nth, minor, posting_id from hold_capture')).toEqual([
      { capture_id: captureId, hold_id: hold, nth: 1, minor: '600', posting_id: ids.captured },
    ])
    const [times] = await store.query(
      `select count(*)::int as legs from posting_leg where posted_at = '2026-10-01T00:00:00Z'`,
    )
    expect(times).toEqual({ legs: 4 })
    await expect(store.query(`update posting_leg set minor = 1`)).rejects.toThrow(/never changed|permission denied/)
  } finally {
    await store.close()
  }
})
