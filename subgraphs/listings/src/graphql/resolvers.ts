import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { editInterest, removeInterest } from '../commands/edit-interest.ts'
import { editOpportunity } from '../commands/edit-opportunity.ts'
import { publishOpportunity } from '../commands/publish-opportunity.ts'
import { registerInterest } from '../commands/register-interest.ts'
import { setDigestSchedule } from '../commands/set-digest-schedule.ts'
import { withdrawOpportunity } from '../commands/withdraw-opportunity.ts'
import { cartMutations, cartQueries, cartTypes, shopTermsOf } from './cart-types.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import { digestScheduleOf, interestOf, interestTypes } from './interest-types.ts'
import type { OpportunityModel } from './models.ts'
import { opportunityTypes } from './opportunity-types.ts'
import { itemMutations, itemQueries, itemTypes } from './item-types.ts'
import { shopMutations, shopQueries, shopTypes } from './shop-types.ts'
import { searchOpportunities } from './search.ts'

/** Reads again what a command has just changed; its actor may see it, else there would have been no answer. */
async function load(context: Context, id: string): Promise<OpportunityModel> {
  const row = await context.services.loadOpportunity.load(id)
  if (!row) throw new Error(`Opportunity ${id} is referred to, but not there.`)
  return row
}

const payload = (context: Context) => async (answer: { opportunityId: string }) => ({
  opportunity: await load(context, answer.opportunityId),
})

const interestPayload = (context: Context) => async (answer: { interestId: string }) => ({
  interest: await interestOf(context, answer.interestId),
})

/** One line each: call the command or the query, map its answer. */
export const resolvers: Resolvers = {
  Query: {
    opportunity: (_root, { id }, context) => context.services.loadOpportunity.load(id),
    opportunities: (_root, args, context) => searchOpportunities(context.services, actorOf(context).memberId, args),
    ...shopQueries,
    ...itemQueries,
    ...cartQueries,
  },
  Mutation: {
    ...shopMutations,
    ...itemMutations,
    ...cartMutations,
    publishOpportunity: async (_root, { input }, context) =>
      resultAs(
        await publishOpportunity(context.services, actorOf(context), input),
        'PublishOpportunityPayload',
        payload(context),
      ),
    editOpportunity: async (_root, { input }, context) =>
      resultAs(
        await editOpportunity(context.services, actorOf(context), input),
        'EditOpportunityPayload',
        payload(context),
      ),
    withdrawOpportunity: async (_root, { input }, context) =>
      resultAs(
        await withdrawOpportunity(context.services, actorOf(context), input),
        'WithdrawOpportunityPayload',
        payload(context),
      ),
    registerInterest: async (_root, { input }, context) =>
      resultAs(
        await registerInterest(context.services, actorOf(context), input),
        'RegisterInterestPayload',
        interestPayload(context),
      ),
    editInterest: async (_root, { input }, context) =>
      resultAs(
        await editInterest(context.services, actorOf(context), input),
        'EditInterestPayload',
        interestPayload(context),
      ),
    removeInterest: async (_root, { input }, context) =>
      resultAs(
        await removeInterest(context.services, actorOf(context), input),
        'RemoveInterestPayload',
        (answer) => answer,
      ),
    setDigestSchedule: async (_root, { input }, context) =>
      resultAs(
        await setDigestSchedule(context.services, actorOf(context), input),
        'SetDigestSchedulePayload',
        async ({ memberId }) => ({ digestSchedule: await digestScheduleOf(context, memberId) }),
      ),
  },
  ...interestTypes,
  ...opportunityTypes,
  ...shopTypes,
  Shop: { ...shopTypes.Shop, terms: shopTermsOf },
  ...cartTypes,
  ...itemTypes,
}
