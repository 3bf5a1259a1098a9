import type { Tx } from '@torihiki/shared/store/store.ts'

type Sql = Tx['sql']

/** A merchant's site as it is on record (B22), without the hash of its secret. */
export type MerchantSiteRow = {
  id: string
  merchant_id: string
  name: string
  initiate_login_uri: string
  redirect_uris: string[]
  registered_at: string
  approved_at: string | null
  revoked_at: string | null
}

const columns =
  's.id, s.merchant_id, s.name, s.initiate_login_uri, s.redirect_uris, s.registered_at, s.approved_at, s.revoked_at'

/** Where a site stands. */
export type SiteStatus = 'REQUESTED' | 'APPROVED' | 'REVOKED'

/** Where a site stands: a revoked one stays so. */
export function siteStatus({ approved_at: approved, revoked_at: revoked }: MerchantSiteRow): SiteStatus {
  if (revoked !== null) return 'REVOKED'
  return approved === null ? 'REQUESTED' : 'APPROVED'
}

/** A site to which members may be passed on now: approved, not revoked, of a merchant that takes part. `m` is the merchant. */
export const usableSite = `s.approved_at is not null and s.revoked_at is null and m.status = 'ACTIVE' and 'SELLER' = any (m.roles)`

const standing: Readonly<Record<SiteStatus, string>> = {
  REQUESTED: 's.approved_at is null and s.revoked_at is null',
  APPROVED: usableSite,
  REVOKED: 's.revoked_at is not null',
}

/** A site by its id. */
export async function merchantSiteById(sql: Sql, id: string): Promise<MerchantSiteRow | null> {
  const [row] = await sql<MerchantSiteRow>(`select ${columns} from merchant_site s where s.id = $1`, [id])
  return row ?? null
}

/** A site with its row locked, or null. */
export async function lockSite(tx: Tx, id: string): Promise<MerchantSiteRow | null> {
  const [row] = await tx.sql<MerchantSiteRow>(
    `select ${columns} from merchant_site s where s.id = $1 for no key update`,
    [id],
  )
  return row ?? null
}

/** Sites newest first: of a merchant or of all, in one standing or in any, whose name or host has the text. */
export async function merchantSites(
  sql: Sql,
  asked: { merchantId: string | null; status: SiteStatus | null; text: string | null },
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<MerchantSiteRow[]> {
  const where = asked.status === null ? 'true' : standing[asked.status]
  return sql<MerchantSiteRow>(
    `select ${columns} from merchant_site s join member m on m.id = s.merchant_id
     where ${where} and ($1::uuid is null or s.merchant_id = $1)
       and ($2::text is null or strpos(lower(s.name), lower($2)) > 0 or strpos(lower(split_part(s.initiate_login_uri, '/', 3)), lower($2)) > 0)
       and ($3::timestamptz is null or (s.registered_at, s.id) < ($3, $4::uuid))
     order by s.registered_at desc, s.id desc limit $5`,
    [asked.merchantId, asked.text, after.at, after.id, limit],
  )
}
