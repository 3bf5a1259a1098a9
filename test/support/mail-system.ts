import { SMTPServer } from 'smtp-server'

/** A mail as the mail system was handed it. */
export type TakenMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly headers: string
  readonly messageId: string
  readonly subject: string
  readonly text: string
}

/** A stand-in of a mail system that speaks SMTP. */
export type MailSystem = {
  readonly url: string
  /** All that was taken, in order. */
  readonly taken: TakenMail[]
  /** What it answers from now on: takes mail, refuses it for now (451) or for good (550), or takes it and never answers. */
  control(mode: 'take' | 'later' | 'never' | 'hold'): void
  /** How many mails it has read and holds without an answer. */
  held(): number
  close(): Promise<void>
}

const sentences = { later: [451, 'Try again later'], never: [550, 'No such mailbox'] } as const

/** Starts a mail system on a free port of this machine. */
export async function startMailSystem(): Promise<MailSystem> {
  const taken: TakenMail[] = []
  let mode: 'take' | 'later' | 'never' | 'hold' = 'take'
  let held = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, done) {
      if (mode === 'take' || mode === 'hold') return done()
      const [code, sentence] = sentences[mode]
      done(Object.assign(new Error(`${sentence}: ${address.address}`), { responseCode: code }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (mode === 'hold') return void (held += 1)
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        taken.push(
          readMail(
            Buffer.concat(chunks).toString('utf8'),
            from,
            rcptTo.map(({ address }) => address),
          ),
        )
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    control: (next) => void (mode = next),
    held: () => held,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What a mail of the hub says. */
export function readMail(raw: string, from = '', to: readonly string[] = []): TakenMail {
  const [headers = '', body = ''] = raw.split(/\r\n\r\n/)
  const header = (name: string): string =>
    new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'im')
      .exec(headers)?.[1]
      ?.replaceAll(/\r\n\s/g, ' ')
      .trim() ?? ''
  return {
    from,
    to,
    headers,
    messageId: header('Message-ID'),
    subject: header('Subject')
      .replaceAll(/\?=\s+=\?/g, '?==?')
      .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8')),
    text: Buffer.from(body, 'base64').toString('utf8'),
  }
}
