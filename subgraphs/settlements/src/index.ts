import type { Logger } from '@torihiki/shared/log.ts'
import { createFeedWatch, type HintBus } from '@torihiki/shared/feeds/watch.ts'
import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { mutation } from './graphql/mutation.ts'
import { purchaseTypes } from './graphql/purchase-types.ts'
import { obligationTypes } from './graphql/obligation-types.ts'
import { policies } from './graphql/policies.ts'
import { query } from './graphql/query.ts'
import { obligationChangeType, subscription } from './graphql/subscription.ts'
import { windowTypes } from './graphql/window-types.ts'
import { createSettlementAgents } from './outside/settlement-agent.ts'
import type { SettlementsServices } from './services.ts'
import { migrations } from './store/migrations.ts'

export { auditSettlements, type Finding } from './commands/audit-settlements.ts'
export { sweepCancellations, takeCancellationEvent } from './commands/send-cancellations.ts'
export { sweepInstructions, takeInstructionEvent } from './commands/send-instructions.ts'
export { takeEvent } from './commands/take-event.ts'
export { agentKey, agentSignatureHeader, isSignatureOf } from './outside/settlement-agent.ts'
export type { SettlementsServices } from './services.ts'

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = {
  name: 'settlements',
  entities: [],
  migrations,
  appendOnly: ['posting', 'posting_leg', 'purchase_terms', 'receivable_purchase', 'receivable_return', 'window_abort'],
}

export type ServicesOptions = {
  readonly store: Store
  readonly hints: HintBus
  readonly hubSecret: string
  readonly log: Logger
  readonly now?: () => Date
  /** Where agents take instructions, by member id; the others fetch theirs by the API. */
  readonly settlementAgents: ReadonlyMap<string, string>
}

/** What the commands work with, over an open store. `now` is the clock; tests move it. */
export function createServices({
  store,
  hints,
  hubSecret,
  log,
  now,
  settlementAgents,
}: ServicesOptions): SettlementsServices {
  return {
    store,
    hints,
    log,
    watch: createFeedWatch(store, hints, (error) =>
      log.warn({ reason: String(error) }, 'Heads of feeds cannot be read.'),
    ),
    agents: createSettlementAgents(settlementAgents, hubSecret, store),
    now: now ?? (() => new Date()),
  }
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: SettlementsServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'settlements',
    services: perRequest({ actor: null, requestId: '-' }, services),
    perRequest: (identity) => perRequest(identity, services),
    resolvers: {
      Query: query,
      Mutation: mutation,
      Subscription: subscription,
      ...obligationTypes,
      ...purchaseTypes,
      ...windowTypes,
      ...obligationChangeType,
    },
    policies,
  })
}
