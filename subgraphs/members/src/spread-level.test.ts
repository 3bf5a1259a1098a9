import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { readEvent } from '@torihiki/shared/store/outbox.ts'
import { createMemoryHints } from '@torihiki/shared/testing/memory-hints.ts'
import { testStore, type TestStore } from '../../../test/support/test-database.ts'
import { defineLevel } from './commands/define-level.ts'
import { spreadBatch } from './commands/spread-level.ts'
import { createServices, storeDefinition, takeEvent, type MembersServices } from './index.ts'

let database: TestStore
let services: MembersServices
beforeAll(async () => {
  database = await testStore(storeDefinition)
  services = createServices({ ...database, hints: createMemoryHints() })
})
afterAll(() => database.close())

const admin = { memberId: hubMemberId, roles: ['ADMIN'], sessionId: newId() }
const define = async (version: number | null, name: string): Promise<void> => {
  const limits = { operations: [], maxPerTransaction: [], maxPerDay: [] }
  const input = { idempotencyKey: newId(), code: 'MANY', version, name, reason: 'x', ...limits }
  expect(isRefusal(await defineLevel(services, admin, input))).toBe(false)
}

/** Takes every event of a change of a level that was published since, in order, each twice. Gives how many there were. */
async function takeAll(): Promise<number> {
  const taken = new Set<string>()
  for (;;) {
    const rows = await database.store.query<{ id: string }>(
      `select id from outbox where type = 'AuthenticationLevelChanged' order by id`,
    )
    const fresh = rows.filter(({ id }) => !taken.has(id))
    if (fresh.length === 0) return taken.size
    for (const { id } of fresh) {
      const event = await readEvent(database.store, id)
      if (event) for (let i = 0; i < 2; i++) await takeEvent(services, event)
      taken.add(id)
    }
  }
}

it('a level with many members is told in batches, each member once for its newest version', async () => {
  const members = spreadBatch * 2 + 3
  await define(null, 'First')
  await database.store.query(
    `insert into member (id, version, name, kind, status, roles, mail, level_code, registered_at)
     select gen_random_uuid(), 1, 'M' || n, 'FIRM', 'ACTIVE', '{}', '', 'MANY', now() from generate_series(1, $1::int) n`,
    [members],
  )
  await define(1, 'Second')
  await define(2, 'Third')
  // One for the version that was overtaken, and one for each batch of the newest.
  expect(await takeAll()).toBe(4)
  const told = await database.store.query<{ version: number; level: number; times: string }>(
    `select (payload ->> 'version')::int as version, (payload #>> '{level,version}')::int as level, count(distinct payload ->> 'memberId') as times
     from outbox where type = 'MemberRecorded' group by 1, 2`,
  )
  expect(told).toEqual([{ version: 2, level: 3, times: String(members) }])
})

it('versions on record are never changed or removed', async () => {
  for (const change of [
    'update authentication_level_version set reason = $1',
    'delete from audit_entry where act = $1',
  ])
    await expect(database.store.query(change, ['x'])).rejects.toThrow(/permission denied/)
})
