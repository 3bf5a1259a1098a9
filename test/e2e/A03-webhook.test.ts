import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { patienceMs, type Json } from '../support/hub-client.ts'
import { startMailSystem, type MailSystem } from '../support/mail-system.ts'
import { newMachine } from '../support/machines.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/outside.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { agreeOnContract, newTrade, openCase, orderAndAccept, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { killProcess, startTestHub, type TestHub } from '../support/test-hub.ts'

let mail: MailSystem
let receiver: WebhookReceiver
let hub: TestHub
let trade: Trade
let other: Party
let webhook: Json
let secret: string

beforeAll(async () => {
  ;[mail, receiver] = [await startMailSystem(), await startWebhookReceiver()]
  hub = await startTestHub({ SMTP_URL: mail.url, MAIL_FROM: 'hub@example.org', WEBHOOK_ALLOW_PRIVATE: 'true' })
  trade = await newTrade(hub)
  other = await newParty(hub.url, hub.admin, 'Other', ['SELLER'])
  const registered = await trade.seller.client.must('RegisterWebhook', {
    name: 'Warehouse',
    url: `${receiver.url}/hub`,
    ordered: true,
  })
  ;({ webhook, secret } = registered)
  await receiver.expect(secret)
})
afterEach(() => receiver.control('accept'))
afterAll(async () => {
  await hub?.close()
  await receiver?.close()
  await mail?.close()
})

/** What the receiver got of a thread, when there is so much, in the order in which it came. */
const received = async (threadId: string, condition: (entries: Json[]) => boolean): Promise<Json[]> =>
  eventually(
    'the receiver to have it',
    async () => (await receiver.book()).filter(({ data: about }) => about?.threadId === threadId),
    condition,
  )
const messages = async (party: Party, status?: string): Promise<Json[]> => {
  const { webhooks } = (await party.client.run('Webhooks', { status })).viewer
  return webhooks.edges.flatMap(({ node }: Json) => node.messages.edges.map((edge: Json) => edge.node))
}
/** Moves the clock of what waits for its next attempt, or for the end of a lease. */
const hasten = (): Promise<unknown> =>
  asOwner(hub.databaseUrl, (owner) =>
    owner.query(
      `update members.outbound_message set next_attempt_at = now(), leased_until = null where status = 'QUEUED'`,
    ),
  )
/** Kills the workers: the hub starts its own again; those that run alone are started by whoever looks after them. */
async function killWorkers(): Promise<void> {
  if (hub.processes.some(({ name }) => name === 'workers')) {
    hub.processes.push((await killProcess(hub, 'workers')).again())
    return
  }
  const parent = hub.processes[0]?.child.pid
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number)
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workers/src/main.ts'))
  if (!found) throw new Error('No workers run under the hub.')
  process.kill(found, 'SIGKILL')
}

test('each fact of a thread reaches the webhook once, in order, signed, with ids and codes alone', async () => {
  const { threadId, caseCode } = await openCase(trade, 'Secret coils')
  await orderAndAccept(trade, threadId)
  await agreeOnContract(trade, threadId)
  const got = await received(threadId, (entries) => entries.some(({ type }) => type === 'case.contract_notarized'))
  expect(got.map(({ type, times, data: about }) => [type, times, about.version])).toEqual([
    ['case.registered', 1, 1],
    ['case.order_sent', 1, 2],
    ['case.order_answered', 1, 3],
    ['case.contract_submitted', 1, 4],
    ['case.contract_submitted', 1, 5],
    ['case.contract_compared', 1, 6],
    ['case.contract_notarized', 1, 7],
  ])
  expect(got[1]?.data).toMatchObject({ caseCode, statusBefore: 'REGISTERED', status: 'ORDERED', bySide: 'SOURCE' })
  expect(got[5]?.data.differs).toBe(false)
  expect(JSON.stringify(got)).not.toMatch(/Secret coils|example\.org|Buyer|Seller/)
  expect((await receiver.book()).find(({ id }) => id === 'refused')).toBeUndefined()
})

test('nothing of a webhook is seen by another member, and its secret by nobody', async () => {
  const sent = (await trade.seller.client.must('SendTestWebhook', { webhookId: webhook.id })).webhookMessage
  await eventually(
    'the test message',
    () => receiver.book(),
    (entries) => entries.some(({ id }: Json) => id === sent.id),
  )
  expect((await other.client.run('Webhooks')).viewer.webhooks.edges).toEqual([])
  const since = '2020-01-01T00:00:00Z'
  for (const name of [
    'EditWebhook',
    'RotateWebhookSecret',
    'RemoveWebhook',
    'SendTestWebhook',
    'ReplayWebhookMessages',
  ])
    expect(
      (await other.client.act(name, { webhookId: webhook.id, since: name.startsWith('Replay') ? since : undefined }))
        .code,
    ).toBe('NOT_FOUND')
  const seen = JSON.stringify(await trade.seller.client.run('Webhooks'))
  expect(seen).toContain(webhook.id)
  expect(seen).not.toContain('whsec_')
  const raw = secret.slice('whsec_'.length)
  expect(seen + hub.processes.map((each) => each.output()).join('')).not.toContain(raw)
})

test('a target of the inner net is refused with its reason where that is not allowed', async () => {
  const strict = await startTestHub({}, hub)
  try {
    const client = Object.assign(Object.create(trade.buyer.client), { url: strict.url })
    for (const url of [
      'http://example.org',
      'https://127.0.0.1',
      'https://0x7f.1',
      'https://[::ffff:10.0.0.1]',
      'https://a:b@example.org',
      'https://localhost',
    ])
      expect(await client.act('RegisterWebhook', { name: 'x', url })).toMatchObject({
        code: 'INVALID_INPUT',
        faults: [{ path: 'url' }],
      })
  } finally {
    await strict.close()
  }
})

test('workers that are killed in mid-send lose nothing, and what comes twice has the same id', async () => {
  await receiver.control('hold')
  const { threadId } = await openCase(trade)
  const [held] = await received(threadId, ([first]) => first?.held === 1)
  mail.control('hold')
  await trade.buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [
      {
        description: 'Coil',
        quantity: '2',
        unit: 'C62',
        unitPrice: '500',
      },
    ],
  })
  await waitFor(() => mail.held() > 0, { timeoutMs: patienceMs, everyMs: 20, what: 'the mail to be held' })
  await killWorkers()
  mail.control('take')
  await receiver.control('accept')
  await hasten()
  const got = await received(threadId, (entries) => entries.length === 2 && entries.every(({ times }) => times === 1))
  expect(got.map(({ type, held: before }) => [type, before])).toEqual([
    ['case.registered', 1],
    ['case.order_sent', 0],
  ])
  expect(got[0]?.id).toBe(held?.id)
  const [message] = (await messages(trade.seller)).filter(({ id }) => id === held?.id)
  expect(message).toMatchObject({ status: 'ACKNOWLEDGED', attemptCount: 2 })
  expect(message.attempts).toMatchObject([
    { number: 2, answer: 204 },
    { number: 1, endedAt: null },
  ])
  await eventually(
    'the mail',
    async () => (await trade.seller.client.run('Messages')).viewer.messages.edges.map((edge: Json) => edge.node),
    ([newest]) => newest?.kind === 'ORDER_SENT' && newest.status === 'SENT' && newest.attemptCount === 2,
  )
})

test('a Redis that lost all it had loses no message', async () => {
  const { threadId } = await openCase(trade)
  const redis = new Redis(hub.redisUrl)
  await orderAndAccept(trade, threadId)
  await redis.flushdb()
  redis.disconnect()
  const got = await received(threadId, (entries) => entries.length === 3)
  expect(got.map(({ times, data: about }) => [about.version, times])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ])
})

test('a receiver that was away is made up for: what it missed waits in order, dead ones are listed and replayed by a machine', async () => {
  const { client } = await newMachine(trade.seller, ['READ', 'TRADE'])
  await receiver.control('fail')
  const { threadId } = await openCase(trade)
  const [waiting] = await eventually(
    'the failure',
    () => messages(trade.seller, 'QUEUED'),
    ([first]) => first?.lastFault !== null && first !== undefined,
  )
  expect(waiting).toMatchObject({ eventType: 'case.registered', status: 'QUEUED', lastFault: 'It answered 503.' })
  expect(JSON.parse(waiting.body).data).toMatchObject({ threadId })
  await receiver.control('gone')
  await hasten()
  const [dead] = await eventually(
    'the death',
    () => messages(trade.seller, 'DEAD'),
    (list) => list.length > 0,
  )
  expect(dead).toMatchObject({ id: waiting.id, lastFault: 'It answered 410.' })
  await waitFor(
    () =>
      mail.taken.some(
        ({ subject, to }) =>
          subject === 'Webhook disabled: Warehouse' && to.includes(`${trade.seller.loginName}@example.org`),
      ),
    {
      timeoutMs: patienceMs,
      everyMs: 20,
      what: 'the member to be told',
    },
  )
  await receiver.control('accept')
  expect(await client.act('ReplayWebhookMessages', { webhookId: webhook.id, messageId: dead.id })).toMatchObject({
    code: 'WRONG_STATE',
  })
  expect((await client.act('EditWebhook', { webhookId: webhook.id, enabled: true })).code).toBe('NOT_ALLOWED')
  await trade.seller.client.must('EditWebhook', { webhookId: webhook.id, enabled: true })
  expect(await client.must('ReplayWebhookMessages', { webhookId: webhook.id, messageId: dead.id })).toMatchObject({
    replayed: 1,
  })
  const [got] = await received(threadId, (entries) => entries.length === 1 && entries[0]?.times === 1)
  expect(got?.id).toBe(waiting.id)
})

test('what is owed and what is dead is told by the metrics, and no address is in any log', async () => {
  const metrics = await (await fetch(`${hub.url}/metrics`)).text()
  if (hub.processes.length === 1) {
    expect(metrics).toMatch(/^torihiki_messages_owed\{channel="WEBHOOK"\} \d+$/m)
    expect(metrics).toMatch(/^torihiki_messages_dead\{channel="MAIL"\} 0$/m)
  }
  const printed = hub.processes.map((each) => each.output()).join('')
  expect(printed).toContain('A message to a webhook failed.')
  expect(printed).not.toContain('@example.org')
})

test('preferences and previews: what goes by which channel, in which language', async () => {
  const { messagePreferences } = await other.client.must('SetMessagePreferences', {
    language: 'fr-CA',
    choices: [
      {
        kind: 'CASE_REGISTERED',
        channels: ['MAIL'],
      },
    ],
  })
  expect(messagePreferences.language).toBe('fr')
  expect(messagePreferences.choices).toEqual(
    expect.arrayContaining([
      { kind: 'CASE_REGISTERED', channels: ['MAIL'] },
      { kind: 'ORDER_SENT', channels: ['MAIL', 'WEBHOOK'] },
      { kind: 'DELIVERY_REPORTED', channels: ['WEBHOOK'] },
    ]),
  )
  const { caseCode } = await openCase({ ...trade, seller: other })
  await waitFor(() => mail.taken.some(({ subject }) => subject === `Nouveau dossier: ${caseCode}`), {
    timeoutMs: patienceMs,
    everyMs: 20,
    what: 'the letter in French',
  })
  const { messageTemplates } = await hub.admin.run('MessageTemplates')
  const kinds = messagePreferences.choices.map(({ kind }: Json) => kind)
  // Always mailed too, and about nothing that has a code.
  const ofMembership = ['APPLICATION_RECEIVED', 'MEMBER_APPROVED', 'MEMBER_REJECTED']
  const withoutCode = [...ofMembership, 'GIFT_ENTRUSTED']
  expect(messageTemplates.map(({ kind }: Json) => kind)).toEqual([...kinds, 'WEBHOOK_DISABLED', ...ofMembership])
  for (const { kind, languages } of messageTemplates)
    for (const language of languages)
      expect((await hub.admin.run('PreviewMessage', { kind, language })).previewMessage).toMatchObject({
        subject: expect.stringMatching(withoutCode.includes(kind) ? /./ : /.: ./),
        text: expect.stringMatching(withoutCode.includes(kind) ? /^.+\n\n-- \n/s : /^.+\n\n.+\n\n-- \n/s),
      })
  const facts = await hub.admin.send('{ __type(name: "CaseEventKind") { enumValues { name } } }')
  const known = facts.data.__type.enumValues
    .map(({ name }: Json) => name)
    .filter((name: string) => !name.startsWith('LATENESS_'))
  expect(kinds.filter((kind: string) => !kind.endsWith('_LATE'))).toEqual(expect.arrayContaining(known))
})
