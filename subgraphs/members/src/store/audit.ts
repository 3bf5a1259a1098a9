import { createHash } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'

/** Puts on record who did what to whom. Entries are chained by hash: none can be changed or taken out unseen. */
export async function audit(tx: Tx, actor: Actor, act: string, subject: string, at: Date): Promise<void> {
  const [head] = await tx.sql<{ hash: Buffer }>('select hash from audit_head where id = 1 for no key update')
  if (!head) throw new Error('The audit trail has no head.')
  const content = JSON.stringify([at.toISOString(), actor.memberId, act, subject])
  const hash = createHash('sha256').update(head.hash).update(content).digest()
  await tx.sql(
    'insert into audit_entry (at, actor_id, act, subject, previous_hash, hash) values ($1, $2, $3, $4, $5, $6)',
    [at, actor.memberId, act, subject, head.hash, hash],
  )
  await tx.sql('update audit_head set hash = $1 where id = 1', [hash])
}
