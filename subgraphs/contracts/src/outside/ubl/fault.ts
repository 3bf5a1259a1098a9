/** Why a document is not taken, in order of precedence (A5). */
export type FaultCode =
  | 'TOO_LARGE'
  | 'NOT_UTF8'
  | 'FORBIDDEN_XML'
  | 'NOT_WELL_FORMED'
  | 'UNSUPPORTED_DOCUMENT'
  | 'INVALID_FIELD'

/** A fault in a document from outside. Thrown inside the parsers only; their doors turn it into data. */
export class DocumentFault extends Error {
  readonly code: FaultCode
  readonly path: string | null

  constructor(code: FaultCode, message: string, path: string | null = null) {
    super(message)
    this.name = 'DocumentFault'
    this.code = code
    this.path = path
  }
}

/** What a door returns instead of a document: what is wrong, what to do, and where. */
export type ParseRefusal = { ok: false; code: FaultCode; message: string; path?: string }

/** Turns a {@link DocumentFault} into data; anything else is a broken promise of our own and goes on. */
export function refusalOf(error: unknown): ParseRefusal {
  if (!(error instanceof DocumentFault)) throw error
  const refusal: ParseRefusal = { ok: false, code: error.code, message: error.message }
  return error.path === null ? refusal : { ...refusal, path: error.path }
}
