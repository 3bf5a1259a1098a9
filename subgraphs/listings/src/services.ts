import type { FeedWatch, HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { TextSigner } from '@torihiki/shared/identity/signed-text.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Mail } from '@torihiki/shared/mail/mail.ts'
import type { Store } from '@torihiki/shared/store/store.ts'

/** Sends mail to a member, whose address this subgraph does not know. False when it has none any more. */
export type MemberMail = { send(memberId: string, letter: Omit<Mail, 'to'>): Promise<boolean> }

/** What the commands and resolvers of this subgraph work with. */
export type ListingsServices = {
  readonly store: Store
  readonly hints: HintBus
  readonly watch: FeedWatch
  readonly mail: MemberMail
  /** Signs quotes (C1): the same quote always the same way. */
  readonly signQuote: TextSigner
  readonly log: Logger | null
  readonly now: () => Date
}
