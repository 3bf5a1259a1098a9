import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { expectSoundBooks } from '../support/audits.ts'
import { HubClient, patienceMs, type Json } from '../support/hub-client.ts'
import { startMailSystem, type MailSystem, type TakenMail } from '../support/mail-system.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { availableOf, cardOf, orderUntil, publishItem, quoteOf, shopOf, stands } from '../support/shop.ts'
import { contractedThread, newTrade, reserve, threadUntil, type Trade } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let mail: MailSystem
let acme: CardCompany
let hub: TestHub
let trade: Trade

beforeAll(async () => {
  ;[mail, acme] = [await startMailSystem(), await startCardCompany('acme')]
  hub = await startTestHub({
    CARD_COMPANIES: `acme=${acme.url}`,
    SMTP_URL: mail.url,
    MAIL_FROM: 'hub@example.org',
    PUBLIC_URL: 'http://hub.example',
  })
  trade = await newTrade(hub)
})
afterEach(() => expectSoundBooks(hub))
afterAll(async () => {
  await hub?.close()
  await acme?.close()
  await mail?.close()
})

type Ordered = { threadId: string; reservationId: string; number: string; caseCode: string }

/** An order of 1,000 JPY that is paid by a card which gets this answer. */
async function ordered(token: string): Promise<Ordered> {
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', {
    kind: 'CARD',
    name: token,
    currency: 'JPY',
    card: { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' },
  })
  const { threadId } = await contractedThread(trade)
  const { id, transactionNumber } = await reserve(trade, threadId, paymentMethod.id)
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  return { threadId, reservationId: id, number: transactionNumber, caseCode: caseThread.case.caseCode }
}
const mailsTo = ({ loginName }: Party, about: string): TakenMail[] =>
  mail.taken.filter(({ to, subject }) => subject.includes(about) && to.includes(`${loginName}@example.org`))
const untilMailed = (party: Party, subject: string): Promise<TakenMail> =>
  waitFor(() => mailsTo(party, subject)[0] ?? null, {
    timeoutMs: patienceMs,
    everyMs: 20,
    what: `a mail “${subject}”; so far ${mail.taken.map((each) => each.subject).join(', ')}`,
  })
const referralOf = async ({ client }: Pick<Party, 'client'>, reservationId: string): Promise<Json> =>
  eventually(
    'the referral',
    async () =>
      (await client.run('Referrals', { first: 50 })).viewer.referrals.edges
        .map(({ node }: Json) => node)
        .find(({ reservation }: Json) => reservation.id === reservationId),
    (found) => found !== undefined,
  )
const untilStatus = ({ reservationId }: Ordered, status: string): Promise<Json> =>
  eventually(
    `the referral to be ${status}`,
    () => referralOf(trade.seller, reservationId),
    (found) => found.status === status,
  )
const factsOf = async (threadId: string, client = trade.seller.client): Promise<string[]> => {
  const query = `query ($id: ID!) { caseThread(id: $id) { history(first: 100) { edges { node { kind } } } } }`
  return (await client.send(query, { id: threadId })).data.caseThread.history.edges.map(({ node }: Json) => node.kind)
}
/** The shop calls the card company. */
async function telephone(number: string): Promise<Json> {
  const response = await fetch(`${acme.url}/telephone`, {
    method: 'POST',
    body: JSON.stringify({ transactionNumber: number }),
  })
  return response.json()
}
/** The link of a letter, at the hub under test. */
function linkIn({ text }: TakenMail): string {
  const [link = ''] = /http:\/\/hub\.example\/consents\?token=\S+/.exec(text) ?? []
  return link.replace('http://hub.example', hub.url)
}

/** A browser that keeps the cookie of the page, and sends its form. */
async function openLink(
  link: string,
): Promise<{ status: number; html: string; cookie: string; fields: URLSearchParams }> {
  const response = await fetch(link)
  const html = await response.text()
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of html.matchAll(/name="(\w+)" value="([^"]*)"/g))
    if (name !== 'answer') fields.set(name, value)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
  return { status: response.status, html, cookie, fields }
}
async function answer(fields: URLSearchParams, said: string, headers: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams([...fields, ['answer', said]])
  return fetch(`${hub.url}/consents`, { method: 'POST', body, headers })
}

test('USABLE: the customer is thanked, once, and the sale goes ahead', async () => {
  const own = await ordered('tok_approved_1')
  await threadUntil(trade.seller.client, own.threadId, ({ status }) => status === 'RESERVED')
  const thanks = await untilMailed(trade.buyer, `Thank you: payment reserved: ${own.caseCode}`)
  expect(thanks.text).toContain('delivery can begin')
  expect(mailsTo(trade.seller, 'Thank you')).toEqual([])
})

test('UNUSABLE: the customer is told that the sale is not concluded, and may order again', async () => {
  const own = await ordered('tok_declined_05')
  const told = await untilMailed(trade.buyer, `Sale not concluded: ${own.caseCode}`)
  expect(told.text).toContain('order again')
  const again = await ordered('tok_approved_2')
  await untilMailed(trade.buyer, `Thank you: payment reserved: ${again.caseCode}`)
  expect(mailsTo(trade.buyer, `Sale not concluded: ${own.caseCode}`)).toHaveLength(1)
})

test('EXCEEDS CEILING: with the customer’s consent by the link the shop seeks the company’s approval, which confirms it; then thanks', async () => {
  const live = trade.seller.client.subscribe(
    'subscription { reservationChanged { kind statusBefore statusAfter reservation { id referral { status } } } }',
  )
  await live.until('the start', (event) => event.kind === 'FEED_STARTED')
  const own = await ordered('tok_referral_call')
  const letter = await untilMailed(trade.buyer, `Your consent is needed: ${own.number}`)
  expect(letter.text).toContain('Seller')
  expect(letter.text).toContain('1000 JPY')
  const link = linkIn(letter)
  expect((await referralOf(trade.buyer, own.reservationId)).status).toBe('ASKED')

  // To look at it changes nothing, however often.
  for (let i = 0; i < 2; i++) expect((await openLink(link)).html).toContain(own.number)
  expect((await referralOf(trade.buyer, own.reservationId)).status).toBe('ASKED')
  const { cookie, fields, html } = await openLink(link)
  expect(html).toContain('1000 JPY')
  expect(html).not.toContain('Buyer')
  // Neither another site, nor a browser that did not open it, nor a forged token answers.
  expect((await answer(fields, 'yes', {})).status).toBe(403)
  expect((await answer(fields, 'yes', { cookie, origin: 'https://evil.example' })).status).toBe(403)
  expect((await openLink(link.replace(/..(?=&lang=)/, 'xx'))).status).toBe(404)
  expect((await referralOf(trade.buyer, own.reservationId)).status).toBe('ASKED')
  expect(
    (
      await trade.seller.client.act('RecordReferral', {
        referralId: (await referralOf(trade.seller, own.reservationId)).id,
        outcome: 'DECLINED',
      })
    ).code,
  ).toBe('WRONG_STATE')

  const said = await answer(fields, 'yes', { cookie, origin: hub.url })
  expect(said.status).toBe(200)
  expect(await said.text()).toContain('Thank you')
  expect((await openLink(link)).status).toBe(404)
  // Both ends hear of it live: the reservation waits on, with its referral as it is.
  const goesOn = ({ statusBefore, statusAfter, reservation }: Json): boolean =>
    statusBefore === 'AUTHORIZING' && statusAfter === 'AUTHORIZING' && reservation.referral?.status === 'CONSENTED'
  await live.until('that consent is given', goesOn)
  expect(await untilStatus(own, 'CONSENTED')).toMatchObject({ steps: [{ kind: 'ASKED' }, { via: 'LINK' }] })
  await untilMailed(trade.seller, 'Seek the card company’s approval')

  // A code that nobody gave is not taken; the one that the company gave by telephone is.
  const { id: referralId } = await referralOf(trade.seller, own.reservationId)
  const record = (approvalCode: string): Promise<Json> =>
    trade.seller.client.must('RecordReferral', { referralId, outcome: 'APPROVED', approvalCode, givenBy: 'Desk 7' })
  await record('MADEUP')
  await untilMailed(trade.seller, `Approval code not known: ${own.number}`)
  await untilStatus(own, 'CONSENTED')
  const { approvalCode } = await telephone(own.number)
  await record(approvalCode)
  await threadUntil(trade.seller.client, own.threadId, ({ status }) => status === 'RESERVED')
  await untilStatus(own, 'APPROVED')
  await untilMailed(trade.buyer, `Thank you: payment reserved: ${own.caseCode}`)
  const seen = (await referralOf(trade.buyer, own.reservationId)) as Json
  expect(seen).toMatchObject({ approvalCode: null, reservation: { status: 'RESERVED' } })
  for (const client of [trade.buyer.client, trade.seller.client])
    expect((await factsOf(own.threadId, client)).filter((kind) => /REFERR|PAYMENT_RESERV/.test(kind))).toEqual([
      'PAYMENT_RESERVATION_REQUESTED',
      'PAYMENT_REFERRED',
      'REFERRAL_CONSENTED',
      'PAYMENT_RESERVED',
    ])
  await live.until(
    'that it is reserved',
    ({ statusAfter, reservation }) => statusAfter === 'RESERVED' && reservation.id === own.reservationId,
  )
  live.stop()
  // It stands in the company's book under our key, so giving up reverses it.
  const entryOf = async (): Promise<Json> =>
    (await acme.book()).find(({ transactionNumber }: Json) => transactionNumber === own.number)
  expect(await entryOf()).toMatchObject({ result: 'APPROVED', authorizationId: approvalCode, reversed: false })
  await trade.buyer.client.must('VoidReservation', { reservationId: own.reservationId })
  await eventually('the reversal', entryOf, ({ reversed }) => reversed === true)
})

test('EXCEEDS CEILING: without consent, without the company’s approval, and without an answer in time it is not concluded', async () => {
  const withheld = await ordered('tok_referral_call')
  const { id } = await referralOf(trade.buyer, withheld.reservationId)
  const stranger = await newParty(hub.url, hub.admin, 'Stranger', ['BUYER'])
  const consent = (referralId: string, consents: boolean, client = trade.buyer.client): Promise<Json> =>
    client.act('ConsentToReferral', { referralId, consents })
  for (const client of [stranger.client, trade.seller.client, new HubClient(hub.url)])
    expect((await consent(id, true, client)).code).toBe('NOT_FOUND')
  expect((await consent(id, false)).referral).toMatchObject({ status: 'WITHHELD' })
  await untilMailed(trade.buyer, `Sale not concluded: ${withheld.caseCode}`)
  expect((await consent(id, true)).code).toBe('WRONG_STATE')

  // An operator acts for the shop, by telephone; both are on record.
  const declined = await ordered('tok_referral_no')
  const { id: second } = await referralOf(trade.buyer, declined.reservationId)
  expect((await consent(second, true)).referral).toMatchObject({ status: 'CONSENTED' })
  expect(await telephone(declined.number)).toEqual({ approved: false })
  const operator = await newParty(hub.url, hub.admin, 'Operating', ['BUYER'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.member set roles = '{OPERATOR}' where id = $1`, [operator.id]),
  )
  const desk = await signIn(hub.url, operator.loginName)
  const { accessToken } = await desk.must('ActFor', { memberId: trade.seller.id, channel: 'TELEPHONE' })
  const acting = new HubClient(hub.url, accessToken)
  const { referral } = await acting.must('RecordReferral', { referralId: second, outcome: 'DECLINED' })
  expect(referral.status).toBe('DECLINED')
  expect((await referralOf(trade.seller, declined.reservationId)).steps.at(-1)).toMatchObject({
    by: { id: trade.seller.id },
    operator: { id: operator.id },
  })
  await untilMailed(trade.buyer, `Sale not concluded: ${declined.caseCode}`)

  const late = await ordered('tok_referral_call')
  const letter = await untilMailed(trade.buyer, `Your consent is needed: ${late.number}`)
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update reservations.referral set act_by = now() where reservation_id = $1`, [late.reservationId]),
  )
  await untilMailed(trade.buyer, `Sale not concluded: ${late.caseCode}`)
  expect((await openLink(linkIn(letter))).status).toBe(404)
  await untilStatus(late, 'LAPSED')
  for (const { reservationId } of [withheld, declined, late])
    expect((await referralOf(trade.buyer, reservationId)).reservation.status).toBe('REFUSED')
})

test('an order at a shop that exceeds the ceiling is concluded once the company has approved it, and its goods are kept meanwhile', async () => {
  const shop = { ...trade, ...(await shopOf(trade.seller, { settlementAgentId: trade.agent.id })) }
  const item = await publishItem(shop, 'CEILING-1', { stock: 3 })
  const { client } = trade.buyer
  const { signed } = await quoteOf(shop, client, { [item.id]: 2 })
  const paymentMethodId = await cardOf(client, 'tok_referral_call')
  const { orderCode } = await client.must('PlaceOrder', { quote: signed, paymentMethodId })
  const { thread } = await orderUntil(client, orderCode, (order) => order.thread.paymentReservation !== null)
  const query = `query ($id: ID!) { caseThread(id: $id) { paymentReservation { id transactionNumber } } }`
  const { paymentReservation } = (await client.send(query, { id: thread.id })).data.caseThread
  const letter = await untilMailed(trade.buyer, `Your consent is needed: ${paymentReservation.transactionNumber}`)
  expect(await availableOf(client, item.id)).toBe(1)
  const { cookie, fields } = await openLink(linkIn(letter))
  expect((await answer(fields, 'yes', { cookie, origin: hub.url })).status).toBe(200)
  const { id: referralId } = await referralOf(trade.seller, paymentReservation.id)
  const { approvalCode } = await telephone(paymentReservation.transactionNumber)
  const stated = { referralId, outcome: 'APPROVED', approvalCode, givenBy: 'Desk 7' }
  await trade.seller.client.must('RecordReferral', stated)
  await orderUntil(client, orderCode, stands('CONCLUDED'))
  expect(await availableOf(client, item.id)).toBe(1)
})

test('the page of a consent speaks the language of the letter, also to say that a link is over or an answer is not ours', async () => {
  const pages = [
    ['ja', 'ご同意のお願い', '同意します', 'このリンクは', 'この回答は', '承りました'],
    ['de', 'Ihre Zustimmung wird gebraucht', 'Ich stimme zu', 'Dieser Link', 'Diese Antwort', 'Wie Sie wünschen'],
    ['fr', 'Votre consentement est nécessaire', 'Je consens', 'Ce lien', 'Cette réponse', 'Comme vous le souhaitez'],
    ['en', 'Your consent is needed', 'I consent', 'This link', 'This answer', 'As you wish'],
  ] as const
  for (const [language, subject, button, over, notOurs, said] of pages) {
    await trade.buyer.client.must('SetMessagePreferences', { language })
    const { number } = await ordered('tok_referral_call')
    const link = linkIn(await untilMailed(trade.buyer, `${subject}: ${number}`))
    const isIn = (html: string): boolean => html.includes(`<html lang="${language}">`)
    const { html, cookie, fields } = await openLink(link)
    expect([isIn(html), html.includes(button), html.includes(number)]).toEqual([true, true, true])
    const refused = await (await answer(fields, 'yes', {})).text()
    expect([isIn(refused), refused.includes(notOurs)]).toEqual([true, true])
    const withheld = await (await answer(fields, 'no', { cookie, origin: hub.url })).text()
    expect([isIn(withheld), withheld.includes(said)]).toEqual([true, true])
    const { html: gone } = await openLink(link)
    expect([isIn(gone), gone.includes(over)]).toEqual([true, true])
  }
  // Without the letter's word the browser's language counts; what is none is English, and is not repeated.
  const other = async (lang: string, headers: Record<string, string> = {}): Promise<string> =>
    (await fetch(`${hub.url}/consents?token=none${lang}`, { headers })).text()
  expect(await other('', { 'accept-language': 'fr-CH, de;q=0.5' })).toContain('<html lang="fr">')
  expect(await other('', { 'accept-language': 'nl' })).toContain('<html lang="en">')
  const odd = await other(`&lang=${encodeURIComponent('"><script>')}`)
  expect([odd.includes('<html lang="en">'), odd.includes('<script>')]).toEqual([true, false])
})

test('each letter can be looked at beforehand, in every language', async () => {
  const preview = async (kind: string, language: string): Promise<Json> =>
    (await hub.admin.run('PreviewMessage', { kind, language })).previewMessage
  for (const language of ['en', 'ja', 'de', 'fr'])
    expect((await preview('REFERRAL_CONSENT', language)).text).toContain('https://hub.example/consents')
  expect((await preview('PAYMENT_RESERVED', 'ja')).text).toContain('ありがとうございます')
  expect((await preview('PAYMENT_RESERVATION_REFUSED', 'de')).text).toContain('erneut bestellen')
})
