import { HubClient, type Json } from './hub-client.ts'
import type { Party } from './parties.ts'

/** A machine of a member: its API key, and a client that shows it. */
export type Machine = { readonly id: string; readonly key: string; readonly client: HubClient; readonly apiKey: Json }

/** Has a member make an API key for a machine. */
export async function newMachine(
  { client }: Pick<Party, 'client'>,
  scopes: readonly string[],
  further: object = {},
): Promise<Machine> {
  const { key, apiKey } = await client.must('CreateApiKey', {
    name: `Machine for ${scopes.join(', ')}`,
    scopes,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    ...further,
  })
  return { id: apiKey.id, key, apiKey, client: new HubClient(client.url, key) }
}
