import { createHmac } from 'node:crypto'

/** How a secret begins when it is written (Standard Webhooks). */
const secretPrefix = 'whsec_'
/** How long a new secret is: as long as the hash that it keys. */
export const secretBytes = 32
/** For how long after a rotation the earlier secret signs too: receivers have a day to change theirs. */
export const bothSecretsMs = 24 * 3_600_000

/** A secret as it is shown, once. */
export function writeSecret(secret: Buffer): string {
  return `${secretPrefix}${secret.toString('base64')}`
}

/** The headers of a message by Standard Webhooks. Each secret signs; a receiver takes it when one of the signatures is its own. */
export function signedHeaders(
  messageId: string,
  at: Date,
  body: string,
  secrets: readonly Buffer[],
): { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string } {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${messageId}.${timestamp}.${body}`).digest('base64')}`,
  )
  return { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
