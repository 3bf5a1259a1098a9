import type { FeedWatch, HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Sealer } from '@torihiki/shared/identity/seal.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { CardRoutes } from './domain/card-route.ts'
import type { CardVault } from './outside/card-vault.ts'
import type { CallBook } from './commands/call-book.ts'
import type { ReplyBook } from './commands/reply-book.ts'
import type { CardCompanies } from './outside/card-company.ts'
import type { Seat } from './store/authorization-systems.ts'

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
  /** The vault in which cards are kept (C3); null when none is connected: then members say what they know of theirs. */
  readonly cardVault: CardVault | null
  /** Which company authorizes which cards. */
  readonly cardRoutes: CardRoutes
  /** Where card companies' answers are recorded, many together when they crowd in. */
  readonly replies: ReplyBook
  /** Where it is noted how calls to card companies went. */
  readonly calls: CallBook
  /** Which process of which authorization system this is (C8). */
  readonly seat: Seat
  /** Seals the accounts from which members pay (C3). */
  readonly accounts: Sealer
  /** Seals the keys under which names and addresses of gifts' recipients are kept (B11). */
  readonly personalKeys: Sealer
  /** Keys of the links by which customers consent (C7), today's first. */
  readonly linkKeys: readonly Buffer[]
  /** Marks of what is personal, for records that must know it again and not hold it. */
  readonly markOf: (text: string) => string
}
