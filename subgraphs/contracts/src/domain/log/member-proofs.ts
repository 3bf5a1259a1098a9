import type { EntryContent } from './entry.ts'
import { memberOf, type JsonValue } from './jcs.ts'
import {
  recordedSignatureSchema,
  type RecordedSignature,
  type SignedSubmission,
  submissionMessage,
  verifyMemberSignature,
} from './member-signature.ts'

/** A member's own signature over its document, as the contract's entry records it. */
export type MemberProof = { memberId: string; signed: SignedSubmission; signature: RecordedSignature }

const sides = ['BUYER', 'SELLER'] as const

/** The signatures that the contract's entry records, of each side at most one; a text says what cannot be read. */
export function memberProofs({ body }: Pick<EntryContent, 'body'>): MemberProof[] | string {
  const threadId = memberOf(memberOf(body, 'contract'), 'threadId')
  const proofs: MemberProof[] = []
  for (const side of sides) {
    const submitted = memberOf(body, side.toLowerCase())
    const recorded = memberOf(submitted, 'signature')
    if (recorded === undefined) continue
    const [memberId, sha256] = [textOf(memberOf(submitted, 'memberId')), textOf(memberOf(submitted, 'sha256'))]
    const signature = recordedSignatureSchema.safeParse(recorded)
    if (memberId === null || sha256 === null || typeof threadId !== 'string' || !signature.success)
      return `The ${side.toLowerCase()}'s signature on record cannot be read.`
    proofs.push({ memberId, signed: { sha256, threadId, side }, signature: signature.data })
  }
  return proofs
}

/** Why a recorded signature does not hold, as a sentence; null when all do. */
export function faultOfSignatures(content: Pick<EntryContent, 'body'>): string | null {
  const proofs = memberProofs(content)
  if (typeof proofs === 'string') return proofs
  const bad = proofs.find(
    ({ signed, signature }) =>
      !verifyMemberSignature(signature.publicKey, submissionMessage(signed), signature.signature),
  )
  return bad === undefined
    ? null
    : `The ${bad.signed.side.toLowerCase()}'s signature was not made by the recorded key over its document, thread and side.`
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
