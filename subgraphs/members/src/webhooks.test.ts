import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { replayWebhookMessages, sendTestWebhook } from './commands/replay-webhooks.ts'
import { disableAfterMs, handsOfWebhook, webhookLeaseMs } from './commands/send-webhooks.ts'
import { setMessagePreferences } from './commands/set-message-preferences.ts'
import { editWebhook } from './commands/webhooks.ts'
import { mostTries } from './domain/retry-schedule.ts'
import { claimDueWebhooks } from './index.ts'
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
const versionOf = (body: string): number => (JSON.parse(body) as { data: { version: number } }).data.version
const versions = (): number[] => room.posted.map(({ body }) => versionOf(body))

describe('a fact', () => {
  test('is posted to both ends, signed, with ids and codes alone, once however often its event comes', async () => {
    const mine = await room.webhook(partner)
    const theirs = await room.webhook(source, { url: 'https://source.example.org' })
    const event = await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE', statusBefore: 'REGISTERED' })
    await room.take(event)
    await room.turn()
    expect(room.posted.map(({ url }) => url).toSorted()).toEqual([
      'https://example.org/hub',
      'https://source.example.org',
    ])
    const post = room.posted.find(({ url }) => url === 'https://example.org/hub')
    const { threadId, caseId, caseCode, sourceId, partnerId } = thread
    expect(JSON.parse(post?.body ?? '')).toEqual({
      type: 'case.order_sent',
      timestamp: event.at,
      data: {
        threadId,
        caseId,
        caseCode,
        sourceId,
        partnerId,
        version: 1,
        fact: 'ORDER_SENT',
        bySide: 'SOURCE',
        statusBefore: 'REGISTERED',
        status: 'ORDERED',
      },
    })
    expect(post && verifies(post, mine.secret)).toBe(true)
    expect(post && verifies(post, theirs.secret)).toBe(false)
    expect(await messages()).toMatchObject([
      { id: post?.id, kind: 'case.order_sent', status: 'ACKNOWLEDGED', attempt: 1 },
    ])
  })

  test('goes to those webhooks alone that ask for it, and to none of a member that does not want its kind', async () => {
    await room.webhook(partner, { eventTypes: ['case.order_sent'] })
    await room.fact(thread, 'CASE_REGISTERED')
    await room.fact(thread, 'ORDER_SENT')
    await room.fact(thread, 'A_FACT_OF_TOMORROW')
    await room.turn()
    expect(versions()).toEqual([2])
    const choices = [{ kind: 'ORDER_SENT', channels: ['MAIL'] }]
    done(await setMessagePreferences(room.services, room.actor(partner), keyed({ choices })))
    await room.fact(thread, 'ORDER_SENT')
    await room.turn()
    expect(versions()).toEqual([2])
  })
})

describe('a receiver that fails', () => {
  test('gets the message again under the same id with a fresh signature, by the schedule; then it is dead and can be replayed', async () => {
    const { webhookId, secret } = await room.webhook(partner)
    room.receiver = () => answer(503)
    await room.fact(thread, 'ORDER_SENT')
    await room.turn()
    for (let i = 0; i < mostTries + 3; i++) {
      // One success of another message on the way: it is not a receiver that fails for days.
      room.receiver = ({ body }) => answer(body.includes('webhook.test') ? 204 : 503)
      done(await sendTestWebhook(room.services, room.actor(partner), keyed({ webhookId })))
      room.pass(24 * 3_600_000)
      await room.turn()
    }
    const posts = room.posted.filter(({ body }) => body.includes('ORDER_SENT'))
    expect(posts).toHaveLength(mostTries)
    expect(new Set(posts.map(({ id }) => id)).size).toBe(1)
    expect(new Set(posts.map(({ headers }) => headers['webhook-signature'])).size).toBe(mostTries)
    expect(posts.every((post) => verifies(post, secret))).toBe(true)
    const [dead] = (await messages()).filter(({ kind }) => kind === 'case.order_sent')
    expect(dead).toMatchObject({ status: 'DEAD', last_fault: 'It answered 503.', attempt: mostTries })
    room.receiver = () => answer(200)
    const replayed = await replayWebhookMessages(
      room.services,
      room.actor(partner),
      keyed({ webhookId, messageId: dead?.id }),
    )
    expect(replayed).toMatchObject({ replayed: 1, hasMore: false })
    await room.turn()
    expect(room.posted.at(-1)?.id).toBe(dead?.id)
    expect((await messages()).find(({ id }) => id === dead?.id)).toMatchObject({ status: 'ACKNOWLEDGED' })
  })

  test('is waited for as long as it asks', async () => {
    await room.webhook(partner)
    room.receiver = () => answer(429, 60_000)
    await room.fact(thread, 'ORDER_SENT')
    await room.turn()
    room.pass(59_999)
    expect(await room.turn()).toBe(0)
    room.pass(1)
    expect(await room.turn()).toBe(1)
  })

  test.each([301, 307, 400, 404, 500])('by answering %i is not taken for one that has it', async (status) => {
    await room.webhook(partner)
    room.receiver = () => answer(status)
    await room.fact(thread, 'ORDER_SENT')
    await room.turn()
    expect(await messages()).toMatchObject([{ status: 'QUEUED', attempt: 1 }])
  })

  test('by answering 410 is disabled at once, what it is owed stays on record as dead, its member is told by mail', async () => {
    const { webhookId } = await room.webhook(partner, { name: 'Old machine' })
    room.receiver = () => answer(410)
    await room.fact(thread, 'CASE_REGISTERED')
    await room.turn()
    await room.fact(thread, 'CASE_REFERRED')
    await room.turn()
    expect(room.posted).toHaveLength(1)
    expect(await messages()).toMatchObject([
      { status: 'DEAD', last_fault: 'It answered 410.' },
      { status: 'DEAD', last_fault: 'The webhook was disabled.', attempt: 0 },
    ])
    expect(room.mails).toMatchObject([{ to: `${partner}@example.org`, subject: 'Webhook disabled: Old machine' }])
    room.receiver = () => answer(204)
    const replay = () =>
      replayWebhookMessages(room.services, room.actor(partner), keyed({ webhookId, since: '2020-01-01T00:00:00Z' }))
    expect(await replay()).toMatchObject({ code: 'WRONG_STATE', state: 'DISABLED' })
    done(await editWebhook(room.services, room.actor(partner), keyed({ webhookId, enabled: true })))
    expect(await replay()).toMatchObject({ replayed: 2, hasMore: false })
    await room.turn()
    expect(versions()).toEqual([1, 1, 2])
  })

  test('for three days without a success is disabled, and its member told once', async () => {
    await room.webhook(partner)
    room.receiver = () => ({ kind: 'NO_ANSWER', reason: 'It could not be reached (ECONNREFUSED).' })
    await room.fact(thread, 'CASE_REGISTERED')
    await room.fact(thread, 'CASE_REFERRED')
    for (let hour = 0; hour * 3_600_000 < disableAfterMs; hour += 6) {
      await room.turn()
      room.pass(6 * 3_600_000)
    }
    expect(room.mails).toEqual([])
    room.pass(24 * 3_600_000)
    await room.turn()
    expect(room.mails).toHaveLength(1)
    expect(await messages()).toMatchObject([{ status: 'DEAD' }, { status: 'DEAD' }])
  })
})

describe('an ordered webhook', () => {
  test('gets the next message of a thread when the one before is acknowledged or dead, and other threads meanwhile', async () => {
    await room.webhook(partner, { ordered: true })
    const other = newThread(source, partner)
    room.receiver = ({ body }) => answer(body.includes(thread.threadId) && room.posted.length < 4 ? 500 : 204)
    for (const kind of ['CASE_REGISTERED', 'ORDER_SENT', 'ORDER_ANSWERED']) await room.fact(thread, kind)
    await room.fact(other, 'CASE_REGISTERED')
    await room.fact(other, 'ORDER_SENT')
    await room.turn()
    const sent = (): string[] =>
      room.posted.map(({ body }) => `${body.includes(thread.threadId) ? 'first' : 'other'} ${versionOf(body)}`)
    expect(sent().toSorted()).toEqual(['first 1', 'other 1', 'other 2'])
    room.pass(5_000)
    await room.turn()
    expect(sent().slice(3)).toEqual(['first 1', 'first 2', 'first 3'])
  })

  test('goes on when a message died', async () => {
    await room.webhook(partner, { ordered: true })
    room.receiver = ({ body }) => answer(versionOf(body) === 1 ? 500 : 204)
    await room.fact(thread, 'CASE_REGISTERED')
    await room.fact(thread, 'ORDER_SENT')
    for (let i = 0; i < mostTries; i++) {
      await room.turn()
      await room.database.store.query('update webhook set failing_since = null')
      room.pass(30 * 3_600_000)
    }
    expect(await messages()).toMatchObject([{ status: 'DEAD' }, { status: 'ACKNOWLEDGED' }])
    expect(versions()).toEqual([...Array.from({ length: mostTries }, () => 1), 2])
  })

  test('waits for a fact that comes late, even when it does not ask for it', async () => {
    await room.webhook(partner, { ordered: true, eventTypes: ['case.registered', 'case.order_answered'] })
    await room.fact(thread, 'CASE_REGISTERED')
    thread.version += 1
    await room.fact(thread, 'ORDER_ANSWERED')
    await room.turn()
    room.pass(3_600_000)
    await room.turn()
    expect(versions()).toEqual([1])
    thread.version = 1
    await room.fact(thread, 'ORDER_SENT')
    room.pass(5_000)
    await room.turn()
    expect(versions()).toEqual([1, 3])
  })

  test('waits only a while for facts of before facts were told of', async () => {
    await room.webhook(partner, { ordered: true })
    thread.version = 6
    await room.fact(thread, 'DELIVERY_REPORTED')
    await room.turn()
    expect(versions()).toEqual([])
    room.pass(61_000)
    await room.turn()
    expect(versions()).toEqual([7])
  })
})

describe('hands', () => {
  test('of one webhook are few: a slow receiver does not slow the others', async () => {
    await room.webhook(partner, { url: 'https://slow.example.org' })
    await room.webhook(source, { url: 'https://quick.example.org' })
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    room.receiver = async ({ url }) => {
      if (url.includes('slow')) await held
      return answer(204)
    }
    for (let i = 0; i < handsOfWebhook * 3; i++) await room.fact(newThread(source, partner), 'CASE_REGISTERED')
    const running: Promise<void>[] = []
    const count = (url: string): number => room.posted.filter((post) => post.url.includes(url)).length
    // Some hands are taken already when all may be asked for.
    for (const work of await claimDueWebhooks(room.services, handsOfWebhook - 1)) running.push(work())
    while (count('quick') < handsOfWebhook * 3)
      for (const work of await claimDueWebhooks(room.services, 64)) running.push(work())
    expect(count('slow')).toBe(handsOfWebhook)
    expect(count('quick')).toBe(handsOfWebhook * 3)
    release()
    await Promise.all(running)
    await room.turn()
    expect(count('slow')).toBe(handsOfWebhook * 3)
  })

  test('that died leave the message due after its lease, under the same id', async () => {
    await room.webhook(partner)
    await room.fact(thread, 'CASE_REFERRED')
    expect(await claimDueWebhooks(room.services, 10)).toHaveLength(1)
    expect(await room.turn()).toBe(0)
    room.pass(webhookLeaseMs)
    expect(await room.turn()).toBe(1)
    expect(await messages()).toMatchObject([{ id: room.posted[0]?.id, status: 'ACKNOWLEDGED', attempt: 2 }])
  })
})
