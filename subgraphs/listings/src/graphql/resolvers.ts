import { badRequest, pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { publishOpportunity } from '../commands/publish-opportunity.ts'
import { withdrawOpportunity } from '../commands/withdraw-opportunity.ts'
import { textSearchOf } from '../domain/search.ts'
import { statusAt } from '../domain/status.ts'
import { openOpportunities, placeOf, timesOf, type OpportunityQuery } from '../store/opportunities.ts'
import type { Context } from './context.ts'
import type { QueryOpportunitiesArgs, Resolvers } from './generated.ts'
import type { OpportunityModel } from './models.ts'

/** Longest text that is searched for. */
const longestSearch = 200

function listQuery({ filter, ...page }: QueryOpportunitiesArgs): OpportunityQuery & { hadAfter: boolean } {
  const { limit, at: publishedAt, id } = pageByInstant(page)
  const typed = [filter?.text, filter?.category, filter?.region].find((text) => text && text.length > longestSearch)
  if (typed) throw badRequest('BAD_USER_INPUT', `A filter has at most ${longestSearch} characters.`)
  return {
    text: filter?.text ? textSearchOf(filter.text) : null,
    category: filter?.category?.trim() || null,
    region: filter?.region?.trim() || null,
    publisherId: filter?.publisherId ?? null,
    after: publishedAt && id ? { publishedAt, id } : null,
    limit: limit + 1,
    hadAfter: publishedAt !== null,
  }
}

/** Reads again what a command has just changed; its actor may see it, else there would have been no answer. */
async function load(context: Context, id: string): Promise<OpportunityModel> {
  const row = await context.services.loadOpportunity.load(id)
  if (!row) throw new Error(`Opportunity ${id} is referred to, but not there.`)
  return row
}

const payload = (context: Context) => async (answer: { opportunityId: string }) => ({
  opportunity: await load(context, answer.opportunityId),
})

/** One line each: call the command or the query, map its answer. */
export const resolvers: Resolvers = {
  Query: {
    opportunity: (_root, { id }, context) => context.services.loadOpportunity.load(id),
    opportunities: async (_root, args, context) => {
      const { store, now } = context.services
      const query = listQuery(args)
      const none = query.publisherId !== null && !isId(query.publisherId)
      const rows = none
        ? []
        : await openOpportunities((text, p) => store.query(text, p), actorOf(context).memberId, now(), query)
      return pageFrom(rows, query.limit - 1, query.hadAfter, placeOf, (row) => row)
    },
  },
  Mutation: {
    publishOpportunity: async (_root, { input }, context) =>
      resultAs(
        await publishOpportunity(context.services, actorOf(context), input),
        'PublishOpportunityPayload',
        payload(context),
      ),
    withdrawOpportunity: async (_root, { input }, context) =>
      resultAs(
        await withdrawOpportunity(context.services, actorOf(context), input),
        'WithdrawOpportunityPayload',
        payload(context),
      ),
  },
  Opportunity: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.loadOpportunity.load(id),
    publisher: (row) => ({ __typename: 'Member', id: row.publisher_id }),
    budget: (row) =>
      row.budget_minor && row.budget_currency ? moneyText(moneyOf(row.budget_minor, row.budget_currency)) : null,
    validUntil: (row) => asDateOrNull(row.valid_until),
    status: (row, _args, { services }) => statusAt(timesOf(row), services.now()),
    publishedAt: (row) => asDate(row.published_at),
  },
}
