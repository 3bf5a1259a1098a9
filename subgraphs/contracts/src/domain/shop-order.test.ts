import { describe, expect, it } from '@jest/globals'
import type { SignedQuote } from '@torihiki/schema'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseContractDocument } from '../outside/parse-contract.ts'
import type { Fact } from './cases/status.ts'
import { compareContracts } from './matching/index.ts'
import { nextSteps, nextStepsOf, receptionLanguage, receptionLanguages, receptionText } from './reception.ts'
import { shopContract } from './shop-contract.ts'
import {
  isBeingPaid,
  isConsentWanted,
  mayCancelAlone,
  paymentEnds,
  referralEnds,
  shopOrderAfter,
  shopOrderTransitions,
} from './shop-order.ts'

describe('the life of an order at a shop', () => {
  it('is in the README as the table has it', () => {
    const lines = Object.entries(shopOrderTransitions).flatMap(([from, ways]) => {
      const arrows = Object.entries(ways).map(
        ([event, to]) => `  ${from === 'NONE' ? '[*]' : from} --> ${to}: ${event}`,
      )
      return arrows.length > 0 ? arrows : [`  ${from} --> [*]`]
    })
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
    expect(readme).toContain(['stateDiagram-v2', ...lines].join('\n'))
  })

  it('ends once, and a sale that is concluded ends by a cancellation alone', () => {
    for (const status of ['NOT_CONCLUDED', 'CANCELLED'] as const)
      for (const event of ['Concluded', 'NotConcluded', 'Cancelled'] as const)
        expect(shopOrderAfter(status, event)).toBeNull()
    expect(shopOrderAfter('CONCLUDED', 'NotConcluded')).toBeNull()
    expect(shopOrderAfter('CONCLUDED', 'Cancelled')).toBe('CANCELLED')
  })

  it('waits seven days for a result, and a day for another way to pay', () => {
    const now = new Date('2026-11-21T06:30:00.000Z')
    expect(paymentEnds('ASKED', now).toISOString()).toBe('2026-11-28T06:30:00.000Z')
    for (const news of ['REFUSED', 'GIVEN_UP'] as const)
      expect(paymentEnds(news, now).toISOString()).toBe('2026-11-22T06:30:00.000Z')
  })

  const fact = (kind: Fact['kind'], subject: string): Fact => ({ kind, subject })
  it.each([
    [[], true, true],
    [[], false, false],
    [[fact('PAYMENT_RESERVATION_REQUESTED', 'a')], true, true],
    [[fact('PAYMENT_RESERVATION_REFUSED', 'a')], true, false],
    [[fact('PAYMENT_RESERVATION_REQUESTED', 'a'), fact('PAYMENT_RESERVATION_REFUSED', 'a')], true, false],
    [[fact('PAYMENT_RESERVATION_REFUSED', 'a'), fact('PAYMENT_RESERVED', 'b')], true, true],
    [[fact('PAYMENT_RESERVATION_ENDED', 'b'), fact('PAYMENT_RESERVED', 'b')], true, false],
  ])('after %j of an order with a payment: %s, it is being paid: %s', (facts, withOrder, expected) =>
    expect(isBeingPaid(facts, withOrder)).toBe(expected),
  )

  it('waits as long as an approval by another contact may take, and asks for consent until it was given or is not needed', () => {
    const at = (day: string): Date => new Date(`2026-12-${day}T00:00:00.000Z`)
    expect(referralEnds(at('10'), at('05'))).toEqual(at('12'))
    expect([referralEnds(at('10'), at('20')), referralEnds(at('10'), null)]).toEqual([at('20'), at('12')])
    const referred = fact('PAYMENT_REFERRED', 'a')
    expect(isConsentWanted([referred])).toBe(true)
    for (const kind of ['REFERRAL_CONSENTED', 'PAYMENT_RESERVATION_REFUSED', 'PAYMENT_RESERVED'] as const)
      expect(isConsentWanted([fact(kind, 'a'), referred])).toBe(false)
    expect(isConsentWanted([fact('REFERRAL_CONSENTED', 'a'), fact('PAYMENT_REFERRED', 'b')])).toBe(true)
  })

  it('is cancelled by its customer alone until it is concluded, and then by the shop’s terms until something was delivered', () => {
    expect(mayCancelAlone('RECEIVED', false, false)).toBe(true)
    expect([mayCancelAlone('CONCLUDED', false, true), mayCancelAlone('CONCLUDED', false, false)]).toEqual([true, false])
    expect(mayCancelAlone('CONCLUDED', true, true)).toBe(false)
    expect(mayCancelAlone('CANCELLED', false, true)).toBe(false)
  })
})

describe('what a customer reads', () => {
  const situation = {
    status: 'RECEIVED',
    guest: false,
    paying: true,
    consentWanted: false,
    delivered: false,
    mayCancel: true,
  } as const
  it.each([
    [situation, ['PAYMENT_IS_CHECKED', 'TOLD_BY_MAIL', 'CANCEL_BY_CODE']],
    [{ ...situation, consentWanted: true }, ['CONSENT_TO_REFERRAL', 'TOLD_BY_MAIL', 'CANCEL_BY_CODE']],
    [{ ...situation, paying: false, guest: true }, ['PAY_OTHERWISE', 'CANCEL_BY_CODE', 'ASK_BY_CODE_AND_MAIL']],
    [{ ...situation, status: 'CONCLUDED', mayCancel: false }, ['GOODS_ARE_SENT']],
    [{ ...situation, status: 'CONCLUDED', delivered: true, mayCancel: false }, ['INSPECT_WHAT_CAME']],
    [{ ...situation, status: 'NOT_CONCLUDED' }, ['ORDER_AGAIN']],
    [{ ...situation, status: 'CANCELLED' }, []],
  ] as const)('of %j is %j', (given, expected) => expect(nextStepsOf(given)).toEqual(expected))

  it('has a sentence of its own for each step in each language, with the code', () => {
    for (const language of receptionLanguages) {
      const texts = nextSteps.map((step) => receptionText('ORD-1', [step], language))
      expect(new Set(texts).size).toBe(nextSteps.length)
      expect(texts.every((text) => text.includes('ORD-1') && text.length > 25)).toBe(true)
    }
    expect([
      receptionLanguage('de-AT'),
      receptionLanguage('JA'),
      receptionLanguage('pt'),
      receptionLanguage(null),
    ]).toEqual(['de', 'ja', 'en', 'en'])
  })
})

describe('the document of a sale', () => {
  const line = {
    itemId: 'i',
    itemNumber: 'M-1',
    name: 'Matcha',
    unit: 'C62',
    gtin: null,
    quantity: 3,
    unitPriceMinor: '1250',
    amountMinor: '3750',
    stocked: true,
  }
  const terms = {
    version: 1,
    settlement: 'NET',
    settlementAgentId: null,
    onAccount: false,
    cancelBeforeDelivery: false,
    deliverWithinDays: null,
    guests: null,
  } as const
  const quote: SignedQuote = {
    quoteId: 'q',
    seriesId: 's',
    shopId: 'h',
    shopName: 'Tea',
    buyerId: 'b',
    sellerId: 'm',
    currency: 'EUR',
    lines: [line],
    deliveryMinor: '490',
    totalMinor: '4240',
    quotedAt: '',
    expiresAt: '',
    terms,
  }

  it('is read and found equal to itself, and pays what was quoted', () => {
    const parsed = parseContractDocument(Buffer.from(shopContract(quote, 'ORD-1', '2026-12-01')), 'application/json')
    if (!parsed.ok) throw new Error(parsed.message)
    const { verdict, discrepancies, payable, warnings } = compareContracts(parsed.document, parsed.document)
    expect([verdict, discrepancies, warnings]).toEqual(['EQUAL', [], []])
    expect(payable).toEqual({ amountMinor: 4240n, currency: 'EUR' })
  })
})
