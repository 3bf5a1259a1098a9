import { createHash } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'

/**
 * Puts on record who did what to whom, and for whom and by which channel when an operator acted (B14). Entries are chained by hash: none
 * can be changed or taken out unseen.
 * @param detail what further is to be known, such as names of fields; nothing personal, for entries are never removed
 */
export async function audit(
  tx: Tx,
  actor: Actor,
  act: string,
  subject: string,
  at: Date,
  detail: string | null = null,
): Promise<void> {
  const [head] = await tx.sql<{ hash: Buffer }>('select hash from audit_head where id = 1 for no key update')
  if (!head) throw new Error('The audit trail has no head.')
  const actorId = actor.operator?.memberId ?? actor.memberId
  const onBehalfOf = actor.operator ? actor.memberId : null
  const channel = actor.operator?.channel ?? null
  const further = onBehalfOf === null && detail === null ? [] : [onBehalfOf, channel, detail]
  const content = JSON.stringify([at.toISOString(), actorId, act, subject, ...further])
  const hash = createHash('sha256').update(head.hash).update(content).digest()
  await tx.sql(
    `insert into audit_entry (at, actor_id, on_behalf_of_id, act, subject, channel, detail, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [at, actorId, onBehalfOf, act, subject, channel, detail, head.hash, hash],
  )
  await tx.sql('update audit_head set hash = $1 where id = 1', [hash])
}

/** An entry of the audit trail as it is shown. */
export type AuditRow = {
  seq: string
  at: string
  actor_id: string
  act: string
  channel: string | null
  detail: string | null
}

/** The entries about a member, newest first: the readings of its personal data, or the acts of operators for it. */
export async function auditOf(
  sql: Tx['sql'],
  memberId: string,
  what: 'READINGS' | 'OPERATORS',
  before: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const condition = what === 'READINGS' ? `act = 'readPersonal'` : 'on_behalf_of_id is not null'
  return sql<AuditRow>(
    `select seq, at, actor_id, act, channel, detail from audit_entry
     where subject = $1 and ${condition} and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
    [memberId, before, limit],
  )
}
