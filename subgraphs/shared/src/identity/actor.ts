import type { SubgraphName } from '@torihiki/schema'
import type { ApiScope } from './scopes.ts'

/** How an order, an application or a confirmation reached an operator who acts for a member (B14). */
export const contactChannels = ['TELEPHONE', 'FAX', 'LETTER'] as const
export type ContactChannel = (typeof contactChannels)[number]

/** Who acts. It travels signed from the gateway to each subgraph, which decides by itself what the actor may do. */
export type Actor = {
  readonly memberId: string
  readonly roles: readonly string[]
  /** The session, or the API key. */
  readonly sessionId: string
  /** What an API key is for. Null or absent: a session, which no scope limits. */
  readonly scopes?: readonly ApiScope[] | null
  /** The operator who acts for the member (B14), and how the member asked for it. Null or absent: the member acts itself. */
  readonly operator?: { readonly memberId: string; readonly channel: ContactChannel } | null
  /** The code of the one order that the session reaches (C9): who came back by it has no scope, and does what is for that order alone. Null or absent: no order limits it. */
  readonly orderCode?: string | null
}

/** What a subgraph knows of a request besides its text. */
export type RequestIdentity = { readonly actor: Actor | null; readonly requestId: string }

/** Whether somebody is signed in who has one of these roles. */
export function hasRole(actor: Actor | null, ...roles: string[]): boolean {
  return actor !== null && roles.some((role) => actor.roles.includes(role))
}

export type { SubgraphName }
