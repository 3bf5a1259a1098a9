import type { Store } from '@torihiki/shared/store/store.ts'

/** Where an agent takes instructions, or null when none was set. */
export async function endpointOf(store: Store, agentId: string): Promise<string | null> {
  const [row] = await store.query<{ url: string }>('select url from agent_endpoint where agent_id = $1', [agentId])
  return row?.url ?? null
}

/** The agents for whom an address was set. */
export async function agentsWithEndpoint(store: Store): Promise<string[]> {
  const rows = await store.query<{ agent_id: string }>('select agent_id from agent_endpoint')
  return rows.map((row) => row.agent_id)
}
