import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Json } from '../support/hub-client.ts'
import { startMailSystem, type MailSystem } from '../support/mail-system.ts'
import { startCardCompany, startWebhookReceiver, type CardCompany, type WebhookReceiver } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let mail: MailSystem
let acme: CardCompany
let receiver: WebhookReceiver
let hub: TestHub
let trade: Trade

beforeAll(async () => {
  ;[mail, acme, receiver] = [await startMailSystem(), await startCardCompany('acme'), await startWebhookReceiver()]
  hub = await startTestHub({
    CARD_COMPANIES: `acme=${acme.url}`,
    SMTP_URL: mail.url,
    MAIL_FROM: 'hub@example.org',
    WEBHOOK_ALLOW_PRIVATE: 'true',
  })
  trade = await newTrade(hub)
  const { secret } = await trade.buyer.client.must('RegisterWebhook', { name: 'Phone', url: `${receiver.url}/phone` })
  await receiver.expect(secret)
})
afterAll(async () => {
  await hub?.close()
  await receiver?.close()
  await acme?.close()
  await mail?.close()
})

const kinds = ['PAYMENT_RESERVED', 'PAYMENT_RESERVATION_REFUSED', 'REFERRAL_CONSENT']
const prefer = (channels: string[], language = 'en'): Promise<Json> =>
  trade.buyer.client.must('SetMessagePreferences', {
    language,
    choices: kinds.map((kind) => ({ kind, channels })),
  })

async function ordered(token: string): Promise<{ threadId: string; caseCode: string; reservationId: string }> {
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', {
    kind: 'CARD',
    name: token,
    currency: 'JPY',
    card: { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' },
  })
  const { threadId } = await contractedThread(trade)
  const { id } = await reserve(trade, threadId, paymentMethod.id)
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  return { threadId, caseCode: caseThread.case.caseCode, reservationId: id }
}
const mailsAbout = (about: string): string[] =>
  mail.taken
    .filter(({ to, subject }) => to.includes(`${trade.buyer.loginName}@example.org`) && subject.includes(about))
    .map(({ subject }) => subject)
/** What the webhook was told of results: each type with what it is about. */
const told = async (id: string): Promise<string[]> =>
  (await receiver.book())
    .filter(({ data: about }) => about?.threadId === id || about?.reservationId === id)
    .map(({ type }) => type)
    .filter((type: string) => /payment_reserv|referral/.test(type) && !type.endsWith('requested'))

test('whoever prefers webhooks is told of each result there, once, and gets no mail of it', async () => {
  await prefer(['WEBHOOK'])
  const [usable, unusable] = [await ordered('tok_approved_1'), await ordered('tok_declined_05')]
  await eventually(
    'both',
    () => told(unusable.threadId),
    (all) => all.length > 0,
  )
  await eventually(
    'both',
    () => told(usable.threadId),
    (all) => all.length > 0,
  )
  expect(await told(usable.threadId)).toEqual(['case.payment_reserved'])
  expect(await told(unusable.threadId)).toEqual(['case.payment_reservation_refused'])
  const referred = await ordered('tok_referral_call')
  await eventually(
    'the question',
    () => told(referred.reservationId),
    (all) => all.includes('referral.consent_asked'),
  )
  for (const { caseCode } of [usable, unusable, referred])
    expect(mailsAbout(caseCode).filter((subject) => /Thank|concluded|consent/.test(subject))).toEqual([])
  expect(mailsAbout('Your consent')).toEqual([])
})

test('whoever prefers mail gets it in its language, once, and its webhook is not told', async () => {
  await prefer(['MAIL'], 'de')
  const own = await ordered('tok_approved_2')
  await eventually(
    'the letter',
    async () => mailsAbout(own.caseCode),
    (all: string[]) => all.some((subject) => subject.startsWith('Vielen Dank')),
  )
  expect(mailsAbout(own.caseCode).filter((subject) => subject.startsWith('Vielen Dank'))).toHaveLength(1)
  expect(await told(own.threadId)).toEqual([])
})

test('whoever prefers neither hears of it live alone', async () => {
  await prefer([])
  const choices = [{ kind: 'PAYMENT_RESERVATION_REFUSED', channels: ['MAIL'] }]
  await trade.seller.client.must('SetMessagePreferences', { choices })
  const live = trade.buyer.client.subscribe('ReservationChanged')
  await live.until('the start', (event) => event.kind === 'FEED_STARTED')
  const own = await ordered('tok_declined_05')
  await live.until(
    'the result',
    ({ statusAfter, reservation }) => statusAfter === 'REFUSED' && reservation.id === own.reservationId,
  )
  live.stop()
  // What both ends are told of a fact is owed in one transaction: the seller, which wants mail of it, has it.
  await eventually(
    'the seller’s mail',
    async () => mail.taken.filter(({ to }) => to.includes(`${trade.seller.loginName}@example.org`)),
    (all: { subject: string }[]) => all.some(({ subject }) => subject.endsWith(`not concluded: ${own.caseCode}`)),
  )
  // A later message that the buyer does want has come, so what was not wanted would have, too.
  await prefer(['WEBHOOK'])
  const next = await ordered('tok_approved_3')
  await eventually(
    'the next',
    () => told(next.threadId),
    (all) => all.length > 0,
  )
  expect(await told(own.threadId)).toEqual([])
  expect(mailsAbout(own.caseCode).filter((subject) => /Kauf|concluded/.test(subject))).toEqual([])
})
