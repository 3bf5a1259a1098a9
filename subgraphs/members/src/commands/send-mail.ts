import { MailFault } from '@torihiki/shared/mail/mail.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { letter, type LetterContent } from '../domain/letter.ts'
import type { MessageKind } from '../domain/message-kinds.ts'
import { mostTries, waitAfter } from '../domain/retry-schedule.ts'
import type { MembersServices } from '../services.ts'
import { mailAddressOf } from '../store/mail-address.ts'
import { claimMail, endAttempt, type AttemptEnd, type MailInHand } from '../store/messages.ts'

/** How many mails one process has in hand at once: what the mail system's connections take. */
export const mailsAtOnce = 8
/** How long an attempt may take until it counts as broken off: longer than all limits of the mail system's connection together. */
export const mailLeaseMs = 120_000

/**
 * Takes mail that is due, at most so many, and gives what sends each. An attempt is on record before it is made; whoever comes after a
 * process that died tries again under the same message id, by which the mail system knows it.
 */
export async function claimDueMail(services: MembersServices, atMost: number): Promise<(() => Promise<void>)[]> {
  const now = services.now()
  const sql = services.store.query
  const claimed = await claimMail(sql, now, new Date(now.getTime() + mailLeaseMs), Math.min(atMost, mailsAtOnce))
  return claimed.map((mail) => () => sendOne(services, mail))
}

async function sendOne(services: MembersServices, mail: MailInHand): Promise<void> {
  const end = await attempt(services, mail)
  await endAttempt(services.store.query, mail, end, services.now())
  if (end.as === 'SENT') return
  const told = { messageId: mail.id, kind: mail.kind, attempt: mail.attempt, fault: 'fault' in end ? end.fault : null }
  services.log?.warn(told, end.as === 'DEAD' ? 'A mail is dead.' : 'A mail could not be sent; it will be tried again.')
}

/** Who was rejected is told so, and nothing else. */
function standingsWrittenTo(kind: MessageKind): readonly string[] {
  return kind === 'MEMBER_REJECTED' ? ['PROVISIONAL', 'REJECTED', 'ACTIVE'] : ['ACTIVE', 'PROVISIONAL']
}

/** A customer that is asked for its consent gets a link for that alone (C7). It is kept nowhere: it is made as the letter is sent. */
function linked(
  { consentLink }: MembersServices,
  { content, language }: Pick<MailInHand, 'content' | 'language'>,
): LetterContent {
  const { referralId, actBy } = content
  const link = referralId && actBy ? consentLink(referralId, new Date(actBy), language) : null
  return link === null ? content : { ...content, link }
}

async function attempt(services: MembersServices, mail: MailInHand): Promise<AttemptEnd> {
  const address = await mailAddressOf(services, mail.member_id, standingsWrittenTo(mail.kind))
  if (address === null) return { as: 'DEAD', fault: 'The member has no address for mail.' }
  try {
    await services.mail.send({
      messageId: `message.${mail.id}@torihiki`,
      to: address,
      language: mail.language,
      at: asDate(mail.queued_at),
      ...letter(mail.language, mail.kind, linked(services, mail), mail.counterpart),
    })
    return { as: 'SENT' }
  } catch (error) {
    // Only what is known to hold no address is kept.
    const fault = error instanceof MailFault ? error.message : 'The mail could not be handed over.'
    const wait = error instanceof MailFault && error.permanent ? null : waitAfter(mail.tries, services.chance())
    if (wait === null) return { as: 'DEAD', fault: mail.tries < mostTries ? fault : `${fault} That was the last try.` }
    return { as: 'AGAIN', fault, at: new Date(services.now().getTime() + wait) }
  }
}
