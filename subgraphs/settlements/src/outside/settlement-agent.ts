import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveBytes } from '@torihiki/shared/identity/derive.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { agentsWithEndpoint, endpointOf } from '../store/endpoints.ts'
import type { SettlementAgents } from '../services.ts'

/** How long an agent may take to answer. It is to note the instruction, not to carry it out. */
export const answerTimeoutMs = 10_000
export const agentSignatureHeader = 'x-torihiki-signature'

/** The key that the hub and one agent share. The operator hands it to the agent, on paper or by another channel. */
export function agentKey(hubSecret: string, agentId: string): Buffer {
  return deriveBytes(hubSecret, `agent-webhook/${agentId}`)
}

/** The signature of a body: HMAC-SHA-256 (RFC 2104) under the agent's key, as `sha256=<hex>`. */
export function signBody(key: Buffer, body: string): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
}

/** Whether a signature is that of the body; for agents, in constant time. */
export function isSignatureOf(key: Buffer, body: string, signature: string): boolean {
  const [right, given] = [Buffer.from(signBody(key, body)), Buffer.from(signature)]
  return right.length === given.length && timingSafeEqual(right, given)
}

/** The agents that take instructions by HTTP, by member id, and the protocol that they are spoken to by (A8, A9). */
export function createSettlementAgents(
  urls: ReadonlyMap<string, string>,
  hubSecret: string,
  store: Store,
): SettlementAgents {
  return {
    reachable: async () => [...new Set([...urls.keys(), ...(await agentsWithEndpoint(store))])],
    async send(agentId, instruction) {
      const url = (await endpointOf(store, agentId)) ?? urls.get(agentId)
      if (url === undefined) return 'The agent has no address.'
      return postTo(url, '/instructions', agentKey(hubSecret, agentId), instruction.instructionId, instruction)
    },
    async cancel(agentId, cancellation) {
      const url = (await endpointOf(store, agentId)) ?? urls.get(agentId)
      if (url === undefined) return 'The agent has no address.'
      const { instructionId } = cancellation
      const path = `/instructions/${encodeURIComponent(instructionId)}/cancellation`
      return postTo(url, path, agentKey(hubSecret, agentId), `${instructionId}/cancellation`, cancellation)
    },
  }
}

async function postTo(
  url: string,
  path: string,
  key: Buffer,
  idempotencyKey: string,
  message: object,
): Promise<string | null> {
  const body = JSON.stringify(message)
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': idempotencyKey,
    [agentSignatureHeader]: signBody(key, body),
  }
  try {
    const signal = AbortSignal.timeout(answerTimeoutMs)
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal,
    })
    await response.body?.cancel()
    return response.ok ? null : `The agent answered ${response.status}.`
  } catch (error) {
    return `The agent does not answer: ${error instanceof Error ? error.message : String(error)}.`
  }
}
