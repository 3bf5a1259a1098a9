import { generateKeyPairSync, createHash } from 'node:crypto'
import type { SignInAnswer } from '@torihiki/shared/identity/sign-in.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { MembersServices } from '../services.ts'

/** How long a key signs before the next one is made. */
export const signInKeyDays = 90
/** How long a key is published before it signs: every gateway has read it by then, and a site that keeps keys asks again. */
export const publishedBeforeMs = 600_000
/** How long a key is published after the next one was made: what it signed is verified on arrival. */
const publishedAfterMs = 86_400_000

type KeyRow = { key_id: string; sealed: Buffer; made_at: string }

/**
 * The keys that sign who a member is at merchants' sites (B22), the one that signs first; all of them are to be published. Made here when there
 * is none, or the newest has signed for `signInKeyDays`; private keys are sealed under the hub's secret.
 */
export async function signInKeys(services: MembersServices): Promise<SignInAnswer<'keys'>> {
  const now = services.now()
  const read = (sql: Tx['sql']): Promise<KeyRow[]> =>
    sql<KeyRow>('select key_id, sealed, made_at from sign_in_key order by made_at desc, key_id')
  let rows = await read((text, p) => services.store.query(text, p))
  if (isDue(rows[0], now))
    rows = await services.store.transaction(async (tx) => {
      // One makes it: the others wait, and find it.
      await tx.sql('lock table sign_in_key in share row exclusive mode')
      const newest = (await read(tx.sql))[0]
      if (isDue(newest, now)) await makeKey(tx, services, now)
      if (newest)
        await tx.sql('delete from sign_in_key where made_at < $1 and key_id <> $2', [
          new Date(now.getTime() - signInKeyDays * 86_400_000 - publishedAfterMs),
          newest.key_id,
        ])
      return read(tx.sql)
    })
  return ordered(rows, now).map(({ key_id: keyId, sealed }) => ({ keyId, sealed: sealed.toString('base64') }))
}

function isDue(newest: KeyRow | undefined, now: Date): boolean {
  return !newest || asDate(newest.made_at).getTime() + signInKeyDays * 86_400_000 <= now.getTime()
}

/** The newest that has been published long enough signs; while there is none, as at first, the oldest does. */
function ordered(rows: readonly KeyRow[], now: Date): KeyRow[] {
  const known = rows.find(({ made_at }) => asDate(made_at).getTime() <= now.getTime() - publishedBeforeMs)
  const signing = known ?? rows.at(-1)
  return signing ? [signing, ...rows.filter((row) => row !== signing)] : []
}

/** An ECDSA key of P-256 (ES256), which every library of OpenID Connect verifies. Its id is the thumbprint of RFC 7638. */
async function makeKey(tx: Tx, { signInKeySealer }: MembersServices, now: Date): Promise<void> {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const { crv, kty, x, y } = jwk
  const keyId = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  await tx.sql('insert into sign_in_key (key_id, sealed, made_at) values ($1, $2, $3)', [
    keyId,
    signInKeySealer.seal(Buffer.from(JSON.stringify(jwk)), keyId),
    now,
  ])
}
