import type { MessageRow } from '../store/messages.ts'
import type { WebhookRow } from '../store/webhooks.ts'

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
  level_code: string | null
  registered_at: string
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
