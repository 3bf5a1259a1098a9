import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readInternetMessage } from '@torihiki/shared/mail/read-mail-folder.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { eventually, newParty, signIn, vetted, type Party } from '../support/parties.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

const password = 'correct horse battery'

let hub: TestHub
let guarantor: Party
let shop: Party
let operator: Party

beforeAll(async () => {
  hub = await startTestHub()
  guarantor = await newParty(hub.url, hub.admin, 'Guarantor', ['GUARANTOR'])
  shop = await newParty(hub.url, hub.admin, 'Shop', ['SELLER'])
  const party = await newParty(hub.url, hub.admin, 'Call Centre', ['BUYER'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.member set roles = '{OPERATOR}' where id = $1`, [party.id]),
  )
  operator = { ...party, client: await signIn(hub.url, party.loginName) }
})
afterAll(() => hub.close())

/** An application of a person, with all that a member file holds. */
function application(further: object = {}) {
  const loginName = `p-${randomUUID().slice(0, 12)}`
  return {
    name: 'Hanako Aoki',
    kind: 'PERSON',
    roles: ['BUYER'],
    mail: `${loginName}@example.org`,
    address: { street: 'Shijo 1', city: 'Kyoto', country: 'JP' },
    birthDate: '1971-03-17',
    telephone: '+81 75 123 4567',
    paymentMethods: [{ kind: 'BANK_ACCOUNT', name: 'Savings', reference: '1234567' }],
    loginName,
    password,
    ...further,
  }
}
const byOperator = (further: object = {}) => ({
  ...application(),
  loginName: null,
  password: null,
  channel: 'TELEPHONE',
  ...further,
})
const apply = async (given: object, client = new HubClient(hub.url)): Promise<string> =>
  (await client.must('RegisterMember', given)).member.id

/** What was mailed to somebody so far. */
async function mailTo(address: string): Promise<{ subject: string; text: string }[]> {
  const folder = join(hub.environment['MAIL_DIR'] ?? '', 'new')
  const names = await readdir(folder).catch(() => [])
  const all = await Promise.all(
    names.map(async (name) => readInternetMessage(await readFile(join(folder, name), 'utf8'))),
  )
  return all.filter(({ to }) => to === address)
}
const untilMailed = async (address: string, subject: string): Promise<string> => {
  const mails = await eventually(
    `a mail ${subject}`,
    () => mailTo(address),
    (read) => read.some((mail: Json) => mail.subject === subject),
  )
  return mails.find((mail: Json) => mail.subject === subject).text
}
const applicationsFor = async (client: HubClient): Promise<Json[]> =>
  (await client.run('Applications', { first: 50 })).applications.edges.map(({ node }: Json) => node)
const approve = (client: HubClient, memberId: string, further: object = {}) =>
  client.act('ApproveMember', { memberId, authenticationLevel: 'STANDARD', ...further })

test('on line: provisional and told so; approved by the guarantor that it names, numbered, and told the number', async () => {
  const given = application({ addressedTo: guarantor.id, creditLine: { amount: '50000', currency: 'JPY' } })
  const id = await apply(given)
  expect(await untilMailed(given.mail, 'Application received')).toContain('provisional')
  const applicant = await signIn(hub.url, given.loginName, password)
  expect((await applicant.run('Privacy')).viewer.application).toMatchObject({ status: 'OPEN', channel: 'ON_LINE' })
  expect((await applicant.act('RegisterCase', { title: 'x', description: 'x', partnerIds: [shop.id] })).code).toBe(
    'MEMBER_NOT_ACTIVE',
  )
  const open = (await applicationsFor(guarantor.client)).find(({ member }) => member.id === id)
  expect(open).toMatchObject({
    creditLine: { amount: '50000', currency: 'JPY' },
    member: { name: 'Applicant', personal: { name: 'Hanako Aoki', birthDate: '1971-03-17' } },
  })
  expect((await applicationsFor(shop.client)).filter(({ member }) => member.id === id)).toEqual([])
  expect((await approve(shop.client, id)).code).toBe('NOT_FOUND')
  expect((await approve(guarantor.client, id, { authenticationLevel: 'READ_ONLY' })).code).toBe('NOT_ALLOWED')
  const { member } = await approve(guarantor.client, id)
  expect(member).toMatchObject({ status: 'ACTIVE', memberNumber: expect.stringMatching(/^MBR-/) })
  expect(await untilMailed(given.mail, 'Membership approved')).toContain(member.memberNumber)
  expect((await applicant.run('Privacy')).viewer.personalReadings.edges).toMatchObject([
    { node: { actor: { id: guarantor.id } } },
  ])
  expect((await guarantor.client.run('MemberFile', { id })).member.personal).toBeNull()
  expect(await approve(guarantor.client, id)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await approve(hub.admin, id)).toMatchObject({ code: 'WRONG_STATE', state: 'ACTIVE' })
})

test('through an operator: on record with the channel; the number comes by mail, the code to sign in by telephone', async () => {
  const given = byOperator()
  const id = await apply(given, operator.client)
  const { code: early } = await operator.client.act('IssueCredentialCode', { memberId: id, channel: 'TELEPHONE' })
  expect(early).toBe('WRONG_STATE')
  const { member } = await approve(hub.admin, id)
  expect(await untilMailed(given.mail, 'Membership approved')).not.toMatch(/\bcode [A-Z0-9]{8}\b/)
  const shown = (await applicationsFor(hub.admin)).find(({ member: each }) => each.id === id)
  expect(shown).toMatchObject({ channel: 'TELEPHONE', operator: { id: operator.id }, status: 'APPROVED' })

  const issued = await operator.client.must('IssueCredentialCode', {
    idempotencyKey: 'k1',
    memberId: id,
    channel: 'TELEPHONE',
  })
  expect(issued.credentialCode).toMatch(/^[0-9A-Z]{8}$/)
  const again = await operator.client.must('IssueCredentialCode', {
    idempotencyKey: 'k1',
    memberId: id,
    channel: 'TELEPHONE',
  })
  expect(again.credentialCode).toBeNull()
  const nobody = new HubClient(hub.url)
  const chosen = { memberNumber: member.memberNumber, loginName: `c-${randomUUID().slice(0, 8)}`, password }
  expect((await nobody.act('RedeemCredentialCode', { ...chosen, code: 'WRONG000' })).code).toBe('AUTHENTICATION_FAILED')
  const taken = { ...chosen, loginName: 'admin', code: issued.credentialCode }
  expect((await nobody.act('RedeemCredentialCode', taken)).code).toBe('LOGIN_NAME_TAKEN')
  const typed = `${issued.credentialCode.slice(0, 4)}-${issued.credentialCode.slice(4)}`.toLowerCase()
  await nobody.must('RedeemCredentialCode', { ...chosen, code: typed })
  const client = await signIn(hub.url, chosen.loginName, password)
  expect((await client.run('Viewer')).viewer).toMatchObject({ id, member: { name: 'Hanako Aoki' } })
  const other = { ...chosen, loginName: `d-${randomUUID().slice(0, 8)}`, code: issued.credentialCode }
  expect((await nobody.act('RedeemCredentialCode', other)).code).toBe('AUTHENTICATION_FAILED')
  expect((await operator.client.act('IssueCredentialCode', { memberId: id, channel: 'FAX' })).state).toBe('SIGNS_IN')
})

test('a code is void after five wrong ones, though they come at once', async () => {
  const id = await apply(byOperator(), operator.client)
  const { member } = await approve(hub.admin, id)
  const { credentialCode } = await operator.client.must('IssueCredentialCode', { memberId: id, channel: 'LETTER' })
  const redeem = (given: string) =>
    new HubClient(hub.url).act('RedeemCredentialCode', {
      memberNumber: member.memberNumber,
      code: given,
      loginName: `e-${randomUUID().slice(0, 8)}`,
      password,
    })
  await Promise.all([1, 2, 3, 4, 5].map(() => redeem('WRONG000')))
  expect((await redeem(credentialCode)).code).toBe('AUTHENTICATION_FAILED')
})

test('merchants and institutions are vetted by an administrator, with a reason and the documents seen on record', async () => {
  const given = application({ kind: 'FIRM', name: 'New Shop', roles: ['BUYER', 'SELLER'], addressedTo: guarantor.id })
  const id = await apply(given)
  expect((await approve(guarantor.client, id)).message).toContain('administrator')
  expect((await approve(hub.admin, id)).faults.map(({ path }: Json) => path)).toEqual(['reason', 'documents'])
  await hub.admin.must('ApproveMember', { memberId: id, authenticationLevel: 'STANDARD', ...vetted })
  const of = async (client: HubClient) => (await applicationsFor(client)).find(({ member }) => member.id === id)
  expect(await of(hub.admin)).toMatchObject({ ...vetted, decidedBy: { id: expect.any(String) } })
  expect((await shop.client.run('MemberFile', { id })).member.name).toBe('New Shop')
  const rows = await asOwner(hub.databaseUrl, (owner) =>
    owner.query(
      `select 1 from members.application a, members.idempotency i where a::text like '%Known to us%' or i::text like '%Known to us%'`,
    ),
  )
  expect(rows.rows).toEqual([])
})

test('a rejected applicant is told, and cannot sign in; of two decisions at once one counts', async () => {
  const given = application()
  const id = await apply(given)
  const decisions = await Promise.all([
    approve(hub.admin, id),
    hub.admin.act('RejectMember', { memberId: id, reason: 'No.' }),
    approve(hub.admin, id),
  ])
  expect(decisions.filter(({ member }) => member !== undefined)).toHaveLength(1)
  const second = application()
  const rejectedId = await apply(second)
  await hub.admin.must('RejectMember', { memberId: rejectedId, reason: 'Not known to anybody.' })
  const told = await untilMailed(second.mail, 'Application rejected')
  expect(told).not.toContain('Not known')
  expect((await new HubClient(hub.url).act('LogIn', { loginName: second.loginName, password })).code).toBe(
    'AUTHENTICATION_FAILED',
  )
})

test.each([
  ['without a password', { password: null }, 'password'],
  ['for another by nobody', { channel: 'FAX', loginName: null, password: null }, 'channel'],
  ['to somebody who does not approve', { addressedTo: randomUUID() }, 'addressedTo'],
  [
    'with a card number',
    { paymentMethods: [{ kind: 'CARD', name: 'Card', reference: '4111111111111111' }] },
    'paymentMethods.0.reference',
  ],
  ['for a credit line of nothing', { creditLine: { amount: '0', currency: 'JPY' } }, 'creditLine'],
])('an application %s is refused', async (_what, wrong, path) => {
  const answer = await new HubClient(hub.url).act('RegisterMember', application(wrong))
  expect(answer.faults.map((fault: Json) => fault.path)).toContain(path)
})

test('an operator sets no password for another, and the same application sent twice is one', async () => {
  const answer = await operator.client.act('RegisterMember', application({ channel: 'FAX' }))
  expect(answer.faults).toMatchObject([{ path: 'password' }])
  const given = { idempotencyKey: randomUUID(), ...application() }
  const twice = await Promise.all([apply(given), apply(given)])
  expect(twice[0]).toBe(twice[1])
  const changed = await new HubClient(hub.url).act('RegisterMember', { ...given, birthDate: '1972-03-17' })
  expect(changed.code).toBe('IDEMPOTENCY_KEY_REUSED')
})
