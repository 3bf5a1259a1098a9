import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { agreeOnContract, newTrade, openCase, orderAndAccept, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

const password = 'a password for once'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  // No time to give back: whoever is a guest still when its purchase has ended is erased at once.
  hub = await startTestHub({ COOLING_OFF_DAYS: '0' })
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const untilKnown = (client: HubClient): Promise<Json> =>
  eventually(
    'the guest to be known',
    () => client.act('RegisterCase', { title: 'Known?', description: '-', partnerIds: [randomUUID()] }),
    (answer) => answer.code !== 'MEMBER_NOT_ACTIVE',
  )

async function newGuest(name = 'Hanako Aoki'): Promise<Party> {
  const { member, loginName } = await new HubClient(hub.url).must('RegisterGuest', {
    name,
    mail: `${randomUUID().slice(0, 8)}@example.org`,
    telephone: '+81 75 123 4567',
    password,
  })
  const client = await signIn(hub.url, loginName, password)
  await untilKnown(client)
  return { id: member.id, name, loginName, client }
}

const approve = (id: string) => hub.admin.act('ApproveMember', { memberId: id, authenticationLevel: 'STANDARD' })
const fileOf = async ({ client, id }: Party): Promise<Json> => (await client.run('MemberFile', { id })).member

test('order first, membership later: the purchase is the member’s, nothing is typed again, nothing is erased', async () => {
  const guest = await newGuest()
  const { threadId } = await openCase({ ...trade, buyer: guest })
  await orderAndAccept({ ...trade, buyer: guest }, threadId)
  const { application } = await guest.client.must('ApplyForMembership', {
    creditLine: { amount: '30000', currency: 'JPY' },
  })
  expect(application).toMatchObject({ status: 'OPEN', roles: ['BUYER'], creditLine: { amount: '30000' } })
  expect(await guest.client.act('ApplyForMembership', {})).toMatchObject({ code: 'WRONG_STATE', state: 'OPEN' })
  const { member } = await approve(guest.id)
  expect(member).toMatchObject({ id: guest.id, memberNumber: expect.stringMatching(/^MBR-/) })
  const client = await signIn(hub.url, guest.loginName, password)
  const party = { ...guest, client }
  expect(await fileOf(party)).toMatchObject({
    guest: false,
    personal: { name: guest.name, telephone: '+81 75 123 4567' },
  })
  const contract = await agreeOnContract({ ...trade, buyer: party }, threadId, { settlementAgentId: trade.agent.id })
  expect(contract.id).toEqual(expect.any(String))
  const { viewer } = await client.run('Cases', { view: 'SOURCE', first: 10 })
  expect(viewer.cases.edges).toHaveLength(1)
})

test('an applicant orders while it waits, as a guest; approved it has the roles that it asked for, its name and its purchase', async () => {
  const loginName = `firm-${randomUUID().slice(0, 8)}`
  const given = {
    name: 'Waiting Firm',
    roles: ['BUYER', 'SELLER'],
    mail: `${loginName}@example.org`,
    loginName,
    password,
  }
  const applied = await new HubClient(hub.url).must('RegisterMember', given)
  const waiting = await signIn(hub.url, loginName, password)
  expect(
    (await waiting.act('RegisterCase', { title: 'x', description: 'x', partnerIds: [trade.seller.id] })).code,
  ).toBe('MEMBER_NOT_ACTIVE')
  const { member } = await waiting.must('TakePartMeanwhile', {})
  expect(member).toMatchObject({ status: 'ACTIVE', guest: true, roles: ['BUYER'], name: 'Waiting Firm' })
  expect(await waiting.act('TakePartMeanwhile', {})).toMatchObject({ code: 'WRONG_STATE', state: 'ACTIVE' })
  const client = await signIn(hub.url, loginName, password)
  await untilKnown(client)
  const party: Party = { id: applied.member.id, name: given.name, loginName, client }
  expect((await trade.seller.client.run('MemberFile', { id: party.id })).member.name).toBe('Guest')
  const { threadId } = await openCase({ ...trade, buyer: party })
  await orderAndAccept({ ...trade, buyer: party }, threadId)
  const vetted = { reason: 'Known', documents: ['Register'] }
  await hub.admin.must('ApproveMember', { memberId: party.id, authenticationLevel: 'STANDARD', ...vetted })
  expect((await trade.seller.client.run('MemberFile', { id: party.id })).member).toMatchObject({
    name: 'Waiting Firm',
    guest: false,
    memberNumber: expect.stringMatching(/^MBR-/),
  })
  const approved = await signIn(hub.url, loginName, password)
  expect((await approved.run('Viewer')).viewer.member.roles).toEqual(['BUYER', 'SELLER'])
  expect((await approved.run('Cases', { view: 'SOURCE', first: 10 })).viewer.cases.edges).toHaveLength(1)
})

test('membership first, order later', async () => {
  const guest = await newGuest()
  await guest.client.must('ApplyForMembership', {})
  await approve(guest.id)
  const client = await signIn(hub.url, guest.loginName, password)
  await untilKnown(client)
  const { threadId } = await openCase({ ...trade, buyer: { ...guest, client } })
  await orderAndAccept({ ...trade, buyer: { ...guest, client } }, threadId)
})

test('both at once, and with a decision between: the order goes through, and whoever is approved is one party', async () => {
  const guest = await newGuest()
  const [opened] = await Promise.all([
    openCase({ ...trade, buyer: guest }),
    guest.client.must('ApplyForMembership', {}),
  ])
  const [order, approved] = await Promise.all([
    guest.client.act('SendOrder', {
      threadId: opened.threadId,
      currency: 'JPY',
      lines: [{ description: 'Coil', quantity: '2', unit: 'C62', unitPrice: '500' }],
    }),
    approve(guest.id),
  ])
  expect([order.order?.id, approved.member?.id]).toEqual([expect.any(String), guest.id])
})

test('while its application waits a guest is not erased, though its purchase has ended; once it is rejected its day is set', async () => {
  const guest = await newGuest()
  const { threadId } = await openCase({ ...trade, buyer: guest })
  await guest.client.must('ApplyForMembership', {})
  await guest.client.must('WithdrawCase', { threadId })
  const row = async (): Promise<Json> =>
    asOwner(hub.databaseUrl, async (owner) => {
      const { rows } = await owner.query(
        `select m.erase_at, p.status from members.member m join members.guest_purchase p on p.member_id = m.id where m.id = $1`,
        [guest.id],
      )
      return rows[0]
    })
  const withdrawn = await eventually('the end to be known', row, (known) => known?.status === 'WITHDRAWN')
  expect(withdrawn.erase_at).toBeNull()
  await hub.admin.must('RejectMember', { memberId: guest.id, reason: 'Not now.' })
  expect((await row()).erase_at).not.toBeNull()
  expect((await fileOf(guest)).guest).toBe(true)
  expect((await guest.client.run('Privacy')).viewer.application).toMatchObject({ status: 'REJECTED' })
})

test('an operator takes the application of a guest that calls', async () => {
  const guest = await newGuest()
  const { accessToken } = await hub.admin.must('ActFor', { memberId: guest.id, channel: 'TELEPHONE' })
  const { application } = await new HubClient(hub.url, accessToken).must('ApplyForMembership', {})
  expect(application.channel).toBe('TELEPHONE')
})

test('who is a member, or waits to be one, does not apply again', async () => {
  const member = await newParty(hub.url, hub.admin, 'Member', ['BUYER'])
  expect(await member.client.act('ApplyForMembership', {})).toMatchObject({ code: 'WRONG_STATE', state: 'MEMBER' })
  expect((await new HubClient(hub.url).act('ApplyForMembership', {})).code).toBe('NOT_SIGNED_IN')
})
