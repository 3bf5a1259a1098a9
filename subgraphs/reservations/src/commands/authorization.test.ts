import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCardCompany, type CardCompany } from '../../../../test/support/outside.ts'
import { auditBook, expireHolds, inquireAuthorizations, takeAuthorizationEvent } from '../index.ts'
import { Desk, succeeded, wideLevel, type TestThread } from '../testing/desk.ts'

/** Far below what the stand-in keeps its answers back for, so that a missing answer is noticed soon. */
const shortTimeoutMs = 500
let desk: Desk
let acme: CardCompany
let now = new Date()

beforeAll(async () => {
  acme = await startCardCompany('acme')
  desk = await Desk.open({
    cardCompanies: new Map([['acme', acme.url]]),
    cardCompanyTimeoutMs: shortTimeoutMs,
    now: () => now,
  })
})
afterAll(async () => {
  await desk.close()
  await acme.close()
})
afterEach(async () => {
  now = new Date()
  for (const mode of ['up', 'release']) await acme.control(mode)
  expect(await auditBook(desk.services)).toEqual([])
})

type CardReservation = TestThread & { reservationId: string; requestId: string }

/** A contract of 1,000 JPY reserved by card; the company is not asked yet. */
async function byCard(token: string, company = 'acme'): Promise<CardReservation> {
  const thread = await desk.thread()
  await desk.contract(thread)
  const { reservationId } = succeeded(await desk.reserve(thread, await desk.card(thread.buyer, token, company)))
  const [row] = await desk.services.store.query<{ id: string }>(
    'select id from authorization_request where reservation_id = $1',
    [reservationId],
  )
  return { ...thread, reservationId, requestId: row?.id ?? '' }
}

async function handOn(
  type: 'AuthorizationRequested' | 'AuthorizationReversalRequested',
  requestId: string,
): Promise<void> {
  for (const event of await desk.event(type, requestId)) await takeAuthorizationEvent(desk.services, event)
}

async function request(
  requestId: string,
): Promise<{ status: string; result: string | null; response_code: string | null } | undefined> {
  const [row] = await desk.services.store.query<{
    status: string
    result: string | null
    response_code: string | null
  }>('select status, result, response_code from authorization_request where id = $1', [requestId])
  return row
}

const entryOf = async (requestId: string) =>
  (await acme.book()).find((entry: { key: string }) => entry.key === requestId)
const heldAtAcme = async () => (await desk.account('ACQUIRER', 'acme')).held
/** The next inquiry of a request is due now, whatever its pause. */
const makeDue = (requestId: string) =>
  desk.services.store.query('update authorization_request set next_inquiry_at = now() where id = $1', [requestId])

describe('a card (C6)', () => {
  it('that is approved is RESERVED, and only then the merchant is told', async () => {
    const held = await heldAtAcme()
    const it = await byCard('tok_approved_1')
    expect(await desk.status(it.reservationId)).toBe('AUTHORIZING')
    expect(await desk.published(it.reservationId)).toEqual(['PaymentReservationRequested'])
    await handOn('AuthorizationRequested', it.requestId)
    expect(await desk.status(it.reservationId)).toBe('RESERVED')
    expect(await desk.published(it.reservationId)).toEqual(['PaymentReservationRequested', 'PaymentReserved'])
    expect(await request(it.requestId)).toEqual({ status: 'ANSWERED', result: 'APPROVED', response_code: '00' })
    expect(await heldAtAcme()).toBe(held + 1000)
    succeeded(await desk.inspect(it.buyer, it.threadId))
    expect(await desk.account('DUE_OUT', it.seller.memberId)).toEqual({ balance: 1000, held: 0 })
    expect(await heldAtAcme()).toBe(held)
  })

  it.each([
    ['tok_declined_CARD_EXPIRED', 'DECLINED', '54', 'CARD_DECLINED'],
    ['tok_declined_51', 'DECLINED', '51', 'CARD_DECLINED'],
  ])('of token %s is REFUSED and nothing is held', async (token, result, responseCode, code) => {
    const held = await heldAtAcme()
    const it = await byCard(token)
    await handOn('AuthorizationRequested', it.requestId)
    expect(await desk.reservations(it.threadId)).toMatchObject([{ status: 'REFUSED', refusal_code: code }])
    expect(await request(it.requestId)).toEqual({ status: 'ANSWERED', result, response_code: responseCode })
    expect(await heldAtAcme()).toBe(held)
    expect(await desk.published(it.reservationId)).toEqual(['PaymentReservationRequested', 'PaymentReservationRefused'])
  })

  it.each(['01', '61'])('of which the company says %s waits for its customer’s consent (C7)', async (code) => {
    const held = await heldAtAcme()
    const it = await byCard(`tok_referral_${code}`)
    await handOn('AuthorizationRequested', it.requestId)
    expect(await desk.status(it.reservationId)).toBe('AUTHORIZING')
    expect(await request(it.requestId)).toEqual({ status: 'ANSWERED', result: 'REFERRAL', response_code: code })
    expect(await heldAtAcme()).toBe(held + 1000)
  })

  it('whose answer is a code that nobody knows is no approval, and what may stand at the company is reversed', async () => {
    const held = await heldAtAcme()
    const it = await byCard('tok_odd_1')
    await handOn('AuthorizationRequested', it.requestId)
    expect(await request(it.requestId)).toEqual({ status: 'ANSWERED', result: 'DECLINED', response_code: '10' })
    expect(await desk.status(it.reservationId)).toBe('REFUSED')
    expect(await entryOf(it.requestId)).toMatchObject({ result: 'APPROVED', reversed: false })
    await handOn('AuthorizationReversalRequested', it.requestId)
    expect(await entryOf(it.requestId)).toMatchObject({ result: 'APPROVED', reversed: true })
    expect(await request(it.requestId)).toMatchObject({ status: 'REVERSED' })
    expect(await heldAtAcme()).toBe(held)
  })

  it('that is answered by garbage, by another message’s answer or by an error of the server is UNKNOWN', async () => {
    for (const faults of [{ garbagePerMille: 1_000 }, { errorPerMille: 1_000 }, { lostPerMille: 1_000 }]) {
      const calm = { garbagePerMille: 0, errorPerMille: 0, lostPerMille: 0 }
      await acme.control(`faults ${JSON.stringify({ ...calm, ...faults })}`)
      const it = await byCard('tok_approved_1')
      await handOn('AuthorizationRequested', it.requestId)
      expect(await request(it.requestId)).toMatchObject({ status: 'UNKNOWN', result: null })
      await acme.control(`faults ${JSON.stringify(calm)}`)
      await inquireAuthorizations(desk.services)
      expect(await desk.status(it.reservationId)).toBe('RESERVED')
      expect(await entryOf(it.requestId)).toMatchObject({ requests: 1, result: 'APPROVED' })
    }
  })

  it('of more than a message can say is refused by ourselves, and nobody is asked', async () => {
    const wide = { JPY: '9999999999999' }
    const thread = await desk.thread(await desk.member({ ...wideLevel, maxPerTransaction: wide, maxPerDay: wide }))
    await desk.contract(thread, { amountMinor: '1000000000000' })
    succeeded(await desk.reserve(thread, await desk.card(thread.buyer, 'tok_approved_1')))
    const [row] = await desk.services.store.query<{ id: string }>(
      'select a.id from authorization_request a join payment_reservation p on p.id = a.reservation_id where p.thread_id = $1',
      [thread.threadId],
    )
    await handOn('AuthorizationRequested', row?.id ?? '')
    expect(await desk.reservations(thread.threadId)).toMatchObject([{ refusal_code: 'CARD_AMOUNT_TOO_LARGE' }])
    expect(await entryOf(row?.id ?? '')).toBeUndefined()
  })

  it('that was put back after it had left is reversed at the company all the same: what left may come yet', async () => {
    const it = await byCard('tok_approved_1')
    await acme.control('busy')
    await handOn('AuthorizationRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'QUEUED' })
    await acme.control('free')
    succeeded(await desk.void(it.buyer, it.reservationId))
    await handOn('AuthorizationReversalRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'REVERSED' })
    expect(await entryOf(it.requestId)).toMatchObject({ reversed: true, requests: 0 })
  })

  it('of a company that is not connected is declined by ourselves', async () => {
    const it = await byCard('tok_approved_1', 'nobody')
    await handOn('AuthorizationRequested', it.requestId)
    expect(await desk.reservations(it.threadId)).toMatchObject([
      { status: 'REFUSED', refusal_code: 'CARD_COMPANY_UNKNOWN' },
    ])
  })

  it('is asked for once at the company, however often the event is delivered', async () => {
    const it = await byCard('tok_approved_1')
    await Promise.all([1, 2, 3].map(() => handOn('AuthorizationRequested', it.requestId)))
    await handOn('AuthorizationRequested', it.requestId)
    expect(await desk.published(it.reservationId)).toEqual(['PaymentReservationRequested', 'PaymentReserved'])
    expect((await acme.book()).filter((entry: { key: string }) => entry.key === it.requestId)).toHaveLength(1)
  })

  it('whose answer was lost is UNKNOWN, never guessed, and inquired by its key', async () => {
    const it = await byCard('tok_lost_1')
    await handOn('AuthorizationRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'UNKNOWN', result: null })
    expect(await desk.status(it.reservationId)).toBe('AUTHORIZING')
    expect(await inquireAuthorizations(desk.services)).toBe(1)
    expect(await desk.status(it.reservationId)).toBe('RESERVED')
    expect(await entryOf(it.requestId)).toMatchObject({ requests: 1, reversed: false })
    expect(await inquireAuthorizations(desk.services)).toBe(0)
  })

  it('whose company was down is asked again under the same key when the company is up', async () => {
    await acme.control('down')
    const it = await byCard('tok_approved_1')
    await handOn('AuthorizationRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'UNKNOWN' })
    await inquireAuthorizations(desk.services)
    expect(await desk.status(it.reservationId)).toBe('AUTHORIZING')
    await acme.control('up')
    expect(await inquireAuthorizations(desk.services)).toBe(0)
    await makeDue(it.requestId)
    expect(await inquireAuthorizations(desk.services)).toBe(1)
    expect(await desk.status(it.reservationId)).toBe('RESERVED')
  })

  it('whose worker died after asking is inquired like one without an answer', async () => {
    const it = await byCard('tok_approved_1')
    await desk.services.store.query(
      `update authorization_request set status = 'SENT', next_inquiry_at = now() where id = $1`,
      [it.requestId],
    )
    expect(await inquireAuthorizations(desk.services)).toBe(1)
    expect(await desk.status(it.reservationId)).toBe('RESERVED')
  })

  it('that is approved after a void is reversed, and nothing stands anywhere', async () => {
    const held = await heldAtAcme()
    const it = await byCard('tok_approved_1')
    await acme.control('hold')
    const asking = handOn('AuthorizationRequested', it.requestId)
    await waitFor(async () => (await entryOf(it.requestId)) ?? undefined, {
      timeoutMs: 5_000,
      everyMs: 10,
      what: 'the company to be asked',
    })
    succeeded(await desk.void(it.buyer, it.reservationId))
    await acme.control('release')
    await asking
    expect(await desk.status(it.reservationId)).toBe('VOIDED')
    await handOn('AuthorizationReversalRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'REVERSED' })
    expect(await entryOf(it.requestId)).toMatchObject({ result: 'APPROVED', reversed: true })
    expect(await desk.published(it.reservationId)).toEqual(['PaymentReservationRequested', 'PaymentReservationEnded'])
    expect(await heldAtAcme()).toBe(held)
  })

  it('that was voided before it was sent is never sent', async () => {
    const it = await byCard('tok_approved_1')
    succeeded(await desk.void(it.buyer, it.reservationId))
    await handOn('AuthorizationReversalRequested', it.requestId)
    await handOn('AuthorizationRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'REVERSED' })
    expect(await entryOf(it.requestId)).toBeUndefined()
  })

  it('whose reversal had no answer is reversed by the sweep', async () => {
    const it = await byCard('tok_approved_1')
    await handOn('AuthorizationRequested', it.requestId)
    succeeded(await desk.void(it.buyer, it.reservationId))
    await acme.control('down')
    await handOn('AuthorizationReversalRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ status: 'ANSWERED' })
    await acme.control('up')
    await makeDue(it.requestId)
    await inquireAuthorizations(desk.services)
    expect(await request(it.requestId)).toMatchObject({ status: 'REVERSED' })
    expect(await entryOf(it.requestId)).toMatchObject({ reversed: true })
  })

  it('that is not answered until the hold expires is expired and reversed, whatever the company says later', async () => {
    now = new Date('2020-01-01T00:00:00Z')
    const swept = await byCard('tok_lost_2')
    const late = await byCard('tok_approved_1')
    now = new Date()
    await handOn('AuthorizationRequested', swept.requestId)
    await handOn('AuthorizationRequested', late.requestId)
    expect(await expireHolds(desk.services)).toBe(1)
    for (const it of [swept, late]) {
      expect(await desk.status(it.reservationId)).toBe('EXPIRED')
      await handOn('AuthorizationReversalRequested', it.requestId)
      expect(await entryOf(it.requestId)).toMatchObject({ reversed: true })
      expect(await desk.published(it.reservationId)).not.toContain('PaymentReserved')
    }
  })

  it('whose reversal overtakes its request is declined by the company when it arrives', async () => {
    const it = await byCard('tok_approved_1')
    await desk.services.cardCompanies.reverse('acme', it.requestId)
    await handOn('AuthorizationRequested', it.requestId)
    expect(await request(it.requestId)).toMatchObject({ result: 'DECLINED', response_code: '12' })
    expect(await desk.status(it.reservationId)).toBe('REFUSED')
  })
})

const cards = sharedData('cards')
const published = cards ? it : it.skip

published(
  'refusals as processors publish them come to DECLINED, REFERRAL or no answer, never to a reservation',
  async () => {
    const [, ...lines] = readFileSync(join(cards ?? '', 'adyen-refusal-codes.csv'), 'utf8')
      .trim()
      .split('\n')
    for (const line of lines) {
      const [reason = '', resultCode = '', holder = ''] = line.split(',')
      const outcome =
        resultCode === 'Authorised'
          ? 'approved'
          : resultCode === 'Error'
            ? 'down'
            : reason === 'Referral'
              ? 'referral'
              : 'declined'
      const it = await byCard(`tok_${outcome}_${holder}`)
      await handOn('AuthorizationRequested', it.requestId)
      const expected = { approved: 'APPROVED', referral: 'REFERRAL', declined: 'DECLINED', down: null }[outcome]
      expect(await request(it.requestId)).toMatchObject({
        status: outcome === 'down' ? 'UNKNOWN' : 'ANSWERED',
        result: expected,
      })
      expect(await desk.status(it.reservationId)).toBe(
        // What is referred waits for the customer's consent (C7).
        { approved: 'RESERVED', down: 'AUTHORIZING', referral: 'AUTHORIZING', declined: 'REFUSED' }[outcome],
      )
    }
  },
)
