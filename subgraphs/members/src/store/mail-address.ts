import type { MembersServices } from '../services.ts'
import { personalOf } from './personal.ts'

/**
 * Where mail for a member goes; null when it has no address, or is not active. It leaves this subgraph only for whoever sends that mail.
 * @param statuses in which standings it is written to
 */
export async function mailAddressOf(
  { store, personalKeys }: Pick<MembersServices, 'store' | 'personalKeys'>,
  memberId: string,
  statuses: readonly string[] = ['ACTIVE'],
): Promise<string | null> {
  const [row] = await store.query<{ status: string }>('select status from member where id = $1', [memberId])
  if (!row || !statuses.includes(row.status)) return null
  const details = await personalOf((text, p) => store.query(text, p), personalKeys, memberId)
  return details?.mail || null
}
