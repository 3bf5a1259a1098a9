import { Buffer } from 'node:buffer'

/** A mail as it is handed to whoever sends it. The same `messageId` is the same mail, however often it is handed over. */
export type Mail = {
  /** Unique for ever, without angle brackets, such as `digest.<id>@torihiki`. */
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The language of subject and text, a tag of BCP 47. */
  readonly language: string
  readonly at: Date
}

/**
 * Sends mail. Comes back when the mail is safe with the sender. Handed over again it is the same mail: a folder keeps it once, and a mail
 * system gets it under the same message id. Fails with `MailFault`.
 */
export type MailPort = {
  send(mail: Mail): Promise<void>
  /** Destroys what is kept here of mail to an address, and says how much that was. What has left is out of reach. */
  forget(address: string): Promise<number>
  close(): Promise<void>
}

/** A mail that could not be handed over. The message names codes, never an address: it may be logged and kept. */
export class MailFault extends Error {
  /** Whether it will never be taken: another attempt is of no use. */
  readonly permanent: boolean
  constructor(message: string, permanent: boolean) {
    super(message)
    this.permanent = permanent
  }
}

/** Whom the hub's mail is from when nothing else is set. Nobody reads answers to it. */
export const hubAddress = 'Torihiki <no-reply@torihiki.invalid>'

/** What a folded header line and a line of base64 hold at most (RFC 2045, RFC 2047). */
const base64Line = 76
const encodedWordBytes = 42

/**
 * A mail as an Internet message (RFC 5322) in UTF-8, with lines that end in CR LF.
 * @throws when the address or the message id could break out of its header
 */
export function internetMessage(mail: Mail, from: string = hubAddress): string {
  for (const text of [mail.to, mail.messageId, mail.language])
    if (!/^[\x21-\x7e]+$/.test(text) || /[<>,;"]/.test(text))
      throw new MailFault('The mail has an address that cannot be written.', true)
  const body = Buffer.from(mail.text.replaceAll(/\r?\n/g, '\r\n')).toString('base64')
  return [
    `From: ${from}`,
    `To: <${mail.to}>`,
    `Subject: ${encodedWords(mail.subject)}`,
    `Date: ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.messageId}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    `Content-Language: ${mail.language}`,
    'Auto-Submitted: auto-generated',
    '',
    ...(body.match(new RegExp(`.{1,${base64Line}}`, 'g')) ?? []),
    '',
  ].join('\r\n')
}

/** A header's text: as it is when it is plain, else as encoded words (RFC 2047), none of which splits a character. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]{0,60}$/.test(text) && !text.includes('=?')) return text
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > encodedWordBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((each) => `=?utf-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ')
}
