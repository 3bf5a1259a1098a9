import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { personalFields, shownOf, type PersonalField, type ShownDetails } from '../domain/personal.ts'
import { mayDecide } from '../domain/vetting.ts'
import type { MembersServices } from '../services.ts'
import { openApplication } from '../store/applications.ts'
import { audit } from '../store/audit.ts'
import { personalOf } from '../store/personal.ts'

/**
 * Reads what is personal of a member (B17): all of it for itself, for administrators, and while its application waits for whom that is
 * addressed to; for a merchant what the member consented to; for others null. Each reading but the member's own is audited in the
 * transaction that reads; a consent that was revoked before it gives nothing. Who came back by the code of an order (C9) reads nothing of it.
 */
export async function readPersonal(
  services: MembersServices,
  actor: Actor | null,
  memberId: string,
): Promise<ShownDetails | null> {
  if (!actor || (actor.scopes && !actor.scopes.includes('READ'))) return null
  return services.store.transaction(async (tx) => {
    const fields = await readableFields(tx, actor, memberId)
    if (fields.length === 0) return null
    const details = await personalOf(tx.sql, services.personalKeys, memberId)
    if (!details) return null
    if (actor.memberId !== memberId || actor.operator)
      await audit(tx, actor, 'readPersonal', memberId, services.now(), fields.join(' '))
    return shownOf(details, fields)
  })
}

async function readableFields(tx: Tx, actor: Actor, memberId: string): Promise<readonly PersonalField[]> {
  if (actor.memberId === memberId || hasRole(actor, 'ADMIN')) return personalFields
  const application = await openApplication(tx.sql, memberId)
  const isAddressee =
    application && mayDecide(actor, { roles: [], addressedTo: application.addressed_to }, null) === null
  if (isAddressee) return personalFields
  const [consent] = await tx.sql<{ fields: PersonalField[] }>(
    `select c.fields from consent c join member m on m.id = c.merchant_id
     where c.member_id = $1 and c.merchant_id = $2 and c.revoked_at is null and m.status = 'ACTIVE' and 'SELLER' = any (m.roles) for share of c`,
    [memberId, actor.memberId],
  )
  return consent?.fields ?? []
}
