import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** argon2id (RFC 9106): 19 MiB, two passes, one lane; the least that is advised for passwords. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const
const saltBytes = 16

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: object) => Promise<Buffer>

/** The hash of a password as it is kept: parameters, salt and tag, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const tag = await derive('argon2id', { message: password, nonce: salt, ...cost })
  const text = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(salt)}$${text(tag)}`
}

const phcForm = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Whether a password is the one of a kept hash. Compares in constant time. */
export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const match = phcForm.exec(kept)
  if (!match) throw new Error('A kept password hash is not of the form that we write.')
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  const expected = Buffer.from(tag, 'base64')
  const actual = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(actual, expected)
}

/** Takes as long as verifying would, for a login name that is not there. */
export async function wasteTimeOnPassword(password: string): Promise<void> {
  await derive('argon2id', { message: password, nonce: Buffer.alloc(saltBytes), ...cost })
}
