import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { patienceMs, type Json } from '../support/hub-client.ts'
import { startMailSystem, type MailSystem } from '../support/mail-system.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, today, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let mail: MailSystem
let receiver: WebhookReceiver
let hub: TestHub
let trade: Trade

beforeAll(async () => {
  ;[mail, receiver] = [await startMailSystem(), await startWebhookReceiver()]
  hub = await startTestHub({
    SMTP_URL: mail.url,
    MAIL_FROM: 'hub@example.org',
    WEBHOOK_ALLOW_PRIVATE: 'true',
    DELAY_SCAN_SECONDS: '1',
  })
  trade = await newTrade(hub)
})
afterAll(async () => {
  await hub?.close()
  await receiver?.close()
  await mail?.close()
})

/** Publishes the event as the delay scan does: in the outbox of contracts, with one delivery owed. */
async function warn(payload: object): Promise<void> {
  const id = newId()
  await asOwner(hub.databaseUrl, async (owner) => {
    const event = [id, JSON.stringify(payload)]
    await owner.query(`insert into contracts.outbox (id, type, payload) values ($1, 'LatenessWarned', $2)`, event)
    await owner.query(`insert into contracts.outbox_delivery (event_id, consumer) values ($1, 'members')`, [id])
  })
}

test('a lateness is mailed to those warned in their languages, posted to their webhooks, once, and again as it escalates', async () => {
  const { buyer, seller } = trade
  const { secret } = await seller.client.must('RegisterWebhook', {
    name: 'Dispatch',
    url: receiver.url,
    eventTypes: ['contract.delivery_late'],
  })
  await receiver.expect(secret)
  await seller.client.must('SetMessagePreferences', { language: 'ja' })
  const { threadId } = await openCase(trade)
  const contract = {
    latenessId: newId(),
    contractId: newId(),
    contractCode: `CTR-${randomUUID().slice(0, 4)}`,
    threadId,
  }
  const late = { ...contract, kind: 'DELIVERY', dueOn: '2026-11-20', warnedIds: [buyer.id, seller.id] }
  await warn({ ...late, level: 1 })
  const mails = (count: number) =>
    waitFor(
      () => {
        const found = mail.taken.filter(({ subject }) => subject.includes(contract.contractCode))
        return found.length >= count ? found : null
      },
      { timeoutMs: patienceMs, everyMs: 20, what: `${count} mails` },
    )
  const first = await mails(2)
  expect(first.map(({ to, subject }) => `${to.join()} ${subject}`).toSorted()).toEqual(
    [
      `${buyer.loginName}@example.org Delivery late: ${contract.contractCode}`,
      `${seller.loginName}@example.org 納品遅延: ${contract.contractCode}`,
    ].toSorted(),
  )
  await warn({ ...late, level: 2 })
  expect((await mails(4)).slice(2).map(({ text }) => /(?:Warning no\.|警告回数): (\d)/.exec(text)?.[1])).toEqual([
    '2',
    '2',
  ])
  const posted: Json[] = await eventually(
    'both posts',
    () => receiver.book(),
    (entries) => entries.length === 2,
  )
  expect(
    posted
      .map(({ type, times, data: about }) => [type, times, about.level, about.contractCode])
      .toSorted((a, b) => a[2] - b[2]),
  ).toEqual([1, 2].map((level) => ['contract.delivery_late', 1, level, contract.contractCode]))
  expect(posted[0]?.data).not.toHaveProperty('warnedIds')
})

test('the scan itself: whoever has to act is reminded by mail, and both are warned of what is later', async () => {
  const other = await newTrade(hub)
  const due = (days: number) => contractedThread(other, { payment: 'ON_ACCOUNT', deliverBy: today(days) })
  const [reminded, both] = [await due(-1), await due(-15)]
  const toldOf = (code: string) =>
    mail.taken.filter(({ subject }) => subject === `Delivery late: ${code}`).flatMap(({ to }) => to)
  const [seller, buyer] = [`${other.seller.loginName}@example.org`, `${other.buyer.loginName}@example.org`]
  await eventually(
    'the warning to both',
    async () => toldOf(both.contract.contractCode),
    (told) => told.length === 2,
  )
  await eventually(
    'the reminder',
    async () => toldOf(reminded.contract.contractCode),
    (told) => told.length === 1,
  )
  expect(toldOf(both.contract.contractCode).toSorted()).toEqual([buyer, seller].toSorted())
  expect(toldOf(reminded.contract.contractCode)).toEqual([seller])
})
