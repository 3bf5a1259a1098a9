import type { OpportunityRow } from '../store/opportunities.ts'

/** An opportunity as resolvers pass it on. */
export type OpportunityModel = OpportunityRow

/** A reference to a member; `members` resolves it. */
export type MemberModel = { __typename: 'Member'; id: string }
