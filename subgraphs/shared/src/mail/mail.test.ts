import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createMailFolder } from './mail-folder.ts'
import { internetMessage, type Mail } from './mail.ts'

const mail: Mail = {
  messageId: 'digest.1@torihiki',
  to: 'someone@example.org',
  subject: 'Hello',
  text: 'One\nTwo',
  language: 'en',
  at: new Date('2026-11-21T06:30:00Z'),
}

describe('a mail', () => {
  test('is a message of RFC 5322', () => {
    expect(internetMessage(mail).split('\r\n')).toEqual([
      'From: Torihiki <no-reply@torihiki.invalid>',
      'To: <someone@example.org>',
      'Subject: Hello',
      'Date: Sat, 21 Nov 2026 06:30:00 +0000',
      'Message-ID: <digest.1@torihiki>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      'Content-Language: en',
      'Auto-Submitted: auto-generated',
      '',
      Buffer.from('One\r\nTwo').toString('base64'),
      '',
    ])
  })

  test('has subjects of any script in words that can be read each alone', () => {
    const subject = '鋼管を求む。'.repeat(12)
    const [, words = ''] = /\r\nSubject: ((?:.|\r\n )+?)\r\n\S/.exec(internetMessage({ ...mail, subject })) ?? []
    const lines = words.split('\r\n ')
    expect(lines.every((line) => line.length <= 75)).toBe(true)
    const text = lines.map((line) => Buffer.from(line.slice('=?utf-8?B?'.length, -2), 'base64').toString()).join('')
    expect(text).toBe(subject)
  })

  test('lets nothing break out of a header', () => {
    const text = internetMessage({ ...mail, subject: 'Hello\r\nBcc: all@example.org' })
    expect(text).not.toContain('\nBcc')
    for (const to of ['a@b\r\nBcc: c@d', 'a@b>, <c@d', '']) expect(() => internetMessage({ ...mail, to })).toThrow()
  })
})

describe('a folder of mail', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('takes a mail once, whoever hands it over how often, and also when a reader has put it away', async () => {
    await Promise.all([1, 2, 3].map(() => createMailFolder(folder).send(mail)))
    const [name = '', ...more] = await readdir(join(folder, 'new'))
    expect(more).toEqual([])
    expect(await readFile(join(folder, 'new', name), 'utf8')).toBe(internetMessage(mail))
    await rename(join(folder, 'new', name), join(folder, 'cur', `${name}:2,S`))
    await createMailFolder(folder).send(mail)
    await createMailFolder(folder).send({ ...mail, messageId: 'digest.2@torihiki' })
    expect(await readdir(join(folder, 'new'))).toHaveLength(1)
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
  })
})
