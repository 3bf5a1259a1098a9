import type { Store } from '@torihiki/shared/store/store.ts'

/** Where mail for a member goes; null when it is not active. It leaves this subgraph only for whoever sends that mail. */
export async function mailAddressOf(store: Pick<Store, 'query'>, memberId: string): Promise<string | null> {
  const [row] = await store.query<{ mail: string }>(`select mail from member where id = $1 and status = 'ACTIVE'`, [
    memberId,
  ])
  return row?.mail ?? null
}
