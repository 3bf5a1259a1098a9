import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HubClient, type Json } from '../support/hub-client.ts'
import { jsonContract } from '../support/documents.ts'
import { leftoversOf } from '../support/leftovers.ts'
import { startSettlementAgent, type SettlementAgent } from '../support/outside.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { newTrade, openCase, owedOnAccount, threadUntil, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { killProcess, startAgain, startTestHub, type TestHub } from '../support/test-hub.ts'

const password = 'a password for once'

let hub: TestHub
let trade: Trade
let bank: SettlementAgent

beforeAll(async () => {
  hub = await startTestHub({ COOLING_OFF_DAYS: '0', LOG_LEVEL: 'debug' })
  trade = await newTrade(hub)
  // By the law of the guests' country they may give back for days, unless their seller has excluded it.
  await trade.seller.client.must('SetReturnTerms', { coolingOffExcluded: true })
  bank = await startSettlementAgent(hub, trade.agent)
})
afterAll(async () => {
  await bank?.close()
  await hub?.close()
})

/** What is personal of a guest: each text is met nowhere else. */
function canaries() {
  const mark = randomUUID().slice(0, 8)
  return {
    name: `Zinnober ${mark}`,
    mail: `kobalt-${mark}@example.org`,
    street: `Purpurweg ${mark}`,
    telephone: `+81 3 ${Math.floor(1e7 + Math.random() * 9e7)}`,
    birthDate: `19${Math.floor(10 + Math.random() * 80)}-03-17`,
    reference: `tok-${mark}-indigo`,
    method: `Karmin ${mark}`,
  }
}
type Canaries = ReturnType<typeof canaries>

const registration = ({ name, mail, street, telephone, birthDate, reference, method }: Canaries): object => ({
  name,
  mail,
  telephone,
  birthDate,
  address: { street, city: 'Kyoto', country: 'JP' },
  paymentMethods: [{ kind: 'BANK_ACCOUNT', name: method, reference }],
  password,
})
/** A birth date may be another's by chance, so it is looked for nowhere but in the record itself. */
const marksOf = ({ birthDate: _shared, ...rest }: Canaries): string[] => Object.values(rest)

async function newGuest(given: Canaries, further: object = {}): Promise<Party> {
  const { member, loginName } = await new HubClient(hub.url).must('RegisterGuest', {
    ...registration(given),
    ...further,
  })
  const client = await signIn(hub.url, loginName, password)
  await eventually(
    'the guest to be known',
    () => client.act('RegisterCase', { title: 'Known?', description: '-', partnerIds: [randomUUID()] }),
    (answer) => answer.code !== 'MEMBER_NOT_ACTIVE',
  )
  return { id: member.id, name: given.name, loginName, client }
}

const erasureOf = async (memberId: string): Promise<Json> =>
  (await hub.admin.run('Erasures')).erasures.edges
    .map(({ node }: Json) => node)
    .find(({ member }: Json) => member.id === memberId)

const untilErased = (memberId: string): Promise<Json> =>
  eventually(
    'the erasure',
    () => erasureOf(memberId),
    (erasure) => Boolean(erasure?.finishedAt) && erasure.pending.length === 0,
  )

test('a guest takes part once: when its purchase is settled nothing personal is left anywhere, and the contract is proved still', async () => {
  const given = canaries()
  const buyer = await newGuest(given)
  const own = await buyer.client.run('MemberFile', { id: buyer.id })
  expect(own.member).toMatchObject({ name: given.name, guest: true, memberNumber: null, status: 'ACTIVE' })
  expect(own.member.personal).toMatchObject({
    mail: given.mail,
    telephone: given.telephone,
    birthDate: given.birthDate,
    address: { street: given.street, country: 'JP' },
    paymentMethods: [{ name: given.method, reference: given.reference }],
  })
  await buyer.client.must('RegisterPaymentMethod', { kind: 'DEPOSIT', name: given.method, currency: 'JPY' })
  const account = { kind: 'ACCOUNT_TRANSFER', name: given.method, currency: 'JPY', accountReference: given.reference }
  await buyer.client.must('RegisterPaymentMethod', account)
  const card = { token: given.reference, brand: 'Visa', lastFour: '4711', expiry: '2035-04', company: 'acme' }
  await buyer.client.must('RegisterPaymentMethod', { kind: 'CARD', name: given.method, currency: 'JPY', card })
  const seen = (await trade.seller.client.run('MemberFile', { id: buyer.id })).member
  expect(seen).toMatchObject({ name: 'Guest', personal: null })

  const document = jsonContract({}).replaceAll('"name":"Buyer"', `"name":"${given.name}"`)
  const guestTrade = { ...trade, buyer }
  const conditions = { settlement: 'GROSS', settlementAgentId: trade.agent.id }
  const { threadId, contract } = await owedOnAccount(guestTrade, conditions, document, {
    note: `For ${given.name}`,
    terms: { deliveryTerms: 'DAP', deliveryPlace: given.street, other: `Call ${given.telephone}` },
  })
  const ordered =
    '{ caseThread(id: "' + threadId + '") { orders { note terms { deliveryTerms deliveryPlace other } } } }'
  await threadUntil(trade.seller.client, threadId, (thread) => thread.status === 'SETTLED')
  const erasure = await untilErased(buyer.id)
  expect(erasure).toMatchObject({ reason: 'PURCHASE_ENDED', member: { name: 'Erased member', status: 'ERASED' } })
  const counts = Object.fromEntries(erasure.destroyed.map(({ what, count }: Json) => [what, count]))
  expect(counts).toMatchObject({ personalKey: 1, personalRecord: 1, credential: 1, sessions: 1 })
  expect(counts.mails).toBeGreaterThan(0)

  expect(await leftoversOf(hub, marksOf(given))).toEqual([])
  expect((await trade.seller.client.send(ordered)).data.caseThread.orders).toEqual([
    { note: null, terms: { deliveryTerms: 'DAP', deliveryPlace: null, other: null } },
  ])
  expect((await new HubClient(hub.url).act('LogIn', { loginName: buyer.loginName, password })).code).toBe(
    'AUTHENTICATION_FAILED',
  )
  expect((await buyer.client.send('{ viewer { id } }')).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')

  const read = await trade.seller.client.run('Certificate', { contractId: contract.id })
  const { certificate } = read.contract
  const folder = await mkdtemp(join(tmpdir(), 'torihiki-certificate-'))
  try {
    const [file, key] = [join(folder, 'certificate.json'), join(folder, 'key.json')]
    await writeFile(file, certificate)
    await writeFile(key, read.logPublicKey)
    const command = ['subgraphs/contracts/src/verify.ts', file, '--key', key]
    const verified = spawnSync(process.execPath, command, { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' })
    expect([verified.status, verified.stdout + verified.stderr]).toEqual([0, expect.not.stringContaining(given.name)])
  } finally {
    await rm(folder, { recursive: true })
  }
  expect(JSON.parse(certificate).contract.content.body).toMatchObject({
    contract: { buyerId: buyer.id, amountMinor: '1000' },
    sealed: { buyer: expect.any(String) },
  })
})

test('while it can be read it is found: the search for what is left sees names of firms, and in the record itself it sees nothing', async () => {
  expect(await leftoversOf(hub, ['Settling Bank'])).toContain('members.member')
  const given = canaries()
  await newGuest(given)
  expect(await leftoversOf(hub, marksOf(given))).toEqual([])
})

const purchasesOf = (memberId: string): Promise<Json[]> =>
  asOwner(
    hub.databaseUrl,
    async (owner) => (await owner.query('select * from members.guest_purchase where member_id = $1', [memberId])).rows,
  )

test('nothing is erased while a purchase goes on, whoever asks for it', async () => {
  const given = canaries()
  const buyer = await newGuest(given)
  const { case: opened } = await buyer.client.must('RegisterCase', {
    title: 'Tea',
    description: '-',
    partnerIds: [trade.seller.id],
  })
  await eventually(
    'the purchase to be known',
    () => purchasesOf(buyer.id),
    (known) => known[0]?.status === 'REGISTERED',
  )
  const refused = await hub.admin.act('EraseMember', { memberId: buyer.id })
  expect(refused).toMatchObject({ code: 'WRONG_STATE', state: 'PURCHASE_OPEN' })
  expect((await buyer.client.run('MemberFile', { id: buyer.id })).member.personal.mail).toBe(given.mail)
  await buyer.client.must('WithdrawCase', { threadId: opened.threads[0].id })
  await eventually(
    'the request to be taken',
    () => hub.admin.act('EraseMember', { memberId: buyer.id }),
    (answer) => answer.erasure !== undefined,
  )
  expect(await untilErased(buyer.id)).toMatchObject({ reason: 'REQUESTED' })
  expect(await leftoversOf(hub, marksOf(given))).toEqual([])
})

test('the partner reads what a guest writes in its order and what it answered, and neither is kept readable', async () => {
  const given = canaries()
  const buyer = await newGuest(given)
  const { threadId } = await openCase({ ...trade, buyer })
  const words = { note: `For ${given.name}`, terms: { deliveryPlace: given.street, other: given.telephone } }
  const line = { description: 'Tea', quantity: '1', unit: 'C62', unitPrice: '500' }
  const { order } = await buyer.client.must('SendOrder', { threadId, currency: 'JPY', lines: [line], ...words })
  const answer = { orderId: order.id, kind: 'ACCEPTED_WITH_CHANGES', lines: [line], ...words }
  await trade.seller.client.must('RespondToOrder', answer)
  const query =
    '{ order(id: "' +
    order.id +
    '") { note terms { deliveryPlace other } response { note terms { deliveryPlace other } } } }'
  for (const client of [buyer.client, trade.seller.client])
    expect((await client.send(query)).data.order).toEqual({ ...words, response: words })
  expect(
    await leftoversOf(
      hub,
      marksOf(given).filter((text) => text !== given.mail),
    ),
  ).toEqual([])
})

test('a person who is a member is erased on request: once, however many ask at once, and by administrators alone', async () => {
  const given = canaries()
  const { password: _none, ...data } = registration(given) as { password: string }
  const person = await newParty(hub.url, hub.admin, given.name, ['BUYER'], { input: { ...data, kind: 'PERSON' } })
  expect((await trade.seller.client.act('EraseMember', { memberId: person.id })).code).toBe('NOT_ALLOWED')
  const answers = await Promise.all([1, 2, 3, 4].map(() => hub.admin.act('EraseMember', { memberId: person.id })))
  const codes = answers.map(({ code }): string => code ?? 'BEGUN')
  expect(codes.toSorted()).toEqual(['BEGUN', 'WRONG_STATE', 'WRONG_STATE', 'WRONG_STATE'])
  await untilErased(person.id)
  const left = await leftoversOf(hub, [...marksOf(given), person.loginName])
  expect(left).toEqual([])
  expect((await hub.admin.act('EraseMember', { memberId: randomUUID() })).code).toBe('NOT_FOUND')
})

test('an erasure that was broken off is gone on with by whoever comes after', async () => {
  const given = canaries()
  const guest = await newGuest(given)
  const name = hub.processes.some((each) => each.name === 'workers') ? 'workers' : 'hub'
  // The last step waits for the member's row: the process dies between the first step and the last.
  await asOwner(hub.databaseUrl, async (owner) => {
    await owner.query(
      'create function members.hold() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return old; end $$',
    )
    await owner.query(
      'create trigger hold before delete on members.personal_key for each row execute function members.hold()',
    )
    await hub.admin.must('EraseMember', { memberId: guest.id })
    await eventually(
      'the last step to have begun',
      async () =>
        (
          await owner.query(
            `select 1 from pg_stat_activity where query like '%delete from personal_key%' and wait_event = 'PgSleep'`,
          )
        ).rows,
      (rows) => rows.length > 0,
    )
    const killed = await killProcess(hub, name)
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'`)
    await owner.query('drop function members.hold() cascade')
    expect(
      (await owner.query('select 1 from members.personal_key where member_id = $1', [guest.id])).rows,
    ).toHaveLength(1)
    await startAgain(hub, killed)
  })
  await untilErased(guest.id)
  expect(await leftoversOf(hub, marksOf(given))).toEqual([])
})

test('a merchant or institution takes part once when an administrator has vetted it', async () => {
  const given = canaries()
  const { member, loginName } = await new HubClient(hub.url).must('RegisterGuest', {
    ...registration(given),
    kind: 'FIRM',
    roles: ['SELLER'],
  })
  expect(member.status).toBe('PROVISIONAL')
  const bare = await hub.admin.act('ApproveMember', { memberId: member.id, authenticationLevel: 'GUEST' })
  expect(bare.faults.map(({ path }: Json) => path)).toEqual(['reason', 'documents'])
  const vetted = { reason: 'Looked at', documents: ['Licence 4711'] }
  await hub.admin.must('ApproveMember', { memberId: member.id, authenticationLevel: 'GUEST', ...vetted })
  const client = await signIn(hub.url, loginName, password)
  const file = (await client.run('MemberFile', { id: member.id })).member
  expect(file).toMatchObject({ status: 'ACTIVE', guest: true, memberNumber: null })
  expect((await trade.buyer.client.run('MemberFile', { id: member.id })).member.name).toBe('Guest')
})

test.each([
  ['no mail address', { mail: 'nowhere' }, 'mail'],
  ['a birth date to come', { birthDate: '2999-01-01' }, 'birthDate'],
  [
    'a card number',
    { paymentMethods: [{ kind: 'CARD', name: 'Card', reference: '4111 1111 1111 1111' }] },
    'paymentMethods.0.reference',
  ],
  ['a country that is none', { address: { street: 'x', city: 'y', country: 'Japan' } }, 'address.country'],
  ['a weak password', { password: 'short' }, 'password'],
])('a registration with %s is refused', async (_what, wrong, path) => {
  const answer = await new HubClient(hub.url).act('RegisterGuest', { ...registration(canaries()), ...wrong })
  expect(answer.faults.map((fault: Json) => fault.path)).toEqual([path])
})
