import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { signLink } from '@torihiki/shared/identity/signed-link.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { startCardCompany, type CardCompany } from '../../../../test/support/outside.ts'
import {
  adviseReferrals,
  auditBook,
  expireHolds,
  inquireAuthorizations,
  lapseReferrals,
  takeAuthorizationEvent,
} from '../index.ts'
import { daysToAct } from '../domain/referral.ts'
import { codeOf, Desk, succeeded, type TestThread } from '../testing/desk.ts'
import { consentToReferral } from './consent-to-referral.ts'
import { recordReferral } from './record-referral.ts'

let acme: CardCompany
let desk: Desk
const start = new Date()
const clock = { now: start }

beforeAll(async () => {
  acme = await startCardCompany('acme')
  desk = await Desk.open({ cardCompanies: new Map([['acme', acme.url]]), now: () => clock.now })
})
beforeEach(() => void (clock.now = start))
afterEach(async () => expect(await auditBook(desk.services)).toEqual([]))
afterAll(async () => {
  await desk.close()
  await acme.close()
})

type Referred = TestThread & { reservationId: string; requestId: string; referralId: string; number: string }
const passDays = (days: number): void => void (clock.now = new Date(clock.now.getTime() + days * 86_400_000))
const query = <T = Record<string, string>>(text: string, p: unknown[] = []): Promise<T[]> =>
  desk.services.store.query<T>(text, p)

async function referred(token = 'tok_referral_call'): Promise<Referred> {
  const thread = await desk.thread()
  await desk.contract(thread)
  const { reservationId } = succeeded(await desk.reserve(thread, await desk.card(thread.buyer, token)))
  const [row] = await query<{ id: string; number: string }>(
    'select a.id, p.transaction_number as number from authorization_request a join payment_reservation p on p.id = a.reservation_id where p.id = $1',
    [reservationId],
  )
  await handOn('AuthorizationRequested', row?.id ?? '')
  const [referral] = await query('select id from referral where reservation_id = $1', [reservationId])
  return {
    ...thread,
    reservationId,
    requestId: row?.id ?? '',
    number: row?.number ?? '',
    referralId: referral?.['id'] ?? '',
  }
}
async function handOn(type: Parameters<Desk['event']>[0], subject: string): Promise<void> {
  for (const event of await desk.event(type, subject)) await takeAuthorizationEvent(desk.services, event)
}
const stateOf = async ({ referralId, reservationId }: Referred) => [
  (await query('select status from referral where id = $1', [referralId]))[0]?.['status'],
  await desk.status(reservationId),
]
const stepsOf = async ({ referralId }: Referred) =>
  (await query('select kind from referral_step where referral_id = $1 order by nth', [referralId])).map(
    ({ kind }) => kind,
  )
const linkOf = async ({ referralId }: Referred): Promise<string> => {
  const [row] = await query('select act_by from referral where id = $1', [referralId])
  const [key] = desk.services.linkKeys
  return signLink(key ?? Buffer.alloc(0), referralId, new Date(String(row?.['act_by'])))
}
const consent = (own: Referred, further: object = {}, actor: Referred['buyer'] | null = own.buyer) =>
  consentToReferral(desk.services, actor, {
    idempotencyKey: newId(),
    referralId: own.referralId,
    consents: true,
    ...further,
  })
const byLink = async (own: Referred, further: object = {}) =>
  consent(own, { referralId: null, token: await linkOf(own), ...further }, null)
const record = (own: Referred, further: object, actor = own.seller) =>
  recordReferral(desk.services, actor, { idempotencyKey: newId(), referralId: own.referralId, ...further })
/** The shop calls the company. */
async function call({ number }: Referred): Promise<string> {
  const response = await fetch(`${acme.url}/telephone`, {
    method: 'POST',
    body: JSON.stringify({ transactionNumber: number }),
  })
  return ((await response.json()) as { approvalCode?: string }).approvalCode ?? ''
}
const approved = async (own: Referred, approvalCode?: string) => {
  const code = approvalCode ?? (await call(own))
  succeeded(await record(own, { outcome: 'APPROVED', approvalCode: code, givenBy: 'Desk 7' }))
  await handOn('ReferralAdviceOwed', own.referralId)
}
const entryOf = async ({ requestId }: Referred) => (await acme.book()).find(({ key }) => key === requestId)

describe('an amount above the ceiling (C7)', () => {
  it('waits for the customer’s consent with what it holds, and becomes RESERVED once the company confirms what it approved', async () => {
    const own = await referred()
    expect(await stateOf(own)).toEqual(['ASKED', 'AUTHORIZING'])
    expect(await desk.published(own.reservationId)).toEqual(['PaymentReservationRequested', 'ReferralProgressed'])
    expect(codeOf(await record(own, { outcome: 'DECLINED' }))).toBe('WRONG_STATE')
    succeeded(await byLink(own))
    expect(await stateOf(own)).toEqual(['CONSENTED', 'AUTHORIZING'])
    const code = await call(own)
    succeeded(await record(own, { outcome: 'APPROVED', approvalCode: code, givenBy: 'Desk 7' }))
    // What the shop says moves nothing.
    expect(await stateOf(own)).toEqual(['ADVISED', 'AUTHORIZING'])
    await handOn('ReferralAdviceOwed', own.referralId)
    expect(await stateOf(own)).toEqual(['APPROVED', 'RESERVED'])
    expect(await entryOf(own)).toMatchObject({ result: 'APPROVED', authorizationId: code, advices: 1 })
    expect(await stepsOf(own)).toEqual(['ASKED', 'CONSENTED', 'APPROVAL_STATED', 'CONFIRMED'])
    const asked = await desk.event('ReferralProgressed', own.referralId)
    expect(asked.map(({ payload }) => (payload as { step: string }).step)).toEqual(['ASKED', 'CONSENTED'])
    // The company's book knows it under our key: a void reverses it.
    succeeded(await desk.void(own.buyer, own.reservationId))
    await handOn('AuthorizationReversalRequested', own.requestId)
    expect(await entryOf(own)).toMatchObject({ reversed: true })
    expect(await stateOf(own)).toEqual(['APPROVED', 'VOIDED'])
  })

  it('is refused when the customer withholds its consent, or the company declines by the other contact', async () => {
    const withheld = await referred()
    succeeded(await byLink(withheld, { consents: false }))
    expect(await stateOf(withheld)).toEqual(['WITHHELD', 'REFUSED'])
    const declined = await referred()
    succeeded(await consent(declined))
    succeeded(await record(declined, { outcome: 'DECLINED' }))
    expect(await stateOf(declined)).toEqual(['DECLINED', 'REFUSED'])
    for (const own of [withheld, declined]) {
      expect(await desk.account('ACQUIRER', 'acme')).toMatchObject({ held: expect.any(Number) })
      expect((await desk.published(own.reservationId)).at(-1)).toBe('PaymentReservationRefused')
    }
  })

  it('answers a link once, for its own referral, and nobody else’s', async () => {
    const [own, other] = [await referred(), await referred()]
    const token = await linkOf(own)
    expect(codeOf(await consent(own, {}, other.buyer))).toBe('NOT_FOUND')
    expect(codeOf(await consent(own, {}, null))).toBe('NOT_FOUND')
    expect(codeOf(await consent(own, { token }))).toBe('INVALID_INPUT')
    const forged = token.replace(own.referralId, other.referralId)
    expect(codeOf(await consent(own, { referralId: null, token: forged }, null))).toBe('NOT_FOUND')
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => byLink(own, { idempotencyKey: key })))
    expect(answers).toEqual(Array(5).fill({ referralId: own.referralId }))
    expect(codeOf(await byLink(own))).toBe('WRONG_STATE')
    expect(codeOf(await byLink(own, { consents: false }))).toBe('WRONG_STATE')
    expect(codeOf(await consent(own))).toBe('WRONG_STATE')
    expect(await stateOf(other)).toEqual(['ASKED', 'AUTHORIZING'])
    const outsider = await desk.member()
    expect(codeOf(await record(own, { outcome: 'DECLINED' }, outsider))).toBe('NOT_FOUND')
    expect(codeOf(await record(own, { outcome: 'DECLINED' }, own.buyer))).toBe('NOT_ALLOWED')
    expect(codeOf(await record(own, { outcome: 'APPROVED' }))).toBe('INVALID_INPUT')
    const odd = { outcome: 'APPROVED', approvalCode: 'too long a code', givenBy: 'Desk 7' }
    expect(codeOf(await record(own, odd))).toBe('INVALID_INPUT')
  })

  it('is not had by a code that the company does not know: the shop mends it', async () => {
    const own = await referred()
    succeeded(await consent(own))
    await approved(own, 'MADEUP')
    expect(await stateOf(own)).toEqual(['CONSENTED', 'AUTHORIZING'])
    const last = (await desk.event('ReferralProgressed', own.referralId)).at(-1)?.payload
    expect(last).toMatchObject({ step: 'NOT_KNOWN', payeeId: own.seller.memberId })
    await approved(own)
    expect(await stateOf(own)).toEqual(['APPROVED', 'RESERVED'])
    expect(await stepsOf(own)).toEqual([
      'ASKED',
      'CONSENTED',
      'APPROVAL_STATED',
      'NOT_KNOWN',
      'APPROVAL_STATED',
      'CONFIRMED',
    ])
  })

  it('whose confirmation is lost on the way is asked for again under the same key, and counts once', async () => {
    const own = await referred('tok_referral_lost')
    succeeded(await consent(own))
    await approved(own)
    expect(await stateOf(own)).toEqual(['ADVISED', 'AUTHORIZING'])
    expect(await adviseReferrals(desk.services)).toBe(0)
    clock.now = new Date(clock.now.getTime() + 60_000)
    await Promise.all([adviseReferrals(desk.services), adviseReferrals(desk.services)])
    expect(await stateOf(own)).toEqual(['APPROVED', 'RESERVED'])
    await handOn('ReferralAdviceOwed', own.referralId)
    expect(await stepsOf(own)).toHaveLength(4)
  })

  it('lapses when nobody acts in time, the customer or the shop; what is in time does not', async () => {
    const [asked, consented, late] = [await referred(), await referred(), await referred()]
    passDays(daysToAct - 1)
    succeeded(await consent(consented))
    expect(await lapseReferrals(desk.services)).toBe(0)
    passDays(1)
    const token = await linkOf(late)
    expect(codeOf(await consent(late, { referralId: null, token }, null))).toBe('NOT_FOUND')
    expect(codeOf(await consent(late))).toBe('WRONG_STATE')
    await Promise.all([lapseReferrals(desk.services), lapseReferrals(desk.services)])
    expect(await stateOf(asked)).toEqual(['LAPSED', 'REFUSED'])
    expect(await stateOf(consented)).toEqual(['CONSENTED', 'AUTHORIZING'])
    passDays(daysToAct)
    expect(codeOf(await record(consented, { outcome: 'DECLINED' }))).toBe('WRONG_STATE')
    expect(await lapseReferrals(desk.services)).toBe(1)
    expect(await stateOf(consented)).toEqual(['LAPSED', 'REFUSED'])
  })

  it('is over when its reservation is given up or expires; what the company confirms after that is reversed', async () => {
    const given = await referred()
    succeeded(await desk.void(given.buyer, given.reservationId))
    expect(await stateOf(given)).toEqual(['ENDED', 'VOIDED'])
    await handOn('AuthorizationReversalRequested', given.requestId)
    expect(await entryOf(given)).toMatchObject({ reversed: false })
    expect(codeOf(await consent(given))).toBe('WRONG_STATE')
    const expiring = await referred()
    await query('update payment_reservation set expires_at = now() where id = $1', [expiring.reservationId])
    await expireHolds(desk.services)
    expect(await stateOf(expiring)).toEqual(['ENDED', 'EXPIRED'])
    // The company was told and its answer was lost; meanwhile the customer gave up.
    const crossed = await referred('tok_referral_lost')
    succeeded(await consent(crossed))
    await approved(crossed)
    succeeded(await desk.void(crossed.buyer, crossed.reservationId))
    expect(await stateOf(crossed)).toEqual(['ENDED', 'VOIDED'])
    await handOn('AuthorizationReversalRequested', crossed.requestId)
    expect(await entryOf(crossed)).toMatchObject({ reversed: true })
    await inquireAuthorizations(desk.services)
    expect(await stateOf(crossed)).toEqual(['ENDED', 'VOIDED'])
  })

  it('of consent, refusal, outcome and void at once one way is gone to its end, and the book is sound', async () => {
    const all = []
    for (let i = 0; i < 6; i++) all.push(await referred())
    await Promise.all(
      all.flatMap((own) => [
        byLink(own),
        byLink(own, { consents: false }),
        desk.void(own.buyer, own.reservationId),
        record(own, { outcome: 'DECLINED' }),
      ]),
    )
    for (const own of all)
      expect(['WITHHELD REFUSED', 'ENDED VOIDED', 'CONSENTED AUTHORIZING', 'DECLINED REFUSED']).toContain(
        (await stateOf(own)).join(' '),
      )
  })
})
