/** The feed of what a member's interests find. */
export const matchFeed = (memberId: string): string => `opportunity-matches/${memberId}`

/** What an entry of that feed says besides the opportunity's id: nothing of the opportunity itself, which may be closed later. */
export type MatchBody = { readonly interestIds: readonly string[]; readonly revision: number }
