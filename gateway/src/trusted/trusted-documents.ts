import type { WatchedFile } from '../limits/watched-file.ts'
import type { Manifest } from './manifest.ts'

/** Whether trusted documents are looked up: not at all, besides all others, or to the exclusion of all others. */
export const trustModes = ['off', 'also', 'only'] as const
export type TrustMode = (typeof trustModes)[number]

export type TrustedDocuments = {
  readonly mode: TrustMode
  /** The text of a trusted document by its hash. */
  byHash(hash: string): string | undefined
  /** Whether a text may run: any unless only trusted ones may. */
  mayRun(source: string): boolean
}

/** Nothing is trusted beforehand, and everything valid may run. */
export const noTrustedDocuments: TrustedDocuments = { mode: 'off', byHash: () => undefined, mayRun: () => true }

/** The documents of a manifest, which may change meanwhile. */
export function trustedDocuments(mode: TrustMode, manifest: Pick<WatchedFile<Manifest>, 'current'>): TrustedDocuments {
  if (mode === 'off') return noTrustedDocuments
  let read: Manifest | null = null
  let bodies: ReadonlySet<string> = new Set()
  return {
    mode,
    byHash: (hash) => {
      const { operations } = manifest.current()
      return Object.hasOwn(operations, hash) ? operations[hash]?.body : undefined
    },
    mayRun(source) {
      if (mode !== 'only') return true
      const now = manifest.current()
      if (read !== now) bodies = new Set(Object.values(now.operations).map(({ body }) => body))
      read = now
      return bodies.has(source)
    },
  }
}
