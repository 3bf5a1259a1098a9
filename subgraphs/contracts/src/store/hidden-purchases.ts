import type { Tx } from '@torihiki/shared/store/store.ts'
import type { HiddenReport, HiddenStep } from '../domain/hidden/commitment.ts'
import type { HiddenPurchaseModel } from '../graphql/models.ts'

type Sql = Tx['sql']

/** What a side committed to. */
export type SideCommitment = { side: 'SOURCE' | 'PARTNER'; institution_id: string; commitment: string }

/** What the sides of a locked thread committed to so far. */
export async function commitmentsOf(tx: Tx, threadId: string): Promise<SideCommitment[]> {
  return tx.sql<SideCommitment>('select side, institution_id, commitment from hidden_commitment where thread_id = $1', [
    threadId,
  ])
}

/** Records what a side commits to. */
export async function insertCommitment(
  tx: Tx,
  given: SideCommitment & { threadId: string; by: string; at: Date },
): Promise<void> {
  await tx.sql(
    'insert into hidden_commitment (thread_id, side, institution_id, commitment, committed_by, committed_at) values ($1, $2, $3, $4, $5, $6)',
    [given.threadId, given.side, given.institution_id, given.commitment, given.by, given.at],
  )
}

/** Records that both sides committed to the same. */
export async function insertPurchase(
  tx: Tx,
  purchase: Omit<HiddenPurchaseModel, 'agreed_at'>,
  at: Date,
): Promise<void> {
  await tx.sql(
    'insert into hidden_purchase (id, thread_id, institution_id, commitment, agreed_at) values ($1, $2, $3, $4, $5)',
    [purchase.id, purchase.thread_id, purchase.institution_id, purchase.commitment, at],
  )
}

/** A hidden purchase, or null. */
export async function purchaseById(sql: Sql, id: string): Promise<HiddenPurchaseModel | null> {
  const [row] = await sql<HiddenPurchaseModel>('select * from hidden_purchase where id = $1', [id])
  return row ?? null
}

/** Records a report. False when one of its step is on record. */
export async function insertReport(
  tx: Tx,
  report: HiddenReport,
  signed: { keyId: string; signature: string },
  receivedAt: Date,
): Promise<boolean> {
  const saved = await tx.sql(
    `insert into hidden_report (purchase_id, step, report_id, at, key_id, signature, received_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning 1 as saved`,
    [report.purchaseId, report.step, report.reportId, report.at, signed.keyId, signed.signature, receivedAt],
  )
  return saved.length > 0
}

/** Keys of a member that are not revoked. */
export async function keysOf(tx: Tx, memberId: string): Promise<{ id: string; public_x: string }[]> {
  return tx.sql(
    `select k.id, k.public_x from signing_key k where k.member_id = $1
       and not exists (select 1 from signing_key_revocation r where r.key_id = k.id)`,
    [memberId],
  )
}

/** Of an institution's thread: which purchase at the hub it is. */
export type HubLink = { thread_id: string; purchase_id: string; commitment: string; salt: string }

/** The link of a thread, or null: most have none. */
export async function hubLinkOf(sql: Sql, threadId: string): Promise<HubLink | null> {
  const [row] = await sql<HubLink>(
    'select thread_id, purchase_id, commitment, salt from hub_link where thread_id = $1',
    [threadId],
  )
  return row ?? null
}

/** Links a locked thread to a purchase at the hub, once. False when either is linked already. */
export async function insertLink(tx: Tx, link: HubLink, by: string, at: Date): Promise<boolean> {
  const saved = await tx.sql(
    `insert into hub_link (thread_id, purchase_id, commitment, salt, linked_by, linked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1 as saved`,
    [link.thread_id, link.purchase_id, link.commitment, link.salt, by, at],
  )
  return saved.length > 0
}

/** What was reported of purchases, in the order of its happening. */
export async function reportsOf(
  sql: Sql,
  purchaseId: string,
): Promise<{ step: HiddenStep; at: string; signature: string; key_id: string }[]> {
  return sql('select step, at, signature, key_id from hidden_report where purchase_id = $1 order by at, step', [
    purchaseId,
  ])
}
