import { describe, expect, test } from '@jest/globals'
import { letter, letterLanguages, letterLanguageOf, letterSubject, sampleContent } from './letter.ts'
import { eventOfFact, letterOfFact, messageKinds, usualChannels, webhookEvents } from './message-kinds.ts'
import { jitter, longestAskedWaitMs, mostTries, readRetryAfter, waitAfter } from './retry-schedule.ts'
import { signedHeaders, writeSecret } from './webhook-signature.ts'
import { isPublicAddress, longestUrl, readTarget } from './webhook-target.ts'

describe('the schedule of tries', () => {
  const middle = Array.from({ length: mostTries }, (_, i) => waitAfter(i + 1, 0.5))

  test('is that of Standard Webhooks: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, then none', () => {
    const [s, min, h] = [1_000, 60_000, 3_600_000]
    expect(middle).toEqual([5 * s, 5 * min, 30 * min, 2 * h, 5 * h, 10 * h, 14 * h, 20 * h, 24 * h, null])
    const total = middle.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)
    expect(total).toBeGreaterThan(3 * 24 * h)
    expect(total).toBeLessThan(4 * 24 * h)
  })

  test('is spread by a fifth to both sides', () => {
    for (let tries = 1; tries < mostTries; tries++) {
      const usual = middle[tries - 1] ?? 0
      expect(waitAfter(tries, 0)).toBeCloseTo(usual * (1 - jitter), -1)
      expect(waitAfter(tries, 0.999_999)).toBeLessThanOrEqual(usual * (1 + jitter))
      expect(waitAfter(tries, 0.999_999)).toBeGreaterThan(usual * (1 + jitter) * 0.999)
    }
  })

  test('heeds what the receiver asks for, up to a day, and never hurries for it', () => {
    expect(waitAfter(1, 0.5, 60_000)).toBe(60_000)
    expect(waitAfter(4, 0.5, 60_000)).toBe(2 * 3_600_000)
    expect(waitAfter(1, 0.5, 10 * longestAskedWaitMs)).toBe(longestAskedWaitMs)
    expect(waitAfter(mostTries, 0.5, 60_000)).toBeNull()
  })

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['Sat, 21 Nov 2026 06:31:00 GMT', 60_000],
    ['Sat, 21 Nov 2020 06:31:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('Retry-After: %s asks for %s ms', (text, ms) => {
    expect(readRetryAfter(text, new Date('2026-11-21T06:30:00Z'))).toBe(ms)
  })
})

describe('an address', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '100::1',
    '4000::1',
    '5f00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '',
    'localhost',
    '1.2.3.4.5',
    '::g',
  ])('%s is not of the public net', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
    '::ffff:8.8.8.8',
  ])('%s is of the public net', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('a target', () => {
  test.each([
    'http://example.org',
    'ftp://example.org',
    'file:///etc/passwd',
    'gopher://example.org',
    'javascript:alert(1)',
    'example.org',
    '',
    'https://user@example.org',
    'https://user:secret@example.org',
    'https://:secret@example.org',
    'https://example.org/#x',
    'https://127.0.0.1@example.org',
    `https://example.org/${'x'.repeat(longestUrl)}`,
    'https://localhost',
    'https://LOCALHOST:8443',
    'https://localhost.',
    'https://hub.localhost',
    'https://db.internal',
    'https://printer.local',
    'https://redis',
    'https://router.lan',
    'https://nas.home.arpa',
    'https://metadata.google.internal',
    'https://127.0.0.1',
    'https://127.1',
    'https://2130706433',
    'https://0x7f000001',
    'https://0x7f.1',
    'https://0177.0.0.1',
    'https://017700000001',
    'https://127。0。0。1',
    'https://①②⑦.0.0.1',
    'https://%31%32%37.0.0.1',
    'https://127.0.0.1.',
    'https://0',
    'https://10.1',
    'https://3232235777',
    'https://169.254.169.254/latest/meta-data',
    'https://2852039166',
    'https://100.64.0.1',
    'https://224.0.0.1',
    'https://[::1]',
    'https://[::]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:7f00:1]',
    'https://[::127.0.0.1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://[64:ff9b::7f00:1]',
    'https://[2002:7f00:1::]',
    'https://[0:0:0:0:0:ffff:a00:1]',
    'https://256.256.256.256',
  ])('%s is refused', (text) => {
    expect(readTarget(text, false)).toMatchObject({ fault: expect.any(String) })
  })

  test.each([
    'https://example.org',
    'https://example.org:8443/a?b=c',
    'https://8.8.8.8/x',
    'https://[2606:4700::1111]',
    'https://xn--r8jz45g.jp',
    'https://localhost.example.org',
  ])('%s is taken', (text) => {
    expect(readTarget(text, false)).toBeInstanceOf(URL)
  })

  test('may be of this machine when that is allowed, and must be a clean URL still', () => {
    expect(readTarget('http://127.0.0.1:8080/x', true)).toBeInstanceOf(URL)
    expect(readTarget('http://a:b@127.0.0.1', true)).toMatchObject({ fault: expect.any(String) })
    expect(readTarget('ftp://127.0.0.1', true)).toMatchObject({ fault: expect.any(String) })
  })
})

test('a message is signed as the example of Standard Webhooks is', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
  expect(writeSecret(secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
  const at = new Date(1_614_265_330_000)
  const headers = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', at, '{"test": 2432232314}', [
    secret,
    Buffer.from('other'),
  ])
  expect(headers).toMatchObject({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330' })
  const [mine, other] = headers['webhook-signature'].split(' ')
  expect(mine).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  expect(other).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/)
})

describe('who is told what', () => {
  test('by mail: the side that did not act; both of what the hub did; of a comparison only that documents differ', () => {
    expect(letterOfFact({ kind: 'ORDER_SENT', bySide: 'SOURCE' }, 'PARTNER')).toBe('ORDER_SENT')
    expect(letterOfFact({ kind: 'ORDER_SENT', bySide: 'SOURCE' }, 'SOURCE')).toBeNull()
    expect(letterOfFact({ kind: 'CONTRACT_NOTARIZED', bySide: null }, 'SOURCE')).toBe('CONTRACT_NOTARIZED')
    // That no outlet can serve an order is its seller's affair (B20).
    expect(letterOfFact({ kind: 'ORDER_NOT_ROUTED', bySide: null }, 'PARTNER')).toBe('ORDER_NOT_ROUTED')
    expect(letterOfFact({ kind: 'ORDER_NOT_ROUTED', bySide: null }, 'SOURCE')).toBeNull()
    expect(letterOfFact({ kind: 'CONTRACT_COMPARED', bySide: null, differs: true }, 'PARTNER')).toBe(
      'CONTRACT_COMPARED',
    )
    expect(letterOfFact({ kind: 'CONTRACT_COMPARED', bySide: null, differs: false }, 'PARTNER')).toBeNull()
    // How its payment came out is the customer's to be told (C7); a partner is when it chose so.
    expect(letterOfFact({ kind: 'PAYMENT_RESERVED', bySide: null }, 'SOURCE')).toBe('PAYMENT_RESERVED')
    expect(letterOfFact({ kind: 'PAYMENT_RESERVED', bySide: null }, 'PARTNER')).toBeNull()
    expect(letterOfFact({ kind: 'PAYMENT_RESERVED', bySide: null }, 'PARTNER', true)).toBe('PAYMENT_RESERVED')
    expect(letterOfFact({ kind: 'A_FACT_OF_TOMORROW', bySide: null }, 'PARTNER')).toBeNull()
  })

  test('by mail unless they choose otherwise: orders, answers, contracts, how payments came out, referrals, settlements, returns, hidden purchases, latenesses, bills, gifts, guarantees, aborted windows, disabled webhooks', () => {
    const mailed = messageKinds.filter((kind) => usualChannels(kind).includes('MAIL'))
    expect(mailed).toEqual([
      'ORDER_SENT',
      'ORDER_ANSWERED',
      'ORDER_NOT_ROUTED',
      'CONTRACT_COMPARED',
      'CONTRACT_NOTARIZED',
      'REFERRAL_CONSENTED',
      'PAYMENT_RESERVED',
      'PAYMENT_RESERVATION_REFUSED',
      'SETTLEMENT_REPORTED',
      'RETURN_REQUESTED',
      'RETURN_ACCEPTED',
      'RETURN_REFUSED',
      'PAYMENT_REFUNDED',
      'HIDDEN_PURCHASE_COMMITTED',
      'HIDDEN_PURCHASE_AGREED',
      'DELIVERY_LATE',
      'SETTLEMENT_LATE',
      'BILL_MADE',
      'BILL_PAID',
      'BILL_OVERDUE',
      'SHOP_ORDER_CONCLUDED',
      'SHOP_ORDER_UNPAID',
      'SHOP_ORDER_NOT_CONCLUDED',
      'SHOP_ORDER_CANCELLED',
      'GIFT_ENTRUSTED',
      'GIFT_RECEIVED',
      'GIFT_REPORTED',
      'GUARANTEE_REQUESTED',
      'GUARANTEE_GRANTED',
      'GUARANTEE_REFUSED',
      'GUARANTEE_PAYABLE',
      'GUARANTEE_PAID',
      'GUARANTEE_INVOKED',
      'GUARANTEE_REDUCED',
      'GUARANTEE_SOLD',
      'GUARANTEE_TAKEN_BACK',
      'GUARANTEE_RELEASED',
      'GUARANTEE_EXPIRED',
      'REFERRAL_CONSENT',
      'REFERRAL_NOT_KNOWN',
      'WINDOW_ABORTED',
      'WEBHOOK_DISABLED',
      'APPLICATION_RECEIVED',
      'MEMBER_APPROVED',
      'MEMBER_REJECTED',
    ])
  })

  test('to webhooks: every fact, those to come included', () => {
    expect(eventOfFact('ORDER_SENT')).toBe('case.order_sent')
    expect(eventOfFact('A_FACT_OF_TOMORROW')).toBe('case.a_fact_of_tomorrow')
    expect(webhookEvents).toContain(eventOfFact('LATENESS_FOUND'))
  })
})

describe('letters', () => {
  test.each(letterLanguages.flatMap((language) => messageKinds.map((kind) => [language, kind] as const)))(
    'in %s of %s are whole',
    (language, kind) => {
      const { subject, text } = letter(language, kind, sampleContent(kind), 'Aoki & Söhne $& $1')
      expect(subject).toBe(letterSubject(language, kind, sampleContent(kind)))
      // A letter about a membership is about nothing that has a code; what is between payer and merchant is not the carrier's to know.
      expect(subject).toMatch(/^(APPLICATION|MEMBER|GIFT_ENTRUSTED)/.test(kind) ? /^[^:]+$/ : /: .+/)
      for (const value of Object.values(sampleContent(kind)))
        if (value !== 'FAILING') expect(text).toContain(String(value))
      expect(text).not.toContain('undefined')
      // The name stands as it is, and only where a sentence has a place for it.
      expect(text.replace('Aoki & Söhne $& $1', '')).not.toContain('$')
    },
  )

  test('let no name of a member make them look like something else', () => {
    const { subject, text } = letter(
      'en',
      'ORDER_SENT',
      { caseCode: 'X\r\nBcc: all@example.org' },
      'A\n-- \nYours,\u2028the bank',
    )
    expect(subject).toBe('Order received: X Bcc: all@example.org')
    expect(text.split('\n')[0]).toBe('A -- Yours, the bank sent you an order. Please accept or decline it.')
  })

  test.each([
    ['de-AT', 'de'],
    ['JA', 'ja'],
    ['fr', 'fr'],
    ['es', null],
    ['', null],
    ['dem', null],
  ])('%s is written in %s', (tag, language) => {
    expect(letterLanguageOf(tag)).toBe(language)
  })
})
