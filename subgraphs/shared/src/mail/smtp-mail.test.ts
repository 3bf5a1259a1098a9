import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readSettings, StartRefused } from '../settings.ts'
import { startMailSystem, type MailSystem } from '../../../../test/support/mail-system.ts'
import { MailFault, type Mail, type MailPort } from './mail.ts'
import { openMail } from './open-mail.ts'

const mail: Mail = {
  messageId: 'message.1@torihiki',
  to: 'someone@example.org',
  subject: '受注: CASE-1',
  text: 'One\nTwo',
  language: 'ja',
  at: new Date('2026-11-21T06:30:00Z'),
}
const from = 'The Hub <hub@example.org>'

let system: MailSystem
let port: MailPort
beforeEach(async () => {
  system = await startMailSystem()
  port = openMail(readSettings({ SMTP_URL: system.url, MAIL_FROM: from }))
})
afterEach(async () => {
  await port.close()
  await system.close()
})

describe('mail through SMTP', () => {
  test('is taken as it was written, from the address that was set, under its message id', async () => {
    await port.send(mail)
    await port.send(mail)
    expect(system.taken).toHaveLength(2)
    expect(system.taken[0]).toEqual(system.taken[1])
    expect(system.taken[0]).toMatchObject({
      from: 'hub@example.org',
      to: [mail.to],
      subject: mail.subject,
      text: 'One\r\nTwo',
      messageId: '<message.1@torihiki>',
    })
  })

  test.each([
    ['later', false, '451'],
    ['never', true, '550'],
  ] as const)('that is refused for %s fails with a code, and without an address', async (mode, permanent, code) => {
    system.control(mode)
    const fault: unknown = await port.send(mail).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(MailFault)
    expect(fault).toMatchObject({ permanent, message: `The mail system answered ${code} (EENVELOPE).` })
  })

  test('with nobody there is tried again another time', async () => {
    await system.close()
    expect(await port.send(mail).catch((error: unknown) => error)).toMatchObject({
      permanent: false,
      message: expect.stringContaining('not reached'),
    })
    system = await startMailSystem()
  })

  test('to an address that would break out of its place is never handed over', async () => {
    await expect(port.send({ ...mail, to: 'a@example.org>\r\nRCPT TO:<b@example.org' })).rejects.toMatchObject({
      permanent: true,
    })
    expect(system.taken).toEqual([])
  })
})

describe('settings of mail', () => {
  test.each([
    [{ SMTP_URL: 'http://mail.example.org' }, /SMTP_URL/],
    [{ MAIL_FROM: 'Hub\r\nBcc: x <a@b>' }, /MAIL_FROM/],
    [{ MAIL_FROM: 'nobody' }, /MAIL_FROM/],
    [{ NODE_ENV: 'production', WEBHOOK_ALLOW_PRIVATE: 'true' }, /WEBHOOK_ALLOW_PRIVATE/],
    [{ NODE_ENV: 'production', WEBHOOK_ALLOW_PRIVATE: 'yes' }, /WEBHOOK_ALLOW_PRIVATE/],
  ])('%j is refused', (environment, fault) => {
    expect(() => readSettings(environment)).toThrow(fault)
  })

  test('SMTP_URL without MAIL_FROM is refused at the start', () => {
    expect(() => openMail(readSettings({ SMTP_URL: system.url }))).toThrow(StartRefused)
  })
})
