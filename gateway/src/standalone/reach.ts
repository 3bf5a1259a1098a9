import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { Agent, fetch } from 'undici'
import { checkTimeoutMs, type HealthCheck } from '../http/health.ts'
import { trusting } from '../upstreams/certificate-authorities.ts'
import type { Endpoint } from './upstreams.ts'

/** How long what was found out holds: several probes in a second ask the subgraphs once. */
const keptMs = 1_000

/** Whether each subgraph answers a query. What it answers does not matter, short of a fault of the server (5xx). `certificateAuthorities` are trusted besides those that Node trusts. */
export function reachChecks(
  endpoints: () => readonly Endpoint[],
  certificateAuthorities: readonly string[] = [],
): () => readonly HealthCheck[] {
  const dispatcher = new Agent({ connect: trusting(certificateAuthorities) })
  let known: { readonly at: number; readonly checks: readonly HealthCheck[] } | null = null
  return () => {
    if (known && performance.now() - known.at < keptMs) return known.checks
    const checks = endpoints().map(({ name, url }) => {
      let asked: Promise<void> | null = null
      return { name: `subgraph ${name}`, check: () => (asked ??= reach(url, dispatcher)) }
    })
    known = { at: performance.now(), checks }
    return checks
  }
}

async function reach(url: string, dispatcher: Agent): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{"query":"{__typename}"}',
    dispatcher,
    signal: AbortSignal.timeout(checkTimeoutMs),
  }).catch((error: unknown) => {
    const { cause } = error as { cause?: unknown }
    throw new Error(`${url} cannot be reached: ${errorMessage(cause ?? error)}`)
  })
  await response.body?.cancel()
  if (response.status >= 500) throw new Error(`${url} answers with HTTP status ${response.status}`)
}
