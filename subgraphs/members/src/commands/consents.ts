import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { personalFields } from '../domain/personal.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { lockMember } from '../store/members.ts'

const giveForm = z.object({
  idempotencyKey: form.idempotencyKey,
  merchantId: form.id,
  fields: z.array(z.enum(personalFields)).min(1, 'Name at least one field'),
})
const revokeForm = z.object({ idempotencyKey: form.idempotencyKey, consentId: form.id })

/**
 * Lets a merchant read fields of the member file (B17), so that nothing is typed twice. It takes the place of what that merchant was allowed
 * before, which stays on record. Refuses one that is no active merchant.
 */
export async function giveConsent(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ consentId: string } | Refusal> {
  const input = parseInput(giveForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'giveConsent', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await lockMember(tx, actor.memberId)
    if (!member || !['ACTIVE', 'PROVISIONAL'].includes(member.status)) return refuse('MEMBER_NOT_ACTIVE')
    const [merchant] = await tx.sql<{ id: string }>(
      `select id from member where id = $1 and status = 'ACTIVE' and 'SELLER' = any (roles) and id <> $2`,
      [input.merchantId, actor.memberId],
    )
    if (!merchant) return refuseInput([{ path: 'merchantId', message: 'There is no active merchant with this id.' }])
    const now = services.now()
    const consentId = newId(now.getTime())
    const fields = [...new Set(input.fields)]
    await tx.sql(
      'update consent set revoked_at = $3 where member_id = $1 and merchant_id = $2 and revoked_at is null',
      [actor.memberId, merchant.id, now],
    )
    await tx.sql('insert into consent (id, member_id, merchant_id, fields, given_at) values ($1, $2, $3, $4, $5)', [
      consentId,
      actor.memberId,
      merchant.id,
      fields,
      now,
    ])
    await audit(tx, actor, 'giveConsent', consentId, now, fields.join(' '))
    return { consentId }
  })
}

/** Takes a consent back (B17): the merchant reads nothing by it from then on. Refuses one that is not one's own. */
export async function revokeConsent(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ consentId: string } | Refusal> {
  const input = parseInput(revokeForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'revokeConsent', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const [consent] = await tx.sql<{ revoked_at: string | null }>(
      'select revoked_at from consent where id = $1 and member_id = $2 for no key update',
      [input.consentId, actor.memberId],
    )
    if (!consent) return refuse('NOT_FOUND', 'You have given no consent with this id.')
    if (consent.revoked_at === null) {
      const now = services.now()
      await tx.sql('update consent set revoked_at = $2 where id = $1', [input.consentId, now])
      await audit(tx, actor, 'revokeConsent', input.consentId, now)
    }
    return { consentId: input.consentId }
  })
}
