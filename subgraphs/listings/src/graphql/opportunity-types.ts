import { pageByNumber, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { statusAt } from '../domain/status.ts'
import { readRevisions, statedOf, timesOf, type StatedRow } from '../store/opportunities.ts'
import { countMatches, mostCounted, type FacetRow } from '../store/search.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { MemberModel } from './models.ts'

const budgetOf = (row: StatedRow) => {
  const { budget } = statedOf(row)
  return budget && moneyText(budget)
}
const namedOf = ({ visible_to }: StatedRow): MemberModel[] | null =>
  visible_to?.map((id) => ({ __typename: 'Member', id })) ?? null

/** Who asks is its publisher: the record, and whom it is open to, are for that member alone. */
const isPublisher = (row: { publisher_id: string }, { actor }: Context): boolean => actor?.memberId === row.publisher_id

const valuesOf = (rows: readonly FacetRow[], facet: FacetRow['facet']) =>
  rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))

/** An opportunity, its record, and what a list of them says of itself. */
export const opportunityTypes: Pick<Resolvers, 'Opportunity' | 'OpportunityRevision' | 'OpportunityConnection'> = {
  Opportunity: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.loadOpportunity.load(id),
    publisher: (row) => ({ __typename: 'Member', id: row.publisher_id }),
    budget: budgetOf,
    validUntil: (row) => asDateOrNull(row.valid_until),
    status: (row, _args, { services }) => statusAt(timesOf(row), services.now()),
    publishedAt: (row) => asDate(row.published_at),
    editedAt: (row) => asDateOrNull(row.edited_at),
    audience: (row) => (row.visible_to === null ? 'ALL' : 'NAMED'),
    visibleTo: (row, _args, context) => (isPublisher(row, context) ? namedOf(row) : null),
    revisions: async (row, args, context) => {
      if (!isPublisher(row, context)) return null
      const { limit, after } = pageByNumber(args)
      const { store } = context.services
      const rows = await readRevisions((text, p) => store.query(text, p), row.id, after || null, limit + 1)
      return pageFrom(
        rows,
        limit,
        after > 0,
        ({ revision }) => [revision],
        (each) => each,
      )
    },
  },
  OpportunityRevision: {
    at: (row) => asDate(row.at),
    budget: budgetOf,
    validUntil: (row) => asDateOrNull(row.valid_until),
    visibleTo: namedOf,
  },
  OpportunityConnection: {
    facets: async ({ searched }, _args, { services: { store } }) => {
      const rows = searched
        ? await countMatches((text, p) => store.query(text, p), searched.reader, searched.filter)
        : []
      const total = rows.find(({ facet }) => facet === null)?.count ?? 0
      return {
        matches: Math.min(total, mostCounted),
        capped: total > mostCounted,
        categories: valuesOf(rows, 'category'),
        regions: valuesOf(rows, 'region'),
        currencies: valuesOf(rows, 'currency'),
        languages: valuesOf(rows, 'language'),
      }
    },
  },
}
