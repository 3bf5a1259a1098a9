import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { replayWebhookMessages, sendTestWebhook } from './commands/replay-webhooks.ts'
import { editWebhook, mostWebhooks, registerWebhook, removeWebhook, rotateWebhookSecret } from './commands/webhooks.ts'
import { bothSecretsMs } from './domain/webhook-signature.ts'
import { createServices } from './index.ts'
import {
  answer,
  done,
  keyed,
  newThread,
  openMessagesRoom,
  verifies,
  type MessagesRoom,
  type Thread,
} from './testing/messages-room.ts'

const quiet = { log: createLog('test', 'silent') }

let room: MessagesRoom
let source: string
let partner: string
let thread: Thread
beforeAll(async () => {
  room = await openMessagesRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  ;[source, partner] = [await room.member(), await room.member()]
  thread = newThread(source, partner)
})
afterEach(async () => {
  room.receiver = () => answer(204)
  room.posted.length = 0
  room.mails.length = 0
  await room.database.store.query('delete from outbound_message')
})

const messages = async (memberId = partner) =>
  (await room.rows(memberId)).filter(({ channel }) => channel === 'WEBHOOK')

describe('a secret', () => {
  test('is shown once, kept sealed, and opened under an earlier secret of the hub too', async () => {
    const input = keyed({ name: 'x', url: 'https://example.org' })
    const first = done(await registerWebhook(room.services, room.actor(partner), input))
    const again = done(await registerWebhook(room.services, room.actor(partner), input))
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(again).toEqual({ webhookId: first.webhookId, secret: null })
    const raw = Buffer.from((first.secret ?? '').slice('whsec_'.length), 'base64')
    const tables = await room.services.store.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'members'`,
    )
    for (const { name } of tables) {
      const rows = await room.services.store.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`)
      const hidden = rows.filter(({ row }) => row.includes(raw.toString('hex')) || row.includes(raw.toString('base64')))
      expect(hidden).toEqual([])
    }
    room.services = createServices({
      ...room.services,
      ...quiet,
      hubSecret: 'another secret',
      hubSecretsBefore: [room.database.hubSecret],
    })
    await room.fact(thread, 'ORDER_SENT')
    await room.turn()
    expect(room.posted[0] && verifies(room.posted[0], first.secret ?? '')).toBe(true)
  })

  test('that was rotated signs beside the new one for a day', async () => {
    const { webhookId, secret: old } = await room.webhook(partner)
    const { secret } = done(await rotateWebhookSecret(room.services, room.actor(partner), keyed({ webhookId })))
    await room.fact(thread, 'ORDER_SENT')
    await room.turn()
    const [during] = room.posted
    expect([old, secret ?? ''].map((each) => during && verifies(during, each))).toEqual([true, true])
    room.pass(bothSecretsMs)
    await room.fact(thread, 'ORDER_ANSWERED')
    await room.turn()
    const [, after] = room.posted
    expect([old, secret ?? ''].map((each) => after && verifies(after, each))).toEqual([false, true])
  })
})

describe('a webhook', () => {
  test('of another member is not there, whatever is tried with it', async () => {
    const { webhookId } = await room.webhook(partner)
    const since = '2020-01-01T00:00:00Z'
    for (const act of [editWebhook, rotateWebhookSecret, removeWebhook, sendTestWebhook, replayWebhookMessages])
      expect(await act(room.services, room.actor(source), keyed({ webhookId, since }))).toMatchObject({
        code: 'NOT_FOUND',
      })
    const own = await room.webhook(source)
    const { messageId } = done(await sendTestWebhook(room.services, room.actor(partner), keyed({ webhookId })))
    const stolen = keyed({ webhookId: own.webhookId, messageId })
    expect(await replayWebhookMessages(room.services, room.actor(source), stolen)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('that was removed gets nothing any more, and keeps no secret', async () => {
    const { webhookId } = await room.webhook(partner)
    await room.fact(thread, 'ORDER_SENT')
    done(await removeWebhook(room.services, room.actor(partner), keyed({ webhookId })))
    await room.fact(thread, 'ORDER_ANSWERED')
    await room.turn()
    expect(room.posted).toEqual([])
    const rows = await room.services.store.query(
      'select length(secret) as secret, secret_before from webhook where id = $1',
      [webhookId],
    )
    expect(rows).toEqual([{ secret: 0, secret_before: null }])
  })

  test('is refused with every fault, for who is not active, and beyond the most there may be', async () => {
    const register = (memberId: string, input: object) =>
      registerWebhook(room.services, room.actor(memberId), keyed(input))
    expect(await register(partner, { name: ' ', url: '', eventTypes: ['case.none'] })).toMatchObject({
      faults: [{ path: 'name' }, { path: 'url' }, { path: 'eventTypes.0' }],
    })
    const applicant = await room.member('PROVISIONAL')
    expect(await register(applicant, { name: 'x', url: 'https://example.org' })).toMatchObject({
      code: 'MEMBER_NOT_ACTIVE',
    })
    const all = await Promise.all(
      Array.from({ length: mostWebhooks + 2 }, () => register(partner, { name: 'x', url: 'https://example.org' })),
    )
    expect(all.filter(isRefusal)).toMatchObject([1, 2].map(() => ({ code: 'TOO_MANY_WEBHOOKS', limit: mostWebhooks })))
  })

  test('keeps what an edit leaves out, and gives up what it is owed when its member disables it', async () => {
    const { webhookId } = await room.webhook(partner, { ordered: true, eventTypes: ['case.referred'] })
    await room.fact(thread, 'CASE_REFERRED')
    const { url, ...rest } = { url: 'https://other.example.org', enabled: false }
    done(await editWebhook(room.services, room.actor(partner), keyed({ webhookId, url, ...rest })))
    const [row] = await room.services.store.query(
      'select name, url, event_types, ordered, disabled_for from webhook where id = $1',
      [webhookId],
    )
    expect(row).toEqual({
      name: 'Warehouse',
      url,
      event_types: ['case.referred'],
      ordered: true,
      disabled_for: 'OWNER',
    })
    expect(await room.turn()).toBe(0)
    expect(await messages()).toMatchObject([{ status: 'DEAD' }])
    expect(room.mails).toEqual([])
  })
})
