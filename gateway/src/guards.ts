import type { IncomingMessage } from 'node:http'
import type { Logger } from '@torihiki/shared/log.ts'
import { StartRefused } from '@torihiki/shared/settings.ts'
import { clientAddress } from './http/client-address.ts'
import { createAdmission, type Admission } from './limits/admission.ts'
import { parseCallerLimits, plainLimits, type CallerLimits } from './limits/caller-limits.ts'
import { watchedFile } from './limits/watched-file.ts'
import { createDocuments, type Documents } from './operations/documents.ts'
import { parseManifest } from './trusted/manifest.ts'
import { noTrustedDocuments, trustedDocuments, type TrustMode } from './trusted/trusted-documents.ts'
import type { Caller } from './upstreams/upstream.ts'

/** What is kept of the name that a client gives itself. */
const longestClientName = 100

/** What stands before every operation, whatever protocol it comes by: which documents there are, and what a caller may ask for. */
export type Guards = {
  readonly documents: Documents
  readonly admission: Admission
  /** The program that sends a request, and from where. */
  clientOf(request: IncomingMessage): NonNullable<Caller['client']>
  close(): void
}

export type GuardOptions = {
  readonly limits?: CallerLimits
  /** A file that changes the limits (CLIENT_LIMITS). */
  readonly limitsFile?: string | undefined
  /** A manifest of trusted documents (TRUSTED_DOCUMENTS), and what it is for. */
  readonly manifestFile?: string | undefined
  readonly trustMode?: TrustMode
  /** Proxies before this process, which add the address of whom they heard to `x-forwarded-for`. */
  readonly proxies?: number
  readonly log: Logger
}

/** Sets up the guards. Throws `StartRefused` with a sentence when a file cannot be used. */
export function createGuards(options: GuardOptions): Guards {
  const { limitsFile, manifestFile, trustMode = 'also', log } = options
  if (trustMode === 'only' && !manifestFile)
    throw new StartRefused(
      'TRUSTED_MODE=only runs nothing but trusted documents: set TRUSTED_DOCUMENTS to their manifest.',
    )
  const base = options.limits ?? {
    everybody: plainLimits,
    notSignedIn: plainLimits,
    members: new Map(),
    clients: new Map(),
  }
  const limits = limitsFile
    ? watchedFile('CLIENT_LIMITS', limitsFile, (text) => parseCallerLimits(text, base), log)
    : { current: () => base, close: () => undefined }
  const manifest = manifestFile ? watchedFile('TRUSTED_DOCUMENTS', manifestFile, parseManifest, log) : null
  const documents = createDocuments(manifest ? trustedDocuments(trustMode, manifest) : noTrustedDocuments)
  return {
    documents,
    admission: createAdmission({ limits: limits.current, mayRun: documents.mayRun }),
    clientOf: (request) => ({ name: clientName(request), address: clientAddress(request, options.proxies ?? 0) }),
    close() {
      limits.close()
      manifest?.close()
    },
  }
}

function clientName({ headers }: IncomingMessage): string | null {
  const name = headers['x-torihiki-client'] ?? headers['apollographql-client-name']
  return typeof name === 'string' && name !== '' ? name.slice(0, longestClientName) : null
}
