import type { ContractCertificate, ProvedEntry } from './certificate.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { EntryKind } from './entry.ts'
import { memberOf, type JsonValue } from './jcs.ts'
import type { KeyTrust } from './key-chain.ts'
import { memberProofs } from './member-proofs.ts'
import { fingerprintOf } from './public-key.ts'

/** What a certificate that holds proves, sentence by sentence: who, what, when, in which tree, by which key. */
export function provedSentences(
  certificate: ContractCertificate,
  checkpoint: Checkpoint,
  trust: KeyTrust & { ok: true },
): string[] {
  const root = Buffer.from(checkpoint.rootHash).toString('base64')
  return [
    `The holder of the key ${fingerprintOf(certificate.publicKey)} (SHA-256 thumbprint) signed the log ${quote(checkpoint.origin)} ` +
      `of ${checkpoint.treeSize} entries, with the root ${root}, and dated it ${checkpoint.issuedAt}.`,
    ...keySentences(trust),
    `Entry ${certificate.contract.leafIndex} of that log is the notarization of contract ${quote(certificate.contract.content.contractCode)} ` +
      `(id ${quote(certificate.contract.content.contractId)})${partiesOf(certificate.contract)}, recorded at ${certificate.contract.content.at}.`,
    ...toleranceSentences(certificate.contract),
    ...signatureSentences(certificate.contract),
    ...certificate.later.map(laterSentence),
    'The contents of these entries are exactly those that were recorded: not one character was changed.',
  ]
}

function keySentences(trust: KeyTrust & { ok: true }): string[] {
  const chain = trust.vouchers.map(
    ({ oldKey, newKey, fromSize, issuedAt }) =>
      `The key ${fingerprintOf(oldKey)} vouched for the key ${fingerprintOf(newKey)} from the log of ${fromSize} entries on, dated ${issuedAt}.`,
  )
  if (trust.known !== 'VOUCHED') return chain
  return [...chain, `So the key that you have, ${fingerprintOf(trust.by)}, stands behind the one that signed.`]
}

/** Under which agreed tolerances the documents were compared. */
function toleranceSentences({ content: { body } }: ProvedEntry): string[] {
  const applied = memberOf(memberOf(body, 'comparison'), 'toleranceProfile')
  const [id, version, sha256] = ['id', 'version', 'sha256'].map((name) => memberOf(applied, name))
  if (typeof id !== 'string') return []
  if (typeof version !== 'string' || typeof sha256 !== 'string')
    return [`The two documents were compared under ${quote(id)}: nothing but rounding was let pass.`]
  return [
    `The two documents were compared under version ${quote(version)} of the tolerances ${quote(id)} that the hub recorded both members to have ` +
      `agreed beforehand (SHA-256 ${quote(sha256)}).`,
  ]
}

function signatureSentences({ content }: ProvedEntry): string[] {
  const proofs = memberProofs(content)
  if (typeof proofs === 'string') return []
  return proofs.map(
    ({ memberId, signed, signature }) =>
      `The holder of the key ${fingerprintOf(signature.publicKey)}, which the hub recorded as a key of the ${signed.side.toLowerCase()} (member ${quote(memberId)}), ` +
      `signed the ${signed.side.toLowerCase()}'s document (SHA-256 ${quote(signed.sha256)}) for thread ${quote(signed.threadId)}.`,
  )
}

/**
 * A text of a stranger's within a sentence: in quotes, with control and formatting characters written out, so that it
 * cannot pass itself off as something else on a terminal.
 */
export function quote(text: string): string {
  return `“${text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}“”]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16) ?? ''}}`)}”`
}

const wordsFor: Readonly<Record<EntryKind, string>> = {
  CONTRACT_NOTARIZED: 'the notarization',
  DELIVERY_REPORTED: 'a report of delivery',
  SETTLEMENT_REPORTED: 'a report of settlement',
  GOODS_REPORTED: 'a report on the goods',
  CONTRACT_CANCELLED: 'the cancellation, agreed by both sides,',
}

function laterSentence({ content, leafIndex }: ProvedEntry): string {
  return `Entry ${leafIndex} of that log is ${wordsFor[content.kind]} on the same contract, recorded at ${content.at}.`
}

/**
 * The parties, where the body names them as contract terms do: `buyer` and `seller`, each with a `name` or
 * `identifiers`.
 */
function partiesOf({ content: { body } }: ProvedEntry): string {
  const terms = body['terms'] ?? body
  const [buyer, seller] = [partyName(memberOf(terms, 'buyer')), partyName(memberOf(terms, 'seller'))]
  return buyer === null || seller === null ? '' : ` between the buyer ${buyer} and the seller ${seller}`
}

function partyName(party: JsonValue | undefined): string | null {
  const identifiers = memberOf(party, 'identifiers')
  const first = isList(identifiers) ? memberOf(identifiers[0], 'value') : undefined
  const named = [party, memberOf(party, 'name'), first].find((value) => typeof value === 'string')
  return typeof named === 'string' ? quote(named) : null
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}
