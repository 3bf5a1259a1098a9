import { isId } from '../ids.ts'

/** What a hint says of a member's rights: whose may have changed, and which of its sessions has ended, if one has. */
export type MemberHint = { readonly memberId: string; readonly endedSessionId: string | null }

/**
 * The hint that a member's rights may have changed (A6): its roles, level, status or keys, or the end of one of its sessions. It
 * travels over the `HintBus` as ids only. Gateways end the member's live connections when they hear it. It may be lost: then the
 * expiry of what the client showed is the bound.
 */
export function memberHint(memberId: string, endedSessionId?: string): string {
  return endedSessionId === undefined ? `member/${memberId}` : `member/${memberId}/session/${endedSessionId}`
}

/** Reads a hint of the bus; null when it is about something else. */
export function readMemberHint(hint: string): MemberHint | null {
  const [kind, memberId = '', what, endedSessionId = '', ...rest] = hint.split('/')
  if (kind !== 'member' || !isId(memberId) || rest.length > 0) return null
  if (what === undefined) return { memberId, endedSessionId: null }
  return what === 'session' && isId(endedSessionId) ? { memberId, endedSessionId } : null
}
