import type { ApplicationRow } from '../store/applications.ts'
import type { AuditRow } from '../store/audit.ts'
import type { ConsentRow } from '../store/consents.ts'
import type { ErasureRow } from '../store/erasures.ts'
import type { MessageRow } from '../store/messages.ts'
import type { MerchantSiteRow } from '../store/merchant-sites.ts'
import type { WebhookRow } from '../store/webhooks.ts'

export type MerchantSiteModel = MerchantSiteRow
export type ApplicationModel = ApplicationRow
export type ConsentModel = ConsentRow
export type AuditEntryModel = AuditRow
export type ErasureModel = ErasureRow
export type WebhookModel = WebhookRow
export type WebhookMessageModel = MessageRow
export type MailMessageModel = MessageRow

export type MemberModel = {
  id: string
  version: number
  member_number: string | null
  name: string
  kind: 'FIRM' | 'PERSON'
  status: 'PROVISIONAL' | 'ACTIVE' | 'REJECTED' | 'SUSPENDED' | 'ERASED'
  roles: string[]
  gln: string | null
  settlement_agent_id: string | null
  group_name: string | null
  /** By whose law it buys, of a person; null when it is not known. */
  country: string | null
  level_code: string | null
  registered_at: string
  /** Takes part once (B2). */
  guest: boolean
  operators_forbidden: boolean
  /** When a guest's personal data is due to be destroyed, as far as is known. */
  erase_at: string | null
}

export type AuthenticationLevelModel = {
  code: string
  name: string
  version: number
  operations: string[]
  maxPerTransaction: Record<string, string>
  maxPerDay: Record<string, string>
  partnerGroups?: string[] | null | undefined
}
