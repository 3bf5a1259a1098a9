import type { SubgraphName } from '@torihiki/schema'

/** Who acts. It travels signed from the gateway to each subgraph, which decides by itself what the actor may do. */
export type Actor = {
  readonly memberId: string
  readonly roles: readonly string[]
  readonly sessionId: string
}

/** What a subgraph knows of a request besides its text. */
export type RequestIdentity = { readonly actor: Actor | null; readonly requestId: string }

/** Whether somebody is signed in who has one of these roles. */
export function hasRole(actor: Actor | null, ...roles: string[]): boolean {
  return actor !== null && roles.some((role) => actor.roles.includes(role))
}

export type { SubgraphName }
