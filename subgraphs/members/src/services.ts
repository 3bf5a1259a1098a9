import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { MailPort } from '@torihiki/shared/mail/mail.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { Sealer } from '@torihiki/shared/identity/seal.ts'
import type { FactBook } from './commands/fact-book.ts'
import type { TokenIssuer } from './commands/tokens.ts'
import type { WebhookPort } from './outside/webhook-post.ts'

/** What the commands and resolvers of this subgraph work with. */
export type MembersServices = {
  readonly store: Store
  /** Tells gateways whose rights may have changed. */
  readonly hints: HintBus
  readonly now: () => Date
  readonly tokens: TokenIssuer
  /** A keyed mark of a secret text, by which two of them are told apart. */
  markOf(secret: string): string
  /** The one way on which mail leaves. Only workers have it. */
  readonly mail: MailPort
  /** Takes what has happened in threads. */
  readonly facts: FactBook
  /** How messages reach the receivers of webhooks. */
  readonly webhooks: WebhookPort
  /** The address where a customer consents to a referral until an instant (C7), in the language of the letter. Null when it is not known where browsers reach the hub. */
  consentLink(referralId: string, until: Date, language: string): string | null
  /** Keeps the secrets of webhooks. */
  readonly sealer: Sealer
  /** Keeps the keys that sign who a member is at merchants' sites (B22). The gateway has the like: it signs. */
  readonly signInKeySealer: Sealer
  /** For development and tests: merchants' sites may be on this machine, without TLS. */
  readonly allowLoopbackSites: boolean
  /** Keeps the keys of members' personal data, one each (B2). */
  readonly personalKeys: Sealer
  /** How many days after its settlement a purchase can be given back: a guest's data is kept so long (B2). */
  readonly coolingOffDays: number
  /** At least 0, below 1: it spreads what is tried again. */
  chance(): number
  readonly log: Logger | null
}
