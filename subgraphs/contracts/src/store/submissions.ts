import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { Conditions } from '../domain/cases/conditions.ts'
import type { RecordedSignature } from '../domain/log/member-signature.ts'
import type { ContractComparison, ParsedContract } from '../domain/matching/index.ts'
import { parseContractDocument } from '../outside/parse-contract.ts'

export type ContractSide = 'BUYER' | 'SELLER'

/** A side's contract document with the conditions beside it. */
export type Submission = {
  readonly id: string
  readonly side: ContractSide
  readonly document: ParsedContract
  readonly conditions: Conditions
  readonly sha256: string
  readonly submittedBy: string
  readonly submittedAt: Date
  /** The side wants its document compared with nothing but rounding let pass. */
  readonly roundingOnly: boolean
  /** The member's own signature over the document, when it gave one. */
  readonly signature: RecordedSignature | null
}

/** All submissions of a thread, oldest first, read anew from the original bytes. */
export async function submissionsOf(tx: Tx, threadId: string): Promise<Submission[]> {
  const rows = await tx.sql<{
    id: string
    side: ContractSide
    document: Buffer
    media_type: 'XML' | 'JSON'
    conditions: Conditions
    sha256: string
    submitted_by: string
    submitted_at: string
    rounding_only: boolean
    signing_key_id: string | null
    signature: string | null
    public_x: string | null
  }>(
    `select s.*, k.public_x from contract_submission s left join signing_key k on k.id = s.signing_key_id
     where s.thread_id = $1 order by s.submitted_at, s.id`,
    [threadId],
  )
  return rows.map((row) => {
    const parsed = parseContractDocument(
      row.document,
      row.media_type === 'XML' ? 'application/xml' : 'application/json',
    )
    if (!parsed.ok) throw new Error(`Submission ${row.id} on record cannot be read any more: ${parsed.message}`)
    return {
      id: row.id,
      side: row.side,
      document: parsed.document,
      conditions: row.conditions,
      sha256: row.sha256,
      submittedBy: row.submitted_by,
      submittedAt: asDate(row.submitted_at),
      roundingOnly: row.rounding_only,
      signature: signatureOf(row),
    }
  })
}

function signatureOf(row: {
  signing_key_id: string | null
  signature: string | null
  public_x: string | null
}): RecordedSignature | null {
  const { signing_key_id: keyId, signature, public_x: x } = row
  if (keyId === null || signature === null || x === null) return null
  return { algorithm: 'Ed25519', keyId, publicKey: { kty: 'OKP', crv: 'Ed25519', x }, signature }
}

/** Keeps a submission with the document as it came, byte for byte. */
export async function insertSubmission(
  tx: Tx,
  threadId: string,
  submission: Submission,
  bytes: Buffer,
  mediaType: 'XML' | 'JSON',
): Promise<void> {
  await tx.sql(
    `insert into contract_submission (id, thread_id, side, submitted_by, submitted_at, media_type, document, sha256, document_kind, conditions,
       rounding_only, signing_key_id, signature) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      submission.id,
      threadId,
      submission.side,
      submission.submittedBy,
      submission.submittedAt,
      mediaType,
      bytes,
      submission.sha256,
      submission.document.kind,
      JSON.stringify(submission.conditions),
      submission.roundingOnly,
      submission.signature?.keyId ?? null,
      submission.signature?.signature ?? null,
    ],
  )
}

/** Keeps a comparison: both sides read it in the thread. */
export async function insertComparison(
  tx: Tx,
  id: string,
  threadId: string,
  buyerId: string,
  sellerId: string,
  comparison: ContractComparison,
  at: Date,
): Promise<void> {
  await tx.sql(
    `insert into contract_comparison (id, thread_id, buyer_submission_id, seller_submission_id, verdict, rule_set, discrepancies, warnings, compared_at,
       tolerance) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      threadId,
      buyerId,
      sellerId,
      comparison.verdict,
      comparison.ruleSet,
      JSON.stringify(comparison.discrepancies),
      JSON.stringify(comparison.warnings.map((warning) => warning.message)),
      at,
      JSON.stringify(comparison.toleranceProfile),
    ],
  )
}

/** Keeps a conflict between two answers; the same pair once. */
export async function insertConflict(
  tx: Tx,
  id: string,
  threadId: string,
  earlierId: string,
  laterId: string,
  message: string,
  at: Date,
): Promise<void> {
  await tx.sql(
    `insert into contract_conflict (id, thread_id, earlier_submission_id, later_submission_id, message, raised_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [id, threadId, earlierId, laterId, message, at],
  )
}
