import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { migrateStore } from '@torihiki/shared/store/store.ts'
import { asOwner, testDatabaseUrl, type TestDatabase } from '../../../../test/support/test-database.ts'
import { storeDefinition } from '../index.ts'

const hubSecret = 'a secret for this test that is long enough'
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabaseUrl()
})
afterAll(() => database.close())

/** A contract as the tables held it before dues: due days, what became of it, and the levels found of it. */
type Before = { deliver: string | null; pay: string | null; ended: string; levels: number[] }
const contracts: Readonly<Record<string, Before>> = {
  open: { deliver: '2026-11-20', pay: '2026-12-20', ended: '', levels: [] },
  late: { deliver: '2026-11-01', pay: null, ended: '', levels: [1, 3] },
  delivered: { deliver: '2026-11-01', pay: '2026-11-30', ended: 'delivered_at', levels: [1] },
  settled: { deliver: '2026-11-01', pay: '2026-11-02', ended: 'settled_at', levels: [] },
  cancelled: { deliver: '2026-11-01', pay: '2026-11-02', ended: 'cancelled_at', levels: [1] },
}

it('contracts from before get their dues: open ones are looked at when their day is over, the others never', async () => {
  const { databaseUrl } = database
  const at = storeDefinition.migrations.findIndex(({ name }) => name === '020-lateness')
  const before = { ...storeDefinition, appendOnly: [], migrations: storeDefinition.migrations.slice(0, at) }
  await migrateStore(before, { databaseUrl, hubSecret })
  await asOwner(databaseUrl, async (owner) => {
    await owner.query('set search_path = contracts')
    for (const [code, { deliver, pay, ended, levels }] of Object.entries(contracts)) {
      const [id, party, threadId] = [newId(), newId(), newId()]
      await owner.query(
        `insert into business_case (id, case_code, source_id, title, description, registered_at) values ($1, $2, $1, 'Tea', 'Tea', now())`,
        [party, code],
      )
      await owner.query(
        `insert into case_thread (id, case_id, source_id, partner_id, version, status, delayed, partial, changed_at)
         values ($1, $2, $2, $2, 0, 'CONTRACTED', false, false, now())`,
        [threadId, party],
      )
      await owner.query(
        `insert into contract (id, contract_code, thread_id, buyer_id, seller_id, total_minor, currency, payment, settlement, settlement_agent_id,
           deliver_by, pay_by, notarized_at) values ($1, $2, $3, $4, $4, 1, 'EUR', 'RESERVED', 'NET', $4, $5, $6, now())`,
        [id, code, threadId, party, deliver, pay],
      )
      if (ended) await owner.query(`update contract set ${ended} = '2026-11-10T00:00:00Z' where id = $1`, [id])
      for (const level of levels)
        await owner.query(
          `insert into lateness (id, contract_id, thread_id, buyer_id, seller_id, kind, level, due_on, found_at)
           values ($1, $2, $3, $4, $4, 'DELIVERY', $5, $6, now())`,
          [newId(), id, threadId, party, level, deliver],
        )
    }
  })
  await migrateStore(storeDefinition, { databaseUrl, hubSecret })
  await asOwner(databaseUrl, async (owner) => {
    await owner.query('set search_path = contracts')
    const dues = await owner.query<{ line: string }>(
      `select concat_ws(' ', contract_code, kind, level, case when fulfilled_at is null then 'open' else 'closed' end,
         to_char(next_check_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')) as line
       from contract_due d join contract c on c.id = d.contract_id`,
    )
    expect(dues.rows.map(({ line }) => line).toSorted()).toEqual([
      'cancelled DELIVERY 1 closed',
      'cancelled SETTLEMENT 0 closed',
      'delivered DELIVERY 1 closed',
      'delivered SETTLEMENT 0 open 2026-12-01 00:00',
      'late DELIVERY 3 open 2026-11-02 00:00',
      'open DELIVERY 0 open 2026-11-21 00:00',
      'open SETTLEMENT 0 open 2026-12-21 00:00',
      'settled DELIVERY 0 closed',
      'settled SETTLEMENT 0 closed',
    ])
    const resolved = await owner.query<{ line: string }>(
      `select concat_ws(' ', contract_code, level, resolved_at is not null) as line from lateness l join contract c on c.id = l.contract_id`,
    )
    expect(resolved.rows.map(({ line }) => line).toSorted()).toEqual([
      'cancelled 1 t',
      'delivered 1 t',
      'late 1 f',
      'late 3 f',
    ])
  })
})
