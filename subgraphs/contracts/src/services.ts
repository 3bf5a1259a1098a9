import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { FeedWatch } from '@torihiki/shared/feeds/watch.ts'
import type { Sealer } from '@torihiki/shared/identity/seal.ts'
import type { SignedTextReader } from '@torihiki/shared/identity/signed-text.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { LogKeyPair, LogSigner } from './commands/append-entry.ts'
import type { HubPort } from './outside/hub.ts'

/** What the commands and resolvers of this subgraph work with. */
export type ContractsServices = {
  readonly store: Store
  readonly hints: HintBus
  readonly watch: FeedWatch
  readonly now: () => Date
  readonly signer: LogSigner
  /** Keeps the keys of persons and guests, one each (B2). */
  readonly personalKeys: Sealer
  /** Reads shops' quotes, signed by `listings` (C1). */
  readonly readQuote: SignedTextReader
  readonly log: Logger
  /** The hub to which this institution reports hidden purchases (B16); null when there is none. */
  readonly hub: HubPort | null
  /** By which it signs them. */
  readonly reportKey: LogKeyPair
}
