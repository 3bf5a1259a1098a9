import { createTransport } from 'nodemailer'
import { internetMessage, MailFault, type MailPort } from './mail.ts'

/** How long the mail system may take to be reached, to greet, and to go on with what it has begun. */
const smtpLimits = { connectionMs: 10_000, greetingMs: 10_000, silenceMs: 30_000, dnsMs: 5_000 } as const
/** Connections to the mail system at once, per process: as many as mail systems commonly allow one client. */
const smtpConnections = 4

/**
 * Mail through SMTP, as `SMTP_URL` has it: with TLS from the start (smtps), or STARTTLS where it is offered (`?requireTLS=true` insists).
 * Comes back when the mail system has taken the mail. What the mail system says is reduced to codes: its words hold addresses.
 */
export function createSmtpMail(url: string, from: string): MailPort {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: smtpConnections,
    // Trying again is the caller's: what was asked for has an attempt on record.
    maxRequeues: 0,
    connectionTimeout: smtpLimits.connectionMs,
    greetingTimeout: smtpLimits.greetingMs,
    socketTimeout: smtpLimits.silenceMs,
    dnsTimeout: smtpLimits.dnsMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const sender = /<([^<>]+)>$/.exec(from)?.[1] ?? from
  return {
    async send(mail) {
      const raw = internetMessage(mail, from)
      try {
        await transport.sendMail({ envelope: { from: sender, to: [mail.to] }, raw })
      } catch (error) {
        throw faultOf(error)
      }
    },
    forget: async () => 0,
    close: async () => transport.close(),
  }
}

/** A reply of 5xx to recipient or content is for good (RFC 5321); to log-in or sender it is the hub's own fault, which people mend. */
function faultOf(error: unknown): MailFault {
  const given = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const reply = typeof given['responseCode'] === 'number' ? given['responseCode'] : null
  const stated = given['code']
  const code = typeof stated === 'string' && /^[A-Z0-9_]{1,40}$/.test(stated) ? stated : 'UNKNOWN'
  const ofTheMail = ['RCPT TO', 'DATA'].includes(String(given['command'])) && ['EENVELOPE', 'EMESSAGE'].includes(code)
  const permanent = ofTheMail && reply !== null && reply >= 500
  return new MailFault(
    reply === null ? `The mail system was not reached (${code}).` : `The mail system answered ${reply} (${code}).`,
    permanent,
  )
}
