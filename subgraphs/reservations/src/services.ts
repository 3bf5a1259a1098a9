import type { FeedWatch, HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { CardCompanies } from './outside/card-company.ts'

/** What the commands and resolvers of this subgraph work with. */
export type ReservationsServices = {
  readonly store: Store
  readonly hints: HintBus
  readonly watch: FeedWatch
  readonly log: Logger
  readonly now: () => Date
  /** The payment institution whose book this is. */
  readonly institutionId: string
  /** Whether sellers have their money in this book too (B9): a capture is theirs at once, and nobody owes it onwards. */
  readonly paysSellers: boolean
  readonly cardCompanies: CardCompanies
}
