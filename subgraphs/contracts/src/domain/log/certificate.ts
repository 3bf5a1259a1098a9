import { z } from 'zod'
import { checkpointNote, parseCheckpointNote, verifyCheckpoint, type Checkpoint } from './checkpoint.ts'
import { entryContentSchema, entryLeafHash, type EntryContent } from './entry.ts'
import { jsonFault } from './jcs.ts'
import { verifyInclusion } from './merkle-verify.ts'
import { provedSentences, quote } from './proved-sentences.ts'
import { maxGenerations, trustKey, type KeyTrust, type TrustedKey } from './key-chain.ts'
import { faultOfSignatures } from './member-proofs.ts'
import { fingerprintOf, publicJwkSchema, type PublicJwk } from './public-key.ts'

/** An entry of the log with the proof that it is in the tree of the certificate's checkpoint. */
export type ProvedEntry = {
  content: EntryContent
  /** Its place in the log, from 0, in decimal. */
  leafIndex: string
  /** RFC 9162 section 2.1.3.1, leaf's neighbour first; each hash in base64. */
  inclusionProof: string[]
}

/**
 * All that is needed to verify a contract's notarized record off line (A5, A10, A11), as JSON. Everything in it is
 * either signed, hashed into what is signed, or checked against it. One checkpoint covers all entries.
 */
export type ContractCertificate = {
  format: 'torihiki-contract-certificate'
  /** 2 when the log has changed its key: then `keyChain` is there. */
  version: 1 | 2
  logOrigin: string
  publicKey: PublicJwk
  /** In decimal, as in the checkpoint. */
  treeSize: string
  /** A C2SP signed note: see `checkpointNote`. */
  checkpoint: string
  /** The statements by which each key of the log vouched for the next, up to `publicKey` (`signVoucher`). */
  keyChain?: readonly string[] | undefined
  contract: ProvedEntry
  /** Delivery and settlement reports, in the order of the log. */
  later: ProvedEntry[]
}

/** What verifying says. `proved` are sentences for people; `failed` names the step, `reason` is a sentence. */
export type CertificateVerdict = { ok: true; proved: string[] } | { ok: false; failed: FailedStep; reason: string }

/** The steps of verifying, in the order in which they are taken. */
export type FailedStep = 'FORMAT' | 'PUBLIC_KEY' | 'CHECKPOINT' | 'CONTRACT_ENTRY' | 'LATER_ENTRY' | 'MEMBER_SIGNATURE'

/** An entry with its proof, before it is written as JSON. */
export type EntryToCertify = { content: EntryContent; leafIndex: bigint; inclusionProof: readonly Uint8Array[] }

/** A certificate holds at most this many later entries. */
export const maxLaterEntries = 10_000

/** A path in a tree of at most 2^63 leaves has at most 63 nodes. */
const maxProofLength = 63

const decimal = z.string().regex(/^(0|[1-9]\d{0,18})$/, 'not a number in decimal')
/** 32 bytes in base64: 43 letters, of which the last has two spare bits that are zero. */
const hashText = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'not a hash of 32 bytes in base64')

const provedEntrySchema = z.strictObject({
  content: entryContentSchema,
  leafIndex: decimal,
  inclusionProof: z.array(hashText).max(maxProofLength),
})

const members = {
  format: z.literal('torihiki-contract-certificate'),
  logOrigin: z.string(),
  publicKey: publicJwkSchema,
  treeSize: decimal,
  checkpoint: z.string(),
  contract: provedEntrySchema,
  later: z.array(provedEntrySchema).max(maxLaterEntries),
}

const certificateSchema = z.discriminatedUnion('version', [
  z.strictObject({ ...members, version: z.literal(1) }),
  z.strictObject({ ...members, version: z.literal(2), keyChain: z.array(z.string()).min(1).max(maxGenerations) }),
])

/** Puts a certificate together. It proves nothing by itself: `verifyCertificate` says whether it holds. */
export function makeCertificate(
  publicKey: PublicJwk,
  checkpoint: Checkpoint,
  contract: EntryToCertify,
  later: readonly EntryToCertify[],
  keyChain: readonly string[] = [],
): ContractCertificate {
  return {
    format: 'torihiki-contract-certificate',
    version: keyChain.length === 0 ? 1 : 2,
    logOrigin: checkpoint.origin,
    publicKey: { kty: publicKey.kty, crv: publicKey.crv, x: publicKey.x },
    treeSize: checkpoint.treeSize.toString(),
    checkpoint: checkpointNote(checkpoint),
    ...(keyChain.length > 0 && { keyChain }),
    contract: asProved(contract),
    later: later.map(asProved),
  }
}

/**
 * Verifies a certificate that was parsed from JSON, with the hub's key as known from elsewhere (or several, each with the
 * sizes of the tree that it signs; one that vouches for the key inside does too) or, without one, with the key inside (then compare its fingerprint with the published one: anybody can sign with a key of their own).
 * Never throws. It proves what is in the record, not that the record has no further entries. For a file use
 * `verifyCertificateFile`, which also refuses texts that two readers could read differently.
 */
export function verifyCertificate(
  certificate: unknown,
  trusted?: PublicJwk | readonly TrustedKey[],
): CertificateVerdict {
  const fault = jsonFault(certificate)
  if (fault !== null) return failed('FORMAT', `This is not JSON: ${fault}`)
  const parsed = certificateSchema.safeParse(certificate)
  if (!parsed.success) return failed('FORMAT', `This is not a certificate. ${issues(parsed.error)}`)
  return verifyParsed(parsed.data, trusted === undefined ? null : 'kty' in trusted ? [always(trusted)] : trusted)
}

function always(publicKey: PublicJwk): TrustedKey {
  return { publicKey, fromSize: null, toSize: null }
}

function verifyParsed(certificate: ContractCertificate, trusted: readonly TrustedKey[] | null): CertificateVerdict {
  const signed = { ...certificate, origin: certificate.logOrigin, treeSize: BigInt(certificate.treeSize) }
  const trust = trustKey(signed, certificate.keyChain ?? [], trusted)
  if (!trust.ok) return failed('PUBLIC_KEY', trust.reason)
  return verifySigned(certificate, trust)
}

function verifySigned(certificate: ContractCertificate, trust: KeyTrust & { ok: true }): CertificateVerdict {
  const checkpoint = parseCheckpointNote(certificate.checkpoint)
  if (checkpoint === null) return failed('CHECKPOINT', 'The checkpoint is not a signed note of a log.')
  const checkpointFault = faultOfCheckpoint(certificate, checkpoint)
  if (checkpointFault !== null) return failed('CHECKPOINT', checkpointFault)
  const contractFault = faultOfContract(certificate.contract, checkpoint)
  if (contractFault !== null) return failed('CONTRACT_ENTRY', contractFault)
  const laterFault = faultOfLater(certificate, checkpoint)
  if (laterFault !== null) return failed('LATER_ENTRY', laterFault)
  const signatureFault = faultOfSignatures(certificate.contract.content)
  if (signatureFault !== null) return failed('MEMBER_SIGNATURE', signatureFault)
  return { ok: true, proved: provedSentences(certificate, checkpoint, trust) }
}

function faultOfCheckpoint(certificate: ContractCertificate, checkpoint: Checkpoint): string | null {
  if (checkpoint.origin !== certificate.logOrigin) {
    return `The certificate names the log ${quote(certificate.logOrigin)}, its checkpoint ${quote(checkpoint.origin)}.`
  }
  if (checkpoint.treeSize.toString() !== certificate.treeSize) {
    return `The certificate says ${certificate.treeSize} entries, its checkpoint ${checkpoint.treeSize}.`
  }
  if (verifyCheckpoint(certificate.publicKey, checkpoint)) return null
  return `The checkpoint's signature was not made with the key ${fingerprintOf(certificate.publicKey)} over this text.`
}

function faultOfContract(contract: ProvedEntry, checkpoint: Checkpoint): string | null {
  if (contract.content.kind !== 'CONTRACT_NOTARIZED')
    return `The first entry is a ${contract.content.kind}, not the contract.`
  return faultOfProof(contract, checkpoint)
}

function faultOfLater({ contract, later }: ContractCertificate, checkpoint: Checkpoint): string | null {
  for (const [i, entry] of later.entries()) {
    const { content, leafIndex } = entry
    const before = later[i - 1] ?? contract
    const which = `Later entry ${i + 1}`
    if (content.kind === 'CONTRACT_NOTARIZED') return `${which} is a second notarization; a contract is notarized once.`
    if (content.contractId !== contract.content.contractId)
      return `${which} belongs to another contract, ${quote(content.contractId)}.`
    if (content.contractCode !== contract.content.contractCode)
      return `${which} has another contract code, ${quote(content.contractCode)}.`
    if (BigInt(leafIndex) <= BigInt(before.leafIndex)) return `${which} does not come after the entry before it.`
    const fault = faultOfProof(entry, checkpoint)
    if (fault !== null) return `${which}: ${fault}`
  }
  return null
}

function faultOfProof(
  { content, leafIndex, inclusionProof }: ProvedEntry,
  { treeSize, rootHash }: Checkpoint,
): string | null {
  const proof = inclusionProof.map((hash) => Buffer.from(hash, 'base64'))
  if (verifyInclusion(BigInt(leafIndex), treeSize, entryLeafHash(content), proof, rootHash)) return null
  return `Its content and its proof do not lead to the signed root: entry ${leafIndex} of the log is not this one.`
}

function asProved({ content, leafIndex, inclusionProof }: EntryToCertify): ProvedEntry {
  return {
    content,
    leafIndex: leafIndex.toString(),
    inclusionProof: inclusionProof.map((hash) => Buffer.from(hash).toString('base64')),
  }
}

function issues(error: z.ZodError): string {
  const first = error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
  return quote(first.join('; '))
}

function failed(step: FailedStep, reason: string): CertificateVerdict {
  return { ok: false, failed: step, reason }
}
