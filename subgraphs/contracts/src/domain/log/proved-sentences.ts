import type { ContractCertificate, ProvedEntry } from './certificate.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { EntryKind } from './entry.ts'
import type { JsonValue } from './jcs.ts'
import { fingerprintOf } from './public-key.ts'

/** What a certificate that holds proves, sentence by sentence: who, what, when, in which tree, by which key. */
export function provedSentences(certificate: ContractCertificate, checkpoint: Checkpoint): string[] {
  const root = Buffer.from(checkpoint.rootHash).toString('base64')
  return [
    `The holder of the key ${fingerprintOf(certificate.publicKey)} (SHA-256 thumbprint) signed the log ${quote(checkpoint.origin)} ` +
      `of ${checkpoint.treeSize} entries, with the root ${root}, and dated it ${checkpoint.issuedAt}.`,
    `Entry ${certificate.contract.leafIndex} of that log is the notarization of contract ${quote(certificate.contract.content.contractCode)} ` +
      `(id ${quote(certificate.contract.content.contractId)})${partiesOf(certificate.contract)}, recorded at ${certificate.contract.content.at}.`,
    ...certificate.later.map(laterSentence),
    'The contents of these entries are exactly those that were recorded: not one character was changed.',
  ]
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
  const [buyer, seller] = [partyName(member(terms, 'buyer')), partyName(member(terms, 'seller'))]
  return buyer === null || seller === null ? '' : ` between the buyer ${buyer} and the seller ${seller}`
}

function partyName(party: JsonValue | undefined): string | null {
  const identifiers = member(party, 'identifiers')
  const first = isList(identifiers) ? member(identifiers[0], 'value') : undefined
  const named = [party, member(party, 'name'), first].find((value) => typeof value === 'string')
  return typeof named === 'string' ? quote(named) : null
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
