import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HubClient, type Json } from '../support/hub-client.ts'
import { openLiveSocket } from '../support/live-socket.ts'
import { newMachine } from '../support/machines.ts'
import { eventually } from '../support/parties.ts'
import { depositOf, newTrade, openCase, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString()
const nobodyWith = (token: string): HubClient => new HubClient(hub.url, token)
const codeOf = async (client: HubClient, query: string): Promise<string | undefined> =>
  (await client.send(query)).errors?.[0]?.extensions.code
const keysOf = async (client: HubClient): Promise<Json[]> =>
  (await client.run('ApiKeys', { first: 50 })).viewer.apiKeys.edges.map(({ node }: Json) => node)

test('a machine acts for its member by its key, over HTTP and on a socket', async () => {
  const machine = await newMachine(trade.buyer, ['READ', 'TRADE'])
  expect(machine.key).toMatch(/^thk_[0-9a-f]{20}_[\w-]{49}$/)
  expect((await machine.client.run('Viewer')).viewer.member.name).toBe('Buyer')
  const feed = machine.client.subscribe('CaseChanged', { view: 'SOURCE' })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const { case: made } = await machine.client.must('RegisterCase', {
    title: 'By machine',
    description: 'x',
    partnerIds: [trade.seller.id],
  })
  await feed.until('the case', (event) => event.thread?.id === made.threads[0].id)
  await machine.client.close()
})

test('the key is shown once; later only how it begins, its scopes, and when it was used', async () => {
  const input = { idempotencyKey: 'key-once', name: 'Robot', scopes: ['READ', 'READ'], expiresAt: tomorrow() }
  const first = await trade.seller.client.must('CreateApiKey', input)
  const again = await trade.seller.client.must('CreateApiKey', input)
  expect(again).toMatchObject({ key: null, apiKey: { id: first.apiKey.id } })
  expect(first.key.startsWith(`${first.apiKey.prefix}_`)).toBe(true)
  await nobodyWith(first.key).run('Viewer')
  const [shown] = await keysOf(trade.seller.client)
  expect(shown).toMatchObject({ id: first.apiKey.id, name: 'Robot', scopes: ['READ'], revokedAt: null })
  expect(Date.now() - Date.parse(shown?.lastUsedAt)).toBeLessThan(60_000)
  expect(JSON.stringify(shown)).not.toContain(first.key.slice(-30))
  expect((await trade.seller.client.act('CreateApiKey', { ...input, name: 'Other' })).code).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  )
})

test('no key lies in the database or in what the processes print', async () => {
  const { key } = await newMachine(trade.buyer, ['READ'])
  await nobodyWith(key).run('Viewer')
  const secret = key.slice(key.lastIndexOf('_', 40) + 1, -6)
  const found = await asOwner(hub.databaseUrl, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'members'`,
    )
    const hits: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await owner.query(`select 1 from ${name} t where t::text like $1 limit 1`, [`%${secret}%`])
      if (rows.length > 0) hits.push(name)
    }
    return hits
  })
  expect(found).toEqual([])
  expect(hub.processes.filter((each) => each.output().includes(secret)).map(({ name }) => name)).toEqual([])
})

test('a key that is revoked is refused at once, and its sockets end with 4403', async () => {
  const machine = await newMachine(trade.buyer, ['READ'])
  const socket = openLiveSocket(hub.url, machine.key)
  expect(await socket.taken).toBe(true)
  await machine.client.run('Viewer')
  expect((await trade.seller.client.act('RevokeApiKey', { apiKeyId: machine.id })).code).toBe('NOT_FOUND')
  await trade.buyer.client.must('RevokeApiKey', { apiKeyId: machine.id })
  expect(await socket.closed).toMatchObject({ code: 4403 })
  expect((await machine.client.send('{ viewer { id } }')).status).toBe(401)
  expect(await openLiveSocket(hub.url, machine.key).taken).toBe(false)
  const [kept] = (await keysOf(trade.buyer.client)).filter(({ id }) => id === machine.id)
  expect(kept.revokedAt).not.toBeNull()
  const others = await newMachine(trade.seller, ['READ'])
  await hub.admin.must('RevokeApiKey', { apiKeyId: others.id })
  expect((await others.client.send('{ viewer { id } }')).status).toBe(401)
})

test('a key that has expired, is mistyped, cut off or made up is refused', async () => {
  const short = await newMachine(trade.buyer, ['READ'], { expiresAt: new Date(Date.now() + 1_500).toISOString() })
  expect((await short.client.send('{ viewer { id } }')).status).toBe(200)
  await eventually(
    'the key to expire',
    () => short.client.send('{ viewer { id } }'),
    ({ status }) => status === 401,
  )
  const { key } = await newMachine(trade.buyer, ['READ'])
  const madeUp = key.replace(/_[\w-]{5}/, '_AAAAA')
  for (const wrong of [key.slice(0, -1), `${key.slice(0, -1)}!`, madeUp, 'thk_', key.toUpperCase()])
    expect([wrong === key, (await nobodyWith(wrong).send('{ viewer { id } }')).status]).toEqual([false, 401])
})

test('a scope allows what it is for and nothing else', async () => {
  const read = await newMachine(trade.buyer, ['READ'])
  const sells = await newMachine(trade.buyer, ['TRADE'])
  const pays = await newMachine(trade.buyer, ['PAY'])
  const lists = await newMachine(trade.buyer, ['LIST'])
  const aCase = { title: 'x', description: 'x', partnerIds: [trade.seller.id] }
  expect((await sells.client.act('RegisterCase', aCase)).case).toBeDefined()
  for (const other of [read, pays, lists]) {
    expect(await other.client.act('RegisterCase', aCase)).toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('TRADE'),
    })
  }
  for (const other of [sells, pays, lists]) {
    expect(await codeOf(other.client, '{ viewer { id } }')).toBe('NOT_ALLOWED')
    const feed = other.client.subscribe('CaseChanged', { view: 'SOURCE' })
    await expect(feed.until('a refusal', () => false)).rejects.toThrow(/NOT_ALLOWED/)
    await other.client.close()
  }
  const method = { kind: 'DEPOSIT', name: 'By machine', currency: 'JPY' }
  expect((await sells.client.act('RegisterPaymentMethod', method)).code).toBe('NOT_ALLOWED')
  expect((await pays.client.act('RegisterPaymentMethod', method)).code).not.toBe('NOT_ALLOWED')
})

test('an order that reserves money needs the scope for money too', async () => {
  const methodId = await depositOf(trade, '5000')
  const { threadId } = await openCase(trade)
  const order = {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '1', unitPrice: '500' }],
    paymentMethodId: methodId,
  }
  const sells = await newMachine(trade.buyer, ['TRADE'])
  expect((await sells.client.act('SendOrder', order)).code).toBe('NOT_ALLOWED')
  const both = await newMachine(trade.buyer, ['TRADE', 'PAY'])
  expect((await both.client.act('SendOrder', order)).order).toBeDefined()
})

test('no key makes keys, lists them, signs in or does administration, whoever made it', async () => {
  const all = ['READ', 'TRADE', 'PAY', 'LIST']
  const key = { name: 'x', scopes: all, expiresAt: tomorrow() }
  const machine = await newMachine(trade.buyer, all)
  expect((await machine.client.act('CreateApiKey', key)).code).toBe('NOT_ALLOWED')
  expect((await machine.client.act('RevokeApiKey', { apiKeyId: machine.id })).code).toBe('NOT_ALLOWED')
  expect(await codeOf(machine.client, '{ viewer { apiKeys(first: 1) { edges { cursor } } } }')).toBe('NOT_ALLOWED')
  expect(
    await codeOf(machine.client, 'mutation { logIn(input: { loginName: "x", password: "y" }) { __typename } }'),
  ).toBe('NOT_ALLOWED')
  const administrators = await newMachine({ client: hub.admin }, all)
  const assigned = { memberId: trade.buyer.id, authenticationLevel: 'TRIAL' }
  expect((await administrators.client.act('AssignAuthenticationLevel', assigned)).code).toBe('NOT_ALLOWED')
  expect((await administrators.client.send('{ members(first: 5) { edges { cursor } } }')).data.members.edges).toEqual(
    [],
  )
  const queues = await fetch(`${hub.url}/queues`, {
    headers: { authorization: `Bearer ${administrators.key}` },
    redirect: 'manual',
  })
  expect(queues.status).toBe(403)
})

test('who holds a key cannot be asked from outside', async () => {
  const answer = await hub.admin.send('{ _apiKey(handle: "x", hash: "y") { memberId } }')
  expect([answer.data, answer.errors?.[0]?.message]).toEqual([
    undefined,
    expect.stringContaining('Cannot query field "_apiKey"'),
  ])
})

test('a member has at most 20 keys at a time, also when they are made at once', async () => {
  const { seller } = await newTrade(hub)
  const input = { name: 'x', scopes: ['READ'], expiresAt: tomorrow() }
  const answers = await Promise.all(Array.from({ length: 25 }, () => seller.client.act('CreateApiKey', input)))
  const made = answers.filter(({ apiKey }) => apiKey !== undefined)
  expect(made).toHaveLength(20)
  expect(answers.find(({ code }) => code !== undefined)).toMatchObject({ code: 'TOO_MANY_API_KEYS', limit: 20 })
  await seller.client.must('RevokeApiKey', { apiKeyId: made[0].apiKey.id })
  expect((await seller.client.act('CreateApiKey', input)).apiKey).toBeDefined()
})

test('scopes that there are not, none, and a time beyond a year or past are refused', async () => {
  const faults = async (input: object): Promise<string[]> =>
    (
      await trade.buyer.client.act('CreateApiKey', { name: 'x', scopes: ['READ'], expiresAt: tomorrow(), ...input })
    ).faults?.map(({ path }: Json) => path)
  expect(await faults({ scopes: [] })).toEqual(['scopes'])
  expect(await faults({ name: ' ' })).toEqual(['name'])
  expect(await faults({ expiresAt: new Date(0).toISOString() })).toEqual(['expiresAt'])
  expect(await faults({ expiresAt: '2099-01-01T00:00:00Z' })).toEqual(['expiresAt'])
})
