import { createHash } from 'node:crypto'
import type { ParsedContract } from '../domain/matching/index.ts'
import { parseJson, readJsonContract } from './json-contract.ts'
import { decodeUtf8 } from './ubl/decode.ts'
import { readUblDocument } from './ubl/document.ts'
import { type ParseRefusal, refusalOf } from './ubl/fault.ts'
import { parseXml } from './ubl/xml.ts'

export type { FaultCode, ParseRefusal } from './ubl/fault.ts'

/** Media types of contract documents: UBL 2.x, and the project's own form. */
export type ContractMediaType = 'application/xml' | 'application/json'

/** A parsed document with the SHA-256 (hex) of its bytes as they came, or why it is not taken and what to do. */
export type ParsedDocument = { ok: true; document: ParsedContract; sha256: string } | ParseRefusal

/**
 * Parses a contract document (A5): UBL 2.x Order, OrderChange, Quotation, OrderResponse and OrderResponseSimple, or the project's
 * JSON form. Refuses, in this order, documents over 1 MiB, not in UTF-8, with a DTD, not well-formed, of another kind, or with a
 * field that cannot be taken. Never throws on input.
 */
export function parseContractDocument(bytes: Uint8Array, mediaType: ContractMediaType): ParsedDocument {
  try {
    const source = decodeUtf8(bytes)
    const document =
      mediaType === 'application/xml' ? readUblDocument(parseXml(source)) : readJsonContract(parseJson(source))
    return { ok: true, document, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    return refusalOf(error)
  }
}
