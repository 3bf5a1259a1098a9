import { quoteSigningUse } from '@torihiki/schema'
import { createSignedTextReader } from '@torihiki/shared/identity/signed-text.ts'
import { createSealer } from '@torihiki/shared/identity/seal.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import { deriveSigningKey } from '@torihiki/shared/identity/derive.ts'
import { createFeedWatch, type HintBus } from '@torihiki/shared/feeds/watch.ts'
import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import type { LogKeyPair, LogSigner } from './commands/append-entry.ts'
import { publicJwkOf } from './domain/log/public-key.ts'
import { caseTypes } from './graphql/case-types.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { contractTypes } from './graphql/contract-types.ts'
import { hiddenTypes } from './graphql/hidden-types.ts'
import { latenessTypes } from './graphql/lateness-types.ts'
import { mutation } from './graphql/mutation.ts'
import { policies } from './graphql/policies.ts'
import { outletTypes } from './graphql/outlet-types.ts'
import { orderTypes } from './graphql/order-types.ts'
import { shopOrderTypes } from './graphql/shop-order-types.ts'
import { query } from './graphql/query.ts'
import { rebuildTypes } from './graphql/rebuild-types.ts'
import { caseChangeType, subscription } from './graphql/subscription.ts'
import { viewerTypes } from './graphql/viewer-types.ts'
import { connectHub } from './outside/hub.ts'
import type { ContractsServices } from './services.ts'
import { migrations } from './store/migrations.ts'

export { takeHubReport } from './commands/report-to-hub.ts'
export { commitmentOf } from './domain/hidden/commitment.ts'
export { takeEvent } from './commands/take-event.ts'
export { routeWaitingOrders } from './commands/route-order.ts'
export { expireCases } from './commands/expire-cases.ts'
export { monitorLog } from './commands/monitor-log.ts'
export { dueToCheck, mostCounted, scanDelays } from './commands/scan-delays.ts'
export { dirtyMembers, mostBacklogCounted, projectMember, viewBacklog } from './views/project.ts'
export { caseViewChannel } from './views/sides.ts'
export type { ContractsServices } from './services.ts'

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = {
  name: 'contracts',
  entities: [],
  migrations,
  appendOnly: [
    'log_entry',
    'log_node',
    'checkpoint',
    'thread_event',
    'tolerance_profile',
    'tolerance_act',
    'signing_key',
    'signing_key_revocation',
    'log_key',
    'goods_report',
    'outlet_revision',
    'outlet_stock_change',
    'order_route',
    'order_route_decline',
    'trade_order',
    'order_response',
    'business_calendar',
    'escalation_steps',
    'hidden_commitment',
    'hidden_purchase',
    'hidden_report',
    'hub_link',
    'quote_use',
    'shop_order',
    'shop_order_step',
  ],
}

/** The name of the log, signed into every checkpoint. */
export const logOrigin = 'torihiki.example/contracts'

/** What the commands work with, over an open store. `now` is the clock; tests move it. */
export function createServices(options: {
  store: Store
  hints: HintBus
  hubSecret: string
  /** Secrets that the hub had before: the log is signed by a key of theirs until it is rotated. */
  hubSecretsBefore?: readonly string[]
  log: Logger
  now?: () => Date
  logOrigin?: string
  /** Where an institution reports hidden purchases to, and the API key by which it signs in there (B16). */
  upstreamHub?: { readonly url: string; readonly apiKey: string } | null
}): ContractsServices {
  const { privateKey } = deriveSigningKey(options.hubSecret, 'hub-reports')
  return {
    hub: options.upstreamHub ? connectHub(options.upstreamHub.url, options.upstreamHub.apiKey) : null,
    readQuote: createSignedTextReader([options.hubSecret, ...(options.hubSecretsBefore ?? [])], quoteSigningUse),
    reportKey: { privateKey, publicJwk: publicJwkOf(privateKey) },
    store: options.store,
    hints: options.hints,
    watch: createFeedWatch(options.store, options.hints, (error) =>
      options.log.warn({ reason: String(error) }, 'Heads of feeds cannot be read.'),
    ),
    now: options.now ?? (() => new Date()),
    log: options.log,
    personalKeys: createSealer([options.hubSecret, ...(options.hubSecretsBefore ?? [])], 'contracts-personal-key'),
    signer: createLogSigner([options.hubSecret, ...(options.hubSecretsBefore ?? [])], options.logOrigin ?? logOrigin),
  }
}

/** Each key of the log is derived from the hub's secret under a label of its own; the first one's is the oldest. */
function createLogSigner(secrets: readonly [string, ...string[]], origin: string): LogSigner {
  const keys = new Map<string, LogKeyPair>()
  const derive = (secret: string, generation: number): LogKeyPair => {
    const name = `${secrets.indexOf(secret)} ${generation}`
    const known = keys.get(name)
    if (known) return known
    const label = generation === 1 ? 'transparency-log' : `transparency-log/${generation}`
    const { privateKey } = deriveSigningKey(secret, label)
    const key = { privateKey, publicJwk: publicJwkOf(privateKey) }
    keys.set(name, key)
    return key
  }
  return {
    origin,
    keyOf: (generation) => derive(secrets[0], generation),
    find: (generation, publicX) =>
      secrets.map((secret) => derive(secret, generation)).find((key) => key.publicJwk.x === publicX) ?? null,
  }
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: ContractsServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'contracts',
    services: services as RequestServices,
    perRequest: (identity: RequestIdentity) => perRequest(identity, services),
    resolvers: {
      Query: query,
      Mutation: mutation,
      Subscription: subscription,
      ...caseTypes,
      ...orderTypes,
      ...outletTypes,
      ...shopOrderTypes,
      ...contractTypes,
      ...latenessTypes,
      ...hiddenTypes,
      ...viewerTypes,
      ...caseChangeType,
      ...rebuildTypes,
    },
    policies,
  })
}
