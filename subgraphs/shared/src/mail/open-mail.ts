import { join, resolve } from 'node:path'
import { StartRefused, type Settings } from '../settings.ts'
import { createMailFolder } from './mail-folder.ts'
import { hubAddress, type MailPort } from './mail.ts'
import { createSmtpMail } from './smtp-mail.ts'

/** Where mail is kept while no mail system is set. */
export function mailFolderOf(settings: Pick<Settings, 'MAIL_DIR' | 'DATA_DIR'>): string {
  return resolve(settings.MAIL_DIR ?? join(settings.DATA_DIR, 'mail'))
}

/**
 * The one way on which mail leaves the hub: SMTP when `SMTP_URL` is set, else the folder of mail.
 * @throws StartRefused when SMTP_URL is set without MAIL_FROM: mail from nobody is not taken anywhere
 */
export function openMail(settings: Pick<Settings, 'MAIL_DIR' | 'DATA_DIR' | 'SMTP_URL' | 'MAIL_FROM'>): MailPort {
  const { SMTP_URL: url, MAIL_FROM: from } = settings
  if (!url) return createMailFolder(mailFolderOf(settings), from ?? hubAddress)
  if (!from)
    throw new StartRefused('With SMTP_URL set MAIL_FROM must be set too, such as MAIL_FROM="Hub <hub@example.org>".')
  return createSmtpMail(url, from)
}
