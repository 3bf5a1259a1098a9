import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import { defineSubgraph, type Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import { linkKey, signLink } from '@torihiki/shared/identity/signed-link.ts'
import { createSealer } from '@torihiki/shared/identity/seal.ts'
import { createMarker } from '@torihiki/shared/identity/marks.ts'
import { signInKeyUse } from '@torihiki/shared/identity/sign-in.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { MailPort } from '@torihiki/shared/mail/mail.ts'
import type { Store, StoreDefinition } from '@torihiki/shared/store/store.ts'
import { createFactBook } from './commands/fact-book.ts'
import { createTokenIssuer } from './commands/tokens.ts'
import { perRequest, type RequestServices } from './graphql/context.ts'
import { policies } from './graphql/policies.ts'
import { resolvers } from './graphql/resolvers.ts'
import { createWebhookPort, type WebhookPort } from './outside/webhook-post.ts'
import type { MembersServices } from './services.ts'
import { migrations } from './store/migrations.ts'

export { adminLoginName, setUpHub } from './commands/set-up-hub.ts'
export { claimDueMail } from './commands/send-mail.ts'
export { claimDueWebhooks } from './commands/send-webhooks.ts'
export { takeEvent } from './commands/take-event.ts'
export { runErasures } from './commands/run-erasures.ts'
export { mailAddressOf } from './store/mail-address.ts'
export { messageBacklog, messageChannel, trimMessages, type Backlog } from './store/messages.ts'
export { trimSignIns } from './store/sign-in-records.ts'
export { createWebhookPort } from './outside/webhook-post.ts'
export type { MembersServices } from './services.ts'

/** This subgraph's store: a schema of its own with its migrations. */
export const storeDefinition: StoreDefinition = {
  name: 'members',
  entities: [],
  migrations,
  appendOnly: ['authentication_level_version', 'audit_entry'],
}

/** What is at hand. Only workers, which send messages, need mail. `now` is the clock and `chance` the dice; tests move them. */
export type MembersOptions = {
  store: Store
  hints: HintBus
  hubSecret: string
  mail?: MailPort
  webhooks?: WebhookPort
  /** Earlier secrets of the hub, under which the secrets of webhooks may be sealed still. */
  hubSecretsBefore?: readonly string[]
  log?: Logger
  /** See `SITES_ALLOW_LOOPBACK`. */
  allowLoopbackSites?: boolean
  /** At which address browsers reach the hub; null when nobody said. Only workers write links. */
  publicUrl?: string | null
  /** See `COOLING_OFF_DAYS`. */
  coolingOffDays?: number
  now?: () => Date
  chance?: () => number
}

/** What is taken while `COOLING_OFF_DAYS` is not set: what consumers have by law in most places. */
const usualCoolingOffDays = 14

const noMail: MailPort = {
  send: () => Promise.reject(new Error('No mail is sent from this process.')),
  forget: () => Promise.reject(new Error('No mail is kept by this process.')),
  close: async () => undefined,
}

/** What the commands work with, over an open store. */
export function createServices(options: MembersOptions): MembersServices {
  const consentKey = linkKey(options.hubSecret, 'referral-consent')
  const { publicUrl } = options
  const services: MembersServices = {
    store: options.store,
    hints: options.hints,
    now: options.now ?? (() => new Date()),
    tokens: createTokenIssuer(options.hubSecret),
    markOf: createMarker(options.hubSecret, 'registration-mark'),
    mail: options.mail ?? noMail,
    webhooks: options.webhooks ?? createWebhookPort(),
    consentLink: (referralId, until, language) =>
      publicUrl ? `${publicUrl}/consents?token=${signLink(consentKey, referralId, until)}&lang=${language}` : null,
    sealer: createSealer([options.hubSecret, ...(options.hubSecretsBefore ?? [])], 'webhook-secret'),
    signInKeySealer: createSealer([options.hubSecret, ...(options.hubSecretsBefore ?? [])], signInKeyUse),
    allowLoopbackSites: options.allowLoopbackSites ?? false,
    personalKeys: createSealer([options.hubSecret, ...(options.hubSecretsBefore ?? [])], 'personal-key'),
    coolingOffDays: options.coolingOffDays ?? usualCoolingOffDays,
    chance: options.chance ?? Math.random,
    facts: createFactBook(() => services),
    log: options.log ?? null,
  }
  return services
}

/** The subgraph: its schema over these services. */
export function createSubgraph(services: MembersServices): Subgraph {
  return defineSubgraph<RequestServices>({
    name: 'members',
    services: services as RequestServices,
    perRequest: () => perRequest(services),
    resolvers,
    policies,
  })
}
