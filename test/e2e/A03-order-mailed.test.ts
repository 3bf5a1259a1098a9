import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { patienceMs, type Json } from '../support/hub-client.ts'
import { startMailSystem, type MailSystem, type TakenMail } from '../support/mail-system.ts'
import { eventually } from '../support/parties.ts'
import { agreeOnContract, newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let mail: MailSystem
let hub: TestHub
let trade: Trade

beforeAll(async () => {
  mail = await startMailSystem()
  hub = await startTestHub({ SMTP_URL: mail.url, MAIL_FROM: 'The Hub <hub@example.org>' })
  trade = await newTrade(hub)
})
afterAll(async () => {
  await hub?.close()
  await mail?.close()
})

const order = { currency: 'JPY', lines: [{ description: 'Coil', quantity: '2', unit: 'C62', unitPrice: '500' }] }
const mailed = (about: string): TakenMail[] => mail.taken.filter(({ subject }) => subject.includes(about))
const untilMailed = (about: string, count: number): Promise<TakenMail[]> =>
  waitFor(() => (mailed(about).length >= count ? mailed(about) : null), {
    timeoutMs: patienceMs,
    everyMs: 20,
    what: `${count} mails about ${about}; so far ${mail.taken.map(({ subject }) => subject).join(', ')}`,
  })

test('an order is mailed to its destination, the answer to its source, the contract to both, and nobody what it did itself', async () => {
  const { buyer, seller } = trade
  const { threadId, caseCode } = await openCase(trade)
  const sent = (await buyer.client.must('SendOrder', { threadId, ...order })).order
  const [received] = await untilMailed(caseCode, 1)
  expect(received).toMatchObject({
    from: 'hub@example.org',
    to: [`${seller.loginName}@example.org`],
    subject: `Order received: ${caseCode}`,
    messageId: expect.stringMatching(/^<message\.[0-9a-f-]{36}@torihiki>$/),
  })
  expect(received?.headers).toContain('From: The Hub <hub@example.org>')
  expect(received?.text).toContain('Buyer sent you an order.')
  expect(received?.text).toContain('Status: ORDERED')
  await seller.client.must('RespondToOrder', { orderId: sent.id, kind: 'ACCEPTED' })
  const [, answered] = await untilMailed(caseCode, 2)
  expect(answered).toMatchObject({
    to: [`${buyer.loginName}@example.org`],
    subject: `Order answered: ${caseCode}`,
  })
  await agreeOnContract(trade, threadId)
  const all = await untilMailed(caseCode, 4)
  const about = all.slice(2).map(({ subject, to }) => `${subject} ${to.join()}`)
  expect(about.toSorted()).toEqual(
    [buyer, seller].map(({ loginName }) => `Contract notarized: ${caseCode} ${loginName}@example.org`).toSorted(),
  )
})

test('digests of opportunities leave on the same way', async () => {
  const { buyer, seller } = trade
  const known = (answer: Json): boolean => answer.code !== 'MEMBER_NOT_ACTIVE'
  const interest = { name: 'Glass', criteria: { text: 'glass' } }
  await eventually('the seller to be known', () => seller.client.act('RegisterInterest', interest), known)
  await seller.client.must('SetDigestSchedule', { frequency: 'AT_ONCE', timeZone: 'UTC', language: 'de' })
  const opportunity = { title: 'Glass for a roof', description: '-' }
  await eventually('the buyer to be known', () => buyer.client.act('PublishOpportunity', opportunity), known)
  const [digest] = await untilMailed('Ausschreibung', 1)
  expect(digest).toMatchObject({
    from: 'hub@example.org',
    to: [`${seller.loginName}@example.org`],
    text: expect.stringContaining('Glass for a roof'),
  })
})
