import { createCallBook } from './commands/call-book.ts'
import { createReplyBook } from './commands/reply-book.ts'
import { createFeedWatch, type HintBus } from '@torihiki/shared/feeds/watch.ts'
import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { RequestIdentity } from '@torihiki/shared/identity/actor.ts'
import { createMarker } from '@torihiki/shared/identity/marks.ts'
import { linkKey } from '@torihiki/shared/identity/signed-link.ts'
import { createSealer } from '@torihiki/shared/identity/seal.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import type { CardRoutes } from './domain/card-route.ts'
import { claimTypes } from './graphql/claim-types.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { giftTypes } from './graphql/gift-types.ts'
import { guaranteeTypes } from './graphql/guarantee-types.ts'
import { billTypes } from './graphql/bill-types.ts'
import { laneTypes } from './graphql/lane-types.ts'
import { systemTypes } from './graphql/authorization-system-types.ts'
import { mutation } from './graphql/mutation.ts'
import { policies } from './graphql/policies.ts'
import { query } from './graphql/query.ts'
import { referralTypes } from './graphql/referral-types.ts'
import { reservationTypes } from './graphql/reservation-types.ts'
import { reservationChangeType, subscription } from './graphql/subscription.ts'
import { returnTypes } from './graphql/return-types.ts'
import { viewerTypes } from './graphql/viewer-types.ts'
import { connectCardVault } from './outside/card-vault.ts'
import { cardCompanyTimeoutMs, connectCardCompanies } from './outside/card-company.ts'
import type { ReservationsServices } from './services.ts'
import { readLaneFigures, readSystemFigures, type LaneFigures, type SystemFigures } from './store/lane-figures.ts'
import { migrations } from './store/migrations.ts'

export { takeAuthorizationEvent } from './commands/ask-card-company.ts'
export { auditBook, auditReport, type BookReport } from './commands/audit-book.ts'
export { adviseReferrals, lapseReferrals } from './commands/advise-referral.ts'
export { expireGuarantees } from './commands/expire-guarantees.ts'
export { billCredits } from './commands/make-bills.ts'
export { retryRefunds } from './commands/ask-refund.ts'
export { claimAuthorizations, type Claimed } from './commands/dispatch-authorizations.ts'
export { expireHolds } from './commands/expire-holds.ts'
export { forgetOldAddressees } from './commands/forget-addressees.ts'
export { createInquiries, inquireAuthorizations, type Inquiries } from './commands/inquire-authorizations.ts'
export { takeVaultEvent } from './commands/destroy-cards.ts'
export { heartbeatEveryMs, startSeat } from './commands/authorization-seat.ts'
export { takeEvent } from './commands/take-event.ts'
export type { Finding } from './domain/audit.ts'
export type { ReservationsServices } from './services.ts'
export type { LaneFigures } from './store/lane-figures.ts'

/** How requests to card companies stand, for people who watch (C5). */
export function authorizationFigures({ store, cardCompanies }: ReservationsServices): Promise<LaneFigures[]> {
  return readLaneFigures((text, p) => store.query(text, p), cardCompanies.codes())
}

/** Which authorization systems live, and what they have in hand, for people who watch (C8). */
export function systemFigures({ store }: ReservationsServices): Promise<SystemFigures[]> {
  return readSystemFigures((text, p) => store.query(text, p))
}

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = {
  name: 'reservations',
  entities: [],
  migrations,
  appendOnly: [
    'posting',
    'posting_leg',
    'hold_capture',
    'approval',
    'credit_bill_line',
    'credit_bill_payment',
    'guarantee_step',
    'guarantee_payment',
    'guarantee_pool_version',
    'gift_step',
    'cooling_off_rule',
    'return_terms',
    'capture_settlement',
    'claim_terms',
    'credit_claim_purchase',
    'credit_claim_return',
    'due_in_settlement',
    'debt_reduction',
    'referral_step',
    'authorization_schedule',
    'authorization_act',
    'authorization_system',
    'authorization_sharing',
  ],
}

/** The authorization system that a process belongs to when nobody says otherwise. */
const firstSystem = 'first'
/** By which number card companies know an institution that has not said its own. */
const unnamedAcquirer = '1'

/** `now` is the clock, tests move it; holds expire by the database's. `cardCompanies` are URLs by the code that payment methods name. */
export type ServicesOptions = {
  store: Store
  hints: HintBus
  log: Logger
  now?: () => Date
  cardCompanies?: ReadonlyMap<string, string>
  cardCompanyTimeoutMs?: number
  /** Where the card vault is (C3). */
  cardVault?: string | undefined
  cardRoutes?: CardRoutes
  /** By which number card companies know the institution (field 32). */
  acquirerNumber?: string
  /** The authorization system to which this process belongs (C8). */
  authorizationSystem?: string
  institutionId?: string
  /** No hub between (B9): sellers have their deposits in this book. */
  paysSellers?: boolean
  hubSecret: string
  /** Earlier secrets: what they sealed is still opened. */
  hubSecretsBefore?: readonly string[]
}

/** What the commands work with, over an open store. The hub is the payment institution unless another is named. */
export function createServices(options: ServicesOptions): ReservationsServices {
  const { store, hints, log, hubSecret } = options
  const services: ReservationsServices = {
    store,
    hints,
    log,
    watch: createFeedWatch(store, hints, (error) =>
      log.warn({ reason: String(error) }, 'Heads of feeds cannot be read.'),
    ),
    now: options.now ?? (() => new Date()),
    institutionId: options.institutionId ?? hubMemberId,
    paysSellers: options.paysSellers ?? false,
    accounts: createSealer([hubSecret, ...(options.hubSecretsBefore ?? [])], 'reservations-account'),
    personalKeys: createSealer([hubSecret, ...(options.hubSecretsBefore ?? [])], 'reservations-personal-key'),
    linkKeys: [hubSecret, ...(options.hubSecretsBefore ?? [])].map((each) => linkKey(each, 'referral-consent')),
    markOf: createMarker(hubSecret, 'reservations-mark'),
    seat: { system: options.authorizationSystem ?? firstSystem, processId: newId() },
    cardVault: options.cardVault ? connectCardVault(options.cardVault) : null,
    cardRoutes: options.cardRoutes ?? new Map(),
    cardCompanies: connectCardCompanies(options.cardCompanies ?? new Map(), {
      timeoutMs: options.cardCompanyTimeoutMs ?? cardCompanyTimeoutMs,
      acquirer: options.acquirerNumber ?? unnamedAcquirer,
    }),
    replies: createReplyBook(() => services),
    calls: createCallBook(() => services),
  }
  return services
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: ReservationsServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'reservations',
    services: services as RequestServices,
    perRequest: (identity: RequestIdentity) => perRequest(identity, services),
    resolvers: {
      Query: query,
      Mutation: mutation,
      Subscription: subscription,
      ...reservationTypes,
      ...guaranteeTypes,
      ...claimTypes,
      ...referralTypes,
      ...giftTypes,
      ...billTypes,
      ...returnTypes,
      ...laneTypes,
      ...systemTypes,
      ...viewerTypes,
      ...reservationChangeType,
    },
    policies,
  })
}
