import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { FeedWatch } from '@torihiki/shared/feeds/watch.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { LogSigner } from './commands/append-entry.ts'

/** What the commands and resolvers of this subgraph work with. */
export type ContractsServices = {
  readonly store: Store
  readonly hints: HintBus
  readonly watch: FeedWatch
  readonly now: () => Date
  readonly signer: LogSigner
  readonly log: Logger
}
