import type { SubgraphName } from '@torihiki/schema'
import type { ApiScope } from './scopes.ts'

/** Who acts. It travels signed from the gateway to each subgraph, which decides by itself what the actor may do. */
export type Actor = {
  readonly memberId: string
  readonly roles: readonly string[]
  /** The session, or the API key. */
  readonly sessionId: string
  /** What an API key is for. Null or absent: a session, which no scope limits. */
  readonly scopes?: readonly ApiScope[] | null
}

/** What a subgraph knows of a request besides its text. */
export type RequestIdentity = { readonly actor: Actor | null; readonly requestId: string }

/** Whether somebody is signed in who has one of these roles. */
export function hasRole(actor: Actor | null, ...roles: string[]): boolean {
  return actor !== null && roles.some((role) => actor.roles.includes(role))
}

export type { SubgraphName }
