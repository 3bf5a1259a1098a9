import { quoteSigningUse } from '@torihiki/schema'
import { createTextSigner, type TextSigner } from '@torihiki/shared/identity/signed-text.ts'
import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import { createFeedWatch, type FeedWatch, type HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { policies } from './graphql/policies.ts'
import { resolvers } from './graphql/resolvers.ts'
import type { ListingsServices, MemberMail } from './services.ts'
import { migrations } from './store/migrations.ts'

export { keepListings } from './commands/keep-up.ts'
export { takeInterestEvent } from './commands/match-interests.ts'
export { claimDigests, sendDigests } from './commands/send-digests.ts'
export { lapseQuotes } from './commands/quote-life.ts'
export { takeEvent } from './commands/take-event.ts'
export type { ListingsServices, MemberMail } from './services.ts'

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = {
  name: 'listings',
  entities: [],
  migrations,
  appendOnly: [
    'opportunity_revision',
    'shop_revision',
    'item_revision',
    'item_stock_change',
    'shop_terms',
    'quote_step',
  ],
}

/** What is at hand. Without hints live feeds look once a second; only workers, which send the digests, need mail, and the hub's secret who signs quotes. `now` is the clock. */
export type ListingsOptions = {
  store: Store
  hints?: HintBus
  mail?: MemberMail
  hubSecret?: string
  log?: Logger
  now?: () => Date
}

const noHints: HintBus = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }

const noMail: MemberMail = { send: () => Promise.reject(new Error('No mail is sent from this process.')) }

const noSigner: TextSigner = () => Promise.reject(new Error('No quotes are signed by this process.'))

/** What the commands work with. */
export function createServices({
  store,
  hints = noHints,
  mail = noMail,
  hubSecret,
  log,
  now,
}: ListingsOptions): ListingsServices {
  return {
    store,
    hints,
    watch: watchWhenNeeded(() =>
      createFeedWatch(store, hints, (error) => log?.warn({ reason: String(error) }, 'Heads of feeds cannot be read.')),
    ),
    mail,
    signQuote: hubSecret === undefined ? noSigner : createTextSigner(hubSecret, quoteSigningUse),
    log: log ?? null,
    now: now ?? (() => new Date()),
  }
}

/** Workers read no feeds: the watch, which looks at the database once a second, begins with the first reader. */
function watchWhenNeeded(create: () => FeedWatch): FeedWatch {
  let open: FeedWatch | null = null
  return {
    watch: (feed, wake) => (open ??= create()).watch(feed, wake),
    close: async () => open?.close(),
  }
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: ListingsServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'listings',
    services: perRequest({ actor: null, requestId: '-' }, services),
    perRequest: (identity) => perRequest(identity, services),
    resolvers,
    policies,
  })
}
