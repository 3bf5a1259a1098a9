import type { SubgraphName } from '@torihiki/schema'
import { signatureHeader, signRequest } from '@torihiki/shared/identity/signing.ts'
import type { Sign } from './http-post.ts'

/** Signs what goes to a subgraph of the hub: the subgraph refuses everything else. */
export function signer(name: SubgraphName, hubSecret: string): Sign {
  return async (text, { identity }) => ({ [signatureHeader]: await signRequest(hubSecret, name, text, identity) })
}
