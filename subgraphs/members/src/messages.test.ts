import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { MailFault } from '@torihiki/shared/mail/mail.ts'
import { mailLeaseMs, mailsAtOnce } from './commands/send-mail.ts'
import { setMessagePreferences } from './commands/set-message-preferences.ts'
import { mostTries } from './domain/retry-schedule.ts'
import { claimDueMail } from './index.ts'
import { keptDays, messageBacklog, trimMessages } from './store/messages.ts'
import { done, newThread, openMessagesRoom, type MessagesRoom, type Thread } from './testing/messages-room.ts'

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
  room.mailFault = null
  room.mails.length = 0
  await room.database.store.query('delete from outbound_message')
})

const prefer = (memberId: string, input: object) =>
  setMessagePreferences(room.services, room.actor(memberId), { idempotencyKey: newId(), ...input })
const mailedTo = (): string[] => room.mails.map(({ to }) => to)

describe('a fact', () => {
  test('is mailed once to the side that did not act, in its language, however often its event comes', async () => {
    done(await prefer(partner, { language: 'de-CH' }))
    const event = await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
    await room.take(event)
    expect(await room.turn()).toBe(1)
    await room.take(event)
    expect(await room.turn()).toBe(0)
    expect(room.mails).toMatchObject([
      { to: `${partner}@example.org`, language: 'de', subject: `Bestellung erhalten: ${thread.caseCode}` },
    ])
    expect(room.mails[0]?.text).toContain(`Firm ${source.slice(-4)} hat Ihnen eine Bestellung gesandt.`)
    expect(await room.rows(partner)).toMatchObject([
      { channel: 'MAIL', kind: 'ORDER_SENT', status: 'SENT', attempt: 1 },
    ])
    expect(await room.rows(source)).toEqual([])
  })

  test('that crowds in with others is mailed once, and one that cannot be taken keeps no other back', async () => {
    const threads = Array.from({ length: 20 }, () => ({ ...newThread(source, partner), version: 1 }))
    const events = threads.map((each) =>
      room.event('CaseProgressed', {
        ...each,
        kind: 'ORDER_SENT',
        bySide: 'SOURCE',
        statusBefore: null,
        status: 'ORDERED',
      }),
    )
    const broken = room.event('CaseProgressed', {
      ...newThread(source, partner),
      version: 2 ** 40,
      kind: 'ORDER_SENT',
      bySide: 'SOURCE',
      statusBefore: null,
      status: 'ORDERED',
    })
    const crowd = [...events.slice(0, 7), broken, ...events.slice(7), ...events.slice(3, 9)]
    const outcomes = await Promise.allSettled(crowd.map((event) => room.take(event)))
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(outcomes[7]).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('out of range') },
    })
    expect(await room.turn()).toBe(events.length)
    const owed = await room.database.store.query<{ thread_id: string }>('select thread_id from outbound_message')
    expect(owed.map(({ thread_id }) => thread_id).toSorted()).toEqual(
      threads.map(({ threadId }) => threadId).toSorted(),
    )
    await Promise.all(events.map((event) => room.take(event)))
    expect(await room.turn()).toBe(0)
  })

  test('that a member does not want by mail is not mailed, one that it wants is', async () => {
    done(
      await prefer(partner, {
        choices: [
          { kind: 'ORDER_SENT', channels: [] },
          { kind: 'CASE_REGISTERED', channels: ['MAIL'] },
        ],
      }),
    )
    await room.fact(thread, 'CASE_REGISTERED', { bySide: 'SOURCE', status: 'REGISTERED' })
    await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
    await room.turn()
    expect(room.mails.map(({ subject }) => subject)).toEqual([`New case: ${thread.caseCode}`])
  })

  test('is not mailed to who may not be written to any more', async () => {
    const gone = await room.member('SUSPENDED')
    await room.fact(newThread(source, gone), 'ORDER_SENT', { bySide: 'SOURCE' })
    await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
    await room.database.store.query(`update member set status = 'ERASED', mail = '' where id = $1`, [partner])
    await room.turn()
    expect(room.mails).toEqual([])
    expect(await room.rows(partner)).toMatchObject([
      { status: 'DEAD', last_fault: 'The member has no address for mail.' },
    ])
  })

  test('of a comparison is mailed when the documents differ, and of a settlement to both', async () => {
    await room.fact(thread, 'CONTRACT_COMPARED', { differs: false })
    await room.fact(thread, 'CONTRACT_COMPARED', { differs: true })
    await room.fact(thread, 'SETTLEMENT_REPORTED', { status: 'SETTLED' })
    await room.turn()
    expect(room.mails.map(({ subject }) => subject.replace(/:.*/, '')).toSorted()).toEqual([
      'Contracts differ',
      'Contracts differ',
      'Settlement reported',
      'Settlement reported',
    ])
  })
})

test('a lateness is mailed to those warned, each time that it escalates', async () => {
  const lateness = { latenessId: newId(), contractId: newId(), contractCode: 'CTR-1', threadId: thread.threadId }
  const warn = (level: number) =>
    room.take(
      room.event('LatenessWarned', {
        ...lateness,
        kind: 'DELIVERY',
        level,
        dueOn: '2026-11-20',
        warnedIds: [source, partner],
      }),
    )
  await warn(1)
  await room.turn()
  expect(mailedTo().toSorted()).toEqual([source, partner].map((id) => `${id}@example.org`).toSorted())
  expect(room.mails[0]).toMatchObject({
    subject: 'Delivery late: CTR-1',
    text: expect.stringContaining('Due on: 2026-11-20'),
  })
  await warn(2)
  expect(await room.turn()).toBe(2)
  expect(room.mails[2]?.text).toContain('Warning no.: 2')
})

describe('a mail that cannot be handed over', () => {
  test('is tried again under the same message id by the schedule, then it is dead', async () => {
    room.mailFault = new MailFault('The mail system answered 451 (EENVELOPE).', false)
    await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
    expect(await room.turn()).toBe(1)
    expect(await room.turn()).toBe(0)
    room.pass(4_999)
    expect(await room.turn()).toBe(0)
    room.pass(1)
    expect(await room.turn()).toBe(1)
    for (let i = 0; i < mostTries + 3; i++) {
      room.pass(24 * 3_600_000)
      await room.turn()
    }
    expect(room.mails).toHaveLength(mostTries)
    expect(new Set(room.mails.map(({ messageId }) => messageId)).size).toBe(1)
    expect(await room.rows(partner)).toMatchObject([
      { status: 'DEAD', last_fault: 'The mail system answered 451 (EENVELOPE). That was the last try.' },
    ])
  })

  test('and never will be is dead at once', async () => {
    room.mailFault = new MailFault('The mail system answered 550 (EENVELOPE).', true)
    await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
    expect(await room.turn()).toBe(1)
    expect(await room.rows(partner)).toMatchObject([{ status: 'DEAD', attempt: 1 }])
  })
})

test('mail whose sender died is due again after its lease, and a late end of the earlier attempt counts when it sent', async () => {
  await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
  const [earlier] = await claimDueMail(room.services, 10)
  expect(await room.turn()).toBe(0)
  room.pass(mailLeaseMs)
  const [later] = await claimDueMail(room.services, 10)
  await earlier?.()
  expect(await room.rows(partner)).toMatchObject([{ status: 'SENT', attempt: 2 }])
  room.mailFault = new MailFault('The mail system was not reached (ESOCKET).', false)
  await later?.()
  expect(await room.rows(partner)).toMatchObject([{ status: 'SENT', attempt: 2 }])
  expect(new Set(room.mails.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a late failure of an earlier attempt leaves the lease of the one that followed', async () => {
  await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
  const [earlier] = await claimDueMail(room.services, 10)
  room.pass(mailLeaseMs)
  const [later] = await claimDueMail(room.services, 10)
  room.mailFault = new MailFault('The mail system was not reached (ETIMEDOUT).', false)
  await earlier?.()
  room.pass(60_000)
  expect(await room.turn()).toBe(0)
  room.mailFault = null
  await later?.()
  expect(await room.rows(partner)).toMatchObject([{ status: 'SENT', attempt: 2 }])
})

test('two who send at once take nothing twice', async () => {
  for (let i = 0; i < mailsAtOnce * 3; i++)
    await room.fact(newThread(source, partner), 'ORDER_SENT', { bySide: 'SOURCE' })
  await Promise.all([room.turn(), room.turn(), room.turn()])
  expect(room.mails).toHaveLength(mailsAtOnce * 3)
  expect(new Set(room.mails.map(({ messageId }) => messageId)).size).toBe(mailsAtOnce * 3)
})

test('the backlog tells what is owed, how old it is, and what is dead; what is done is forgotten after its days', async () => {
  await room.fact(thread, 'ORDER_SENT', { bySide: 'SOURCE' })
  room.pass(90_000)
  expect(await messageBacklog(room.services.store.query, room.now())).toEqual([
    { channel: 'MAIL', owed: 1, oldestSeconds: 90, dead: 0 },
    { channel: 'WEBHOOK', owed: 0, oldestSeconds: 0, dead: 0 },
  ])
  room.mailFault = new MailFault('x', true)
  await room.turn()
  const [mail] = await messageBacklog(room.services.store.query, room.now())
  expect(mail).toEqual({ channel: 'MAIL', owed: 0, oldestSeconds: 0, dead: 1 })
  await trimMessages(room.services.store.query, room.now())
  expect(await room.rows(partner)).toHaveLength(1)
  room.pass(keptDays * 86_400_000 + 1)
  await trimMessages(room.services.store.query, room.now())
  expect(await room.rows(partner)).toEqual([])
})

test('preferences are refused with every fault at once', async () => {
  expect(
    await prefer(source, { language: 'tlh', choices: [{ kind: 'WEBHOOK_DISABLED', channels: [] }] }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
    faults: [{ path: 'language' }, { path: 'choices.0.kind' }],
  })
  const twice = [1, 2].map(() => ({ kind: 'ORDER_SENT', channels: ['MAIL'] }))
  expect(await prefer(source, { choices: twice })).toMatchObject({ faults: [{ path: 'choices.1.kind' }] })
})
