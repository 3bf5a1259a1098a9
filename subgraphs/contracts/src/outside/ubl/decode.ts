import { isUtf8 } from 'node:buffer'
import { DocumentFault } from './fault.ts'
import { MAX_DOCUMENT_BYTES } from './limits.ts'

/** The text of a document: refused by size before anything else looks at it, then read as UTF-8 and nothing else. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) {
    throw new DocumentFault(
      'TOO_LARGE',
      `The document has ${bytes.byteLength} bytes; at most ${MAX_DOCUMENT_BYTES} are taken. Leave attachments out.`,
    )
  }
  if (!isUtf8(bytes)) throw notUtf8('it holds bytes that are no UTF-8')
  const text = new TextDecoder('utf-8').decode(bytes)
  if (text.includes('\0')) throw notUtf8('it holds zero bytes, as UTF-16 does')
  return text
}

/** The fault for any other encoding. */
export function notUtf8(reason: string): DocumentFault {
  return new DocumentFault('NOT_UTF8', `The document is not UTF-8: ${reason}. Send it in UTF-8.`)
}
