import type { EventPayload } from '@torihiki/schema'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { newId } from '../ids.ts'
import { emptyStore } from '../testing/empty-store.ts'
import { activeMember, knownMembers, rememberMember } from './known-members.ts'

let database: TestStore
beforeAll(async () => {
  database = await testStore(emptyStore)
})
afterAll(() => database.close())

type Recorded = EventPayload<'MemberRecorded'>
const member = (changes: Partial<Recorded> = {}): Recorded => ({
  memberId: newId(),
  version: 1,
  status: 'ACTIVE',
  roles: ['BUYER', 'SELLER'],
  level: {
    code: 'STANDARD',
    version: 1,
    operations: ['SEND_ORDER'],
    maxPerTransaction: { EUR: '100' },
    maxPerDay: { EUR: '500' },
  },
  settlementAgentId: newId(),
  groupName: 'Group of "quotes", and, commas',
  ...changes,
})
const remember = (recorded: Recorded): Promise<void> => database.store.transaction((tx) => rememberMember(tx, recorded))
const sql = { sql: <T>(text: string, values?: readonly unknown[]) => database.store.query<T>(text, values) }

describe('a member that was published', () => {
  it('is known as it was published', async () => {
    const recorded = member()
    await remember(recorded)
    expect((await knownMembers(sql, [recorded.memberId, newId()])).get(recorded.memberId)).toEqual(recorded)
    const bare = member({ level: null, settlementAgentId: null, groupName: null, roles: [] })
    await remember(bare)
    expect(await activeMember(sql, bare.memberId)).toEqual(bare)
  })

  it('is known by its newest version, in whatever order they arrive', async () => {
    const recorded = member()
    const versions = [3, 1, 2].map((version) => ({ ...recorded, version, roles: [`ROLE_${version}`] }))
    for (const version of versions) await remember(version)
    expect((await knownMembers(sql, [recorded.memberId])).get(recorded.memberId)).toMatchObject({
      version: 3,
      roles: ['ROLE_3'],
    })
  })

  it.each(['PROVISIONAL', 'REJECTED', 'SUSPENDED', 'ERASED'] as const)('may not act while it is %s', async (status) => {
    const recorded = member({ status })
    await remember(recorded)
    expect(await activeMember(sql, recorded.memberId)).toMatchObject({ refused: true, code: 'MEMBER_NOT_ACTIVE' })
  })

  it('may not act before it is known', async () => {
    expect(await activeMember(sql, newId())).toMatchObject({ refused: true, code: 'MEMBER_NOT_ACTIVE' })
  })
})
