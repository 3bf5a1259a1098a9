import { pino, type Logger } from 'pino'

/** What must never be written, whatever object it hides in. */
const secrets = [
  'password',
  'accessToken',
  'refreshToken',
  'authorization',
  'token',
  'secret',
  'cookie',
  'document',
  'mail',
]
const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** The structured log of a process: JSON lines with ids, no personal data, secrets redacted. */
export function createLog(name: string, level = process.env['LOG_LEVEL'] ?? 'info'): Logger {
  return pino(
    { name, level, redact, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  )
}

export type { Logger }
