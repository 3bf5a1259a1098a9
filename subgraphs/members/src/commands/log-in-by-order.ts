import { createHash, timingSafeEqual } from 'node:crypto'
import type { PublishedEvent } from '@torihiki/schema'
import { parseCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { personalOf } from '../store/personal.ts'
import { countFailure, mustWait } from './sessions.ts'

/** Longer codes and addresses are not looked at. */
const longestTyped = 200
const noMember = '00000000-0000-0000-0000-000000000000'
/** A session that is not renewed: who needs it longer asks again. */
export type OrderSession = { memberId: string; accessToken: string; accessTokenExpiresAt: Date }

/**
 * Lets a guest who has lost its session come back by the code of an order of its at a shop and its mail address (C9), for as long as an access token holds, to that order alone: it inquires,
 * cancels and refills the cart from it, and has no scope for anything else (`byOrder` of root policies). A wrong code and a wrong
 * address get the same answer (AUTHENTICATION_FAILED) for the same work, members' orders too; failures by a code and by an address each count as those by a login name do (TOO_MANY_ATTEMPTS).
 */
export async function logInByOrder(
  services: MembersServices,
  orderCode: string,
  mail: string,
): Promise<OrderSession | Refusal> {
  const now = services.now()
  const parsed = parseCode('ORDER', orderCode)
  const typed = mail.slice(0, longestTyped).trim().toLowerCase()
  // Neither is kept as it was typed: the address is personal.
  const names = [parsed.ok ? parsed.code : orderCode.slice(0, longestTyped), typed].map(
    (text) => `order ${services.markOf(`log in by order ${text}`)}`,
  )
  for (const name of names) {
    const waiting = await mustWait(services, name, now)
    if (waiting)
      return refuse('TOO_MANY_ATTEMPTS', 'Too many failed attempts for this order or address. Wait until retryAt.', {
        retryAt: waiting,
      })
  }
  const [found] = await services.store.query<{ id: string; roles: string[] }>(
    `select m.id, m.roles from order_login l join member m on m.id = l.member_id where l.order_code = $1 and m.guest and m.status = 'ACTIVE'`,
    [parsed.ok ? parsed.code : ''],
  )
  // Where there is no such order somebody's record is opened all the same: how long it takes tells nothing.
  const [anybody] = await services.store.query<{ member_id: string }>(
    'select member_id from personal_record order by member_id limit 1',
  )
  const details = await personalOf(
    (text, p) => services.store.query(text, p),
    services.personalKeys,
    found?.id ?? anybody?.member_id ?? noMember,
  )
  const isRight = same(details?.mail?.trim().toLowerCase() ?? '', typed)
  if (!found || !isRight || typed === '') {
    for (const name of names) await countFailure(services, name, now)
    return refuse('AUTHENTICATION_FAILED', 'There is no order of a guest with this code and this mail address.')
  }
  return services.store.transaction(async (tx) => {
    await tx.sql('delete from login_attempt where login_name = any ($1)', [names])
    const sessionId = newId(now.getTime())
    await tx.sql('insert into session (id, member_id, started_at) values ($1, $2, $3)', [sessionId, found.id, now])
    const actor = {
      memberId: found.id,
      roles: found.roles,
      sessionId,
      scopes: [],
      orderCode: parsed.ok ? parsed.code : '',
    }
    const access = await services.tokens.access(actor, now)
    await audit(tx, actor, 'logInByOrder', found.id, now)
    return { memberId: found.id, accessToken: access.token, accessTokenExpiresAt: access.expiresAt }
  })
}

/** Whether two texts are the same, in a time that does not tell how far they are. */
function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return x !== undefined && y !== undefined && timingSafeEqual(x, y)
}

/** Remembers by which code who placed an order at a shop may come back (C9). Taken twice it does nothing more. */
export async function takeShopOrder(
  services: MembersServices,
  { id, payload }: PublishedEvent<'ShopOrderPlaced'>,
): Promise<void> {
  await services.store.transaction((tx) =>
    onceOnly(tx, 'members', id, async () => {
      // Of who was erased meanwhile nothing is kept.
      await tx.sql(
        `insert into order_login (order_code, member_id) select $1, m.id from member m where m.id = $2 and m.status <> 'ERASED' on conflict do nothing`,
        [payload.orderCode, payload.buyerId],
      )
    }),
  )
}
